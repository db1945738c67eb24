// A table as rows with their answers and what is wrong with them, and what is wrong with the table as a whole. Pure.
// Only what the cells themselves show; whether an application would be complete, the planner says (working.ts).
import type { Catalogue } from '../catalogue/definitions.ts'
import { checkAnswer, type Answer } from '../planning/index.ts'
import { sameRow, type BatchRow, type Problem } from './batch.ts'
import { readCell } from './cells.ts'
import type { Column } from './columns.ts'
import type { ReadRow, ReadTable } from './read-table.ts'

export type TableRow = Pick<BatchRow, 'rowNumber' | 'cells' | 'answers' | 'problems'>

/** What keeps the table from being used at all, and headings that are not understood. */
const findingsOf = ({ headers, merges, more, rows }: ReadTable, columns: readonly Column[], most: number): Problem[] => {
  const known = new Set(columns.map(({ header }) => header))
  const doubled = headers.filter((header, index) => header !== '' && headers.indexOf(header) !== index)
  return [
    ...columns.filter(({ header, always }) => always && !headers.includes(header)).map(({ header }) => ({ row: null, column: header, code: 'columnMissing' })),
    ...doubled.map((header) => ({ row: null, column: header, code: 'columnTwice' })),
    ...headers.filter((header) => header !== '' && !known.has(header) && !doubled.includes(header)).map((header) => ({ row: null, column: header, code: 'columnUnknown' })),
    ...merges.map(({ row, column }) => ({ row, column: headers[column] ?? null, code: 'merged' })),
    ...(more ? [{ row: null, column: null, code: 'tooManyRows', other: most }] : []),
    ...(rows.length === 0 ? [{ row: null, column: null, code: 'noRows' }] : []),
  ]
}

const rowOf = ({ row, cells }: ReadRow, headers: readonly string[], columns: readonly Column[], catalogue: Catalogue, on: string): TableRow => {
  const answers: Record<string, Answer> = {}
  const problems: Problem[] = []
  const shown: Record<string, string> = {}
  for (const [index, cell] of cells.entries()) {
    const header = headers[index] ?? ''
    if (header !== '' && cell.text !== '') shown[header] = cell.text
    const column = columns.find((each) => each.header === header)
    if (!column || header in answers) continue
    const read = readCell(cell, column.definition, catalogue)
    const report = (code: string) => problems.push({ row, column: header, code, value: cell.text.slice(0, 60) })
    if ('code' in read) report(read.code)
    else if (read.answer !== null) {
      const code = checkAnswer(column.definition, column.definition.constraint, read.answer, on)
      // A number that lost its leading zeros is too short; saying so helps more than "not as it should be".
      if (code) report(cell.kind === 'number' && typeof read.answer === 'string' ? 'numberForText' : code)
      else answers[column.concept] = read.answer
    }
  }
  return { rowNumber: row, cells: shown, answers, problems }
}

/** @param most rows allowed @param on YYYY-MM-DD */
export const rowsOf = (table: ReadTable, columns: readonly Column[], catalogue: Catalogue, on: string, most: number): { findings: Problem[]; rows: TableRow[] } => {
  const seen = new Map<string, number>()
  const rows = table.rows.map((each) => {
    const row = rowOf(each, table.headers, columns, catalogue, on)
    const key = sameRow(row.answers)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row.rowNumber)
    else if (row.problems.length === 0) row.problems.push({ row: row.rowNumber, column: null, code: 'sameAs', other: first })
    return row
  })
  return { findings: findingsOf(table, columns, most), rows }
}

/** Whether a finding forbids using the table; a column nobody asked for is only mentioned. */
export const isGrave = ({ code }: Problem): boolean => code !== 'columnUnknown'
