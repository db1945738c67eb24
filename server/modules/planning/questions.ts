// Which scenario questions still matter, and which to put next: the one with the least expected number of further questions.
// All answers of a question count as equally likely. Small matters are searched to the end, larger ones a few answers ahead.
import { fromFeel } from '../../kernel/feel/scope.ts'
import type { MatterBlueprint, QuestionBlueprint, ServiceBlueprint } from './blueprint.ts'
import type { Facts } from './facts.ts'
import { compileRule } from './rule.ts'
import { listDeclined, listWanted, type Wanted } from './selection.ts'

/** Situations looked at before one next question is chosen. */
const searchLimit = 1500

/** Pairs of answers beyond which only one answer ahead is looked at. */
const widthLimit = 120

/** What is not settled in a situation. Further answers only settle more, so the next situation starts from here. */
type Unsettled = {
  facts: Facts
  wanted: Wanted
  needs: { service: ServiceBlueprint; listed: ServiceBlueprint['listed']; rules: ServiceBlueprint['rulesByQuestions']; readers: ServiceBlueprint['readers'] }[]
}

const findUnsettled = (matter: MatterBlueprint, facts: Facts, before?: Unsettled): Unsettled => {
  const from = before?.needs ?? matter.services.map((service) => ({ service, listed: service.listedByQuestions, rules: service.rulesByQuestions, readers: service.readersByQuestions }))
  const wanted = listWanted(matter, facts, before?.wanted)
  const needs: Unsettled['needs'] = []
  for (const { service, ...parts } of from) {
    if (wanted[service.index] === false) continue
    const listed = parts.listed.filter(({ concept, required }) => facts.value(concept) === undefined && (typeof required === 'boolean' || required.evaluate(facts) !== false))
    const rules = parts.rules.filter((rule) => rule.evaluate(facts) === undefined)
    const readers = parts.readers.filter(({ rule }) => rule.evaluate(facts) === undefined)
    if (listed.length + rules.length + readers.length > 0) needs.push({ service, listed, rules, readers })
  }
  return { facts, wanted, needs }
}

/** The unknown concepts that can still change which services apply or what the chosen ones need, with all that stands behind them. */
const listLive = (matter: MatterBlueprint, { facts, wanted, needs }: Unsettled, declinedServices: readonly string[]): Set<string> => {
  const live = new Set<string>()
  const declined = listDeclined(matter, wanted, declinedServices)
  for (const { service, when, index } of matter.services) {
    if (wanted[index] === undefined && !declined.has(service.id)) when?.addOpen(facts, live)
  }
  for (const { service: { service, index }, listed, rules, readers } of needs) {
    if (wanted[index] !== true || declined.has(service.id)) continue
    for (const { concept } of listed) live.add(concept)
    for (const rule of rules) rule.addOpen(facts, live)
    for (const { rule, unlisted } of readers) {
      const open = new Set<string>()
      rule.addOpen(facts, open)
      for (const concept of unlisted) if (open.has(concept)) live.add(concept)
    }
  }
  for (const concept of live) {
    // a Set visits what is added while it is walked, so this follows every chain
    const derived = facts.value(concept) === undefined ? matter.catalogue.concepts[concept]?.derived : undefined
    if (derived) compileRule(derived.expression).addOpen(facts, live)
    matter.questions.get(concept)?.when?.addOpen(facts, live)
  }
  return live
}

type OpenQuestions = { ready: QuestionBlueprint[]; waiting: QuestionBlueprint[] }

/** Questions that matter: ready to be put, or waiting for the answer to another question first. */
const openQuestions = (matter: MatterBlueprint, unsettled: Unsettled, declined: readonly string[]): OpenQuestions => {
  const { facts } = unsettled
  const live = listLive(matter, unsettled, declined)
  const open: OpenQuestions = { ready: [], waiting: [] }
  for (const question of matter.questions.values()) {
    if (!live.has(question.concept) || facts.value(question.concept) !== undefined) continue
    const asked = question.when ? question.when.evaluate(facts) : true
    if (asked === true) open.ready.push(question)
    else open.waiting.push(question)
  }
  // questions that wait for each other would never be put; a question is better than a dead end
  return open.ready.length > 0 ? open : { ready: open.waiting, waiting: [] }
}

