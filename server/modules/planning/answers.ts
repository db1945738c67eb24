// Whether an answer is a valid value of its concept: type, length, choices, range, dates that exist, check digits.
// The same function runs while typing, when a draft is saved and when it is submitted; it never changes what was typed.
import { isPlainDate } from '../../kernel/clock.ts'
import { checkCreditCode, checkResidentId, tidyIdentifier, type IdentifierProblem } from '../../kernel/identifiers.ts'
import { isRegionCode } from '../../kernel/regions.ts'
import type { Catalogue, Concept, ConceptType, Constraint } from '../catalogue/definitions.ts'
import { matchesPattern, resolveDate } from './constraint.ts'
import type { Answer, AnswerProblem, Answers, CheckAnswer, Plan, PlanInput } from './plan.ts'

type Problem = AnswerProblem['code'] | undefined

/** Characters (Unicode code points) a text may have when its constraint sets no limit. */
const longest: Partial<Record<ConceptType, number>> = { text: 200, address: 200, longText: 2000, phone: 30, bankAccount: 40, idNumber: 30, uscc: 30 }

/** Mainland mobile, landline with area code and extension, service number, or international with '+'. */
const phoneNumber = /^(?:1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}|\+\d{6,15})$/

const clockTime = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/

/** Nothing typed: null, or only white space. */
export const isBlank = (value: Answer | undefined): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** Characters as a person counts them closely enough: code points, so an emoji or a rare character is one. */
export const lengthOf = (text: string): number => {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** The value as it is kept: identifiers half-width and in capitals, single-line texts without outer white space, blanks as null. */
export const tidyAnswer = (concept: Concept, value: Answer): Answer => {
  if (isBlank(value)) return null
  if (typeof value !== 'string') return value
  if (concept.type === 'idNumber' || concept.type === 'uscc' || concept.type === 'bankAccount') return tidyIdentifier(value)
  return value.trim()
}

const checkText = (type: ConceptType, constraint: Constraint, value: string): Problem => {
  const most = constraint.maxLength ?? longest[type] ?? 200
  // two UTF-16 units at most per code point: whatever is longer need not be counted
  const length = value.length > most * 2 ? Infinity : lengthOf(value)
  if (length > most) return 'tooLong'
  if (length < (constraint.minLength ?? 0)) return 'tooShort'
  const unprintable = type === 'longText' ? /[^\P{Control}\n\r\t]/u : /\p{Control}/u
  if (unprintable.test(value) || /\p{Surrogate}/u.test(value)) return 'pattern'
  return constraint.pattern !== undefined && !matchesPattern(constraint.pattern, value) ? 'pattern' : undefined
}

const checkNumber = (type: ConceptType, constraint: Constraint, value: Answer): Problem => {
  if (typeof value !== 'number' || !(type === 'decimal' ? Number.isFinite(value) : Number.isSafeInteger(value))) return 'type'
  return value < (constraint.minimum ?? -Infinity) || value > (constraint.maximum ?? Infinity) ? 'range' : undefined
}

const checkDay = (constraint: Constraint, day: string, on: string): Problem => {
  if (!isPlainDate(day)) return 'date'
  const isEarly = constraint.earliest !== undefined && day < resolveDate(constraint.earliest, on)
  const isLate = constraint.latest !== undefined && day > resolveDate(constraint.latest, on)
  return isEarly || isLate ? 'range' : undefined
}

const checkMoment = (constraint: Constraint, value: string, on: string): Problem => {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})?$/.exec(value) ?? []
  if (day === undefined || time === undefined || !clockTime.test(time)) return 'date'
  return checkDay(constraint, day, on)
}

const identifierProblem = (problem: IdentifierProblem): AnswerProblem['code'] => {
  if (problem === 'check_digit') return 'checkDigit'
  return problem === 'date' || problem === 'future_date' ? 'date' : 'pattern'
}

