// Whether groups fare alike with a policy: of those due it, who was paid, refused, still waits, and how long it took. Pure.
// Small cells are hidden, and the sums of the policy are taken as known, as coverage tells them. Differences are those of a group from all others.
import { leastShown, mergeSmall, protectTable } from '../../kernel/disclosure.ts'
import { meanDifference, shareDifference, type Difference, type Moments } from '../../kernel/interval.ts'
import { gapReasons } from './coverage.ts'
import { ageGroups } from './standing.ts'
import type { Count } from './surveys-store.ts'

export const dimensions = ['age', 'sex', 'district'] as const
export type Dimension = (typeof dimensions)[number]

export const fates = ['paid', 'refused', 'waits', 'declined'] as const
export type Fate = (typeof fates)[number]

/** `isClear`: the interval of 95 % does not hold 0. */
export type Told = Difference & { isClear: boolean }

/** Null: fewer than ten, or hidden with such a number. `groups`: several where one was too small. */
export type FairnessRow = { groups: string[]; due: number; counts: Record<Fate, number | null>; share: number | null; difference: Told | null; days: { mean: number; difference: Told | null } | null }

const fateOf = ({ outcome }: Count): Fate | undefined => {
  if (outcome === 'paid' || outcome === 'refused' || outcome === 'declined') return outcome
  return gapReasons.some((reason) => reason === outcome) ? 'waits' : undefined
}

const told = (difference: Difference): Told => ({ ...difference, isClear: difference.low > 0 || difference.high < 0 })

const momentsOf = (counts: readonly Count[]): Moments => counts.filter(({ outcome }) => outcome === 'paid').reduce((sum, { people, days, squares }) => ({ n: sum.n + people, sum: sum.sum + days, squares: sum.squares + squares }), { n: 0, sum: 0, squares: 0 })

const less = (all: Moments, own: Moments): Moments => ({ n: all.n - own.n, sum: all.sum - own.sum, squares: all.squares - own.squares })

const orderOf: Record<Dimension, (group: string) => number> = { age: (group) => ageGroups.findIndex((each) => each === group), sex: (group) => ['female', 'male'].indexOf(group), district: Number }

/** @param counts of one policy; empty where fewer than ten are due */
export const fairnessOf = (counts: readonly Count[], dimension: Dimension): FairnessRow[] => {
  const due = counts.filter((each) => fateOf(each) !== undefined)
  const groups = [...Map.groupBy(due, (each) => each[dimension])].map(([group, rows]) => ({ group, counts: fates.map((fate) => rows.reduce((sum, each) => (fateOf(each) === fate ? sum + each.people : sum), 0)) }))
  const merged = mergeSmall(groups.toSorted((a, b) => orderOf[dimension](a.group) - orderOf[dimension](b.group)))
  const total = merged.flatMap((row) => row.counts).reduce((sum, each) => sum + each, 0)
  if (total < leastShown) return []
  const { cells } = protectTable(merged.map((row) => row.counts), 'known')
  const [allPaid, allDays] = [merged.reduce((sum, row) => sum + (row.counts[0] ?? 0), 0), momentsOf(due)]
  return merged.map(({ groups: names, counts: own }, at): FairnessRow => {
    const n = own.reduce((sum, each) => sum + each, 0)
    const shown = Object.fromEntries(fates.map((fate, column) => [fate, cells[at]?.[column] ?? null])) as Record<Fate, number | null> // every fate is a key
    const { paid } = shown
    const days = momentsOf(due.filter((each) => names.includes(each[dimension])))
    const rest = less(allDays, days)
    return {
      groups: names, due: n, counts: shown, share: paid === null ? null : paid / n,
      difference: paid === null || total - n < leastShown ? null : told(shareDifference({ hits: paid, n }, { hits: allPaid - paid, n: total - n })),
      days: paid === null || days.n < leastShown ? null : { mean: days.sum / days.n, difference: rest.n < leastShown ? null : told(meanDifference(days, rest)) },
    }
  })
}
