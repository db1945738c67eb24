// It should be mine after all: what was said and answered so far, and a form while an appeal can be made. What is typed stays when it fails.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useFormat } from '../../../shared/format.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { mineQuery, type Entitlement } from './queries.ts'

export function Appeals({ one, uscc, mayConfirm }: { one: Entitlement; uscc: string; mayConfirm: boolean }) {
  const t = useT()
  return (
    <>
      {one.appeals.toReversed().map((said) => (
        <div key={said.madeAt} className="tb-stack">
          <p>{t('benefits.appeal.mine', { text: said.text })}</p>
          <p className="tb-muted">{said.state === 'open' ? t(said.level === 2 ? 'benefits.appeal.waitingAbove' : 'benefits.appeal.waiting') : t(`benefits.appeal.answers.${said.state}`, { text: said.answer })}</p>
        </div>
      ))}
      {one.appeal && !mayConfirm && <Form one={one} chance={one.appeal} uscc={uscc} />}
    </>
  )
}

function Form({ one, chance, uscc }: { one: Entitlement; chance: { level: number; until: string }; uscc: string }) {
  const t = useT()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [attempt, setAttempt] = useState(0)
  const sending = useChange(() => api('appealBenefit', { params: { id: one.id }, body: { text: text.trim() } }), () => {
    toast(t('benefits.appeal.sent'))
    void queryClient.invalidateQueries({ queryKey: mineQuery(uscc).queryKey })
  })
  const isShort = text.trim().length < 4
  if (!isOpen) return <div className="tb-row"><Button variant="ghost" onClick={() => setOpen(true)}>{t(chance.level === 2 ? 'benefits.appeal.askAbove' : 'benefits.appeal.ask')}</Button><span className="tb-muted">{t('benefits.appeal.until', { day: format.date(chance.until) })}</span></div>
  return (
    <div className="tb-stack">
      <TextArea label={t('benefits.appeal.text')} hint={t('benefits.appeal.textHint')} rows={3} limit={2000} value={text} onChange={setText} error={attempt > 0 && isShort ? t('benefits.appeal.short') : undefined} />
      {sending.error !== null && <Notice tone="danger" live="assertive">{messageOf(sending.error) ?? t('benefits.own.failed')}</Notice>}
      <div className="tb-row">
        <Button busy={sending.isPending} onClick={() => (isShort ? setAttempt(attempt + 1) : sending.mutate())}>{t('benefits.appeal.send')}</Button>
        <Button variant="quiet" onClick={() => setOpen(false)}>{t('benefits.appeal.cancel')}</Button>
      </div>
    </div>
  )
}
