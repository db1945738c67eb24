// What was paid wrongly and is to be given back: why, by whom, all at once or by instalments agreed with them, each noted when it comes in.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { detailOf, messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { periodText, recoveriesQuery, type Recovery } from './queries.ts'

type Repayer = NonNullable<Recovery['repayer']>

const kinds = ['self', 'family', 'estate', 'other'] as const satisfies Repayer['who'][]
const mostParts = 60

const put = ({ recoveries }: { recoveries: Recovery[] }) => queryClient.setQueryData(recoveriesQuery.queryKey, recoveries)

/** Before anybody has said so: for the dead the family, otherwise they themselves. */
const repayerOf = ({ repayer, because, name }: Recovery): Repayer => repayer ?? (because === 'deceased' ? { who: 'family', name: '' } : { who: 'self', name })

export function Recoveries() {
  const t = useT()
  const { data: recoveries } = useSuspenseQuery(recoveriesQuery)
  if (recoveries.length === 0) return null
  return (
    <section className="tb-stack" aria-labelledby="benefit-recoveries">
      <h2 id="benefit-recoveries">{t('benefit-desk.recovery.title')}</h2>
      {recoveries.map((one) => <Entry key={one.id} one={one} />)}
    </section>
  )
}

function Entry({ one }: { one: Recovery }) {
  const t = useT()
  const format = useFormat()
  const [repayer, setRepayer] = useState(repayerOf(one))
  const [attempt, setAttempt] = useState(0)
  const settling = useChange(() => api('noteBenefitRecovered', { params: { id: one.id }, body: { repayer } }), put)
  const paying = useChange((seq: number) => api('noteBenefitInstalment', { params: { id: one.id, seq } }), put)
  const isNameless = repayer.name.trim() === ''
  /** Not without a name. */
  const named = (go: () => void) => (isNameless ? setAttempt(attempt + 1) : go())
  const failure = settling.error ?? paying.error
  return (
    <Card title={`${one.name} · ${one.benefitName}`} level={3}>
      <div className="tb-stack">
        <p>{periodText(one.period, t('benefit-desk.once'))} · {format.money(one.fen)} · {one.reasons || t(`benefit-desk.recovery.because.${one.because}`)}</p>
        {one.instalments.length > 0 && (
          <ol>
            {one.instalments.map(({ seq, fen, dueOn, paidOn }) => (
              <li key={seq} className="tb-row">
                <span>{t('benefit-desk.recovery.part', { amount: format.money(fen), day: format.date(dueOn) })}</span>
                {paidOn ? <span className="tb-muted">{t('benefit-desk.recovery.paid', { day: format.date(paidOn) })}</span> : <Button variant="quiet" busy={paying.isPending} aria-label={t('benefit-desk.recovery.notePart', { n: seq })} onClick={() => paying.mutate(seq)}>{t('benefit-desk.recovery.note')}</Button>}
              </li>
            ))}
          </ol>
        )}
        <Select label={t('benefit-desk.recovery.who')} value={repayer.who} onChange={(value) => { const who = kinds.find((each) => each === value) ?? 'other'; setRepayer({ who, name: who === 'self' ? one.name : repayer.who === 'self' ? '' : repayer.name }) }} options={kinds.map((value) => ({ value, label: t(`benefit-desk.recovery.whos.${value}`) }))} />
        <TextInput label={t('benefit-desk.recovery.whoName')} value={repayer.name} onChange={(name) => setRepayer({ ...repayer, name })} maxLength={80} error={attempt > 0 && isNameless ? t('benefit-desk.recovery.whoShort') : undefined} />
        <Failure error={failure} />
        {one.instalments.every(({ paidOn }) => paidOn === null) && <Plan one={one} repayer={repayer} named={named} />}
        <div><Button variant="ghost" busy={settling.isPending} onClick={() => named(() => settling.mutate())}>{t('benefit-desk.recovery.all')}</Button></div>
      </div>
    </Card>
  )
}

function Failure({ error }: { error: unknown }) {
  const t = useT()
  if (error === null) return null
  const said = detailOf(error, 'repayer') !== undefined ? t('benefit-desk.recovery.whoBad') : detailOf(error, 'appeal') !== undefined ? t('benefit-desk.recovery.appealing') : detailOf(error, 'parts') !== undefined ? t('benefit-desk.recovery.bad') : messageOf(error)
  return <Notice tone="danger" live="assertive">{said ?? t('benefit-desk.failed')}</Notice>
}

function Plan({ one, repayer, named }: { one: Recovery; repayer: Repayer; named: (go: () => void) => void }) {
  const t = useT()
  const [parts, setParts] = useState('6')
  const [firstDueOn, setFirstDueOn] = useState('')
  const [isBad, setBad] = useState(false)
  const agreeing = useChange(() => api('agreeBenefitInstalments', { params: { id: one.id }, body: { parts: Number(parts), firstDueOn: firstDueOn.trim(), repayer } }), put)
  const agree = () => {
    const canBe = Number.isInteger(Number(parts)) && Number(parts) >= 2 && Number(parts) <= mostParts && /^\d{4}-\d{2}-\d{2}$/.test(firstDueOn.trim())
    setBad(!canBe)
    if (canBe) named(() => agreeing.mutate())
  }
  return (
    <details className="tb-fold">
      <summary>{t('benefit-desk.recovery.plan')}</summary>
      <div className="tb-stack">
        <TextInput label={t('benefit-desk.recovery.parts')} inputMode="numeric" value={parts} onChange={setParts} maxLength={2} width="short" />
        <TextInput label={t('benefit-desk.recovery.first')} hint={t('benefit-desk.recovery.firstHint')} value={firstDueOn} onChange={setFirstDueOn} maxLength={10} width="short" />
        {isBad ? <Notice tone="danger" live="assertive">{t('benefit-desk.recovery.bad')}</Notice> : <Failure error={agreeing.error} />}
        <div><Button busy={agreeing.isPending} onClick={agree}>{t('benefit-desk.recovery.agree')}</Button></div>
      </div>
    </details>
  )
}
