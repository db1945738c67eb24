// The right column: what was done, what changed meanwhile, what can be done now or the form being written.
// Steps that are not possible now say why; those that are never one's own are not there.
import { api } from '../../../api/client.ts'
import { codeOf, messageOf, statusOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { CorrectForm } from './CorrectForm.tsx'
import { isForm, isStep, useDesk, type Desk, type FormName, type StepName } from './desk.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { HandOverForm, JoinForm, SplitForm } from './TogetherForms.tsx'
import { InviteForm, ReturnForm, SendForm } from './UnitForms.tsx'
import { TimeForm, WordsForm } from './WordsForms.tsx'

export function RequestSide() {
  const t = useT()
  const { form, error, conflict, busy, done } = useDesk()
  const shownError = error !== null && !busy && statusOf(error) !== 401 && codeOf(error) !== 'findings'
  return (
    <div className="tb-stack">
      <h2 className="tb-hidden">{t('request-desk.actions.title')}</h2>
      {done && <Notice tone="success" live="polite"><p>{t(`request-desk.done.${done}`)}</p></Notice>}
      {shownError && conflict && <Notice tone="warning" live="assertive" title={t('request-desk.form.conflict')}><p>{t('request-desk.form.conflictText')}</p></Notice>}
      {shownError && !conflict && <Notice tone="danger" live="assertive" title={t('request-desk.form.failed')}><p>{messageOf(error) ?? t('ui.error.text')}</p></Notice>}
      {form ? <Form key={form} name={form} /> : <Actions />}
    </div>
  )
}

function Form({ name }: { name: FormName }) {
  switch (name) {
    case 'dispatch':
    case 'rule':
      return <SendForm name={name} />
    case 'return':
      return <ReturnForm />
    case 'invite':
      return <InviteForm />
    case 'draft':
    case 'answer':
      return <AnswerForm name={name} />
    case 'correct':
      return <CorrectForm />
    case 'split':
      return <SplitForm />
    case 'join':
      return <JoinForm />
    case 'handOver':
      return <HandOverForm />
    case 'askTime':
      return <TimeForm />
    case 'grantTime':
    case 'refuseTime':
    case 'keep':
    case 'dispute':
    case 'sendBack':
    case 'decline':
    case 'leave':
    case 'redo':
    case 'fulfil':
    case 'note':
    case 'unmask':
    case 'contribute':
      return <WordsForm name={name} />
  }
}

/** Letters that begin no sequence. */
const keys: Partial<Record<StepName, string>> = { sign: 's', draft: 'a', release: 'r', dispatch: 'd', return: 'b', rule: 'u' }

const press = ({ act }: Desk, name: 'sign' | 'release' | 'part'): void => {
  const send = { sign: 'signRequest', release: 'releaseRequestAnswer', part: 'partRequest' } as const
  act(name, ({ id, revision }) => api(send[name], { params: { id }, body: { revision } }))
}

function Actions() {
  const t = useT()
  const desk = useDesk()
  const { one, openForm, busy } = desk
  const offered = one.actions.flatMap(({ action, possible, because }) => (isStep(action) && (possible || because !== 'state') ? [{ name: action, reason: possible ? undefined : t(`request-desk.actions.not.${because ?? 'state'}`) }] : []))
  const first = offered.find(({ name, reason }) => reason === undefined && !quiet.includes(name))?.name
  const run = (name: StepName) => (isForm(name) ? openForm(name) : press(desk, name))
  useShortcuts(offered.flatMap(({ name, reason }) => {
    const key = keys[name]
    return key ? [{ keys: key, label: t(`request-desk.actions.${name}`), group: t('request-desk.actions.title'), run: () => run(name), disabledReason: reason }] : []
  }))
  return (
    <div className="request-actions">
      {offered.map(({ name, reason }) => {
        const key = keys[name]
        return (
          <Button key={name} block variant={name === first ? 'primary' : quiet.includes(name) ? 'quiet' : 'ghost'} busy={busy && !isForm(name)} disabledReason={reason} {...(key ? { shortcut: key.toUpperCase() } : {})} onClick={() => run(name)}>
            {t(`request-desk.actions.${name}`)}
          </Button>
        )
      })}
      {offered.length === 0 && <p className="tb-muted">{t('request-desk.actions.none')}</p>}
    </div>
  )
}

/** What is rarely the reason to open a request. */
const quiet: readonly StepName[] = ['correct', 'note', 'unmask', 'decline', 'handOver', 'askTime', 'invite', 'leave']
