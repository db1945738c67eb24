// Asking for a person to call back: a number, and the conversation goes along, so that nothing has to be said twice.
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useChange } from '../../../shared/changing.ts'
import { messageOf } from '../../../shared/failure.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TextInput } from '../../../ui/TextInput.tsx'

export interface SaidLine {
  who: 'person' | 'assistant'
  text: string
}

const mostLines = 40
const longestLine = 2000

export function CallBack({ said }: { said: readonly SaidLine[] }) {
  const t = useT()
  const [key] = useState(() => crypto.randomUUID())
  const [phone, setPhone] = useState('')
  const asking = useChange(() => api('handOverToAgent', { body: { key, phone: phone.trim(), transcript: said.slice(-mostLines).map(({ who, text }) => ({ who, text: text.slice(0, longestLine) })) } }))
  if (asking.isSuccess) return <Notice tone="success" live="polite"><p>{asking.data.front ? t('assistant.callBack.front') : t('assistant.callBack.done')}</p></Notice>
  const missing = phone.replaceAll(/\D/g, '').length < 5 ? t('assistant.callBack.need') : undefined
  return (
    <form
      className="assistant-box"
      onSubmit={(event) => {
        event.preventDefault()
        if (missing === undefined) asking.mutate()
      }}
    >
      <TextInput label={t('assistant.callBack.label')} hint={t('assistant.callBack.hint')} type="tel" inputMode="tel" autoComplete="tel" value={phone} onChange={setPhone} maxLength={20} error={asking.error === null ? undefined : (messageOf(asking.error) ?? t('ui.error.text'))} />
      <Button type="submit" variant="ghost" busy={asking.isPending} disabledReason={missing}>{t('assistant.callBack.action')}</Button>
    </form>
  )
}
