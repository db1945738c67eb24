// The right column: what changed meanwhile, what was done, what can be done now or the form being written, and the rest of the matter.
// Forms stand here and not above the page, so the case can be read while one writes.
import { useEffect, useRef } from 'react'
import { statusOf, messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ActionList } from './ActionList.tsx'
import { actionText, actorOf } from './CaseHistory.tsx'
import { countFindings, type Finding } from './case-view.ts'
import { useDesk } from './desk.ts'
import type { FormName } from './draft.ts'
import { GrantForm } from './GrantForm.tsx'
import { moment } from './moment.ts'
import { RefusalForm } from './RefusalForm.tsx'
import { Siblings } from './Siblings.tsx'
import { SupplementForm } from './SupplementForm.tsx'
import { filterQuery } from '../queue/queue.ts'

export function CaseSide() {
  const t = useT()
  const { draft } = useDesk()
  return (
    <div id="case-actions" className="tb-stack case-side" data-form={draft.form ?? undefined}>
      <h2 className="tb-hidden">{t('cases.actions.title')}</h2>
      <Changed />
      <Failed />
      <Done />
      {draft.form ? <Form name={draft.form} /> : <ActionList />}
      <Findings />
      <Siblings />
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
  }
}

/** Somebody else was faster, or the applicant changed something: said once, until the official has looked. */
function Changed() {
  const t = useT()
  const { changes, conflict, acknowledge, draft, one } = useDesk()
  if (changes.length === 0 && !conflict) return null
  return (
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
      <p>{draft.form ? t('cases.changed.kept') : t('cases.changed.plain')}</p>
    </Notice>
  )
}

function Failed() {
  const t = useT()
  const { error, conflict, busy } = useDesk()
  // An ended session has a dialog of its own.
  if (!error || conflict || busy || statusOf(error) === 401) return null
  return (
    <Notice tone="danger" live="assertive" title={t('cases.failed.title')}>
      <p>{messageOf(error) ?? t('cases.failed.text')}</p>
    </Notice>
  )
}

function Done() {
  const t = useT()
  const { done, queue } = useDesk()
  const button = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (done) button.current?.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true })
  }, [done])
  if (!done) return null
  const { next } = done
  return (
    <Notice tone="success" live="polite">
      <p>{t(`cases.done.${done.action}`)}</p>
      <div ref={button} className="case-next">
        {next ? (
          <Button block variant="ghost" shortcut="J" onClick={() => queue.open(next.id)}>
            {t('cases.done.next', { title: `${next.serviceName} · ${next.applicant}` })}
          </Button>
        ) : (
          <>
            <p>{t('cases.done.last')}</p>
            <LinkButton block variant="ghost" href={paths.workbench({}, filterQuery(queue.filter))}>{t('cases.done.toQueue')}</LinkButton>
          </>
        )}
      </div>
    </Notice>
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
