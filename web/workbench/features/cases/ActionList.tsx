// What the official can do now, each with its key; below it what cannot be done, each with the reason.
// Accepting and taking on happen at once; everything the applicant reads opens a form first.
import { useT, type T } from '../../../shared/i18n/store.ts'
import { Button, type ButtonVariant } from '../../../ui/Button.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { actionKeys, offeredActions, type OfferedAction, type OfficialAction } from './case-view.ts'
import { useDesk } from './desk.ts'
import { formNames } from './draft.ts'
import type { CaseState } from './queries.ts'

const formOf = (action: OfficialAction) => formNames.find((name) => name === action)

const looks: Record<OfficialAction, ButtonVariant> = { accept: 'primary', grant: 'primary', requestSupplement: 'ghost', refuse: 'quiet', decline: 'quiet', claim: 'quiet', handOver: 'quiet', putBack: 'quiet' }

function reasonOf({ because }: OfferedAction, state: CaseState, t: T): string | undefined {
  return because && (because === 'state' ? t(`cases.because.${state}`) : t(`cases.because.${because}`))
}

export function ActionList() {
  const t = useT()
  const { one, act, busy, change } = useDesk()
  const offered = offeredActions(one)
  const run = (action: OfficialAction) => {
    const form = formOf(action)
    if (form) change({ form })
    else if (action === 'accept' || action === 'claim' || action === 'putBack') act({ action })
  }
  useShortcuts(
    offered.map((each) => ({ keys: actionKeys[each.action], label: t(`cases.actions.${each.action}`), group: t('cases.actions.title'), disabledReason: reasonOf(each, one.state, t), run: () => !busy && run(each.action) })),
  )
  const possible = offered.filter(({ because }) => !because)
  const others = offered.filter(({ because }) => because)
  if (offered.length === 0) return <Notice compact tone="neutral">{t('cases.actions.readOnly')}</Notice>
  return (
    <>
      <div className="case-actions">
        {possible.map(({ action }) => (
          <Button key={action} block variant={looks[action]} shortcut={actionKeys[action].toUpperCase()} busy={busy === action} onClick={() => run(action)}>
            {t(`cases.actions.${action}`)}
          </Button>
        ))}
        {possible.length === 0 && <Notice compact tone="neutral">{t(`cases.because.${one.state}`)}</Notice>}
      </div>
      {possible.length > 0 && others.length > 0 && (
        <section className="case-not-now">
          <h3>{t('cases.actions.notNow')}</h3>
          <ul>
            {others.map((each) => (
              <li key={each.action}>
                <span>{t(`cases.actions.${each.action}`)}</span>
                <small>{reasonOf(each, one.state, t)}</small>
                <Kbd keys={actionKeys[each.action]} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
