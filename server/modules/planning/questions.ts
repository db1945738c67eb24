// Which scenario questions still matter, and which to put next: the one with the least expected number of further questions.
// All answers of a question count as equally likely. How the first is found: `question-search.ts`.
import { fromFeel } from '../../kernel/feel/scope.ts'
import type { MatterBlueprint, QuestionBlueprint, ServiceBlueprint } from './blueprint.ts'
import type { Facts } from './facts.ts'
import { decidingParts, mostQuestions } from './deciding-parts.ts'
import { createQuestionSearch, TooManySituations } from './question-search.ts'
import { compileRule } from './rule.ts'
import { listDeclined, listWanted, type Wanted } from './selection.ts'

/** What is not settled in a situation. */
type Unsettled = {
  facts: Facts
  wanted: Wanted
  needs: { service: ServiceBlueprint; listed: ServiceBlueprint['listed']; rules: ServiceBlueprint['rulesByQuestions']; readers: ServiceBlueprint['readers'] }[]
}

const findUnsettled = (matter: MatterBlueprint, facts: Facts): Unsettled => {
  const wanted = listWanted(matter, facts)
  const needs: Unsettled['needs'] = []
  for (const service of matter.services) {
    if (wanted[service.index] === false) continue
    const listed = service.listedByQuestions.filter(({ concept, required }) => facts.value(concept) === undefined && (typeof required === 'boolean' || required.evaluate(facts) !== false))
    const rules = service.rulesByQuestions.filter((rule) => rule.evaluate(facts) === undefined)
    const readers = service.readersByQuestions.filter(({ rule }) => rule.evaluate(facts) === undefined)
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

/** The least expected number of questions, with which to begin; one answer ahead where the search to the end would be too long. */
export const searchQuestions = (matter: MatterBlueprint, facts: Facts, declinedServices: readonly string[]): { first: QuestionBlueprint | undefined; expected?: number; situations: number } => {
  const parts = decidingParts(matter, facts)
  if (parts.questions.length > mostQuestions) return { first: undefined, situations: 0 }
  const wantedOf = (wanted: (position: number) => boolean | undefined) => matter.services.map(({ index }) => wanted(index))
  const apart = declinedServices.length === 0
  const search = createQuestionSearch(parts, (wanted) => (apart ? noneLeftOut : listDeclined(matter, wantedOf(wanted), declinedServices)), apart)
  try {
    const { questions, first } = search.best()
    return { first: parts.questions[Math.min(...first)], expected: questions, situations: search.situations() }
  } catch (error) {
    if (!(error instanceof TooManySituations)) throw error
    return { first: parts.questions[search.ahead()], situations: search.situations() }
  }
}

const noneLeftOut: ReadonlySet<string> = new Set()

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
  const { first } = searchQuestions(matter, facts, declined)
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
