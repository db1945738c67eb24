// Reads a spreadsheet in a thread of its own (started by reading.ts) and posts what stands in it, cell by cell.
// Nothing is interpreted here; formulas are named, never computed.
import { read, SSF, utils, type CellObject, type WorkSheet } from '@e965/xlsx'
import { parentPort, workerData } from 'node:worker_threads'
import type { Cell } from './cells.ts'

/** `headers`: those wanted, to find the sheet; `rows`: the most that are read. */
export type ReadOrder = { bytes: Uint8Array; headers: string[]; rows: number }

export type ReadRow = { row: number; cells: Cell[] }
/** `merges`: cells joined in the part with rows, by their first row and column. `more`: there are rows beyond those read. */
export type ReadTable = { sheet: string; sheets: string[]; headers: string[]; headerRow: number; rows: ReadRow[]; merges: { row: number; column: number }[]; more: boolean }
export type ReadOutcome = { table: ReadTable } | { fault: 'oldExcel' | 'notExcel' | 'damaged' | 'encrypted' | 'noSheet' | 'empty'; sheets?: string[] }

const titleRows = 5

/** As people write headings: without stars, remarks in brackets at the end, and white space. */
const plainHeading = (text: string): string => text.replaceAll(/[\s*＊]/g, '').replace(/（(必填|选填)）$/, '')

const cellAt = (sheet: WorkSheet, row: number, column: number): Cell => {
  const cell = sheet['!data']?.[row]?.[column] as CellObject | undefined // dense sheets hold rows of cells
  if (!cell || cell.t === 'z' || cell.v === undefined) return cell?.f === undefined ? { kind: 'blank', text: '' } : { kind: 'formula', text: `=${cell.f}` }
  const text = (cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v))).trim()
  if (cell.f !== undefined) return { kind: 'formula', text: `=${cell.f}` }
  if (cell.t === 'e') return { kind: 'error', text }
  if (cell.t === 'b') return { kind: 'boolean', text: cell.v === true ? 'true' : 'false' }
  if (cell.t !== 'n' || typeof cell.v !== 'number') return text === '' ? { kind: 'blank', text } : { kind: 'text', text }
  const day = typeof cell.z === 'string' && SSF.is_date(cell.z) ? dayOf(cell.v) : undefined
  return { kind: 'number', text, number: cell.v, ...(day === undefined ? {} : { day }) }
}

const dayOf = (serial: number): string | undefined => {
  const date = SSF.parse_date_code(serial)
  return date ? [String(date.y).padStart(4, '0'), String(date.m).padStart(2, '0'), String(date.d).padStart(2, '0')].join('-') : undefined
}

/** The row of headings: the one of the first few in which most wanted headings stand. */
const headingsIn = (sheet: WorkSheet, wanted: ReadonlySet<string>, columns: number): { row: number; headers: string[]; hits: number } => {
  const rows = Array.from({ length: titleRows }, (_, row) => {
    const headers = Array.from({ length: columns }, (__, column) => plainHeading(cellAt(sheet, row, column).text))
    return { row, headers, hits: headers.filter((each) => wanted.has(each)).length }
  })
  return rows.reduce((best, each) => (each.hits > best.hits ? each : best), { row: 0, headers: [], hits: 0 })
}

/** A spreadsheet with a password is wrapped in the container of the old format; its stream is named so. */
const passwordMark = Buffer.from('EncryptedPackage', 'utf16le')

const faultOf = (bytes: Uint8Array): 'oldExcel' | 'notExcel' | 'encrypted' | undefined => {
  const starts = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(passwordMark) ? 'encrypted' : 'oldExcel'
  return starts(0x50, 0x4b, 0x03, 0x04) ? undefined : 'notExcel'
}

const readTable = ({ bytes, headers, rows }: ReadOrder): ReadOutcome => {
  const fault = faultOf(bytes)
  if (fault) return { fault }
  const book = read(bytes, { type: 'array', dense: true, cellFormula: true, cellHTML: false, cellNF: true, cellText: true, sheetRows: rows + titleRows + 2 })
  const wanted = new Set(headers.map(plainHeading))
  const found = book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name]
    const range = sheet?.['!ref'] === undefined ? undefined : utils.decode_range(sheet['!ref'])
    return sheet && range ? [{ name, sheet, range, ...headingsIn(sheet, wanted, Math.min(range.e.c + 1, 200)) }] : []
  })
  if (found.length === 0) return { fault: 'empty' }
  const best = found.reduce((one, other) => (other.hits > one.hits ? other : one))
  if (best.hits === 0) return { fault: 'noSheet', sheets: book.SheetNames }
  const { name, sheet, row: headerRow } = best
  const last = utils.decode_range(sheet['!fullref'] ?? sheet['!ref'] ?? 'A1').e.r
  const lastRead = Math.min(last, headerRow + rows)
  const table = Array.from({ length: Math.max(0, lastRead - headerRow) }, (_, index): ReadRow => {
    const row = headerRow + 1 + index
    return { row: row + 1, cells: best.headers.map((__, column) => cellAt(sheet, row, column)) }
  })
  const merges = (sheet['!merges'] ?? []).filter(({ e }) => e.r >= headerRow && e.r <= lastRead + 1).slice(0, 100).map(({ s }) => ({ row: s.r + 1, column: s.c }))
  return { table: { sheet: name, sheets: book.SheetNames, headers: best.headers, headerRow: headerRow + 1, rows: table.filter(({ cells }) => cells.some(({ kind }) => kind !== 'blank')), merges, more: last > lastRead } }
}

const outcomeOf = (order: ReadOrder): ReadOutcome => {
  try {
    return readTable(order)
  } catch {
    return { fault: 'damaged' }
  }
}

// The one who started this thread says what to read.
parentPort?.postMessage(outcomeOf(workerData as ReadOrder))
