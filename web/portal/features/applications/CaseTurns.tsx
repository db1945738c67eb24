// Turns the handling of a case has taken, in plain words: more time, a hearing or a test, an end without a decision, a result that no longer holds.
// Nothing where there was none, which is nearly always.
import { useFormat } from '../../../shared/format.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { Notice } from '../../../ui/Notice.tsx'
import type { TrackedCase } from './queries.ts'

type Procedure = TrackedCase['course']['procedures'][number]

function procedureText({ kind, days, heldOn, place, endedOn, outcome }: Procedure, t: T, day: (date: string) => string): string {
  const name = t(`applications.turns.kinds.${kind}`)
  if (endedOn) return t('applications.turns.ended', { kind: name, outcome: outcome ?? '' })
  return heldOn && place ? t('applications.turns.hearing', { date: day(heldOn), place }) : t('applications.turns.going', { kind: name, n: days })
}

export function CaseTurns({ one: { course, because, ended, result } }: { one: TrackedCase }) {
  const t = useT()
  const format = useFormat()
  const standing = result?.standing ?? course.standing
  const lines = [
    course.deemedAccepted && !ended ? t('applications.turns.deemedAccepted') : '',
    course.extendedDays > 0 && !ended ? t('applications.turns.extended', { n: course.extendedDays }) : '',
    ...course.procedures.map((each) => procedureText(each, t, format.day)),
    course.deliveredOn ? t('applications.turns.delivered', { date: format.day(course.deliveredOn) }) : '',
  ].filter((line) => line !== '')
  return (
    <>
      {result && standing !== 'valid' && (
        <Notice compact tone={standing === 'corrected' ? 'warning' : standing === 'replaced' ? 'neutral' : 'danger'}>
          {t(`applications.turns.${standing}`)} {because && t('applications.turns.because', { text: because })}
        </Notice>
      )}
      {!result && because && <Notice compact tone="neutral">{t('applications.turns.terminated')} {t('applications.turns.because', { text: because })}</Notice>}
      {lines.map((line) => <p key={line} className="tb-muted">{line}</p>)}
    </>
  )
}
