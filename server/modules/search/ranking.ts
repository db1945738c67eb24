// Which of the candidates answers the question best. Pure: no dictionary, no model, every point can be explained.
// A unit of the question counts by how rare its terms are; where it is found decides how much of that an entry gets.
import type { Question, Unit, Wording } from './question.ts'

/**
 * An entry that has some of the terms. `placeOf`: what a term counts in it, one of `placeWeights` or 0; `taste`: what is added for its type, region and
 * audience, in parts of its share of the question; `chosen`: how often it was chosen after this question, 0 to 1.
 */
export type Candidate = { key: string; titleWords: readonly string[]; aliasWords: readonly string[]; taste: number; chosen: number; placeOf: (term: string) => number }

export type Statistics = { documents: number; frequencyOf: (term: string) => number }

/** What a term counts by where it is found: title, alias, context, body. The body alone is never enough: half of all services ask for an identity card. */
export const placeWeights = [1, 0.9, 0.4, 0.15] as const

/** What the whole question standing there adds to the share of the question found, which is at most 1. */
const wholeQuestion = { isTitle: 1, isAlias: 0.5, beginsTitle: 0.4, inTitle: 0.3, inAlias: 0.25 }
/** The other way round: an alias that stands whole in the question, by its share of it. */
const aliasInQuestion = 0.4
/** A short title says little besides what was asked. */
const brevity = 0.2
/** What people chose after the same question, at most, in parts of the share. */
const chosenBefore = 0.3
/** Taking away from a title that only informs about the thing asked for, unless that was asked. */
const informing = { words: ['查询', '咨询', '指引', '预约', '公示', '名录', '下载', '搜索', '检索', '公告', '验证'], penalty: 0.15 }
/** What happened to the things asked for, or to whom, counts at most this part of the things themselves. */
const mostForMinor = 0.3
/** Official words for what was typed must be there nearly whole: their fragments are chance. */
export const leastOfOfficial = 0.6
/** A result has at least this share of the question, and of what the best one has of it. */
const leastShare = { ofQuestion: 0.15, ofBest: 0.4 }

/** The rarer, the more telling; a term nobody has is as telling as one that a single entry has. */
export const rarity = ({ documents, frequencyOf }: Statistics, term: string): number => Math.log(1 + documents / Math.max(1, frequencyOf(term)))

export type WeighedWording = { wording: Wording; terms: { term: string; rarity: number }[]; sum: number }
export type WeighedUnit = { wordings: WeighedWording[]; minor: boolean; weight: number }

const weigh = (statistics: Statistics, unit: Unit): WeighedUnit => {
  const wordings = unit.wordings.map((wording) => {
    const terms = wording.terms.map((term) => ({ term, rarity: rarity(statistics, term) }))
    return { wording, terms, sum: terms.reduce((sum, each) => sum + each.rarity, 0) }
  })
  const typical = wordings.map(({ terms, sum }) => sum / Math.max(1, terms.length))
  return { wordings, minor: unit.minor, weight: Math.max(...typical) * Math.sqrt([...unit.text].length) }
}

const sumOf = (units: readonly WeighedUnit[]): number => units.reduce((sum, { weight }) => sum + weight, 0)

/** Whether something may have what is said: some wording has no term that nothing has. */
const isOffered = ({ frequencyOf }: Statistics, { wordings }: Unit): boolean => wordings.some(({ terms }) => terms.every((term) => frequencyOf(term) > 0))

/** Where nothing offers what a way of saying something means, the words within it remain. */
const offeredUnits = (statistics: Statistics, { units }: Question): readonly Unit[] => {
  const offered = units.flatMap((unit) => {
    const { within } = unit
    if (within === undefined || isOffered(statistics, unit)) return [unit]
    return within.length === 0 ? [] : [{ ...unit, wordings: within }]
  })
  return offered.length > 0 ? offered : units
}

/** Scales the units to a sum of 1, minor ones limited. */
export const weighAll = (statistics: Statistics, question: Question): WeighedUnit[] => {
  const units = offeredUnits(statistics, question).map((unit) => weigh(statistics, unit))
  const things = sumOf(units.filter(({ minor }) => !minor))
  const minors = sumOf(units.filter(({ minor }) => minor))
  const scale = things === 0 || minors === 0 ? 1 : Math.min(1, (mostForMinor * things) / minors)
  const limited = units.map((unit) => (unit.minor ? { ...unit, weight: unit.weight * scale } : unit))
  const total = sumOf(limited)
  return limited.map((unit) => ({ ...unit, weight: unit.weight / total }))
}

