// What a matter saves, from the burden before and after: which figures there are and how large each saving is.
// Pure. The figures come from the planner; nothing is estimated here.
import type { Burden } from '../../../../server/modules/planning/plan.ts'

export interface Saved {
  id: keyof Burden
  before: number
  after: number
  /** How many fewer; never below 0. */
  less: number
  /** Share saved, 0 to 1; 0 when there was nothing before. */
  share: number
}

/** The saving in one figure. */
export function savedIn(id: keyof Burden, before: Burden, after: Burden): Saved {
  const less = Math.max(0, before[id] - after[id])
  return { id, before: before[id], after: after[id], less, share: before[id] > 0 ? less / before[id] : 0 }
}

/** The savings worth a chip on a card, the most telling first; figures that save nothing are left out. */
export function tellingSavings(before: Burden, after: Burden): Saved[] {
  return (['fields', 'evidence', 'trips', 'workingDays'] as const).map((id) => savedIn(id, before, after)).filter(({ less }) => less > 0)
}
