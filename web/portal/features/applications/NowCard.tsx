// What the person can do now: answer a request, look at results, call an authority, withdraw.
// When there is nothing to do it says so. NextStep tells what happens next, by whom and by when.
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { caseId } from './CaseCard.tsx'
import { isOver, laneStateOf, waitsFor } from './case-state.ts'
import type { TrackedCase, Tracking } from './queries.ts'
import { useCollectingTasks } from '../deliveries/DeliveriesCard.tsx'
import { useFeeTasks } from '../payments/PaymentCard.tsx'
import { useUndertakingTasks } from '../undertakings/UndertakingsCard.tsx'
import { authoritiesAsking, isTogether } from './TogetherLink.tsx'
import { useVisitTasks } from '../site-visits/VisitsCard.tsx'
import { Withdrawal } from './Withdrawal.tsx'

export function NowCard({ tracking }: { tracking: Tracking }) {
  const t = useT()
  const textIn = useTextIn()
  const { cases } = tracking
  const requests = cases.filter((one) => laneStateOf(one) === 'attention')
  const results = cases.flatMap(({ result }) => result ?? [])
  const hearings = cases.filter(({ course }) => course.hears).map((one) => ({ href: `#${caseId(one.id)}`, label: t('licences.hearing.task', { service: textIn(one.name) }) }))
  const promised = [...hearings, ...useFeeTasks(tracking.id), ...useUndertakingTasks(tracking.id), ...useVisitTasks(tracking.id), ...useCollectingTasks(tracking.id)]
  const together = isTogether(tracking)
  const open = requests.length + promised.length
  return (
    <Card title={t('applications.now.title')} tone={open > 0 ? 'attention' : 'plain'}>
      <div className="tb-stack">
        {together && <LinkButton href={paths.applicationCorrections({ application: tracking.id })} block>{t('visits.corrections.link', { n: authoritiesAsking(tracking) })}</LinkButton>}
        {!together && requests.map((one) => (
          <LinkButton key={one.id} href={`#${caseId(one.id)}`} block>{t('applications.now.supplement', { service: textIn(one.name) })}</LinkButton>
        ))}
        {promised.map(({ href, label }) => <LinkButton key={href} href={href} block>{label}</LinkButton>)}
        {open === 0 && <p>{isOver(cases) ? t('applications.now.over') : t('applications.now.nothing')}</p>}
        {results.length > 0 && !isOver(cases) && (
          <div>
            <b>{t('applications.now.results', { n: results.length })}</b>
            <ul className="applications-links">
              {results.map((result) => (
                <li key={result.id}>
                  <Link href={paths.applicationResult({ application: tracking.id, result: result.id })}>{textIn(result.name)}</Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        {tracking.canWithdraw && <Withdrawal tracking={tracking} />}
      </div>
    </Card>
  )
}

/** What happens next: the case that is worked on and promised first, and what follows it. */
export function NextStep({ cases }: { cases: readonly TrackedCase[] }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const [one] = cases.filter(({ clockRuns, expectedOn }) => clockRuns && expectedOn !== null).toSorted((a, b) => ((a.expectedOn ?? '') < (b.expectedOn ?? '') ? -1 : 1))
  if (!one) return null
  const after = cases.filter((other) => waitsFor(other, cases).some(({ service }) => service === one.service))
  return (
    <p>
      {t('applications.now.next', { authority: textIn(one.authorityShortName), service: textIn(one.name), date: format.day(one.expectedOn ?? '') })}
      {after.length > 0 && ` ${t('applications.now.followed', { services: format.list(after.map(({ name }) => textIn(name))) })}`}
    </p>
  )
}
