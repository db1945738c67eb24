// Answering a card, confirming or cancelling it: each a short text the other side reads.
// What was typed stays when sending fails.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { askAgain, type Card } from './queries.ts'

const longest = 2000
const shortestAnswer = 5
const shortestReason = 2

interface Props {
  card: Card
  onClose: () => void
}

export function AnswerDialog({ card, onClose }: Props) {
  const t = useT()
  const [text, setText] = useState('')
  const [rectified, setRectified] = useState(false)
  return (
    <Asking
      title={t('supervision.answer.title')} send={t('supervision.answer.send')} done={t('supervision.answer.done')} onClose={onClose}
      error={text.trim().length < shortestAnswer ? t('supervision.answer.short') : undefined}
      call={() => api('answerCard', { params: { id: card.id }, body: { text: text.trim(), rectified } })}
    >
      {(error) => (
        <>
          <TextArea label={t('supervision.answer.text')} hint={t('supervision.answer.hint')} required limit={longest} value={text} onChange={setText} error={error} />
          <Checkbox label={t('supervision.answer.rectified')} checked={rectified} onChange={setRectified} />
        </>
      )}
    </Asking>
  )
}

export function VerdictDialog({ card, verdict, onClose }: Props & { verdict: 'confirmed' | 'cancelled' }) {
  const t = useT()
  const [reasons, setReasons] = useState('')
  const action = verdict === 'confirmed' ? 'confirm' : 'cancel'
  return (
    <Asking
      title={t(`supervision.verdict.${action}Title`)} send={t(`supervision.verdict.${action}`)} done={t('supervision.verdict.done')} onClose={onClose}
      error={reasons.trim().length < shortestReason ? t('supervision.verdict.required') : undefined}
      call={() => api('decideCard', { params: { id: card.id }, body: { verdict, reasons: reasons.trim() } })}
    >
      {(error) => <TextArea label={t('supervision.verdict.reasons')} hint={t('supervision.verdict.hint')} required limit={longest} value={reasons} onChange={setReasons} error={error} />}
    </Asking>
  )
}

interface AskingProps {
  title: string
  send: string
  done: string
  /** What is wrong with what was typed; shown once sending was tried. */
  error: string | undefined
  call: () => Promise<unknown>
  onClose: () => void
  children: (error: string | undefined) => React.ReactNode
}

function Asking({ title, send, done, error, call, onClose, children }: AskingProps) {
  const t = useT()
  const [tried, setTried] = useState(false)
  const sending = useChange(call, () => {
    askAgain('supervision', 'staff-messages')
    toast(done, { tone: 'success' })
    onClose()
  })
  const submit = () => {
    setTried(true)
    if (error === undefined) sending.mutate(undefined)
  }
  return (
    <Dialog open stay onClose={onClose} title={title} footer={<><Button variant="quiet" onClick={onClose}>{t('common.back')}</Button><Button busy={sending.isPending} onClick={submit}>{send}</Button></>}>
      <div className="tb-stack">
        {sending.error !== null && <Notice tone="danger" live="assertive" title={messageOf(sending.error) ?? t('supervision.failed')} />}
        {children(tried ? error : undefined)}
      </div>
    </Dialog>
  )
}