type Expected = { questions: number; first?: QuestionBlueprint }

/** Finds the question after which the fewest are expected, looking `depth` answers ahead; situations met twice are judged once. */
const createSearch = (matter: MatterBlueprint, declined: readonly string[]) => {
  const seen = new Map<string, Expected>()

  /** Questions still to come once `question` is put, on average over its answers. */
  const after = (situation: Unsettled, question: QuestionBlueprint, assumed: readonly string[], depth: number, open: number): number => {
    if (question.outcomes.length === 0) return open - 1
    let sum = 0
    for (const answer of question.outcomes) {
      const next = findUnsettled(matter, situation.facts.assuming(question.concept, answer), situation)
      sum += expect(next, [...assumed, `${question.concept}=${String(answer)}`], depth - 1).questions
    }
    return sum / question.outcomes.length
  }

  const expect = (situation: Unsettled, assumed: readonly string[], depth: number): Expected => {
    const key = [...assumed].sort().join('\n')
    const known = seen.get(key)
    if (known) return known
    const { ready, waiting } = openQuestions(matter, situation, declined)
    const open = ready.length + waiting.length
    let best: Expected = { questions: open }
    // The answer to the only open question may open others.
    if (depth > 0 && open > 0) {
      for (const question of ready) {
        const questions = 1 + after(situation, question, assumed, depth, open)
        if (!best.first || questions < best.questions - 1e-9) best = { questions, first: question }
      }
    }
    seen.set(key, best)
    return best
  }
  return expect
}

/** How many answers ahead can be searched: to the end when all situations are few. */
const depthFor = (matter: MatterBlueprint, facts: Facts): number => {
  const branching = [...matter.questions.values()].filter(({ concept }) => facts.value(concept) === undefined).map(({ outcomes }) => outcomes.length)
  if (branching.reduce((situations, outcomes) => situations * (outcomes + 1), 1) <= searchLimit) return branching.length
  const width = branching.reduce((sum, outcomes) => sum + outcomes, 0)
  return width * width <= widthLimit ? 2 : 1
}

const chosen = new WeakMap<MatterBlueprint, Map<string, QuestionBlueprint | undefined>>()

/** Situations whose next question is remembered, of one matter. */
const situationsKept = 300

/** The question to put first: searched once for all that is known, since every plan of a person who has just come asks for the same. */
const firstOf = (matter: MatterBlueprint, situation: Unsettled, declined: readonly string[]): QuestionBlueprint | undefined => {
  const { facts } = situation
  const known = [...new Set([...matter.questions.keys(), ...matter.order])].flatMap((concept) => {
    const value = facts.value(concept)
    return value === undefined ? [] : [[concept, fromFeel(value)]]
  })
  const key = JSON.stringify([fromFeel(facts.scope.get('today') ?? null), declined, known])
  const ofMatter = chosen.get(matter) ?? new Map<string, QuestionBlueprint | undefined>()
  chosen.set(matter, ofMatter)
  if (ofMatter.has(key)) return ofMatter.get(key)
  const { first } = createSearch(matter, declined)(situation, [], depthFor(matter, facts))
  if (ofMatter.size >= situationsKept) ofMatter.clear()
  ofMatter.set(key, first)
  return first
}

/** Questions to put now, the best one first, the others in the order of the matter; and those that wait for one of them. */
export const listOpenQuestions = (matter: MatterBlueprint, facts: Facts, declined: readonly string[]): OpenQuestions => {
  const isAnswered = ({ concept }: QuestionBlueprint): boolean => facts.value(concept) !== undefined
  if ([...matter.questions.values()].every(isAnswered)) return { ready: [], waiting: [] }
  const situation = findUnsettled(matter, facts)
  const open = openQuestions(matter, situation, declined)
  if (open.ready.length < 2) return open
  const first = firstOf(matter, situation, declined)
  return first && open.ready.includes(first) ? { ...open, ready: [first, ...open.ready.filter((question) => question !== first)] } : open
}
