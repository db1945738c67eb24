// A table as a spreadsheet (XLSX, ISO/IEC 29500): the one way lists and ledgers leave the product. Texts are cells of text, so that nothing
// in them is taken for a formula, a number or a date. Pure; also runs in the browser.
import { utils, write, type CellObject } from '@e965/xlsx'

export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Letters a cell can hold. */
const longest = 32_767
/** Widths of columns, in letters. */
const [narrow, wide] = [8, 60]

const cellOf = (value: string | number): CellObject => (typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value.slice(0, longest), z: '@' })

/** A letter of Chinese is as wide as two others. */
const widthOf = (value: string | number): number => Array.from(String(value)).slice(0, wide).reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 2)

/** The bytes of a workbook of one sheet; the first row is the heading, and can be filtered by. @param name of the sheet */
export const toSheet = (name: string, rows: readonly (readonly (string | number)[])[]): ArrayBuffer => {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(cellOf)))
  const columns = rows[0]?.length ?? 0
  sheet['!cols'] = Array.from({ length: columns }, (_, column) => ({ wch: Math.min(wide, rows.reduce((width, row) => Math.max(width, widthOf(row[column] ?? '')), narrow)) }))
  if (sheet['!ref']) sheet['!autofilter'] = { ref: sheet['!ref'] }
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31))
  return write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer // type 'array' answers with one
}
