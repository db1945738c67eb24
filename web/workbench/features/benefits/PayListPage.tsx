// One list of payments: who is on it, objections, approval by a second person, the file for the bank, and what it returns.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { api, ApiFailure } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { t, useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table, type Column } from '../../../ui/Table.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import type { Tone } from '../../../ui/tone.ts'
import { forStaff } from '../../for-staff.ts'
import { payListQuery, periodText, type PayList } from './queries.ts'
import { RecoveryForm } from './RecoveryForm.tsx'
import './benefits.css'

type Person = PayList['people'][number]

const itemTones: Record<Person['state'], Tone> = { due: 'neutral', objected: 'danger', dropped: 'neutral', sent: 'neutral', paid: 'success', returned: 'danger' }

export const loader = forStaff(({ params }) => queryClient.fetchQuery(payListQuery(params['list'] ?? '')))

export const title = (list: PayList) => t('benefit-desk.list.title', { name: list.benefitName, period: periodText(list.period, t('benefit-desk.once')) })

export function Component() {
  const t = useT()
  const format = useFormat()
  const { list: id = '' } = useParams()
  const { data: list } = useSuspenseQuery(payListQuery(id))
  const [asked, setAsked] = useState<number>()
  const columns: Column<Person>[] = [
    { key: 'name', header: t('benefit-desk.name'), cell: (one) => `${one.seq}. ${one.name}` },
    { key: 'account', header: t('benefit-desk.list.account'), cell: (one) => `${one.bank} ${one.account}` },
    { key: 'amount', header: t('benefit-desk.amount'), align: 'end', cell: (one) => format.money(one.fen) },
    { key: 'state', header: t('benefit-desk.state'), cell: (one) => <Chip tone={itemTones[one.state]}>{t(`benefit-desk.list.itemStates.${one.state}`)}</Chip> },
    { key: 'returned', header: t('benefit-desk.list.returned'), cell: (one) => <span className="tb-row">{one.returned}{one.recoverable && <Button variant="quiet" aria-label={t('benefit-desk.recovery.beginOf', { name: one.name })} onClick={() => setAsked(one.seq)}>{t('benefit-desk.recovery.ask')}</Button>}</span> },
  ]
  const { sums } = list
  const wrong = list.people.find(({ seq }) => seq === asked)
  return (
    <div className="tb-page tb-stack-l benefits-page">
      <header className="tb-stack">
        <p><Link href={paths.workbenchBenefits()}>{t('benefit-desk.list.back')}</Link></p>
        <h1>{t('benefit-desk.list.title', { name: list.benefitName, period: periodText(list.period, t('benefit-desk.once')) })}</h1>
        <div className="tb-row">
          <Chip tone="azure">{t(`benefit-desk.listStates.${list.state}`)}</Chip>
          <span>{t('benefit-desk.people')} {list.items} · {format.money(list.fen)} · {t('benefit-desk.list.until', { day: format.date(list.objectionsUntil) })}</span>
        </div>
        <p>{t('benefit-desk.list.sums', { paid: format.money(sums.paid), returned: format.money(sums.returned), dropped: format.money(sums.dropped), outstanding: format.money(sums.outstanding) })} <Chip tone={sums.comesOut ? 'success' : 'danger'}>{t(sums.comesOut ? 'benefit-desk.list.comesOut' : 'benefit-desk.list.differs')}</Chip></p>
      </header>
      <Steps list={list} />
      {list.objections.length > 0 && <Objections list={list} />}
      <Table caption={t('benefit-desk.lists')} columns={columns} rows={list.people} rowKey={({ seq }) => String(seq)} />
      {wrong?.recoverable && <RecoveryForm key={wrong.recoverable} list={list.id} id={wrong.recoverable} name={wrong.name} onDone={() => setAsked(undefined)} />}
    </div>
  )
}

const put = (list: PayList) => {
  queryClient.setQueryData(payListQuery(list.id).queryKey, list)
  toast(t('benefit-desk.done'))
}

const save = (list: PayList, file: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([file], { type: 'text/plain' }))
  link.download = `${list.benefit}-${list.period}.txt`
  link.click()
  URL.revokeObjectURL(link.href)
}

