// What is hidden in tables of people: small counts, and those from which small ones could be worked out.
import { describe, expect, it } from 'vitest'
import fc from '../testing/fast-check.ts'
import { mergeSmall, protectTable, shownSum } from './disclosure.ts'

/** Every table with these sums and these visible cells, whole numbers from 0: the values each cell can have. */
const possible = (counts: readonly (readonly number[])[], cells: readonly (readonly (number | null)[])[]): Set<number>[][] => {
  const [rows, columns] = [counts.length, counts[0]?.length ?? 0]
  const rowSums = counts.map((row) => row.reduce((sum, each) => sum + each, 0))
  const columnSums = Array.from({ length: columns }, (_, at) => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0))
  const found = counts.map((row) => row.map(() => new Set<number>()))
  const table = counts.map((row) => [...row])
  const fill = (at: number): void => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    if (row === rows) {
      if (columnSums.every((sum, each) => table.reduce((total, line) => total + (line[each] ?? 0), 0) === sum)) table.forEach((line, r) => line.forEach((value, c) => found[r]?.[c]?.add(value)))
      return
    }
    const line = table[row]
    if (!line) return
    const left = (rowSums[row] ?? 0) - line.slice(0, column).reduce((sum, each) => sum + each, 0)
    const fixed = cells[row]?.[column]
    const tries = fixed !== null && fixed !== undefined ? [fixed] : column === columns - 1 ? [left] : Array.from({ length: left + 1 }, (_, value) => value)
    for (const value of tries.filter((each) => each >= 0 && each <= left && (column < columns - 1 || each === left))) {
      line[column] = value
      fill(at + 1)
    }
  }
  fill(0)
  return found
}

describe('a table', () => {
  it('without small counts stands as it is', () => {
    expect(protectTable([[20, 30], [0, 50]], 'known').cells).toEqual([[20, 30], [0, 50]])
  })

  it('hides a small count, and with it those it could be worked out from', () => {
    const { cells } = protectTable([[3, 40, 57], [60, 20, 20], [80, 10, 110]], 'known')
    expect(cells[0]?.[0]).toBeNull()
    expect(cells.flat().filter((each) => each === null)).toHaveLength(4)
  })

  it('lets no hidden count be worked out from sums of rows and columns', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(0, 10, 14))
    fc.assert(fc.property(fc.array(fc.array(count, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 3 }), (counts) => {
      const { cells } = protectTable(counts, 'known')
      const values = possible(counts, cells)
      cells.forEach((row, r) => row.forEach((cell, c) => {
        // where a whole row and column are hidden, what the sums alone say cannot be kept
        const isWhole = row.every((each) => each === null) && cells.every((line) => line[c] === null)
        if (cell === null && !isWhole) expect(values[r]?.[c]?.size, JSON.stringify([counts, cells])).toBeGreaterThan(1)
      }))
    }), { numRuns: 40 })
  })

  it('hides a small total as well, never one alone', () => {
    const { cells, totals } = protectTable([[2, 40, 60], [3, 50, 70], [0, 30, 90]], 'protected')
    expect(totals[0]).toBeNull()
    expect(totals.filter((each) => each === null).length).toBeGreaterThan(1)
    expect([cells[0]?.[0], cells[1]?.[0]]).toEqual([null, null])
  })

  it('shows a sum with three digits, never finer than the largest part, and none of which one part is more than a tenth', () => {
    expect([shownSum(1_234_567, 1000), shownSum(10_000, 1000), shownSum(77_000, 3000), shownSum(0, 0)]).toEqual([1_230_000, 10_000, 75_000, 0])
    expect([shownSum(9000, 1000), shownSum(440_100, 400_100)]).toEqual([null, null])
  })

  it('shows a sum with hidden counts in it so that nine people more or fewer are not seen', () => {
    expect([shownSum(103_000, 1000, true), shownSum(109_000, 1000, true), shownSum(60_000, 1000, true)]).toEqual([100_000, 110_000, null])
  })

  it('joins groups that are too small with the next larger', () => {
    const merged = mergeSmall([{ group: 'a', counts: [3, 1] }, { group: 'b', counts: [20, 5] }, { group: 'c', counts: [7, 4] }, { group: 'd', counts: [0, 0] }])
    expect(merged).toEqual([{ groups: ['b'], counts: [20, 5] }, { groups: ['c', 'a'], counts: [10, 5] }])
  })
})
