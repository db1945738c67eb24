// Small cells of a table hidden so that nobody can work them out (statistical disclosure control, cell suppression). Pure.
// A count of 1 to 9 is hidden. Others are hidden with it until no hidden count follows from the totals and from counts not being negative: as
// D. Gusfield, "A Graph Theoretic Approach to Statistical Data Security" (SIAM Journal on Computing 17, 1988), shows, a hidden cell is free exactly
// when it lies on a cycle of a graph of rows and columns. The rule itself is that of Hundepool et al., "Statistical Disclosure Control" (Wiley, 2012).

/** Fewer than these are hidden. */
export const leastShown = 10

/** Hidden: null. Rows are groups, columns what became of them; a row's sum is known to the reader. */
export type ProtectedTable = { cells: (number | null)[][]; totals: (number | null)[] }

type HiddenCell = { row: number; column: number; value: number }

const isSmall = (count: number): boolean => count > 0 && count < leastShown

export const shownCount = (count: number): number | null => (isSmall(count) ? null : count)

/** The smallest of 1, 2, 5, 10, 20, … that is not below. */
const unitOf = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return [1, 2, 5].map((step) => step * power).find((unit) => unit >= least) ?? 10 * power
}

/**
 * A sum over people so coarse that nobody's part is told by it: three leading digits, and never finer than the largest part. Null where one
 * part is more than a tenth (rule of dominance, n = 1, k = 10 %; Hundepool et al.).
 * @param largest the most one of them adds @param besideHidden hidden counts are in it: then it is so coarse that nine people more or fewer do not show
 */
export const shownSum = (sum: number, largest: number, besideHidden = false): number | null => {
  if (sum <= 0) return sum
  const part = largest * (besideHidden ? leastShown : 1)
  if (part * leastShown > sum) return null
  const unit = Math.max(10 ** Math.max(0, Math.floor(Math.log10(sum)) - 2), unitOf(part))
  return Math.round(sum / unit) * unit
}

/** Whether one step leads from a row to a column, or back: more in a hidden cell, or less of it. `rows` stands for the row of the totals, which count against the columns. */
const steps = (hidden: readonly HiddenCell[], rows: number, from: string, without: HiddenCell): string[] =>
  hidden.flatMap((cell) => {
    if (cell === without) return []
    const [row, column] = [`r${cell.row}`, `c${cell.column}`]
    const isTotal = cell.row === rows
    if (from === row && (!isTotal || cell.value > 0)) return [column]
    return from === column && (isTotal || cell.value > 0) ? [row] : []
  })

const reaches = (hidden: readonly HiddenCell[], rows: number, from: string, to: string, without: HiddenCell): boolean => {
  const seen = new Set([from])
  for (const place of seen) {
    if (place === to) return true
    for (const next of steps(hidden, rows, place, without)) seen.add(next)
  }
  return false
}

/** Whether the cell could have another value with the same totals. */
const isFree = (hidden: readonly HiddenCell[], rows: number, cell: HiddenCell): boolean => {
  const [row, column] = [`r${cell.row}`, `c${cell.column}`]
  const isTotal = cell.row === rows
  const [forward, back] = [!isTotal || cell.value > 0, isTotal || cell.value > 0]
  return (forward && reaches(hidden, rows, column, row, cell)) || (back && reaches(hidden, rows, row, column, cell))
}

/** What hiding a count loses; nothing is worth hiding less than something, as it says less. */
const costOf = ({ value }: HiddenCell): number => value || leastShown * leastShown

/** The cheapest cells that make one free: the other corners of a rectangle, or else one beside it, from which it goes on. */
const freeing = (all: readonly HiddenCell[], hidden: readonly HiddenCell[], rows: number, { row, column }: HiddenCell): HiddenCell[] => {
  const cell = all.find((each) => each.row === row && each.column === column)
  if (!cell) return []
  const cost = (cells: readonly HiddenCell[]): number => cells.reduce((sum, each) => sum + costOf(each), 0)
  const visible = all.filter((each) => !hidden.includes(each))
  const rectangles = all.filter((each) => each.row !== row && each.column !== column)
    .map((corner) => visible.filter((each) => (each.row === corner.row || each.row === row) && (each.column === corner.column || each.column === column)))
    .filter((more) => more.length > 0 && isFree([...hidden, ...more], rows, cell))
  const beside = visible.filter((each) => each.row === row || each.column === column).map((each) => [each])
  return (rectangles.length > 0 ? rectangles : beside).toSorted((a, b) => cost(a) - cost(b))[0] ?? []
}

/**
 * Hides what must be hidden. Sums of rows are taken as known, so a row of fewer than ten is to be merged with another first (mergeSmall).
 * @param counts one row a group, one column an outcome; the outcomes of a row add up to the group @param totals known: the reader has the sums of the columns from elsewhere
 */
export const protectTable = (counts: readonly (readonly number[])[], totals: 'known' | 'protected'): ProtectedTable => {
  const columns = counts[0]?.length ?? 0
  const sums = Array.from({ length: columns }, (_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const rows = counts.length
  const all: HiddenCell[] = [...counts, ...(totals === 'protected' ? [sums] : [])].flatMap((row, at) => row.map((value, column) => ({ row: at, column, value })))
  const hidden = all.filter(({ value }) => isSmall(value))
  const stuck = new Set<HiddenCell>()
  for (;;) {
    const fixed = hidden.find((cell) => !stuck.has(cell) && !isFree(hidden, rows, cell))
    if (!fixed) break
    const more = freeing(all, hidden, rows, fixed)
    if (more.length > 0) hidden.push(...more)
    else stuck.add(fixed) // its row and column are hidden as a whole: what follows from the sums alone cannot be kept
  }
  const isHidden = (row: number, column: number): boolean => hidden.some((cell) => cell.row === row && cell.column === column)
  return { cells: counts.map((row, at) => row.map((value, column) => (isHidden(at, column) ? null : value))), totals: sums.map((sum, column) => (isHidden(rows, column) ? null : sum)) }
}

export type MergedRow<Group> = { groups: Group[]; counts: number[] }

/** Rows whose sum is small joined with the smallest of the others, until none is. Empty rows are left out. */
export const mergeSmall = <Group>(rows: readonly { group: Group; counts: readonly number[] }[]): MergedRow<Group>[] => {
  const sum = ({ counts }: { counts: readonly number[] }): number => counts.reduce((total, count) => total + count, 0)
  let merged = rows.filter((row) => sum(row) > 0).map(({ group, counts }): MergedRow<Group> => ({ groups: [group], counts: [...counts] }))
  for (;;) {
    const [smallest, second] = merged.toSorted((a, b) => sum(a) - sum(b))
    if (!smallest || !second || sum(smallest) >= leastShown) return merged
    const joined = { groups: [...second.groups, ...smallest.groups], counts: second.counts.map((count, at) => count + (smallest.counts[at] ?? 0)) }
    merged = merged.flatMap((row) => (row === smallest ? [] : [row === second ? joined : row]))
  }
}
