// Guardians who disagree: who acts, who objects and why; the official hears both and decides with reasons.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState, Loading } from '../../../ui/States.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'

type Contested = Reply<'listContestedPowers'>['powers'][number]

const contestedQuery = { queryKey: ['contested-powers'], queryFn: async () => (await api('listContestedPowers')).powers }

export const loader = forStaff(() => queryClient.ensureQueryData(contestedQuery))

export const title = () => t('proxy-desk.guardians.title')

export function Component() {
  const t = useT()
  const { data } = useQuery(contestedQuery)
  if (!data) return <Loading />
  return (
    <div className="tb-page tb-page-text whole-page tb-stack">
      <div>
        <h1>{t('proxy-desk.guardians.title')}</h1>
        <p className="tb-muted">{t('proxy-desk.guardians.lead')}</p>
      </div>
      {data.length === 0 && <EmptyState level={2} title={t('proxy-desk.guardians.empty')} />}
      {data.map((each) => <ContestedCard key={each.id} contested={each} />)}
    </div>
  )
}

function ContestedCard({ contested: { id, name, number, holderName, objectorName, reason: why, legalBasis } }: { contested: Contested }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const isReady = reason.trim().length >= 2
  const { mutate, isPending, variables, error } = useChange((action: 'uphold' | 'dismiss') => api('decidePower', { params: { id }, body: { action, reason: reason.trim() } }), async () => {
    await queryClient.invalidateQueries({ queryKey: contestedQuery.queryKey })
    toast(t('proxy-desk.guardians.decided'))
  })
  const decide = (action: 'uphold' | 'dismiss') => {
    setTried(true)
    if (isReady) mutate(action)
  }
  return (
    <Card level={2} title={t('proxy-desk.guardians.text', { holder: holderName, name, objector: objectorName })}>
      <div className="tb-stack">
        <KeyValue
          items={[
            { id: 'number', label: t('proxies.powers.number'), value: number },
            { id: 'law', label: t('proxies.powers.law'), value: `《${legalBasis.title}》${legalBasis.article ?? ''}` },
            { id: 'why', label: t('proxy-desk.guardians.why'), value: why === '' ? t('proxy-desk.guardians.noWhy') : why },
          ]}
        />
        <TextArea label={t('proxy-desk.guardians.reason')} hint={t('proxy-desk.guardians.reasonHint')} required value={reason} onChange={setReason} rows={3} limit={500} error={tried && !isReady ? t('proxy-desk.agencies.errors.missing') : undefined} />
        {error !== null && <Notice compact tone="danger" live="assertive">{messageOf(error) ?? t('proxy-desk.failed')}</Notice>}
        <div className="tb-row">
          <Button busy={isPending && variables === 'uphold'} onClick={() => decide('uphold')}>{t('proxy-desk.guardians.uphold')}</Button>
          <Button variant="ghost" busy={isPending && variables === 'dismiss'} onClick={() => decide('dismiss')}>{t('proxy-desk.guardians.dismiss')}</Button>
        </div>
      </div>
    </Card>
  )
}
