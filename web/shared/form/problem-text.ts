// What is wrong with an answer, as a sentence that says how to put it right.
// The code comes from checkAnswer, which the server asks too; here it only gets words.
import type { Concept, Constraint } from '../../../server/modules/catalogue/definitions.ts'
import { resolveDate, type AnswerProblem } from '../../../server/modules/planning/index.ts'
import { formatDate, formatMoney, formatNumber } from '../format.ts'
import type { FieldContext } from './field-type.ts'

type Words = Pick<FieldContext, 't' | 'textIn' | 'language'>

const chosen = new Set<Concept['type']>(['choice', 'boolean', 'region'])

function requiredText({ type }: Concept, name: string, { t }: Words): string {
  return chosen.has(type) ? t('form.problem.choose', { name }) : t('form.problem.fillIn', { name })
}

function rangeText({ type }: Concept, { minimum, maximum, earliest, latest }: Constraint, name: string, on: string, { t, language }: Words): string {
  const isDay = type === 'date' || type === 'dateTime'
  const written = (bound: number) => (type === 'money' ? formatMoney(bound, language) : formatNumber(bound, language))
  const low = isDay ? earliest && formatDate(resolveDate(earliest, on), language) : minimum !== undefined && written(minimum)
  const high = isDay ? latest && formatDate(resolveDate(latest, on), language) : maximum !== undefined && written(maximum)
  if (isDay && !low && latest === 'today') return t('form.problem.future', { name })
  if (low && high) return isDay ? t('form.problem.betweenDays', { name, low, high }) : t('form.problem.between', { name, low, high })
  if (low) return isDay ? t('form.problem.notBefore', { name, low }) : t('form.problem.atLeast', { name, low })
  return isDay ? t('form.problem.notAfter', { name, high: high || '' }) : t('form.problem.atMost', { name, high: high || '' })
}

function patternText({ type, example }: Concept, name: string, { t }: Words): string {
  switch (type) {
    case 'idNumber':
      return t('form.problem.idNumber')
    case 'uscc':
      return t('form.problem.uscc')
    case 'phone':
      return t('form.problem.phone')
    case 'bankAccount':
      return t('form.problem.bankAccount')
    case 'region':
      return t('form.problem.region')
    default:
      return example === undefined ? t('form.problem.letters', { name }) : t('form.problem.like', { name, example })
  }
}

function typeText(concept: Concept, name: string, words: Words): string {
  const { t } = words
  if (concept.type === 'money') return t('form.problem.money', { name })
  if (concept.type === 'integer') return t('form.problem.whole', { name })
  if (concept.type === 'decimal') return t('form.problem.number', { name })
  return requiredText(concept, name, words)
}

function dateText({ type }: Concept, name: string, { t }: Words): string {
  if (type === 'time') return t('form.problem.time', { name })
  if (type === 'idNumber') return t('form.problem.idNumberDate')
  return t('form.problem.date', { name })
}

/** The default limits of checkAnswer, for sentences that name them. */
const longest: Partial<Record<Concept['type'], number>> = { longText: 2000, phone: 30, bankAccount: 40, idNumber: 30, uscc: 30 }

/** @param on working date 'YYYY-MM-DD', for limits relative to today */
export function problemText(code: AnswerProblem['code'], concept: Concept, constraint: Constraint, on: string, words: Words): string {
  const { t, textIn } = words
  const name = textIn(concept.name)
  switch (code) {
    case 'required':
    case 'choice':
      return requiredText(concept, name, words)
    case 'type':
      return typeText(concept, name, words)
    case 'tooLong':
      return t('form.problem.tooLong', { name, max: constraint.maxLength ?? longest[concept.type] ?? 200 })
    case 'tooShort':
      return t('form.problem.tooShort', { name, min: constraint.minLength ?? 1 })
    case 'range':
      return rangeText(concept, constraint, name, on, words)
    case 'checkDigit':
      return t('form.problem.checkDigit', { name })
    case 'date':
      return dateText(concept, name, words)
    case 'pattern':
      return patternText(concept, name, words)
    case 'unknown':
      return t('form.problem.unknown', { name })
  }
}
