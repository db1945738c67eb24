// From a sentence to the matter it means, with the questions it has answered, the one to put next, and what comes out so far.
// Keeps nothing: everything that was said or answered comes with each request.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { catalogueServed, listOutletsNear, type Catalogue, type Concept, type Matter, type Outlet } from '../catalogue/index.ts'
import { checkAnswer, isBlank, makePlan, type Answer, type Answers, type Plan, type PlannedQuestion } from '../planning/index.ts'
import { findFor } from '../search/index.ts'
import { noteUnanswered } from '../searches/index.ts'
import { readFacts, type SaidFact, type SaidFacts } from './facts.ts'
import { listMeant, listRuledOut, type Meant, type Stretch } from './meant.ts'
import { askableOf, sayingBook, type SayingBook } from './saying-book.ts'
import { readSentence, type Sentence } from './sentence.ts'

/** `matter`: chosen by the person; `answers`: given or put right; `dropped`: understood wrongly, by concept; `unknown`: questions they cannot answer now. */
export type Told = { said: string; region?: string; matter?: string; answers: Answers; dropped: readonly string[]; unknown: readonly string[] }

/** `stretch`: the words it was understood from; absent where the person answered. `name` absent: yes or no. */
export type Given = { concept: string; ask: Texts; value: Answer; name?: Texts; stretch?: Stretch }

export type OfferedMatter = { matter: Matter; sure: boolean; why?: Stretch; parts: Stretch[] }

export type Found = { type: string; id: string; title: Texts; summary: Texts; url: string }

/** What is known of one matter. `left`: questions still to be put, the next one included; `later`: those that wait until somebody applies. */
export type Guide = {
  matter: Matter
  catalogue: Catalogue
  given: Given[]
  unclear: { concept: string; ask: Texts; places: Stretch[] }[]
  answers: Answers
  next?: PlannedQuestion
  left: number
  later: number
  plan: Plan
}

export type Guided = { matters: OfferedMatter[]; guide?: Guide; services: Found[]; halls: Outlet[] }

/** Best guesses put as a choice when nothing is sure. */
const mostGuesses = 2
const mostServices = 4
const mostHalls = 2
/** Characters of the sentence the search is asked with. */
const longestQuestion = 200
/** Share of the question a guess must have where it is one clause: below it, the person is told that nothing was understood (docs/guide/guidance.md). */
const leastShare = 0.62
/** Clauses beyond which a sentence is not expected to be about something else. */
const mostClauses = 3

const matterOf = (catalogue: Catalogue, id: string): Matter => {
  const found = Object.hasOwn(catalogue.matters, id) ? catalogue.matters[id] : undefined
  if (!found) throw new Refusal('not_found', { matter: id })
  return found
}

const offer = (catalogue: Catalogue, { matter, sure, why, parts }: Meant): OfferedMatter => ({ matter: matterOf(catalogue, matter), sure, why, parts })

const checkGiven = (catalogue: Catalogue, answers: Answers, on: string): void => {
  const problems = Object.entries(answers).flatMap(([concept, value]) => {
    const definition = Object.hasOwn(catalogue.concepts, concept) ? catalogue.concepts[concept] : undefined
    const code = definition ? checkAnswer(definition, definition.constraint, value, on) : 'unknown'
    return code ? [{ concept, code }] : []
  })
  if (problems.length > 0) throw new Refusal('invalid_answers', problems)
}

const nameOf = (catalogue: Catalogue, concept: Concept, value: Answer): Texts | undefined => {
  if (concept.type === 'region' && typeof value === 'string') return catalogue.regions[value]?.name
  return concept.constraint.choices?.find((choice) => choice.value === value)?.name
}

const askOf = (catalogue: Catalogue, { scenario }: Matter, concept: string): Texts =>
  scenario.find((question) => question.concept === concept)?.ask ?? catalogue.concepts[concept]?.name ?? { 'zh-CN': concept }

const givenOf = (catalogue: Catalogue, matter: Matter, concept: string, value: Answer, fact?: SaidFact): Given[] => {
  const definition = catalogue.concepts[concept]
  if (!definition || isBlank(value)) return []
  const name = nameOf(catalogue, definition, value)
  return [{ concept, ask: askOf(catalogue, matter, concept), value, ...(name ? { name } : {}), ...(fact ? { stretch: { from: fact.from, to: fact.to } } : {}) }]
}

const isChoice = (catalogue: Catalogue, { concept, choices }: PlannedQuestion): boolean => choices.length > 0 || catalogue.concepts[concept]?.type === 'boolean'

