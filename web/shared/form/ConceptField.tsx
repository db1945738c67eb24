// The field of one concept: label, hint and example from its definition, the input of its type, the problem in words.
// ConceptValue is the same to be read. Both take the type from field-types.tsx and know nothing else about it.
import type { ReactNode } from 'react'
import type { Concept, Constraint } from '../../../server/modules/catalogue/definitions.ts'
import type { Answer } from '../../../server/modules/planning/index.ts'
import { fieldTypes } from './field-types.tsx'
import type { FieldContext } from './field-type.ts'
import './form.css'

export interface ConceptFieldProps {
  concept: Concept
  constraint: Constraint
  /** May it stay empty? */
  required: boolean
  value: Answer
  onChange: (value: Answer) => void
  onBlur: () => void
  /** What is wrong, in words. */
  error?: string | undefined
  /** Instead of the concept's name, where the surroundings say the rest. */
  label?: string
  /** At the right of the label: why it is asked although a registry should know, for example. */
  aside?: ReactNode
  context: FieldContext
}

/** The address of a field on its page: ErrorSummary and links from other pages lead to it. */
export const fieldId = (concept: string): string => `field-${concept}`

function hintOf({ hint, example, type }: Concept, { t, textIn }: FieldContext): string | undefined {
  const words = hint && textIn(hint)
  // The hint of a date already shows how to type one.
  const shown = example !== undefined && type !== 'date' && type !== 'region' && !words?.includes(example) ? t('form.example', { example }) : undefined
  return [words, shown].filter(Boolean).join(' ') || undefined
}

export function ConceptField({ concept, constraint, required, value, onChange, onBlur, error, label, aside, context }: ConceptFieldProps) {
  const { Input } = fieldTypes[concept.type]
  return (
    <Input
      concept={concept}
      constraint={constraint}
      context={context}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      id={fieldId(concept.id)}
      label={label ?? context.textIn(concept.name)}
      hint={hintOf(concept, context)}
      error={error}
      optional={!required}
      aside={aside}
    />
  )
}

export function ConceptValue({ concept, value, context }: { concept: Concept; value: Answer; context: FieldContext }) {
  const { Output } = fieldTypes[concept.type]
  return <Output concept={concept} value={value} context={context} />
}
