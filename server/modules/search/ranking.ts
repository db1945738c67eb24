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

/** Where a term is found, best place first. The body alone is never enough: half of all services ask for an identity card. */
const places = { title: 1, alias: 0.9, context: 0.4, body: 0.15 }

/** What the whole question standing there adds to the share of the question found, which is at most 1. */
const wholeQuestion = { isTitle: 1, isAlias: 0.5, beginsTitle: 0.4, inTitle: 0.3, inAlias: 0.25 }
/** The other way round: an alias that stands whole in the question, by its share of it. */
const aliasInQuestion = 0.4
/** A short title says little besides what was asked. */
const brevity = 0.2
/** At equal fit what can be done here comes before what is described elsewhere, and a matter before its parts. */
const preference = { matter: 0.15, service: 0.1, answer: 0.05, importedService: 0 }
/** Taking away from a title that only informs about the thing asked for, unless that was asked. */
const informing = { words: ['查询', '咨询', '指引', '预约', '公示', '名录', '下载', '搜索', '检索', '公告', '验证'], penalty: 0.15 }
/** What happened to the things asked for, or to whom, counts at most this part of the things themselves. */
const mostForMinor = 0.3
/** Official words for what was typed must be there nearly whole: their fragments are chance. */
const leastOfOfficial = 0.6
/** A result has at least this share of the question, and of what the best one has of it. */
const leastShare = { ofQuestion: 0.2, ofBest: 0.45 }

/** The rarer, the more telling; a term nobody has is as telling as one that a single entry has. */
export const rarity = ({ documents, frequencies }: Statistics, term: string): number =>
  Math.log(1 + documents / Math.max(1, frequencies.get(term) ?? 0))

type Weighed = { wording: Wording; terms: { term: string; rarity: number }[]; sum: number }
type WeighedUnit = { wordings: Weighed[]; minor: boolean; weight: number }

const weigh = (statistics: Statistics, unit: Unit): WeighedUnit => {
  const wordings = unit.wordings.map((wording) => {
    const terms = wording.terms.map((term) => ({ term, rarity: rarity(statistics, term) }))
    return { wording, terms, sum: terms.reduce((sum, each) => sum + each.rarity, 0) }
  })
  const typical = wordings.map(({ terms, sum }) => sum / Math.max(1, terms.length))
  return { wordings, minor: unit.minor, weight: Math.max(...typical) * Math.sqrt([...unit.text].length) }
}

const sumOf = (units: readonly WeighedUnit[]): number => units.reduce((sum, { weight }) => sum + weight, 0)

/** Scales the units to a sum of 1, minor ones limited. */
const weighAll = (statistics: Statistics, question: Question): WeighedUnit[] => {
  const units = question.units.map((unit) => weigh(statistics, unit))
  const things = sumOf(units.filter(({ minor }) => !minor))
  const minors = sumOf(units.filter(({ minor }) => minor))
  const scale = things === 0 || minors === 0 ? 1 : Math.min(1, (mostForMinor * things) / minors)
  const limited = units.map((unit) => (unit.minor ? { ...unit, weight: unit.weight * scale } : unit))
  const total = sumOf(limited)
  return limited.map((unit) => ({ ...unit, weight: unit.weight / total }))
}

const placeOf = (entry: Candidate, term: string): number => {
  if (hasTerm(entry.titleWords, term)) return places.title
  if (entry.aliasWords.some((alias) => hasTerm(alias, term))) return places.alias
  if (hasTerm(entry.contextWords, term)) return places.context
  return entry.bodyTerms.includes(term) ? places.body : 0
}

/**
 * How much of a unit the entry has, by its best wording: the rarity of the terms found by where they stand, and less when
 * only a part of the wording is found, because half of a word is usually another word.
 */
const shareOf = (entry: Candidate, { wordings }: WeighedUnit): number =>
  Math.max(...wordings.map(({ wording, terms, sum }) => {
    const found = terms.map(({ term, rarity: rare }) => ({ rare, place: placeOf(entry, term) })).filter(({ place }) => place > 0)
    const part = found.reduce((total, { rare }) => total + rare, 0)
    if (sum === 0 || (wording.weight < 1 && part / sum < leastOfOfficial)) return 0
    return wording.weight * (found.reduce((total, { rare, place }) => total + rare * place, 0) / sum) * Math.sqrt(part / sum)
  }))

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

const onlyInforms = ({ titleWords }: Candidate, core: string): boolean => informing.words.some((word) => titleWords.endsWith(word) && !core.includes(word))

export type Ranked = Candidate & { score: number }

/** Best first; entries that have much less of the question than the best one are left out. @param near whether a region is the reader's own */
export const rank = (question: Question, candidates: readonly Candidate[], statistics: Statistics, near: (region: string) => boolean): Ranked[] => {
  if (question.units.length === 0) return []
  const units = weighAll(statistics, question)
  const readings = readingsOf(question)
  const length = [...question.core].length
  const scored = candidates.map((entry) => {
    const share = units.reduce((sum, unit) => sum + unit.weight * shareOf(entry, unit), 0)
    const whole = Math.max(...readings.map(({ text, weight }) => weight * wholeIn(entry, text)), aliasInQuestion * aliasShare(entry, question.core))
    const short = brevity * share * Math.min(1, length / Math.max(1, entry.titleWords.length))
    const taste = preference[entry.type] + (near(entry.region) ? 0.05 : 0) - (onlyInforms(entry, question.core) ? informing.penalty : 0)
    const score = share + whole + short + share * taste
    return { entry, share: share + whole, score }
  })
  const best = Math.max(0, ...scored.map(({ share }) => Math.min(1, share)))
  const least = Math.max(leastShare.ofQuestion, leastShare.ofBest * best)
  return scored
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry, score }) => ({ ...entry, score }))
}
