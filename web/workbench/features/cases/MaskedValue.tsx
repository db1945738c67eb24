// A masked value: shown in full for two minutes to an official who says why. Asked in a dialog, because the reason is kept and the person
// it concerns reads it.
import { useEffect, useState } from 'react'
import { revealReasons, type RevealReason } from '../../../../server/modules/cases/reveal.ts'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { queryClient } from '../../../shared/query-client.ts'
import { Button } from '../../../ui/Button.tsx'
import { RadioGroup } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useDesk } from './desk.ts'
import { caseQuery, type ContentItem } from './queries.ts'

type Shown = { value: string; until: string }

export function MaskedValue({ item }: { item: ContentItem }) {
  const t = useT()
  const textIn = useTextIn()
  const [shown, setShown] = useState<Shown>()
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(undefined), Math.max(0, Date.parse(shown.until) - Date.now()))
    return () => clearTimeout(timer)
  }, [shown])
  const name = textIn(item.name)
  const label = shown ? undefined : t('cases.content.revealOf', { name })
  return (
    <span className="case-masked">
      <span aria-live="polite">{shown?.value ?? textIn(item.display)}</span>
      <Button variant="plain" onClick={() => (shown ? setShown(undefined) : setAsking(true))} aria-label={label} title={label}>
        {shown ? t('cases.content.hide') : t('cases.content.reveal')}
      </Button>
      <AskReason open={asking} onClose={() => setAsking(false)} concept={item.concept} name={name} onShown={setShown} />
    </span>
  )
}

/** The reason chosen last is offered again: one case is often looked at for one purpose. */
let last: RevealReason | '' = ''

function AskReason({ open, onClose, concept, name, onShown }: { open: boolean; onClose: () => void; concept: string; name: string; onShown: (shown: Shown) => void }) {
  const t = useT()
  const { one } = useDesk()
  const [reason, setReason] = useState<RevealReason | ''>(last)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const missing = reason === '' || (reason === 'other' && note.trim().length < 4)
  const reveal = useChange(
    (given: RevealReason) => api('revealValue', { params: { id: one.id }, body: { concept, reason: given, ...(note.trim() ? { note: note.trim() } : {}) } }),
    ({ value, until }) => {
      last = reason
      onShown({ value: String(value), until })
      onClose()
      void queryClient.invalidateQueries({ queryKey: caseQuery(one.id).queryKey })
    },
  )
  const send = () => {
    setTried(true)
    if (reason !== '' && !missing) reveal.mutate(reason, { onError: () => toast(t('cases.failed.title'), { tone: 'danger' }) })
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      stay
      title={t('cases.reveal.title', { name })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>{t('common.back')}</Button>
          <Button busy={reveal.isPending} onClick={send}>{t('cases.reveal.show')}</Button>
        </>
      }
    >
      <div className="tb-stack">
        <p>{t('cases.reveal.lead')}</p>
        <RadioGroup
          label={t('cases.reveal.reason')}
          required
          value={reason}
          onChange={(value) => setReason(revealReasons.find((each) => each === value) ?? '')}
          options={revealReasons.map((value) => ({ value, label: t(`cases.reveal.reasons.${value}`) }))}
          error={tried && reason === '' ? t('cases.reveal.missing') : undefined}
        />
        <TextInput
          label={t('cases.reveal.note')}
          optional={reason !== 'other'}
          required={reason === 'other'}
          maxLength={200}
          value={note}
          onChange={setNote}
          error={tried && reason === 'other' && missing ? t('cases.reveal.noteMissing') : undefined}
        />
      </div>
    </Dialog>
  )
}
