// What the official can do now, each with its key; what is rare stands folded below it, then what cannot be done, each with the reason.
// Accepting and taking on happen at once; everything the applicant reads opens a form first.
import { hasEnded } from '../../../../server/modules/cases/case.ts'
import { useT, type T } from '../../../shared/i18n/store.ts'
import { Button, type ButtonVariant } from '../../../ui/Button.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { actionKeys, isRare, offeredActions, type OfferedAction, type OfficialAction } from './case-view.ts'
import { useDesk } from './desk.ts'
import { formNames } from './draft.ts'
import type { CaseState } from './queries.ts'

const formOf = (action: OfficialAction) => formNames.find((name) => name === action)

const atOnce = ['accept', 'claim', 'putBack', 'precheck', 'askOpinion', 'dropProposal'] as const
const looks: Partial<Record<OfficialAction, ButtonVariant>> = { precheck: 'primary', accept: 'primary', forward: 'primary', grant: 'primary', endProcedure: 'primary', deliver: 'primary', requestSupplement: 'ghost' }

function reasonOf({ because }: OfferedAction, state: CaseState, t: T): string | undefined {
  return because && (because === 'state' ? t(`cases.because.${state}`) : t(`cases.because.${because}`))
}

export function ActionList() {
  const t = useT()
  const { one, act, busy, change } = useDesk()
  const offered = offeredActions(one)
  const run = (action: OfficialAction) => {
    const form = formOf(action)
    const direct = atOnce.find((each) => each === action)
    if (form) change({ form })
    else if (direct) act({ action: direct })
  }
  useShortcuts(
    offered.flatMap((each) => {
      const keys = actionKeys[each.action]
      return keys ? [{ keys, label: t(`cases.actions.${each.action}`), group: t('cases.actions.title'), disabledReason: reasonOf(each, one.state, t), run: () => !busy && run(each.action) }] : []
    }),
  )
  const possible = offered.filter(({ because }) => !because)
  const others = offered.filter(({ because }) => because)
  if (offered.length === 0) return <Notice compact tone="neutral">{t('cases.actions.readOnly')}</Notice>
  const [usual, rare] = [possible.filter(({ action }) => !isRare(action)), possible.filter(({ action }) => isRare(action))]
  const buttonFor = ({ action, inNameOf }: OfferedAction) => (
    <Button key={action} block variant={looks[action] ?? 'quiet'} shortcut={actionKeys[action]?.toUpperCase()} busy={busy === action} onClick={() => run(action)}>
      {inNameOf ? `${t(`cases.actions.${action}`)}（${t('cases.actions.inNameOf', { name: inNameOf })}）` : t(`cases.actions.${action}`)}
    </Button>
  )
  return (
    <>
      <div className="case-actions">
        {usual.map(buttonFor)}
        {(possible.length === 0 || hasEnded(one.state)) && <Notice compact tone="neutral">{t(`cases.because.${one.state}`)}</Notice>}
      </div>
      {rare.length > 0 && (
        <details className="case-rare" open={usual.length === 0}>
          <summary>{t('cases.actions.more')}</summary>
          <div className="case-actions">{rare.map(buttonFor)}</div>
        </details>
      )}
      {possible.length > 0 && others.length > 0 && !hasEnded(one.state) && (
        <section className="case-not-now">
          <h3>{t('cases.actions.notNow')}</h3>
          <ul>
            {others.map((each) => (
              <li key={each.action}>
                <span>{t(`cases.actions.${each.action}`)}</span>
                <small>{reasonOf(each, one.state, t)}</small>
                {actionKeys[each.action] && <Kbd keys={actionKeys[each.action] ?? ''} />}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
