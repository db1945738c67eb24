// The end of a shift: what is open, signed once, for whoever sits here next.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { codeOf, messageOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import { forgetPerson, listQuery, windowQuery } from './queries.ts'
import { ShiftList } from './ShiftList.tsx'
import './window.css'

export const loader = forStaff(async () => {
  // Without a seat there is nothing to hand over, and the page says where to take one.
  await queryClient.fetchQuery(listQuery).catch((error: unknown) => {
    if (codeOf(error) !== 'not_allowed_now') throw error
  })
  return null
})

export const title = () => t('window.over.title')

export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const [remark, setRemark] = useState('')
  const { data, error, refetch, isFetching } = useQuery({ ...listQuery, retry: false })
  const signing = useChange((digest: string) => api('giveWindowOver', { body: { digest, remark } }), ({ list }) => {
    forgetPerson()
    toast(t('window.over.signed', { n: list.served }), { tone: 'success' })
    queryClient.removeQueries({ queryKey: windowQuery.queryKey })
    void navigate(paths.workbenchWindow())
  })
  return (
    <div className="tb-page window-page tb-stack">
      <header className="tb-row">
        <h1>{t('window.over.title')}</h1>
        <span className="tb-row-end">
          <LinkButton variant="ghost" href={paths.workbenchWindow()}>{t('window.over.back')}</LinkButton>
        </span>
      </header>
      {data ? (
        <Card>
          <div className="tb-stack">
            <p>{t('window.over.lead')}</p>
            <ShiftList list={data.list} level={2} />
            <TextArea label={t('window.over.remark')} hint={t('window.over.remarkHint')} value={remark} onChange={setRemark} limit={500} rows={3} />
            {signing.error !== null && <Notice tone="danger" live="assertive">{codeOf(signing.error) === 'conflict' ? t('window.over.changed') : (messageOf(signing.error) ?? t('window.failed'))}</Notice>}
            <div>
              <Button busy={signing.isPending} onClick={() => signing.mutate(data.digest, { onError: () => void refetch() })}>{t('window.over.sign')}</Button>
            </div>
          </div>
        </Card>
      ) : error ? (
        codeOf(error) === 'not_allowed_now' ? <Notice>{t('window.seat.title')}</Notice> : <ErrorState onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <Loading />
      )}
    </div>
  )
}
