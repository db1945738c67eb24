// Bills on my account: what they are for, until when, what was said about each; one that is wrong can be contested.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Tone } from '../../../ui/tone.ts'
import { creditQuery, type CareBill } from './queries.ts'

const tones: Record<CareBill['state'], Tone> = { owed: 'azure', late: 'danger', contested: 'warning', settled: 'success', cancelled: 'neutral' }

export function BillsCard({ bills }: { bills: readonly CareBill[] }) {
  const t = useT()
  return (
    <Card title={t('credit.bills.title')}>
      {bills.length === 0 ? <p className="tb-muted">{t('credit.bills.none')}</p> : (
        <div className="tb-stack">{bills.map((bill) => <Bill key={bill.id} bill={bill} />)}</div>
      )}
    </Card>
  )
}

function Bill({ bill }: { bill: CareBill }) {
  const t = useT()
  const format = useFormat()
  const isPayable = bill.may.includes('settle')
  return (
    <section className="tb-stack" aria-label={t('credit.bills.visit', { hospital: bill.hospital, department: bill.department })}>
      <div className="tb-row">
        <b>{t('credit.bills.visit', { hospital: bill.hospital, department: bill.department })}</b>
        <Chip tone={tones[bill.state]}>{t(`credit.bills.states.${bill.state}`)}</Chip>
      </div>
      <p>{t('credit.bills.on', { day: format.date(bill.visitedOn), total: format.money(bill.totalFen), insured: format.money(bill.insuredFen) })}</p>
      <p><b>{t('credit.bills.own', { amount: format.money(bill.ownFen) })}</b>{isPayable && <> · {bill.dueOn === null ? t('credit.bills.noDay') : t('credit.bills.due', { day: format.date(bill.dueOn) })}</>}</p>
      {isPayable && <p className="tb-muted">{t('credit.bills.howTo')}</p>}
      <p className="tb-muted">{t('credit.bills.number', { number: bill.number })}</p>
      {bill.words.length > 0 && <ul>{bill.words.map(({ at, text, mine }) => <li key={at}>{t(mine ? 'credit.bills.mine' : 'credit.bills.answer', { text })}</li>)}</ul>}
      {bill.may.includes('contest') && <Contest bill={bill} />}
    </section>
  )
}

function Contest({ bill }: { bill: CareBill }) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [attempt, setAttempt] = useState(0)
  const sending = useChange(() => api('contestCareBill', { params: { id: bill.id }, body: { text: text.trim() } }), (credit) => {
    queryClient.setQueryData(creditQuery.queryKey, credit)
    toast(t('credit.bills.sent'))
  })
  const short = text.trim().length < 2
  if (!open) return <div><Button variant="quiet" onClick={() => setOpen(true)}>{t('credit.bills.contest')}</Button></div>
  return (
    <>
      <TextArea label={t('credit.bills.contestLabel')} hint={t('credit.bills.contestHint')} rows={3} limit={2000} value={text} onChange={setText} error={attempt > 0 && short ? t('credit.bills.short') : undefined} />
      {sending.error !== null && <Notice tone="danger" live="assertive">{messageOf(sending.error) ?? t('credit.account.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={sending.isPending} onClick={() => (short ? setAttempt(attempt + 1) : sending.mutate())}>{t('credit.bills.send')}</Button>
        <Button variant="quiet" onClick={() => setOpen(false)}>{t('credit.bills.cancel')}</Button>
      </div>
    </>
  )
}
