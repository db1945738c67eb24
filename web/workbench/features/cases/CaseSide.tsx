// The right column: what changed meanwhile, what was done, what can be done now or the form being written, and the rest of the matter.
// Forms stand here and not above the page, so the case can be read while one writes.
import { useEffect } from 'react'
import { detailOf, statusOf, messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { useSession } from '../../../shared/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { QueueItem } from '../queue/queries.ts'
import { filterQuery } from '../queue/queue.ts'
import { ActionList } from './ActionList.tsx'
import { actionText, actorOf } from './CaseHistory.tsx'
import { countFindings, offeredActions, type Finding } from './case-view.ts'
import { useDesk } from './desk.ts'
import type { FormName } from './draft.ts'
import { GrantForm } from './GrantForm.tsx'
import { HandOverForm } from './HandOverForm.tsx'
import { MergeView } from './MergeView.tsx'
import { moment } from './moment.ts'
import { OpinionForm } from './OpinionForm.tsx'
import { RefusalForm } from './RefusalForm.tsx'
import { Siblings } from './Siblings.tsx'
import { SupplementForm } from './SupplementForm.tsx'
import { StepForm } from './StepForm.tsx'
import { useInSight } from './useInSight.ts'

export function CaseSide() {
  const t = useT()
  const { draft, one } = useDesk()
  return (
    <div id="case-actions" className="tb-stack case-side" data-form={draft.form ?? undefined}>
      <h2 className="tb-hidden">{t('cases.actions.title')}</h2>
      <Changed />
      <Failed />
      <Done />
      {one.asked !== null && one.actions.length === 0 ? <OpinionForm opinion={one.asked} /> : draft.form ? <Form name={draft.form} /> : <ActionList />}
      <Findings />
      <Siblings />
      <FitsNothing />
    </div>
  )
}

function Form({ name }: { name: FormName }) {
  switch (name) {
    case 'grant':
      return <GrantForm />
    case 'requestSupplement':
      return <SupplementForm />
    case 'refuse':
    case 'decline':
      return <RefusalForm key={name} action={name} />
    case 'handOver':
      return <HandOverForm />
    default:
      return <StepForm key={name} step={name} />
  }
}

/** What fits no service after all is handed to those who coordinate hard cases. */
function FitsNothing() {
  const t = useT()
  const { one } = useDesk()
  const { person } = useSession()
  const mayHandOver = person?.roles?.some((role) => role === 'clerk' || role === 'approver')
  if (!mayHandOver || one.actions.length === 0) return null
  return <p className="case-findings"><Link href={paths.workbenchHardCaseIntake({}, { case: one.id })}>{t('cases.actions.toHardCase')}</Link></p>
}

/** Somebody else was faster, or the applicant changed something: said once, until the official has looked. */
function Changed() {
  const t = useT()
  const { changes, fields, conflict, acknowledge, draft, one } = useDesk()
  const hasChanged = changes.length > 0 || conflict
  const notice = useInSight<HTMLDivElement>(hasChanged ? one.revision : undefined)
  if (!hasChanged) return null
  return (
    <div ref={notice}>
      <Notice tone="warning" live="assertive" title={t('cases.changed.title')} actions={<Button variant="quiet" onClick={acknowledge}>{t('cases.changed.seen')}</Button>}>
        <ul className="case-changes">
          {changes.map((entry) => (
            <li key={entry.at + entry.action}>
              {moment(entry.at)} {actorOf(entry, t)} {actionText(entry, '', t)}
            </li>
          ))}
          {changes.length === 0 && <li>{t('cases.changed.unknown')}</li>}
          <li>{t(`cases.state.${one.state}`)}</li>
        </ul>
        <MergeView fields={fields} />
        <p>{draft.form ? t('cases.changed.kept') : t('cases.changed.plain')}</p>
      </Notice>
    </div>
  )
}

function Failed() {
  const t = useT()
  const format = useFormat()
  const { error, conflict, busy } = useDesk()
  const [earliest, unknownFrom] = [detailOf(error, 'earliest'), detailOf(error, 'unknownFrom')]
  const hearing = typeof earliest === 'string' ? t('cases.failed.earliest', { date: format.day(earliest) }) : typeof unknownFrom === 'string' ? t('cases.failed.calendar', { date: format.day(unknownFrom) }) : undefined
  // An ended session has a dialog of its own.
  const isShown = Boolean(error) && !conflict && !busy && statusOf(error) !== 401
  const notice = useInSight<HTMLDivElement>(isShown ? error : undefined)
  if (!isShown) return null
  return (
    <div ref={notice}>
      <Notice tone="danger" live="assertive" title={t('cases.failed.title')}>
        <p>{hearing ?? messageOf(error) ?? t('cases.failed.text')}</p>
      </Notice>
    </div>
  )
}

/** What was done; once there is nothing more to do on this case, the next one is a press of Enter away. */
function Done() {
  const t = useT()
  const { done, one } = useDesk()
  const notice = useInSight<HTMLDivElement>(done)
  const goesOn = offeredActions(one).some(({ action, because }) => (action === 'grant' || action === 'forward') && !because)
  useEffect(() => {
    if (done) notice.current?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true })
  }, [done, notice])
  if (!done) return null
  return (
    <div ref={notice}>
      <Notice tone="success" live="polite">
        <p>{t(`cases.done.${done.action}`)}</p>
        {!goesOn && <Next next={done.next} />}
      </Notice>
    </div>
  )
}

function Next({ next }: { next: QueueItem | undefined }) {
  const t = useT()
  const { queue } = useDesk()
  if (!next) {
    return (
      <div className="case-next">
        <p>{t('cases.done.last')}</p>
        <LinkButton block variant="ghost" href={paths.workbench({}, filterQuery(queue.filter))}>{t('cases.done.toQueue')}</LinkButton>
      </div>
    )
  }
  return (
    <div className="case-next">
      <Button block variant="ghost" shortcut="J" onClick={() => queue.open(next.id)}>
        {t('cases.done.next', { title: `${next.serviceName} · ${next.applicant}` })}
      </Button>
    </div>
  )
}

const shownFindings: readonly Finding[] = ['fails', 'unknown', 'holds']

/** The rules in one line, where the decision is taken. */
function Findings() {
  const t = useT()
  const { one } = useDesk()
  const counts = countFindings(one.checks)
  if (one.checks.length === 0) return null
  return (
    <p className="case-findings">
      {t('cases.rules.sum')}
      {shownFindings.filter((finding) => counts[finding] > 0).map((finding) => (
        <span key={finding} data-finding={finding}>{t(`cases.rules.summary.${finding}`, { n: counts[finding] })}</span>
      ))}
      <a href="#case-rules">{t('cases.rules.look')}</a>
    </p>
  )
}
