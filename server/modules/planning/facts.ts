// What is known while a plan is made: facts of registries and profile first, then the person's answers, then what follows from them.
// Values are worked out when first looked at and remembered, so a plan computes nothing it does not need.
import type { Catalogue, Concept, ConceptType } from '../catalogue/definitions.ts'
import { fromFeel, toFeel, type FeelType, type Scope } from '../../kernel/feel/scope.ts'
import type { FeelValue } from '../../kernel/feel/value.ts'
import { checkAnswer, isBlank } from './answers.ts'
import { isFresh } from './freshness.ts'
import { compileRule, type CompiledRule, type RuleInput } from './rule.ts'
import type { Answer, Answers, ConceptSource, CountedFact, KnownFact, OfferedFact, RegistryState } from './plan.ts'

const isOffered = (fact: KnownFact): fact is OfferedFact => fact.source.kind === 'credential' || fact.source.kind === 'earlier'

/** What the applicant may take over instead of typing it: what an e-licence of theirs says, an earlier answer, or what is usual. */
export type Offer = { source: Extract<ConceptSource, { kind: 'credential' | 'earlier' | 'default' }>; value: Answer }

export type Facts = RuleInput & {
  /** the fact to use for a concept: profile before registry before result, the newest of each; none when disputed */
  fact(concept: string): CountedFact | undefined
  isDisputed(concept: string): boolean
  /** a registry had said something, too long ago to count */
  isStale(concept: string): boolean
  /** what stands in while the person has not answered; never for a scenario question, nor what cannot be right */
  offer(concept: string): Offer | undefined
  /** a scenario question whose own condition is settled and not true: never put, reads as null */
  isClosed(concept: string): boolean
  /** the value as JSON; undefined while unknown */
  answer(concept: string): Answer | undefined
  /** the same facts with another answer to one concept */
  assuming(concept: string, answer: Answer): Facts
}

type FactsInput = {
  catalogue: Catalogue
  /** working date 'YYYY-MM-DD': `today` in rules */
  on: string
  answers: Answers
  known?: readonly KnownFact[]
  registries?: Readonly<Record<string, RegistryState>>
  staleFacts?: 'kept'
  /** conditions of the scenario questions, by concept */
  questions?: ReadonlyMap<string, { when: CompiledRule | undefined }>
  /** derived values may be given as answers (frozen cases); otherwise they are only ever computed */
  acceptDerived?: boolean
}

const feelTypes: Partial<Record<ConceptType, FeelType>> = {
  integer: 'number', decimal: 'number', money: 'number', boolean: 'boolean', date: 'date', time: 'time', dateTime: 'dateTime',
}

export const feelTypeOf = (type: ConceptType): FeelType => feelTypes[type] ?? 'text'

const precedence = { profile: 0, registry: 1, result: 2, credential: 3, earlier: 4 }

/** Whether `a` is to be used rather than `b`. Ties are broken by the value, so that the order of facts does not matter. */
const isBetter = (a: KnownFact, b: KnownFact): boolean => {
  const order = precedence[a.source.kind] - precedence[b.source.kind]
  if (order !== 0) return order < 0
  if (a.asOf !== b.asOf) return a.asOf > b.asOf
  return JSON.stringify([a.source, a.value]) < JSON.stringify([b.source, b.value])
}

const readFacts = ({ known = [], registries = {}, catalogue, on, staleFacts }: FactsInput) => {
  const best = new Map<string, CountedFact>()
  const offered = new Map<string, OfferedFact>()
  const disputed = new Set<string>()
  const stale = new Set<string>()
  for (const fact of known) {
    const { concept, source } = fact
    if (fact.disputed) disputed.add(concept)
    if (fact.value === null || (source.kind === 'registry' && registries[source.registry] === 'declined')) continue
    if (source.kind === 'registry' && staleFacts !== 'kept' && !isFresh(fact, catalogue.registries[source.registry]?.freshDays, on)) {
      stale.add(concept)
      continue
    }
    if (source.kind === 'earlier' && !isFresh(fact, catalogue.concepts[concept]?.validDays ?? -1, on)) continue
    const other = (isOffered(fact) ? offered : best).get(concept)
    if (other && !isBetter(fact, other)) continue
    if (isOffered(fact)) offered.set(concept, fact)
    else best.set(concept, fact)
  }
  for (const concept of disputed) best.delete(concept)
  return { best, offered, disputed, stale }
}

