// A form of concepts on one page: what was typed, what is wrong with it, when to say so.
// Wrong answers are pointed out when the field is left, missing ones when the person goes on.
import { useState } from 'react'
import type { Concept, Constraint } from '../../../server/modules/catalogue/definitions.ts'
import { checkAnswer, isBlank, type Answer, type AnswerProblem, type Answers } from '../../../server/modules/planning/index.ts'
import type { FormError } from '../../ui/ErrorSummary.tsx'
import { afterPress } from './after-press.ts'
import { fieldId, type ConceptFieldProps } from './ConceptField.tsx'
import type { FieldContext } from './field-type.ts'
import { problemText } from './problem-text.ts'

export interface FormField {
  concept: Concept
  constraint: Constraint
  required: boolean
  /** The answer the server has. */
  saved: Answer
}

interface Options {
  /** Typed before and not saved yet. */
  typed?: Answers
  /** Working date 'YYYY-MM-DD' of limits relative to today. */
  on: string
  context: FieldContext
  onChange?: (values: Answers) => void
}

export interface Fields {
  /** What ConceptField takes for a field. */
  propsOf: (field: FormField) => ConceptFieldProps
  /** For ErrorSummary; empty until the person tried to go on. */
  errors: FormError[]
  attempt: number
  /** Whether everything can be taken; if not, says so at every field. */
  check: () => boolean
  /** Every answer as it stands, typed or saved. */
  values: () => Answers
  /** Changes answers at once, also those of fields that are not shown. */
  set: (changes: Answers) => void
}

export function useFields(fields: readonly FormField[], { typed = {}, on, context, onChange }: Options): Fields {
  const [edited, setEdited] = useState<Answers>(typed)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set(Object.keys(typed)))
  const [attempt, setAttempt] = useState(0)

  const valueOf = ({ concept, saved }: FormField): Answer => edited[concept.id] ?? (concept.id in edited ? null : saved)
  const problemOf = (field: FormField): AnswerProblem['code'] | undefined => {
    const value = valueOf(field)
    if (isBlank(value)) return field.required ? 'required' : undefined
    return checkAnswer(field.concept, field.constraint, value, on)
  }
  const textOf = (field: FormField): string | undefined => {
    const code = problemOf(field)
    return code && problemText(code, field.concept, field.constraint, on, context)
  }
  const shownAt = (field: FormField): string | undefined =>
    attempt > 0 || (left.has(field.concept.id) && !isBlank(valueOf(field))) ? textOf(field) : undefined

  return {
    propsOf: (field) => ({
      concept: field.concept,
      constraint: field.constraint,
      required: field.required,
      context,
      value: valueOf(field),
      error: shownAt(field),
      onChange: (value) => {
        const next = isBlank(value) ? null : value
        setEdited((before) => ({ ...before, [field.concept.id]: value }))
        onChange?.({ [field.concept.id]: next })
      },
      onBlur: () => afterPress(() => setLeft((before) => new Set(before).add(field.concept.id))),
    }),
    errors: fields.flatMap((field) => {
      const message = attempt > 0 ? textOf(field) : undefined
      return message === undefined ? [] : [{ field: fieldId(field.concept.id), message }]
    }),
    attempt,
    check: () => {
      const right = fields.every((field) => problemOf(field) === undefined)
      setAttempt(right ? 0 : attempt + 1)
      return right
    },
    set: (changes) => {
      setEdited((before) => ({ ...before, ...changes }))
      onChange?.(changes)
    },
    values: () => Object.fromEntries(fields.map((field) => [field.concept.id, valueOf(field)])),
  }
}
