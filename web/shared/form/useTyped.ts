// A text box for an answer that is not a text: what is typed stays on the screen, what it means is reported.
// A value set from outside (prefill, another tab) replaces the text.
import { useState } from 'react'
import type { Answer } from '../../../server/modules/planning/index.ts'

export interface Typed {
  value: string
  onChange: (text: string) => void
  /** Writes the understood answer in its tidy form. */
  onBlur: () => void
}

interface Reading {
  /** What a text means; undefined when it means nothing yet. */
  read: (text: string) => Answer | undefined
  /** How an answer is typed. */
  write: (value: Answer) => string
}

export function useTyped(value: Answer, onChange: (value: Answer) => void, onBlur: () => void, { read, write }: Reading): Typed {
  const [last, setLast] = useState({ text: write(value), value })
  return {
    value: last.value === value ? last.text : write(value),
    onChange: (text) => {
      const meant = text.trim() === '' ? null : (read(text) ?? text)
      setLast({ text, value: meant })
      onChange(meant)
    },
    onBlur: () => {
      setLast({ text: write(value), value })
      onBlur()
    },
  }
}

/** An answer as it was typed, for types whose answers are texts. */
export const asText = (value: Answer): string => (value === null ? '' : String(value))
