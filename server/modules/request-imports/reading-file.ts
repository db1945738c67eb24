// A file of requests as rows with their numbers in the file: xlsx, csv (UTF-8 or GB 18030) or JSON Lines. What it is called decides.
import { parse } from 'csv-parse/sync'
import { Refusal } from '../../kernel/errors.ts'
import { readSpreadsheet } from '../batches/index.ts'
import { fieldOf, fields, headingOf, type Field } from './columns.ts'
import type { Cells } from './row.ts'

export const mostRows = 20_000

export type FileRow = { row: number; cells: Cells }

const unreadable = (fault: string, more: object = {}): Refusal => new Refusal('table_unreadable', { fault, headers: fields.map(headingOf), ...more })

const textIn = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const byField = (headers: readonly string[], values: readonly string[]): Cells => {
  const cells: Cells = {}
  for (const [index, heading] of headers.entries()) {
    const field = fieldOf(heading)
    if (field && values[index]) cells[field] = values[index]
  }
  return cells
}

const withText = (headers: readonly string[]): readonly string[] => {
  if (!headers.some((heading) => fieldOf(heading) === 'text')) throw unreadable('noText', { found: headers.slice(0, 40) })
  return headers
}

const csvRows = (bytes: Buffer): FileRow[] => {
  let records: string[][]
  try {
    records = parse(textIn(bytes), { bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 200_000 })
  } catch (error) {
    throw unreadable('damaged', { because: error instanceof Error ? error.message : '' })
  }
  const headers = withText(records[0] ?? [])
  return records.slice(1).map((values, index) => ({ row: index + 2, cells: byField(headers, values) }))
}

const sheetRows = async (bytes: Buffer): Promise<FileRow[]> => {
  const outcome = await readSpreadsheet({ bytes, headers: fields.map(headingOf), rows: mostRows })
  if ('fault' in outcome) throw unreadable(outcome.fault)
  const { table } = outcome
  const headers = withText(table.headers)
  return table.rows.map(({ row, cells }) => ({ row, cells: byField(headers, cells.map(({ kind, text, day }) => (kind === 'formula' || kind === 'error' ? '' : (day ?? text)))) }))
}

const lineCells = (line: string): Cells => {
  const record: unknown = JSON.parse(line)
  const entries = record !== null && typeof record === 'object' ? Object.entries(record) : []
  return Object.fromEntries(entries.flatMap(([name, value]): [Field, string][] => {
    const field = fieldOf(name)
    return field && value !== null && value !== undefined ? [[field, String(value)]] : []
  }))
}

const jsonRows = (bytes: Buffer): FileRow[] =>
  textIn(bytes).split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [{ row: index + 1, cells: lineCells(line) }]
    } catch {
      throw unreadable('damaged', { line: index + 1 })
    }
  })

/** @throws Refusal table_unreadable, too_large */
export const readFile = async (name: string, bytes: Buffer): Promise<FileRow[]> => {
  const rows = /\.jsonl?$/i.test(name) ? jsonRows(bytes) : /\.(csv|txt)$/i.test(name) ? csvRows(bytes) : await sheetRows(bytes)
  if (rows.length > mostRows) throw new Refusal('too_large', { maxRows: mostRows })
  if (rows.length === 0) throw new Refusal('file_empty')
  return rows
}
