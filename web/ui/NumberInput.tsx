// A number typed as text: keeps what was typed, reports the number it means (undefined when it means none).
// No spinner buttons and no scroll wheel, which change numbers by accident.
import { useState } from 'react'
import { TextInput, type TextInputProps } from './TextInput.tsx'
import { readNumber } from './number.ts'

export interface NumberInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'inputMode'> {
  value: number | undefined
  /** The number, and the text as typed, so that a wrong text can be pointed at. */
  onChange: (value: number | undefined, typed: string) => void
  /** Whole numbers get the plain digit keyboard. */
  whole?: boolean
}

export function NumberInput({ value, onChange, whole, width = 'short', ...rest }: NumberInputProps) {
  // What was typed last and the number it meant; a value set from outside (prefill, undo) replaces the text.
  const [last, setLast] = useState({ typed: value === undefined ? '' : String(value), value })
  const shown = last.value === value ? last.typed : String(value ?? '')
  return (
    <TextInput
      {...rest}
      width={width}
      inputMode={whole ? 'numeric' : 'decimal'}
      value={shown}
      onChange={(typed) => {
        const number = readNumber(typed)
        setLast({ typed, value: number })
        onChange(number, typed)
      }}
    />
  )
}
