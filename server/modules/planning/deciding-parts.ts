// The scenario as the search for the next question sees it: parts, each of which looks at a few answers only, and the questions still open in
// it. What a part says for the same few answers is worked out once, so that thousands of situations cost thousands of look-ups, not plans.
import { compileRule, type CompiledRule } from './rule.ts'
import type { MatterBlueprint, QuestionBlueprint, ServiceBlueprint } from './blueprint.ts'
import type { Facts } from './facts.ts'

/** Outcome chosen for each question, by its number; -1 while open. */
export type Assumed = readonly number[]

/** Numbers of questions as bits. */
export type Bits = number

/** Questions a number of bits can hold. */
export const mostQuestions = 30

/** `open`: questions that can still change it, with all that stands behind them. `value`: of a condition. `asksFor`: the question it cannot do without. */
export type Said = { open: Bits; value: boolean | undefined; asksFor: Bits }

/** `number` tells it from the others; `support`: numbers of the questions whose answers it looks at. */
export type Part = { number: number; support: readonly number[]; says(assumed: Assumed): Said }

/** `needs`: what a service asks for as far as answers decide it. */
export type ServiceParts = { service: ServiceBlueprint; when: Part | undefined; needs: readonly Part[] }

export type DecidingParts = { questions: readonly QuestionBlueprint[]; asked: readonly (Part | undefined)[]; services: readonly ServiceParts[] }

type Look = (facts: Facts, open: Set<string>) => { value?: boolean | undefined; asksFor?: string | undefined }

const sayings = new WeakMap<CompiledRule, string>()

const sayingOf = (rule: CompiledRule): string => {
  const saying = sayings.get(rule) ?? JSON.stringify(rule.expression)
  sayings.set(rule, saying)
  return saying
}

/** @param facts what is known, answers already given included */
export const decidingParts = (matter: MatterBlueprint, facts: Facts): DecidingParts => {
  const questions = [...matter.questions.values()].filter(({ concept }) => facts.value(concept) === undefined)
  const numbers = new Map(questions.map(({ concept }, number) => [concept, number]))
  const behind = (concepts: readonly string[]): number[] => matter.reach.all(concepts).flatMap((concept) => numbers.get(concept) ?? [])

  const assuming = (support: readonly number[], assumed: Assumed): Facts => {
    let from = facts
    for (const number of support) {
      const [question, outcome] = [questions[number], assumed[number] ?? -1]
      if (question && outcome >= 0) from = from.assuming(question.concept, question.outcomes[outcome] ?? null)
    }
    return from
  }
  /** Every chain behind what is open: what it is derived from, and what decides whether a question is put. */
  const bitsOf = (open: Set<string>, from: Facts): Bits => {
    let bits = 0
    for (const concept of open) {
      // a Set visits what is added while it is walked
      const derived = from.value(concept) === undefined ? matter.catalogue.concepts[concept]?.derived : undefined
      if (derived) compileRule(derived.expression).addOpen(from, open)
      matter.questions.get(concept)?.when?.addOpen(from, open)
      const number = numbers.get(concept)
      if (number !== undefined && from.value(concept) === undefined) bits |= 1 << number
    }
    return bits
  }
  let parts = 0
  const partOf = (reads: readonly string[], look: Look): Part => {
    const support = [...new Set(behind(reads))]
    const said = new Map<number | string, Said>()
    const situations = support.reduce((product, number) => product * ((questions[number]?.outcomes.length ?? 0) + 1), 1)
    const keyOf = (assumed: Assumed): number | string => {
      if (!Number.isSafeInteger(situations)) return support.map((number) => assumed[number]).join(' ')
      let key = 0
      for (const number of support) key = key * ((questions[number]?.outcomes.length ?? 0) + 1) + (assumed[number] ?? -1) + 1
      return key
    }
    parts += 1
    return {
      number: parts,
      support,
      says(assumed) {
        const key = keyOf(assumed)
        const known = said.get(key)
        if (known) return known
        const from = assuming(support, assumed)
        const open = new Set<string>()
        const { value, asksFor } = look(from, open)
        const number = asksFor === undefined ? undefined : numbers.get(asksFor)
        const made = { open: bitsOf(open, from), value, asksFor: number === undefined ? 0 : 1 << number }
        said.set(key, made)
        return made
      },
    }
  }
  const made = new Map<string, Part>()
  /** Many fields are required by the same rule: what says the same is looked at once. */
  const sharing = (said: string, make: () => Part): Part => {
    const part = made.get(said) ?? make()
    made.set(said, part)
    return part
  }
  const ruleNeed = (rule: CompiledRule, among: readonly string[] = rule.reads): Part =>
    sharing(`${sayingOf(rule)} ${among.join(' ')}`, () => partOf(rule.reads, (from, open) => {
      const all = new Set<string>()
      rule.addOpen(from, all)
      for (const concept of among) if (all.has(concept)) open.add(concept)
      return {}
    }))
  const condition = (rule: CompiledRule): Part =>
    partOf(rule.reads, (from, open) => {
      const value = rule.evaluate(from)
      if (value === undefined) rule.addOpen(from, open)
      return { value: value === undefined ? undefined : value === true }
    })
  const needsOf = (service: ServiceBlueprint): Part[] => [
    ...service.listedByQuestions.map(({ concept, required }) => partOf(typeof required === 'boolean' ? [concept] : [concept, ...required.reads], (from, open) => {
      const asked = typeof required === 'boolean' ? true : required.evaluate(from)
      if (from.value(concept) !== undefined || asked === false) return {}
      open.add(concept)
      return { asksFor: asked === undefined ? undefined : concept }
    })),
    ...new Set([...service.rulesByQuestions.map((rule) => ruleNeed(rule)), ...service.readersByQuestions.map(({ rule, unlisted }) => ruleNeed(rule, unlisted))]),
  ]
  return {
    questions,
    asked: questions.map(({ when }) => when && condition(when)),
    services: matter.services.map((service) => ({ service, when: service.when && condition(service.when), needs: needsOf(service) })),
  }
}
