// Services side by side: each starts when the last result it waits for is there. Working days from submission.
// The baseline beside it is one person applying for one service after another, each taking the time the law allows.
import type { Dependencies } from './dependencies.ts'

export type Slot = { start: number; end: number; critical: boolean }

export type Schedule = { slots: ReadonlyMap<number, Slot>; days: number }

/**
 * Earliest start and end of each position, and whether it lies on a longest path: a day lost there delays the whole matter.
 * @param daysOf working days a service takes
 */
export const makeSchedule = (positions: readonly number[], daysOf: (position: number) => number, dependencies: Dependencies): Schedule => {
  const ends = new Map<number, number>()
  const endOf = (position: number): number => {
    const known = ends.get(position)
    if (known !== undefined) return known
    const end = startOf(position) + daysOf(position)
    ends.set(position, end)
    return end
  }
  const startOf = (position: number): number => Math.max(0, ...[...dependencies.direct(position)].map(endOf))

  const days = Math.max(0, ...positions.map(endOf))
  const critical = new Set<number>()
  const mark = (position: number): void => {
    if (critical.has(position)) return
    critical.add(position)
    const start = startOf(position)
    for (const before of dependencies.direct(position)) if (endOf(before) === start) mark(before)
  }
  for (const position of positions) if (endOf(position) === days) mark(position)
  return { days, slots: new Map(positions.map((position) => [position, { start: startOf(position), end: endOf(position), critical: critical.has(position) }])) }
}

/**
 * Working days of a person who applies for one service after another and waits for each result before the next: the sum
 * of the limits. It is what separate applications take at most by law; whoever applies for several at once is faster.
 */
export const sumOfDays = (positions: readonly number[], daysOf: (position: number) => number): number =>
  positions.reduce((sum, position) => sum + daysOf(position), 0)
