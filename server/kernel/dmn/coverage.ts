// What no row answers, what two rows answer at once, and which rows never count: every combination of values that makes a difference is
// tried, so each finding comes with a counterexample. Inputs are taken as independent of each other.
import { hitsOf, type HitPolicy, type Reading } from './hit-policy.ts'
import type { Sample } from './axis.ts'

/** One combination of values by input. */
export type Situation = Record<string, string>

export type Coverage = {
  /** nothing holds */
  gap?: Situation
  /** pairs of rows that hold together, by their places from 0 */
  overlaps: { rows: [number, number]; at: Situation }[]
  /** rows that never count */
  unreachable: number[]
}

export type Axis = { input: string; samples: readonly Sample[] }

/** More combinations than this are not tried. */
export const mostSituations = 100_000

type Found = { gap?: Situation; overlaps: Map<string, { rows: [number, number]; at: Situation }>; reached: Set<number> }

const look = (policy: HitPolicy, passing: readonly boolean[], at: () => Situation, reading: Reading<number>, found: Found): void => {
  const held = passing.map((holds, row) => ({ row, holds }))
  const holding = held.filter(({ holds }) => holds).map(({ row }) => row)
  if (holding.length === 0) found.gap ??= at()
  holding.forEach((a, place) => {
    for (const b of holding.slice(place + 1)) {
      const key = `${a} ${b}`
      if (!found.overlaps.has(key)) found.overlaps.set(key, { rows: [a, b], at: at() })
    }
  })
  const counting = policy === 'UNIQUE' || policy === 'ANY' ? holding : hitsOf(policy, held, reading).rows
  for (const row of counting) found.reached.add(row)
}

/** Undefined when there are more combinations than are tried. */
export const coverageOf = (policy: HitPolicy, rows: number, axes: readonly Axis[], reading: Reading<number>): Coverage | undefined => {
  if (axes.reduce((product, { samples }) => product * samples.length, 1) > mostSituations) return undefined
  const found: Found = { overlaps: new Map(), reached: new Set() }
  const chosen: Sample[] = []
  const go = (depth: number, passing: readonly boolean[]): void => {
    const axis = axes[depth]
    if (!axis) return look(policy, passing, () => Object.fromEntries(axes.map(({ input }, at) => [input, chosen[at]?.text ?? ''])), reading, found)
    for (const sample of axis.samples) {
      chosen[depth] = sample
      go(depth + 1, passing.map((holds, row) => holds && sample.passes[row] === true))
    }
  }
  go(0, Array.from({ length: rows }, () => true))
  const unreachable = Array.from({ length: rows }, (_, row) => row).filter((row) => !found.reached.has(row))
  return { ...(found.gap ? { gap: found.gap } : {}), overlaps: [...found.overlaps.values()], unreachable }
}
