// The list to take along as CSV, XLSX or JSON. All cells are text; what a spreadsheet would run as a formula is written so that it does not.
import { utils, write } from '@e965/xlsx'
import type { Language } from '../../kernel/texts.ts'
import { cellsOf, columns, word } from './data-use-words.ts'
import type { DataUse } from './reading.ts'

/** Registry, purpose and system names come from elsewhere: a cell beginning like a formula gets an apostrophe before it (OWASP, CSV injection). */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const rowsOf = (uses: readonly DataUse[], language: Language): string[][] => [columns.map((name) => word(name, language)), ...uses.map((use) => cellsOf(use, language).map(harmless))]

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`

/** RFC 4180, with a byte order mark, by which spreadsheets know that it is UTF-8. */
export const toCsv = (uses: readonly DataUse[], language: Language): Buffer => Buffer.from(`\ufeff${rowsOf(uses, language).map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`)

export const toXlsx = (uses: readonly DataUse[], language: Language): Buffer => {
  const sheet = utils.aoa_to_sheet(rowsOf(uses, language).map((row) => row.map((text) => ({ t: 's' as const, v: text, z: '@' }))))
  sheet['!cols'] = [18, 24, 30, 48, 24, 40, 16].map((wch) => ({ wch }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, word('title', language))
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // type 'buffer' answers with one
}

export const toJson = (uses: readonly DataUse[], at: string): Buffer => Buffer.from(`${JSON.stringify({ at, uses }, null, 2)}\n`)
