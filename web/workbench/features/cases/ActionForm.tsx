// The frame of every form in the column of actions: title, what it means, fields, what the applicant will read, buttons.
// Ctrl Enter sends, Escape puts it aside; what is written stays.
import { useEffect, type ReactNode } from 'react'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { useShortcuts } from '../../../ui/useShortcuts.ts'
import { fillLetter } from './case-view.ts'
import { useDesk } from './desk.ts'
import type { FormName } from './draft.ts'
import type { CaseReply } from './queries.ts'
import { useInSight } from './useInSight.ts'

interface Props {
  action: FormName
  lead: string
  send: string
  /** Leads to a decision that cannot be taken back. */
  danger?: boolean
  onSend: () => void
  children: ReactNode
}

export function ActionForm({ action, lead, send, danger, onSend, children }: Props) {
  const t = useT()
  const { one, busy, change } = useDesk()
  const form = useInSight<HTMLFormElement>(action)
  const offer = one.actions.find((each) => each.action === action)
  const refused = offer?.possible ? undefined : (offer?.because ?? 'state')
  const because = refused && (refused === 'state' ? t(`cases.because.${one.state}`) : t(`cases.because.${refused}`))
  const close = () => change({ form: null })
  const submit = () => !because && !busy && onSend()
  useShortcuts([
    { keys: 'Ctrl+Enter', label: t('cases.form.send'), group: t('cases.actions.title'), whileTyping: true, run: submit },
    { keys: 'Escape', label: t('cases.form.cancel'), group: t('cases.actions.title'), whileTyping: true, run: close },
  ])
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('textarea, input, select') ?? form.current?.querySelector<HTMLElement>('button')
    first?.focus({ preventScroll: true })
  }, [form])
  return (
    <form
      ref={form}
      className="case-form tb-stack"
      aria-label={t(`cases.actions.${action}`)}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3>{t(`cases.actions.${action}`)}</h3>
      <p className="tb-muted">{lead}</p>
      {children}
      <div className="case-form-buttons">
        <Button type="submit" block variant={danger ? 'danger' : 'primary'} busy={busy === action} disabledReason={because} shortcut="Ctrl+Enter">{send}</Button>
        <Button block variant="quiet" shortcut="Esc" onClick={close}>{t('cases.form.cancel')}</Button>
      </div>
      <p className="tb-muted">{t('cases.form.kept')}</p>
    </form>
  )
}

/** The letter as the applicant will get it, with what has been written so far. */
export function Letter({ action, ...blanks }: { action: FormName; reasons?: string; items?: readonly string[] }) {
  const t = useT()
  const textIn = useTextIn()
  const { one } = useDesk()
  const letter = one.letters.find((each) => each.action === action)
  if (!letter) return null
  return (
    <section className="case-letter" aria-label={t('cases.form.preview')}>
      <small>{t('cases.form.preview')}</small>
      <b>{textIn(letter.title)}</b>
      <p>{fillLetter(textIn(letter.body), blanks, '；')}</p>
    </section>
  )
}

/** Standard phrases of the pack, added to what is written with one press. They go out as they are, in the language of the proceedings (国家通用语言文字法第九条). */
export function Phrases({ use, onPick }: { use: CaseReply['phrases'][number]['for']; onPick: (phrase: string) => void }) {
  const t = useT()
  const { one } = useDesk()
  const phrases = one.phrases.filter((phrase) => phrase.for === use).map(({ text }) => text)
  if (phrases.length === 0) return null
  return (
    <div className="case-phrases" role="group" aria-label={t('cases.form.phrases')}>
      {phrases.map((phrase) => (
        <button key={phrase} type="button" lang="zh-CN" onClick={() => onPick(phrase)}>
          {phrase}
        </button>
      ))}
    </div>
  )
}
