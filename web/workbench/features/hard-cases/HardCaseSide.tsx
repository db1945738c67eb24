// The right column: what was done, what changed meanwhile, what can be done now or the form being written, what may help.
// Steps that are not possible say why.
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { messageOf, statusOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { paths } from '../../../shared/paths.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { AskForm } from './AskForm.tsx'
import { ConcludeForm } from './ConcludeForm.tsx'
import { formNames, useDesk, type FormName } from './desk.ts'
import { MeetingForm } from './MeetingForm.tsx'
import { suggestionsQuery } from './queries.ts'
import { AcceptForm, GuideForm, RedirectForm } from './SortForms.tsx'
import { stateTones } from './tones.ts'

export function HardCaseSide() {
  const t = useT()
  const { form, error, conflict, busy, done } = useDesk()
  return (
    <div className="hard-side tb-stack">
      <h2 className="tb-hidden">{t('hard-case-desk.actions.title')}</h2>
      {done && <Notice tone="success" live="polite"><p>{t(`hard-case-desk.done.${done}`)}</p></Notice>}
      {conflict && !busy && <Notice tone="warning" live="assertive" title={t('hard-case-desk.form.conflict')}><p>{t('hard-case-desk.form.conflictText')}</p></Notice>}
      {error !== null && !conflict && !busy && statusOf(error) !== 401 && <Notice tone="danger" live="assertive" title={t('hard-case-desk.form.failed')}><p>{messageOf(error) ?? t('ui.error.text')}</p></Notice>}
      {form ? <Form name={form} /> : <Actions />}
      <Suggestions />
    </div>
  )
}

function Form({ name }: { name: FormName }) {
  switch (name) {
    case 'accept':
      return <AcceptForm />
    case 'guide':
      return <GuideForm />
    case 'redirect':
      return <RedirectForm />
    case 'ask':
      return <AskForm />
    case 'meet':
      return <MeetingForm />
    case 'conclude':
      return <ConcludeForm />
  }
}

function Actions() {
  const t = useT()
  const { one, openForm, act, busy } = useDesk()
  const isForm = (action: string): action is FormName => formNames.some((name) => name === action)
  const first = one.actions.find(({ action, possible }) => possible && action !== 'claim')?.action
  const shown = one.actions.filter(({ possible, because }) => possible || because !== 'state')
  return (
    <div className="hard-actions">
      {shown.map(({ action, possible, because }) => {
        const reason = possible ? undefined : t(`hard-case-desk.actions.${because ?? 'state'}`)
        if (action === 'claim') return one.mine ? null : <Button key={action} block variant="quiet" busy={busy} disabledReason={reason} onClick={() => act('claim', ({ id, revision }) => api('claimHardCase', { params: { id }, body: { revision } }))}>{t('hard-case-desk.actions.claim')}</Button>
        if (!isForm(action)) return null
        return <Button key={action} block variant={action === first ? 'primary' : 'ghost'} disabledReason={reason} onClick={() => openForm(action)}>{t(`hard-case-desk.actions.${action}`)}</Button>
      })}
      {shown.length === 0 && <p className="tb-muted">{t('hard-case-desk.actions.none')}</p>}
    </div>
  )
}

function Suggestions() {
  const t = useT()
  const { one } = useDesk()
  const { data } = useQuery(suggestionsQuery(one.id))
  if (!data) return null
  return (
    <Card title={t('hard-case-desk.suggestions.title')} level={3}>
      {data.earlier.length + data.found.length === 0 && <p className="tb-muted">{t('hard-case-desk.suggestions.none')}</p>}
      {data.earlier.length > 0 && (
        <>
          <h4>{t('hard-case-desk.suggestions.earlier')}</h4>
          <ul className="hard-plain">
            {data.earlier.map((each) => (
              <li key={each.id}>
                <Link href={paths.workbenchHardCase({ hardCase: each.id })}>{each.title}</Link> <Chip tone={stateTones[each.state]}>{t(`hard-case-desk.state.${each.state}`)}</Chip>
                {each.solution && <p className="tb-muted hard-words">{each.solution}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {data.found.length > 0 && (
        <>
          <h4>{t('hard-case-desk.suggestions.found')}</h4>
          <ul className="hard-plain">
            {data.found.map((each) => <li key={each.type + each.id}><Link href={each.url}>{each.title}</Link></li>)}
          </ul>
        </>
      )}
    </Card>
  )
}