function Steps({ list }: { list: PayList }) {
  const t = useT()
  const body = { revision: list.revision }
  const params = { id: list.id }
  const approving = useChange(() => api('approvePayList', { params, body }), put)
  const cancelling = useChange(() => api('cancelPayList', { params, body }), put)
  const sending = useChange(() => api('sendPayList', { params, body }), ({ file }) => {
    save(list, file)
    void queryClient.invalidateQueries({ queryKey: payListQuery(list.id).queryKey })
  })
  const fetching = useChange(() => api('getPayListFile', { params }), ({ file }) => save(list, file))
  const failure = [approving, cancelling, sending, fetching].map(({ error }) => error).find((error) => error !== null) ?? null
  const objected = list.people.filter(({ state }) => state === 'objected').length
  const waits = list.mine ? t('benefit-desk.list.mine') : !list.isHeard ? t('benefit-desk.list.waiting') : objected > 0 && !list.people.some(({ state }) => state === 'due') ? t('benefit-desk.list.objecting') : undefined
  return (
    <div className="tb-stack">
      {failure !== null && <Notice tone="danger" live="assertive">{messageOf(failure) ?? t('benefit-desk.failed')}</Notice>}
      <div className="tb-row">
        {list.can.includes('approve') && <Button busy={approving.isPending} {...(waits ? { disabledReason: waits } : {})} onClick={() => approving.mutate()}>{t('benefit-desk.list.approve')}</Button>}
        {list.can.includes('cancel') && <Button variant="quiet" busy={cancelling.isPending} onClick={() => cancelling.mutate()}>{t('benefit-desk.list.cancel')}</Button>}
        {list.can.includes('send') && <Button busy={sending.isPending} onClick={() => sending.mutate()}>{t('benefit-desk.list.send')}</Button>}
        {list.fileDigest !== null && <Button variant="ghost" busy={fetching.isPending} onClick={() => fetching.mutate()}>{t('benefit-desk.list.file')}</Button>}
      </div>
      {list.can.includes('approve') && !waits && objected > 0 && <p className="tb-muted">{t('benefit-desk.list.setAside', { n: objected })}</p>}
      {list.can.includes('settle') && <Returns list={list} />}
    </div>
  )
}

const faults = ['head', 'otherList', 'line', 'totals', 'unknownItem', 'twice'] as const

/** What is wrong with the file, and in which line. */
const faultOf = (error: unknown): { fault: (typeof faults)[number]; line: number } | undefined => {
  const details: unknown = error instanceof ApiFailure ? error.details : undefined
  if (typeof details !== 'object' || details === null || !('fault' in details)) return undefined
  const fault = faults.find((each) => each === details.fault)
  return fault && { fault, line: 'line' in details ? Number(details.line) : 1 }
}

function Returns({ list }: { list: PayList }) {
  const t = useT()
  const [file, setFile] = useState('')
  const booking = useChange(() => api('bookPayListReturns', { params: { id: list.id }, body: { file } }), put)
  const fault = faultOf(booking.error)
  return (
    <Card title={t('benefit-desk.list.returns')}>
      <div className="tb-stack">
        <TextArea label={t('benefit-desk.list.returns')} labelHidden hint={t('benefit-desk.list.returnsHint')} rows={5} value={file} onChange={setFile} error={fault && t(`benefit-desk.list.faults.${fault.fault}`, { n: fault.line })} />
        {booking.error !== null && !fault && <Notice tone="danger" live="assertive">{messageOf(booking.error) ?? t('benefit-desk.failed')}</Notice>}
        <div><Button busy={booking.isPending} onClick={() => booking.mutate()}>{t('benefit-desk.list.book')}</Button></div>
      </div>
    </Card>
  )
}

function Objections({ list }: { list: PayList }) {
  const t = useT()
  return (
    <Card title={t('benefit-desk.list.objections')}>
      <div className="tb-stack">{list.objections.map((one) => <ObjectionPart key={one.id} list={list} one={one} />)}</div>
    </Card>
  )
}

function ObjectionPart({ list, one }: { list: PayList; one: PayList['objections'][number] }) {
  const t = useT()
  const [answer, setAnswer] = useState('')
  const [attempt, setAttempt] = useState(0)
  const short = answer.trim().length < 2
  const deciding = useChange((upheld: boolean) => api('decidePayListObjection', { params: { id: list.id, objection: one.id }, body: { upheld, answer } }), put)
  const decide = (upheld: boolean) => (short ? setAttempt(attempt + 1) : deciding.mutate(upheld))
  return (
    <section className="tb-stack">
      <p><Chip tone={one.state === 'open' ? 'warning' : 'neutral'}>{t(`benefit-desk.list.objectionStates.${one.state}`)}</Chip> {t('benefit-desk.list.seq', { n: one.seq })}：{one.text}</p>
      {one.answer !== '' && <p className="tb-muted">{one.answer}</p>}
      {one.state === 'open' && (
        <>
          <TextArea label={t('benefit-desk.list.answer')} rows={2} limit={1000} value={answer} onChange={setAnswer} error={attempt > 0 && short ? t('benefit-desk.list.answerShort') : undefined} />
          {deciding.error !== null && <Notice tone="danger" live="assertive">{messageOf(deciding.error) ?? t('benefit-desk.failed')}</Notice>}
          <div className="tb-row">
            <Button variant="ghost" busy={deciding.isPending} onClick={() => decide(false)}>{t('benefit-desk.list.dismiss')}</Button>
            <Button variant="danger" busy={deciding.isPending} onClick={() => decide(true)}>{t('benefit-desk.list.uphold')}</Button>
          </div>
        </>
      )}
    </section>
  )
}
