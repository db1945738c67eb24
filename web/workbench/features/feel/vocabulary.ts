// The names a rule may speak of where it is written: facts of policies, or fields of forms, with their types and choices.
// Every FEEL field below a provider completes and checks with them.
import { createContext } from 'react'
import type { Texts } from '../../../../server/kernel/texts.ts'

/** One name: `person.birthDate`. `many`: it is a list of these subjects, whose names are read without the subject. */
export interface Name {
  id: string
  name: Texts
  type: string
  choices: readonly { value: string; name: Texts }[]
  many?: string | null
}

export interface Writing {
  names: readonly Name[]
  readOnly: boolean
}

export const WritingContext = createContext<Writing>({ names: [], readOnly: false })
