// What the form engine knows of a type of answer: how it is put in, how it is shown, how it reads as plain text.
// field-types.tsx has one entry for every type a pack may use; nothing else in the product asks for the type of a concept.
import type { ComponentType } from 'react'
import type { Concept, Constraint, Region } from '../../../server/modules/catalogue/definitions.ts'
import type { Answer } from '../../../server/modules/planning/index.ts'
import type { Texts } from '../../../server/kernel/texts.ts'
import type { FieldOptions } from '../../ui/Field.tsx'
import type { Language } from '../i18n/languages.ts'
import type { T } from '../i18n/store.ts'

/** What words and names a value is written in. */
export interface FieldContext {
  t: T
  language: Language
  textIn: (texts: Texts) => string
  /** Names of places by GB/T 2260 code. */
  regions: Readonly<Record<string, Pick<Region, 'name' | 'parent' | 'level'>>>
}

export interface InputProps extends FieldOptions {
  concept: Concept
  /** The concept's constraint, narrowed by every service that needs it. */
  constraint: Constraint
  /** The answer; a text that is none yet stays as it was typed, so nothing typed is lost. */
  value: Answer
  onChange: (value: Answer) => void
  onBlur: () => void
  context: FieldContext
}

export interface OutputProps {
  concept: Concept
  value: Answer
  context: FieldContext
}

export interface FieldType {
  Input: ComponentType<InputProps>
  Output: ComponentType<OutputProps>
  /** Plain text in the reader's language; empty for nothing. */
  stringify: (value: Answer, concept: Concept, context: FieldContext) => string
}
