// A text people read, in Chinese and English beside each other; one of Hong Kong's own stays as it is.
import type { Value } from './fields.ts'
import { textsIn, textsValue } from './fields.ts'
import { useT } from '../../../shared/i18n/store.ts'
import { TextArea, TextInput } from '../../../ui/TextInput.tsx'

interface Props {
  label: string
  value: Value | undefined
  onChange: (value: Value | undefined) => void
  rows?: number
  hint?: string
  optional?: boolean
}

export function TextPair({ label, value, onChange, rows, hint, optional }: Props) {
  const t = useT()
  const texts = textsIn(value)
  const Input = rows === undefined ? TextInput : TextArea
  const size = rows === undefined ? {} : { rows }
  return (
    <div className="designs-pair">
      <Input {...size} label={t('designs.texts.zh', { label })} hint={hint} optional={optional} value={texts.zh} onChange={(zh) => onChange(textsValue(value, { ...texts, zh }))} />
      <Input {...size} label={t('designs.texts.en', { label })} optional value={texts.en} onChange={(en) => onChange(textsValue(value, { ...texts, en }))} />
    </div>
  )
}
