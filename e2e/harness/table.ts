// A table of applications as somebody would fill it in: the product's own template, with rows written below its headings.
// Used by the journey of tables and where pages about them are looked at.
import { read, utils, write } from '@e965/xlsx'

/** The template with these rows, by heading; what a row does not name stays empty. */
export const fillTemplate = (template: Buffer, rows: readonly Readonly<Record<string, string>>[]): Buffer => {
  const book = read(template)
  const [name = ''] = book.SheetNames
  const sheet = book.Sheets[name] ?? {}
  const [headings = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 })
  for (const row of rows) {
    const unknown = Object.keys(row).filter((heading) => !headings.includes(heading))
    if (unknown.length > 0) throw new Error(`the template has no ${unknown.join(', ')}; it has ${headings.join(', ')}`)
  }
  utils.sheet_add_aoa(sheet, rows.map((row) => headings.map((heading) => row[heading] ?? '')), { origin: 'A2' })
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer // type 'buffer' answers with one
}

/** The cells of a sheet, row by row. */
export const cellsOf = (workbook: Buffer, sheet: string): string[][] => utils.sheet_to_json<string[]>(read(workbook).Sheets[sheet] ?? {}, { header: 1, raw: false })
