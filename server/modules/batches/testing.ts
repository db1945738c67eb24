// Spreadsheets for tests: rows as people type them, and a town whose matter may be applied for by a table.
// Cells are written as given: numbers as numbers, texts as texts.
import { utils, write, type WorkSheet } from '@e965/xlsx'
import type { Catalogue } from '../catalogue/index.ts'

export type Typed = string | number | boolean | null

/** An .xlsx with one sheet; `change` touches the sheet before it is written. */
export const spreadsheet = (rows: readonly (readonly Typed[])[], change: (sheet: WorkSheet) => void = () => {}, name = '填写'): Buffer => {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  change(sheet)
  utils.book_append_sheet(book, sheet, name)
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer // type 'buffer' answers with one
}

/** The testing pack's matter without documents, for which a table is allowed. */
export const withTable = (most: number) => (catalogue: Catalogue): Catalogue => {
  const matter = catalogue.matters['keep-telescope']
  if (!matter) return catalogue
  const services = Object.fromEntries(Object.entries(catalogue.services).map(([id, service]) => [id, { ...service, evidence: [] }]))
  return { ...catalogue, services, matters: { ...catalogue.matters, 'keep-telescope': { ...matter, batch: most } } }
}
