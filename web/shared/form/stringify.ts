// Answers of every type as plain text in the reader's language. Pure.
// Kept apart from the fields, so that a page that only shows values loads no inputs.
import type { Concept, ConceptType } from '../../../server/modules/catalogue/definitions.ts'
import { isBlank, type Answer } from '../../../server/modules/planning/index.ts'
import { formatDate, formatMoney, formatNumber } from '../format.ts'
import type { FieldContext } from './field-type.ts'
import { placeName } from './places.ts'
import { inFours } from './typed.ts'

type Stringify = (value: Exclude<Answer, null>, concept: Concept, context: FieldContext) => string

const asTyped: Stringify = (value) => String(value)
const number: Stringify = (value, _, { language }) => (typeof value === 'number' ? formatNumber(value, language) : String(value))
const choice: Stringify = (value, { constraint }, { textIn }) => {
  const chosen = constraint.choices?.find((each) => each.value === value)
  return chosen ? textIn(chosen.name) : String(value)
}
const dateTime: Stringify = (value, _, { language }) => {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(String(value)) ?? []
  return date ? `${formatDate(date, language)} ${time}` : String(value)
}

const byType: Record<ConceptType, Stringify> = {
  text: choice,
  longText: asTyped,
  integer: number,
  decimal: number,
  money: (value, _, { language }) => (typeof value === 'number' ? formatMoney(value, language) : String(value)),
  boolean: (value, _, { t }) => (value === true ? t('common.yes') : value === false ? t('common.no') : String(value)),
  date: (value, _, { language }) => formatDate(String(value), language),
  time: asTyped,
  dateTime,
  choice,
  idNumber: asTyped,
  uscc: asTyped,
  phone: asTyped,
  address: asTyped,
  region: (value, _, context) => placeName(String(value), context),
  bankAccount: (value) => inFours(String(value)),
}

/** The text of an answer; empty for nothing. What is no valid answer comes back as it was typed. */
export function stringify(value: Answer, concept: Concept, context: FieldContext): string {
  return value === null || isBlank(value) ? '' : byType[concept.type](value, concept, context)
}
