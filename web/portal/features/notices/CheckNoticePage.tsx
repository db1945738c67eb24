// Whether a document is genuine, by the code printed on it; the code on paper leads here with the code filled in.
// Open to everybody, says only what stands on the document.
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { codeOf, logIdOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ErrorState, Loading } from '../../../ui/States.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { SealCheck } from './SealCheck.tsx'
import { checkQuery, codeIn, type CheckedNotice } from './queries.ts'

export const title = () => t('notices.check.title')

export function Component() {
  const t = useT()
  const navigate = useNavigate()
  const given = useParams()['code']
  const [typed, setTyped] = useState(given ?? '')
  const [tried, setTried] = useState(false)
  const code = codeIn(typed)
  const asked = given === undefined ? undefined : codeIn(given)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code) void navigate(paths.checkedNotice({ code }))
  }
  return (
    <div className="tb-page tb-page-text tb-stack">
      <h1>{t('notices.check.title')}</h1>
      <p>{t('notices.check.lead')}</p>
      <Card>
        <form className="tb-stack" onSubmit={send} noValidate>
          <TextInput label={t('notices.check.code')} hint={t('notices.check.hint')} value={typed} onChange={setTyped} width="medium" error={(tried || given !== undefined) && !code ? t('notices.check.malformed') : undefined} />
          <div><Button type="submit">{t('notices.check.action')}</Button></div>
        </form>
      </Card>
      {asked !== undefined && <Answer code={asked} />}
      <SealCheck />
    </div>
  )
}

function Answer({ code }: { code: string }) {
  const t = useT()
  const { data, error, isPending, isFetching, refetch } = useQuery(checkQuery(code))
  if (isPending) return <Loading />
  if (data) return <Genuine notice={data} />
  if (codeOf(error) !== 'not_found') return <ErrorState onRetry={() => void refetch()} retrying={isFetching} logId={logIdOf(error)} />
  return <Notice tone="danger" live="polite" title={t('notices.check.unknown')}><p>{t('notices.check.unknownText')}</p></Notice>
}

function Genuine({ notice }: { notice: CheckedNotice }) {
  const t = useT()
  const format = useFormat()
  return (
    <Notice tone={notice.endedBy ? 'danger' : 'success'} live="polite" title={notice.endedBy ? t('notices.check.ended') : t('notices.check.genuine')}>
      {notice.endedBy && <p>{t('notices.check.endedText', { name: notice.endedBy.name, number: notice.endedBy.number ?? '', date: format.date(notice.endedBy.issuedOn) })}</p>}
      <p>{t('notices.check.genuineText')}</p>
      <KeyValue items={[
        { id: 'name', label: t('notices.check.name'), value: notice.name },
        { id: 'number', label: t('notices.check.number'), value: notice.number },
        { id: 'to', label: t('notices.check.to'), value: notice.to },
        { id: 'authority', label: t('notices.check.authority'), value: notice.authority },
        { id: 'date', label: t('notices.check.date'), value: format.date(notice.issuedOn) },
      ]} />
    </Notice>
  )
}