const asAnswer = (value: unknown): Answer =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null

const isChoice = ({ constraint: { choices } }: Concept, answer: Answer): boolean => !choices || choices.some(({ value }) => value === answer)

/** Facts over one catalogue. An answer that cannot be right (a date that does not exist, no longer a choice) counts as not given. */
export const createFacts = (input: FactsInput): Facts => {
  const { best, offered, disputed, stale } = readFacts(input)
  const today = toFeel(input.on, 'date')

  const over = (given: (concept: string) => Answer | undefined): Facts => {
    const values = new Map<string, FeelValue | undefined>()

    const isClosed = (concept: string): boolean => {
      const when = input.questions?.get(concept)?.when
      if (!when || best.has(concept)) return false
      const asked = when.evaluate(facts)
      return asked !== undefined && asked !== true
    }

    const workOut = (concept: string): FeelValue | undefined => {
      const definition = input.catalogue.concepts[concept]
      if (!definition) return undefined
      const fact = best.get(concept)
      if (fact) return toFeel(fact.value, feelTypeOf(definition.type))
      if (isClosed(concept)) return null
      if (definition.derived) {
        const value = compileRule(definition.derived.expression).evaluate(facts)
        if (value !== undefined || !input.acceptDerived) return value
      }
      const answer = given(concept) ?? offerOf(concept)?.value
      if (answer === undefined || answer === null || !isChoice(definition, answer)) return undefined
      return toFeel(answer, feelTypeOf(definition.type)) ?? undefined
    }

    const offerOf = (concept: string): Offer | undefined => {
      const definition = input.catalogue.concepts[concept]
      if (!definition || definition.derived || input.questions?.has(concept) || !isBlank(given(concept))) return undefined
      const fact = offered.get(concept)
      if (fact && isRight(definition, fact.value)) return { source: fact.source.kind === 'earlier' ? { ...fact.source, on: fact.asOf } : fact.source, value: fact.value }
      const usual = definition.default && compileRule(definition.default.expression).evaluate(facts)
      const value = usual === undefined ? null : asAnswer(fromFeel(usual))
      return value !== null && isRight(definition, value) ? { source: { kind: 'default' }, value } : undefined
    }
    const isRight = (definition: Concept, value: Answer): boolean => checkAnswer(definition, definition.constraint, value, input.on) === undefined

    const value = (concept: string): FeelValue | undefined => {
      const known = values.get(concept)
      if (known !== undefined || values.has(concept)) return known
      values.set(concept, undefined) // a circle of definitions stays unknown
      const found = workOut(concept)
      values.set(concept, found)
      return found
    }

    const scope: Scope = { get: (name) => (name === 'today' ? today : value(name)), outer: undefined }
    const facts: Facts = {
      value,
      scope,
      isClosed,
      fact: (concept) => best.get(concept),
      isDisputed: (concept) => disputed.has(concept),
      isStale: (concept) => stale.has(concept),
      offer: offerOf,
      answer(concept) {
        const fact = best.get(concept)
        if (fact) return fact.value
        if (input.catalogue.concepts[concept]?.derived) {
          const computed = value(concept)
          return computed === undefined ? undefined : asAnswer(fromFeel(computed))
        }
        return given(concept) ?? offerOf(concept)?.value
      },
      assuming: (changed, answer) => over((concept) => (concept === changed ? answer : given(concept))),
    }
    return facts
  }

  return over((concept) => (Object.hasOwn(input.answers, concept) ? input.answers[concept] : undefined))
}
