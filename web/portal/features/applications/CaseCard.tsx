// One case: who handles it until when, what was asked for, its result, or why it was refused and what can be done about it.
// The map and the messages lead here. A case about which there is nothing to say yet is one line that opens.
import { useEffect } from 'react'
import type { Catalogue } from '../../../../server/modules/catalogue/definitions.ts'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { KeyValue, type KeyValueItem } from '../../../ui/KeyValue.tsx'
import { CaseTurns } from './CaseTurns.tsx'
import { Hearing } from '../licences/Hearing.tsx'
import { laneStateOf, toneOf, waitsFor, wasDecidedAgainst, stateKey } from './case-state.ts'
import type { TrackedCase, Tracking } from './queries.ts'
import { Refusal } from './Refusal.tsx'
import { ResultBox } from './ResultBox.tsx'
import { SupplementForm } from './SupplementForm.tsx'
import { isTogether, TogetherLink } from './TogetherLink.tsx'
import { Withdrawal } from './Withdrawal.tsx'

export const caseId = (id: string): string => `case-${id}`

export function CaseCard({ one, tracking, catalogue }: { one: TrackedCase; tracking: Tracking; catalogue: Catalogue }) {
  const t = useT()
  const textIn = useTextIn()
  const attention = laneStateOf(one) === 'attention'
  return (
    <div id={caseId(one.id)} className="applications-case">
      <Card title={textIn(one.name)} aside={<Chip tone={toneOf(one)}>{t(stateKey(one))}</Chip>}>
        <div className="tb-stack">
          {attention && (isTogether(tracking)
            ? <TogetherLink tracking={tracking} asked={one.supplement} />
            : <SupplementForm key={one.supplement.map(({ what }) => what).join()} one={one} tracking={tracking} catalogue={catalogue} />)}
          <CaseTurns one={one} />
          {one.course.hears && <Hearing caseId={one.id} />}
          {one.result && <ResultBox result={one.result} application={tracking.id} catalogue={catalogue} />}
          {wasDecidedAgainst(one) && <Refusal one={one} matter={tracking.matter} />}
          {one.stoppedBy && <p>{t('applications.case.stopped', { service: textIn(one.stoppedBy) })}</p>}
          <CaseFacts one={one} cases={tracking.cases} />
          {one.canWithdraw && <Withdrawal tracking={tracking} only={one} />}
        </div>
      </Card>
    </div>
  )
}

/** Cases that nothing has to be said about yet: one line each, which opens. */
export function OpenCases({ cases, tracking }: { cases: readonly TrackedCase[]; tracking: Tracking }) {
  const t = useT()
  const textIn = useTextIn()
  useOpenTarget()
  if (cases.length === 0) return null
  return (
    <Card title={t('applications.case.others', { n: cases.length })}>
      {cases.map((one) => (
        <details key={one.id} id={caseId(one.id)} className="applications-open applications-case">
          <summary>
            <b>{textIn(one.name)}</b> <Chip tone={toneOf(one)}>{t(stateKey(one))}</Chip>
          </summary>
          <CaseTurns one={one} />
          <CaseFacts one={one} cases={tracking.cases} />
          {one.canWithdraw && <Withdrawal tracking={tracking} only={one} />}
        </details>
      ))}
    </Card>
  )
}

/** The map and the messages lead to a case that may be folded. */
export function useOpenTarget() {
  useEffect(() => {
    const open = () => {
      const target = document.getElementById(location.hash.slice(1))
      if (!(target instanceof HTMLDetailsElement)) return
      target.open = true
      target.scrollIntoView({ block: 'center' })
    }
    open()
    window.addEventListener('hashchange', open)
    return () => window.removeEventListener('hashchange', open)
  }, [])
}

export function CaseFacts({ one, cases }: { one: TrackedCase; cases: readonly TrackedCase[] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const waiting = waitsFor(one, cases)
  const items: KeyValueItem[] = [{
    id: 'authority',
    label: t('applications.case.authority'),
    value: (
      <>
        {textIn(one.authorityName)}
        {one.authorityPhone && <> · <a href={`tel:${one.authorityPhone}`}>{one.authorityPhone}</a></>}
      </>
    ),
  }]
  if (!one.ended) {
    items.push({ id: 'handler', label: t('applications.case.handler'), value: waiting.length > 0 ? t('applications.case.waiting', { services: format.list(waiting.map(({ name }) => textIn(name))) }) : (one.handler ?? t('applications.case.unclaimed')) })
    if (one.expectedOn) items.push({ id: 'day', label: t('applications.case.day'), value: <DayLeft one={one} /> })
  }
  items.push({ id: 'number', label: t('applications.case.number'), value: one.number })
  return <KeyValue items={items} />
}

function DayLeft({ one }: { one: TrackedCase }) {
  const t = useT()
  const format = useFormat()
  const { expectedOn, daysLeft, clockRuns } = one
  if (!expectedOn) return null
  const day = format.day(expectedOn)
  if (daysLeft === null) return <>{clockRuns ? day : t('applications.case.dayPlanned', { date: day })}</>
  if (daysLeft < 0) return <>{t('applications.case.dayLate', { date: day, n: -daysLeft })}</>
  return <>{daysLeft === 0 ? t('applications.case.dayToday', { date: day }) : t('applications.case.dayLeft', { date: day, n: daysLeft })}</>
}
