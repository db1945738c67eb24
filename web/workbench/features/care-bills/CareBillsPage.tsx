// Bills on account somebody objects to, the longest waiting first, each answered where it stands. For those who decide for the medical
// insurance.
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Reply } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { KeyValue } from '../../../ui/KeyValue.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { EmptyState } from '../../../ui/States.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { forStaff } from '../../for-staff.ts'
import '../../whole-page.css'

type Contested = Reply<'listContestedCareBills'>['bills'][number]

const contestedQuery = queryOptions({ queryKey: ['care-bills', 'contested'], queryFn: async ({ signal }) => (await api('listContestedCareBills', {}, { signal })).bills })

export const loader = forStaff(() => queryClient.ensureQueryData(contestedQuery))

export const title = () => t('credit.desk.title')

export function Component() {
  const t = useT()
  const { data: bills } = useSuspenseQuery(contestedQuery)
  return (
    <div className="tb-page whole-page tb-stack">
      <header>
        <h1>{t('credit.desk.title')}</h1>
        <p className="tb-muted">{t('credit.desk.lead')}</p>
      </header>
      {bills.length === 0 ? <EmptyState icon="check" level={2} title={t('credit.desk.empty')} /> : bills.map((bill) => <Entry key={bill.id} bill={bill} />)}
    </div>
  )
}

function Entry({ bill }: { bill: Contested }) {
  const t = useT()
  const format = useFormat()
  const [reasons, setReasons] = useState('')
  const [attempt, setAttempt] = useState(0)
  const answering = useChange((answer: 'uphold' | 'cancel') => api('answerCareBill', { params: { id: bill.id, answer }, body: { reasons: reasons.trim() } }), ({ bills }, answer) => {
    queryClient.setQueryData(contestedQuery.queryKey, bills)
    toast(t(answer === 'uphold' ? 'credit.desk.upheld' : 'credit.desk.cancelled'))
  })
  const short = reasons.trim().length < 2
  const answer = (how: 'uphold' | 'cancel') => (short ? setAttempt(attempt + 1) : answering.mutate(how))
  return (
    <Card title={t('credit.bills.visit', { hospital: bill.hospital, department: bill.department })} level={2}>
      <div className="tb-stack">
        <KeyValue items={[
          { id: 'person', label: t('credit.desk.person'), value: bill.person },
          { id: 'visit', label: t('credit.desk.visit'), value: `${format.date(bill.visitedOn)} · ${t('credit.bills.number', { number: bill.number })}` },
          { id: 'amounts', label: t('credit.desk.amounts'), value: t('credit.desk.sums', { total: format.money(bill.totalFen), insured: format.money(bill.insuredFen), own: format.money(bill.ownFen) }) },
          { id: 'said', label: t('credit.desk.said'), value: bill.words.findLast(({ mine }) => mine)?.text ?? '' },
        ]} />
        <TextArea label={t('credit.desk.reasons')} rows={2} limit={2000} value={reasons} onChange={setReasons} error={attempt > 0 && short ? t('credit.desk.short') : undefined} />
        {answering.error !== null && <Notice tone="danger" live="assertive">{messageOf(answering.error) ?? t('credit.desk.failed')}</Notice>}
        <div className="tb-row">
          <Button busy={answering.isPending} onClick={() => answer('uphold')}>{t('credit.desk.uphold')}</Button>
          <Button variant="danger" busy={answering.isPending} onClick={() => answer('cancel')}>{t('credit.desk.cancel')}</Button>
        </div>
      </div>
    </Card>
  )
}