/** How much of a wording an entry has. @param part rarity of its terms found @param weighed the same, each by where it stands */
export const shareOfWording = ({ wording, sum }: WeighedWording, part: number, weighed: number): number =>
  // Less when only a part is found, because half of a word is usually another word.
  sum === 0 || (wording.weight < 1 && part / sum < leastOfOfficial) ? 0 : wording.weight * (weighed / sum) * Math.sqrt(part / sum)

/** How much of a unit the entry has, by its best wording. */
const shareOf = ({ placeOf }: Candidate, { wordings }: WeighedUnit): number => {
  let best = 0
  for (const each of wordings) {
    // Nothing has more of a wording than what it counts.
    if (each.wording.weight <= best) continue
    let part = 0
    let weighed = 0
    for (const { term, rarity: rare } of each.terms) {
      const place = placeOf(term)
      if (place > 0) part += rare
      weighed += rare * place
    }
    best = Math.max(best, shareOfWording(each, part, weighed))
  }
  return best
}

/** What a short title adds, in parts of the share. @param length of the question, in characters */
export const brevityOf = (length: number, titleLength: number): number => brevity * Math.min(1, length / Math.max(1, titleLength))

/** A text instead of a title has more of everything by chance: the longer, the less its share counts. Titles are hardly ever so long. */
const longTitle = { from: 60, power: 0.3 }
const lengthShare = (titleLength: number): number => (longTitle.from / Math.max(longTitle.from, titleLength)) ** longTitle.power

/** The question as typed, and with each everyday word in official words. */
const readingsOf = ({ core, units }: Question): { text: string; weight: number }[] => [
  { text: core, weight: 1 },
  ...units.flatMap(({ text, wordings }) => wordings.slice(1).map((official) => ({ text: core.replace(text, official.text), weight: official.weight }))),
]

const wholeIn = (entry: Candidate, text: string): number => {
  if (entry.titleWords.includes(text)) return wholeQuestion.isTitle
  if (entry.aliasWords.includes(text)) return wholeQuestion.isAlias
  if (entry.titleWords.some((title) => title.startsWith(text))) return wholeQuestion.beginsTitle
  if (entry.titleWords.some((title) => title.includes(text))) return wholeQuestion.inTitle
  return entry.aliasWords.some((alias) => alias.includes(text)) ? wholeQuestion.inAlias : 0
}

const aliasShare = ({ aliasWords }: Candidate, core: string): number =>
  Math.max(0, ...aliasWords.map((alias) => ([...alias].length > 1 && core.includes(alias) ? alias.length / core.length : 0)))

const onlyInforms = ({ titleWords }: Candidate, core: string): boolean => informing.words.some((word) => titleWords[0]?.endsWith(word) && !core.includes(word))

export type Scored<Of> = { candidate: Of; share: number; score: number }

/** Best first; those that have much less of the question than the best one are left out. @param units of the question, weighed */
export const rank = <Of extends Candidate>(question: Question, units: readonly WeighedUnit[], candidates: readonly Of[]): Scored<Of>[] => {
  const readings = readingsOf(question)
  const length = [...question.core].length
  const scored = candidates.map((candidate): Scored<Of> => {
    const titleLength = candidate.titleWords[0]?.length ?? 0
    const found = lengthShare(titleLength) * units.reduce((sum, unit) => sum + unit.weight * shareOf(candidate, unit), 0)
    const share = found + Math.max(...readings.map(({ text, weight }) => weight * wholeIn(candidate, text)), aliasInQuestion * aliasShare(candidate, question.core))
    const taste = candidate.taste + chosenBefore * candidate.chosen - (onlyInforms(candidate, question.core) ? informing.penalty : 0)
    return { candidate, share, score: share + found * (brevityOf(length, titleLength) + taste) }
  })
  const best = Math.max(0, ...scored.map(({ share }) => Math.min(1, share)))
  const least = Math.max(leastShare.ofQuestion, leastShare.ofBest * best)
  return scored
    .filter(({ share }) => share >= least)
    .sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1))
}
