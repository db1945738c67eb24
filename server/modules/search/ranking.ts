// Which of the candidates answers the question best. Pure: no dictionary, no model, every point can be explained.
// A unit of the question counts by how rare its terms are; where it is found decides how much of that an entry gets.
import type { Texts } from '../../kernel/texts.ts'
import type { DocumentType } from './document.ts'
import type { Question, Unit, Wording } from './question.ts'
import { hasTerm } from './terms.ts'

/** An entry that has at least one of the terms. `bodyTerms`: those of them that stand in its body only. */
export type Candidate = {
  type: DocumentType; id: string; region: string; title: Texts; summary: Texts
  titleWords: string; aliasWords: string[]; contextWords: string; bodyTerms: string[]
}

export type Statistics = { documents: number; frequencies: ReadonlyMap<string, number> }

/** Where a term is found, best place first. */
const places = { title: 1, alias: 0.9, context: 0.4, body: 0.25 }

/** What the whole question standing there adds to the share of the question found, which is at most 1. */
const wholeQuestion = { isTitle: 1, isAlias: 0.8, beginsTitle: 0.35, inTitle: 0.3, inAlias: 0.25 }
/** The other way round: an alias that stands whole in the question, by its share of it. */
const aliasInQuestion = 0.4
/** A short title says little besides what was asked. */
const brevity = 0.2
/** At equal fit what can be done here comes before what is described elsewhere, and a matter before its parts. */
const preference = { matter: 0.15, service: 0.1, importedService: 0 }
/** A result has at least this share of what the best one has of the question. */
const leastShare = 0.45

/** The rarer, the more telling; a term nobody has is as telling as one that a single entry has. */
export const rarity = ({ documents, frequencies }: Statistics, term: string): number =>
  Math.log(1 + documents / Math.max(1, frequencies.get(term) ?? 0))

type Weighed = { wording: Wording; terms: { term: string; rarity: number }[]; sum: number }
type WeighedUnit = { wordings: Weighed[]; weight: number }

const weigh = (statistics: Statistics, unit: Unit): WeighedUnit => {
  const wordings = unit.wordings.map((wording) => {
    const terms = wording.terms.map((term) => ({ term, rarity: rarity(statistics, term) }))
    return { wording, terms, sum: terms.reduce((sum, each) => sum + each.rarity, 0) }
  })
  const typical = wordings.map(({ terms, sum }) => sum / Math.max(1, terms.length))
  return { wordings, weight: Math.max(...typical) * Math.sqrt([...unit.text].length) }
}

const placeOf = (entry: Candidate, term: string): number => {
  if (hasTerm(entry.titleWords, term)) return places.title
  if (entry.aliasWords.some((alias) => hasTerm(alias, term))) return places.alias
  if (hasTerm(entry.contextWords, term)) return places.context
  return entry.bodyTerms.includes(term) ? places.body : 0
}

/** How much of a unit the entry has: of its best wording, the rarity of the terms found by where they stand. */
const shareOf = (entry: Candidate, { wordings }: WeighedUnit): number =>
  Math.max(...wordings.map(({ wording, terms, sum }) => (sum === 0 ? 0 : (wording.weight * terms.reduce((found, { term, rarity: rare }) => found + rare * placeOf(entry, term), 0)) / sum)))

/** The question as typed, and with each everyday word in official words. */
const readingsOf = ({ core, units }: Question): { text: string; weight: number }[] => [
  { text: core, weight: 1 },
  ...units.flatMap(({ text, wordings }) => wordings.slice(1).map((official) => ({ text: core.replace(text, official.text), weight: official.weight }))),
]

const wholeIn = (entry: Candidate, text: string): number => {
  if (entry.titleWords === text) return wholeQuestion.isTitle
  if (entry.aliasWords.includes(text)) return wholeQuestion.isAlias
  if (entry.titleWords.startsWith(text)) return wholeQuestion.beginsTitle
  if (entry.titleWords.includes(text)) return wholeQuestion.inTitle
  return entry.aliasWords.some((alias) => alias.includes(text)) ? wholeQuestion.inAlias : 0
}

const aliasShare = ({ aliasWords }: Candidate, core: string): number =>
  Math.max(0, ...aliasWords.map((alias) => ([...alias].length > 1 && core.includes(alias) ? alias.length / core.length : 0)))

export type Ranked = Candidate & { score: number }

/** Best first; entries that have much less of the question than the best one are left out. @param near whether a region is the reader's own */
export const rank = (question: Question, candidates: readonly Candidate[], statistics: Statistics, near: (region: string) => boolean): Ranked[] => {
  const units = question.units.map((unit) => weigh(statistics, unit))
  const total = units.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return []
  const readings = readingsOf(question)
  const length = [...question.core].length
  const scored = candidates.map((entry) => {
    const share = units.reduce((sum, unit) => sum + unit.weight * shareOf(entry, unit), 0) / total
    const whole = Math.max(...readings.map(({ text, weight }) => weight * wholeIn(entry, text)), aliasInQuestion * aliasShare(entry, question.core))
    const short = brevity * share * Math.min(1, length / Math.max(1, entry.titleWords.length))
    const score = share + whole + short + share * (preference[entry.type] + (near(entry.region) ? 0.05 : 0))
    return { entry, share: share + whole, score }
  })
  const best = Math.max(0, ...scored.map(({ share }) => Math.min(1, share)))
  return scored
    .filter(({ share }) => share > 0 && share >= leastShare * best)
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry, score }) => ({ ...entry, score }))
}
