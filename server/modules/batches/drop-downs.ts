// Puts drop-down lists into the first sheet of a spreadsheet: the library writes none, the format (ECMA-376 §18.3.1.33) is simple.
// Lists too long for a cell's own list (255 characters) are left to the notes.
import { bytesInZip, zipOf } from '../../kernel/zip.ts'

const limits = { files: 100, bytes: 64 * 1024 * 1024 }
const longestList = 255
const firstSheet = 'xl/worksheets/sheet1.xml'

/** 0 → A, 26 → AA */
export const columnLetters = (index: number): string => (index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const validationOf = (choices: readonly string[], column: number, lastRow: number): string => {
  const list = choices.join(',')
  if (choices.length === 0 || list.length > longestList || choices.some((choice) => choice.includes(','))) return ''
  const letters = columnLetters(column)
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letters}2:${letters}${lastRow}"><formula1>"${escaped(list)}"</formula1></dataValidation>`
}

/** @param choices per column; none: no list @param lastRow as the spreadsheet numbers it */
export const withChoices = (workbook: Buffer, choices: readonly (readonly string[])[], lastRow: number): Buffer => {
  const files = new Map([...bytesInZip(workbook, limits)].map(([path, content]) => [path, content.toString('utf8')]))
  const sheet = files.get(firstSheet)
  const validations = choices.map((each, column) => validationOf(each, column, lastRow)).filter((each) => each !== '')
  if (sheet === undefined || validations.length === 0) return workbook
  const list = `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>`
  // After the cells and what belongs to them, before the margins: the order of the format.
  const place = /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|ignoredErrors|drawing|legacyDrawing|tableParts)\b|<\/worksheet>/
  files.set(firstSheet, sheet.replace(place, (found) => list + found))
  return zipOf(files)
}