const guideOf = (catalogue: Catalogue, matter: Matter, { facts, unclear }: SaidFacts, { answers: given, dropped, unknown }: Told, on: string): Guide => {
  // answers to another matter's questions stay with the person, in case they go back to it
  const askable = new Set(askableOf(matter))
  const answers = Object.fromEntries(Object.entries(given).filter(([concept]) => askable.has(concept)))
  const kept = facts.filter(({ concept }) => !dropped.includes(concept) && !Object.hasOwn(answers, concept))
  const all: Answers = { ...Object.fromEntries(kept.map(({ concept, value }) => [concept, value])), ...answers }
  const plan = makePlan({ catalogue, matter: matter.id, on, answers: all, known: [], registries: {}, declinedServices: [], uploaded: [] })
  const open = plan.questions.filter((question) => isChoice(catalogue, question) && !unknown.includes(question.concept))
  const [next] = open
  return {
    matter, catalogue, answers: all, plan, left: open.length, later: plan.questions.length - open.length, ...(next ? { next } : {}),
    given: [
      ...kept.flatMap((fact) => givenOf(catalogue, matter, fact.concept, fact.value, fact)),
      ...Object.entries(answers).flatMap(([concept, value]) => givenOf(catalogue, matter, concept, value)),
    ],
    unclear: unclear.filter(({ concept }) => all[concept] === undefined).map(({ concept, places }) => ({ concept, ask: askOf(catalogue, matter, concept), places })),
  }
}

/** Whoever says more says it in clauses of which perhaps one names the thing; a clause has more than one character and its sign. */
const leastShareOf = ({ clauses, text }: Sentence): number => leastShare / Math.sqrt(Math.max(1, Math.min(mostClauses, clauses.filter((from, at) => (clauses[at + 1] ?? text.length) - from > 2).length)))

/** What the search finds where no phrase says a matter surely and has enough of the sentence; matters only as guesses, and nothing of those ruled out. */
const search = async (app: App, catalogue: Catalogue, { said, region }: Told, sentence: Sentence, ruledOut: readonly string[]): Promise<{ matters: string[]; services: Found[] }> => {
  const not = new Set(ruledOut.flatMap((id) => [`matter/${id}`, ...matterOf(catalogue, id).services.map(({ service }) => `service/${service}`)]))
  const found = (await findFor(app, said.slice(0, longestQuestion), region === undefined ? {} : { region })).filter(({ type, id, share }) => share >= leastShareOf(sentence) && !not.has(`${type}/${id}`))
  return {
    matters: found.slice(0, mostServices).flatMap(({ type, id }) => (type === 'matter' ? [id] : [])),
    services: found.filter(({ type }) => type !== 'matter').slice(0, mostServices).map(({ type, id, title, summary, url }) => ({ type, id, title, summary, url })),
  }
}

const guesses = (catalogue: Catalogue, hinted: readonly Meant[], found: readonly string[], whole: Stretch): OfferedMatter[] => {
  const offered = hinted.map((each) => offer(catalogue, each))
  const others = found.filter((id) => catalogue.matters[id] && !offered.some(({ matter }) => matter.id === id)).map((id) => ({ matter: matterOf(catalogue, id), sure: false, parts: [whole] }))
  return [...offered, ...others].slice(0, mostGuesses)
}

/** The district named in the sentence, of those served. */
const placeIn = (sentence: Sentence, { places }: SayingBook): string | undefined =>
  places.named.find(sentence.text).flatMap(({ named }) => named.flatMap(({ text }) => places.codeOf(text) ?? [])).findLast((code) => !code.endsWith('00'))

/** @throws Refusal not_found for a matter or region that is not served, invalid_answers for answers that cannot be right */
export const guide = async (app: App, told: Told): Promise<Guided> => {
  const catalogue = catalogueServed(app, told.region)
  const on = plainDate(app.clock.now())
  checkGiven(catalogue, told.answers, on)
  const chosen = told.matter === undefined ? undefined : matterOf(catalogue, told.matter)
  const book = sayingBook(catalogue, app.packs.sayingsFor(catalogue.region))
  const sentence = readSentence(told.said)
  const whole = { from: 0, to: told.said.length }
  const listed = listMeant(sentence, book)
  const isSure = listed.some(({ sure }) => sure)
  const ruledOut = isSure ? [] : listRuledOut(sentence, book, (id) => catalogue.matters[id]?.name['zh-CN'])
  const meant = listed.filter(({ matter }) => !ruledOut.includes(matter))
  const found = isSure ? { matters: [], services: [] } : await search(app, catalogue, told, sentence, ruledOut)
  const matters = isSure ? meant.map((each) => offer(catalogue, each)) : guesses(catalogue, meant, found.matters, whole)
  const only = isSure && matters.length === 1 ? matters[0]?.matter : undefined
  const matter = chosen ?? only
  if (matters.length + found.services.length === 0 && !chosen) noteUnanswered(app, { text: told.said, source: 'guidance', region: told.region })
  const parts = matters.find((each) => each.matter.id === matter?.id)?.parts ?? [whole]
  return {
    matters,
    ...(matter ? { guide: guideOf(catalogue, matter, readFacts(sentence, matter, book, parts), told, on) } : {}),
    services: found.services,
    halls: listOutletsNear(app.packs.outletsFor(app.config.region), placeIn(sentence, book) ?? told.region ?? catalogue.region).slice(0, mostHalls),
  }
}
