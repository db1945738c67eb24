// The frame of every form at the right: title, what it means, fields, buttons. Ctrl Enter sends, Escape puts it aside.
// What is wrong is said at the top and at each field.
import { useState, type ReactNode } from 'react'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { useDesk, type FormName } from './desk.ts'

export interface Problem {
  field: string
  message: string
}

/** Problems of a form once it was tried, and a number for each try. */
export function useProblems(problems: readonly Problem[]) {
  const [attempt, setAttempt] = useState(0)
  const shown = attempt > 0 ? problems : []
  return {
    shown,
    attempt,
    errorOf: (field: string) => shown.find((each) => each.field === field)?.message,
    /** Says what is wrong, or does it. */
    tried: (send: () => void) => {
      setAttempt((before) => before + 1)
      if (problems.length === 0) send()
    },
  }
}

export type Problems = ReturnType<typeof useProblems>

interface Props {
  name: FormName
  problems: Problems
  onSend: () => void
  children: ReactNode
}

export function StepForm({ name, problems, onSend, children }: Props) {
  const t = useT()
  const { busy, openForm } = useDesk()
  const submit = () => {
    if (!busy) problems.tried(onSend)
  }
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t(`request-desk.actions.${name}`), group: t('request-desk.actions.title'), whileTyping: true, run: submit },
    { keys: 'Escape', label: t('request-desk.form.cancel'), group: t('request-desk.actions.title'), whileTyping: true, run: () => openForm(undefined) },
  ])
  return (
    <form
      className="tb-stack"
      noValidate
      aria-label={t(`request-desk.actions.${name}`)}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{t(`request-desk.actions.${name}`)}</h3>
      <p className="tb-muted">{t(`request-desk.leads.${name}`)}</p>
      {problems.shown.length > 0 && <ErrorSummary errors={[...problems.shown]} attempt={problems.attempt} />}
      {children}
      <div className="tb-row">
        <Button type="submit" busy={busy} shortcut="Ctrl+Enter">{t(`request-desk.actions.${name}`)}</Button>
        <Button variant="quiet" onClick={() => openForm(undefined)}>{t('request-desk.form.cancel')}</Button>
      </div>
    </form>
  )
}

/** Something must be written, and not too much of it. `name`: the label of the field. */
export function useChecks() {
  const t = useT()
  return (field: string, name: string, value: string, most = 2000, least = 2): Problem[] => {
    const letters = [...value.trim()].length
    if (letters < least) return [{ field, message: t('request-desk.form.required', { name }) }]
    return letters > most ? [{ field, message: t('request-desk.form.tooLong', { name, n: most }) }] : []
  }
}
