// Comparing units or officials fairly: who has few ratings is moved towards the mean of all, the more the fewer they are (empirical Bayes,
// a beta prior by the method of moments). Those with too few are not ranked at all. Pure.

/** `hits` of `n`, such as satisfied of rated. */
export type Entry = { id: string; hits: number; n: number }

/** `rate` as it is, `adjusted` as it is ranked, both 0 … 1; `rank` from 1, equal for the same; null for too few. */
export type Ranked = Entry & { rate: number | null; adjusted: number | null; rank: number | null }

/** `mean` of all; `strength`: as many average cases as are added to everybody's own; `least` to be ranked at all. */
export type Rule = { mean: number; strength: number; least: number }

/** Fewer are told to nobody as a rate: single people could be recognised in them. */
export const leastShown = 5

const [weakest, strongest] = [5, 200]

/** How far those compared differ beyond chance decides how much a small number is worth. */
export const ruleFor = (entries: readonly Entry[]): Rule => {
  const all = entries.filter(({ n }) => n > 0)
  const n = all.reduce((sum, each) => sum + each.n, 0)
  const mean = n === 0 ? 0 : all.reduce((sum, each) => sum + each.hits, 0) / n
  const chance = mean * (1 - mean)
  if (all.length < 2 || chance === 0) return { mean, strength: weakest, least: leastShown }
  const spread = all.reduce((sum, each) => sum + each.n * (each.hits / each.n - mean) ** 2, 0) / n
  const between = Math.max(spread - (chance * all.length) / n, 0)
  const strength = between === 0 ? strongest : chance / between - 1
  return { mean, strength: Math.round(Math.min(strongest, Math.max(weakest, strength))), least: leastShown }
}

/** The best first; those not ranked at the end, in order of their ids. */
export const ranked = (entries: readonly Entry[], { mean, strength, least }: Rule): Ranked[] => {
  const shown = entries.map((each) => {
    const isRanked = each.n >= least
    return { ...each, rate: isRanked ? each.hits / each.n : null, adjusted: isRanked ? (each.hits + strength * mean) / (each.n + strength) : null }
  })
  const ordered = shown.toSorted((a, b) => (b.adjusted ?? -1) - (a.adjusted ?? -1) || b.n - a.n || (a.id < b.id ? -1 : 1))
  return ordered.map((each) => ({ ...each, rank: each.adjusted === null ? null : 1 + ordered.filter(({ adjusted }) => adjusted !== null && adjusted > (each.adjusted ?? 0)).length }))
}