/** What only this type demands of its text. */
const checkShape = (type: ConceptType, constraint: Constraint, value: string, on: string): Problem => {
  switch (type) {
    case 'date':
      return checkDay(constraint, value, on)
    case 'time':
      return clockTime.test(value) ? undefined : 'date'
    case 'dateTime':
      return checkMoment(constraint, value, on)
    case 'idNumber': {
      const checked = checkResidentId(value, on)
      return checked.ok ? undefined : identifierProblem(checked.problem)
    }
    case 'uscc': {
      const checked = checkCreditCode(value)
      return checked.ok ? undefined : identifierProblem(checked.problem)
    }
    case 'phone':
      return constraint.pattern !== undefined || phoneNumber.test(value.replaceAll(' ', '')) ? undefined : 'pattern'
    case 'region':
      return isRegionCode(value) ? undefined : 'pattern'
    case 'bankAccount':
      return /^\d{8,30}$/.test(tidyIdentifier(value)) ? undefined : 'pattern'
    case 'choice':
      return constraint.choices ? undefined : 'choice'
    default:
      return undefined
  }
}

/**
 * The first thing wrong with a value, or undefined. A blank has nothing wrong: whether it is required is the plan's business.
 * Lengths count code points; a pattern must match the whole value; money is integer fen.
 * @param on working date 'YYYY-MM-DD', for dates relative to today
 */
export const checkAnswer: CheckAnswer = (concept, constraint, value, on) => {
  if (isBlank(value)) return undefined
  const { type } = concept
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : 'type'
  if (type === 'integer' || type === 'decimal' || type === 'money') return checkNumber(type, constraint, value)
  if (typeof value !== 'string') return 'type'
  const tidy = tidyAnswer(concept, value)
  const text = typeof tidy === 'string' ? tidy : ''
  if (constraint.choices && !constraint.choices.some((choice) => choice.value === text)) return 'choice'
  return checkText(type, constraint, text) ?? checkShape(type, constraint, text, on)
}

/** Concepts that still have to be answered before the application can be submitted: open questions, then required fields. */
export const neededAnswers = (plan: Plan): string[] => [
  ...plan.questions.map(({ concept }) => concept),
  ...plan.concepts.filter(({ source, required, value }) => source.kind === 'ask' && required && isBlank(value)).map(({ concept }) => concept),
]

/**
 * Registries the plan counts on for something required without having heard from them. Before an application is submitted
 * each is asked, or its state recorded (declined, unavailable); then the plan asks the person instead.
 */
export const unaskedRegistries = (plan: Plan, registries: PlanInput['registries']): string[] => {
  const unasked = new Set<string>()
  for (const { source, required, value } of plan.concepts) {
    if (source.kind === 'registry' && source.state === 'notAsked' && required && value === undefined) unasked.add(source.registry)
  }
  for (const { source } of plan.evidence) {
    if (source.kind === 'registry' && (registries[source.registry] ?? 'notAsked') === 'notAsked') unasked.add(source.registry)
  }
  return [...unasked].sort()
}

/** Everything that keeps these answers from being submitted, in the order of the plan; answers to concepts nobody knows come last. */
export const checkAnswers = (plan: Plan, catalogue: Catalogue, answers: Answers): AnswerProblem[] => {
  const problems: AnswerProblem[] = []
  for (const { concept } of plan.questions) problems.push({ concept, code: 'required' })
  const open = new Set(plan.questions.map(({ concept }) => concept))
  for (const { concept, source, required, constraint } of plan.concepts) {
    const definition = catalogue.concepts[concept]
    if (!definition || open.has(concept) || (source.kind !== 'ask' && source.kind !== 'scenario')) continue
    const answer = answers[concept] ?? null
    const code = isBlank(answer) ? (required ? 'required' : undefined) : checkAnswer(definition, constraint, answer, plan.on)
    if (code) problems.push({ concept, code })
  }
  for (const concept of Object.keys(answers)) {
    if (!Object.hasOwn(catalogue.concepts, concept)) problems.push({ concept, code: 'unknown' })
  }
  return problems
}
