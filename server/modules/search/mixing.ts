// One list of results out of two: what has the words of the question, and what people meant who said something like it, both by how much they mean
// what was asked. Pure.
// The first five places should show different things: of near-duplicates the best comes first, and one place is kept for the other reading.
import type { Ranked } from './finding.ts'

/** How much the score of what was meant by something alike counts, where nothing has the words asked for; where something has them all, only half of it. */
const alikeCounts = { most: 0.3, lessBy: 0.5 }
/** What a title counts that means nearly the same as the question, by the cosine it has beyond `from`; less where something has all the words. */
const likenessCounts = { most: 2, lessBy: 0.5, from: 0.3 }
/** Results whose title is compared with the question. */
const compared = 40
/** The least score of a result of something alike, which has no word of the question: beside results that have some, and alone. */
const alikeKept = { least: 0.15, leastAlone: 0.35 }
/** The place kept for the best of them, when it would come later. */
const keptPlace = 4
/** Titles that have this part of their pairs of characters in common are near-duplicates; each one before it takes so much of a result's score. */
const duplicate = { from: 0.5, keeps: 0.92 }
/** Results among which, and places for which, near-duplicates are moved back. */
const spreadOver = { results: 40, places: 10 }

const keyOf = ({ type, id, region }: Ranked): string => `${type}/${id}@${region}`

/** 机动车驾驶证初次申领（外国人…） and 机动车驾驶证初次申领（大陆居民…） are one thing twice. */
const stemOf = ({ title }: Ranked): ReadonlySet<string> => {
  const stem = (title['zh-CN'] ?? '').replace(/[（(].*$/u, '')
  return new Set(Array.from({ length: Math.max(0, stem.length - 1) }, (_, at) => stem.slice(at, at + 2)))
}

const inCommon = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let both = 0
  for (const pair of one) if (other.has(pair)) both += 1
  return both / Math.max(1, one.size + other.size - both)
}

/** The same results, the first ten places without crowds of near-duplicates. @param found best first */
export const spread = (found: readonly Ranked[]): Ranked[] => {
  const pool = found.slice(0, spreadOver.results).map((result) => ({ result, stem: stemOf(result), score: result.score }))
  const first: Ranked[] = []
  while (pool.length > 0 && first.length < spreadOver.places) {
    const best = pool.reduce((liked, each) => (each.score > liked.score ? each : liked))
    first.push(best.result)
    pool.splice(pool.indexOf(best), 1)
    for (const each of pool) if (each.result.type === best.result.type && inCommon(each.stem, best.stem) >= duplicate.from) each.score *= duplicate.keeps
  }
  return [...first, ...pool.map(({ result }) => result), ...found.slice(spreadOver.results)]
}

/** How much a normalised title means the same as the question, 0 to 1. */
export type LikenessOf = (title: string) => number

const added = (found: readonly Ranked[], alike: readonly Ranked[], likenessOf: LikenessOf): Ranked[] => {
  const certainty = Math.min(1, Math.max(0, ...found.slice(0, 20).map(({ share }) => share)))
  const counts = alikeCounts.most * (1 - alikeCounts.lessBy * certainty)
  const meaningCounts = likenessCounts.most * (1 - likenessCounts.lessBy * certainty)
  const byMeaning = ({ called }: Ranked): number => meaningCounts * Math.max(0, likenessOf(called) - likenessCounts.from)
  const scores = new Map(alike.map((result) => [keyOf(result), result.score]))
  const known = new Set(found.map(keyOf))
  return [
    ...found.map((result, at) => ({ ...result, score: result.score + counts * (scores.get(keyOf(result)) ?? 0) + (at < compared ? byMeaning(result) : 0) })),
    ...alike.filter((result) => !known.has(keyOf(result))).map((result) => ({ ...result, share: counts * result.share, score: counts * result.score + byMeaning(result) })),
  ].sort((a, b) => b.score - a.score)
}

/**
 * Both lists in one. @param found what has the words of the question @param alike what is meant by something like it; both best first.
 * @param likenessOf how much a title means the same as the question; absent: nothing is known of that
 * The score of a result is that of all three; near-duplicates and the kept place may stand beside the order of scores.
 */
export const mixed = (found: readonly Ranked[], alike: readonly Ranked[], likenessOf: LikenessOf = () => 0): Ranked[] => {
  const least = found.length === 0 ? alikeKept.leastAlone : alikeKept.least
  const likely = alike.filter(({ score }) => score >= least)
  const all = spread(added(found, likely, likenessOf))
  const [other] = likely
  const at = other === undefined ? -1 : all.findIndex((result) => keyOf(result) === keyOf(other))
  if (at <= keptPlace) return all
  const [moved] = all.splice(at, 1)
  return moved === undefined ? all : all.toSpliced(keptPlace, 0, moved)
}
