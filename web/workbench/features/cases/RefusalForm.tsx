// Not granting or not accepting: reasons the applicant reads in full, with the letter beside them, and a last question,
// because neither can be taken back and services that wait for this one stop with it.
import { useState } from 'react'
import { useFormat } from '../../../shared/format.ts'
import { useTextIn } from '../../../shared/i18n/content.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextArea } from '../../../ui/TextInput.tsx'
import { ActionForm, Letter, Phrases } from './ActionForm.tsx'
import { useDesk } from './desk.ts'
import { longestReason, shortestReason } from './draft.ts'

export function RefusalForm({ action }: { action: 'refuse' | 'decline' }) {
  const t = useT()
  const textIn = useTextIn()
  const format = useFormat()
  const { one, draft, change, act } = useDesk()
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const text = draft.reasons[action]
  const write = (next: string) => change({ reasons: { ...draft.reasons, [action]: next } })
  const reasons = text.trim()
  const error = reasons.length < shortestReason ? t('cases.form.required') : reasons.length > longestReason ? t('cases.form.tooLong', { n: longestReason }) : undefined
  const falling = one.siblings.filter(({ falls }) => falls).map(({ serviceName }) => textIn(serviceName))
  const decide = () => {
    setAsking(false)
    act({ action, reasons })
  }
  return (
    <ActionForm
      action={action}
      lead={t(`cases.${action}.lead`)}
      send={t(`cases.${action}.confirm`)}
      danger
      onSend={() => {
        setTried(true)
        if (!error) setAsking(true)
      }}
    >
      <TextArea label={t(`cases.${action}.reasons`)} required hint={t(`cases.${action}.hint`)} rows={5} limit={longestReason} value={text} onChange={write} error={tried ? error : undefined} />
      <Phrases use={action} onPick={(phrase) => write(text.includes(phrase) ? text : `${text}${phrase}`)} />
      {falling.length > 0 && <Notice compact tone="warning">{t('cases.siblings.falls', { names: format.list(falling) })}</Notice>}
      <Letter action={action} reasons={reasons} />
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t(`cases.${action}.sure`)}
        footer={
          <>
            <Button variant="quiet" onClick={() => setAsking(false)}>{t('common.back')}</Button>
            <Button variant="danger" onClick={decide}>{t(`cases.${action}.confirm`)}</Button>
          </>
        }
      >
        <p>{t(`cases.${action}.sureText`)}</p>
        {falling.length > 0 && <p>{t('cases.siblings.falls', { names: format.list(falling) })}</p>}
        <Letter action={action} reasons={reasons} />
      </Dialog>
    </ActionForm>
  )
}
