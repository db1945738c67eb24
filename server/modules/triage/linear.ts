// A linear classifier: one line between each class and all others, with the widest margin (support vectors with squared hinge, solved by dual
// coordinate descent after Hsieh et al. 2008). The same rows give the same weights. Pure.
import { chanceFrom, shuffled } from '../../kernel/learning/chance.ts'

/** A row as numbers: which columns, and how much of each; its length is 1. */
export type Vector = { at: Int32Array; by: Float32Array }

const seed = 20_261_122
const passes = 20
/** What a row on the wrong side costs, against a narrower margin. */
const cost = 10

/** How far a row lies on the class's side; `weights` ends with where the line stands. */
export const margin = (weights: Float32Array, { at, by }: Vector): number => {
  let sum = weights[weights.length - 1] ?? 0
  for (let each = 0; each < at.length; each += 1) sum += (weights[at[each] ?? 0] ?? 0) * (by[each] ?? 0)
  return sum
}

/** Weights of one class against all others. @param columns how many columns there are @param sides 1 for rows of the class, -1 for others */
export const fitLine = (rows: readonly Vector[], sides: readonly (1 | -1)[], columns: number): Float32Array => {
  const weights = new Float32Array(columns + 1)
  const pulls = new Float64Array(rows.length)
  const own = Math.max(1, sides.filter((side) => side === 1).length)
  // A rare class costs more, by the root of how rare it is.
  const slack = { 1: 0.5 / (cost * Math.sqrt(rows.length / (2 * own))), [-1]: 0.5 / (cost * Math.sqrt(rows.length / (2 * Math.max(1, rows.length - own)))) }
  const lengths = rows.map(({ by }) => by.reduce((sum, part) => sum + part * part, 1))
  const chance = chanceFrom(seed)
  let order = [...rows.keys()]
  for (let pass = 0; pass < passes; pass += 1) {
    order = shuffled(order, chance)
    let moved = 0
    for (const nth of order) {
      const row = rows[nth]
      if (!row) continue
      const side = sides[nth] ?? -1
      const before = pulls[nth] ?? 0
      const give = slack[side]
      const pull = Math.max(0, before - (side * margin(weights, row) - 1 + give * before) / ((lengths[nth] ?? 1) + give))
      const step = (pull - before) * side
      if (step === 0) continue
      moved = Math.max(moved, Math.abs(step))
      pulls[nth] = pull
      for (let each = 0; each < row.at.length; each += 1) {
        const column = row.at[each] ?? 0
        weights[column] = (weights[column] ?? 0) + step * (row.by[each] ?? 0)
      }
      weights[columns] = (weights[columns] ?? 0) + step
    }
    if (moved < 0.001) break
  }
  return weights
}
