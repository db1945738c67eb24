// One cell of a spreadsheet as an answer: yes and no, names of choices, dates however they are written, numbers stored as text.
// Pure. What a spreadsheet may have destroyed (long numbers, leading zeros) is said, never guessed.
import { isPlainDate } from '../../kernel/clock.ts'
import { textIn } from '../../kernel/texts.ts'
import type { Catalogue, Concept } from '../catalogue/definitions.ts'
import type { Answer } from '../planning/index.ts'

/** A cell as the reader thread found it: `text` as shown, `number` as stored; `day` for a number shown as a date. */
export type Cell = { kind: 'blank' | 'text' | 'number' | 'boolean' | 'formula' | 'error'; text: string; number?: number; day?: string }

export type ReadCell = { answer: Answer } | { code: 'formula' | 'errorCell' | 'yesNo' | 'choice' | 'date' | 'number' | 'longNumber' | 'region' }

const yes = new Set(['是', '有', '对', '要', 'y', 'yes', 'true', '1', '√', '✓'])
const no = new Set(['否', '无', '没有', '不', '不是', '不要', 'n', 'no', 'false', '0', '×'])

/** A spreadsheet keeps fifteen digits of a number; what comes after is zeros. */
const exactDigits = 15

const readDay = ({ text, day }: Cell): ReadCell => {
  if (day !== undefined) return { answer: day }
  const [, year, month = '', date = ''] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  const written = year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isPlainDate(written) ? { answer: written } : { code: 'date' }
}

const readYesNo = ({ text }: Cell): ReadCell => {
  const word = text.toLowerCase()
  return yes.has(word) ? { answer: true } : no.has(word) ? { answer: false } : { code: 'yesNo' }
}

const readNumber = ({ text, number }: Cell, { type }: Concept): ReadCell => {
  const value = number ?? Number(text.replaceAll(/[,，\s]/g, ''))
  if (!Number.isFinite(value)) return { code: 'number' }
  return { answer: type === 'money' ? Math.round(value * 100) : value }
}

const readText = ({ kind, text, number }: Cell): ReadCell => {
  if (kind !== 'number' || number === undefined) return { answer: text }
  return Math.abs(number) >= 10 ** exactDigits ? { code: 'longNumber' } : { answer: String(number) }
}

/** A place by its code, or by its name where only one has it; names of the places above may stand before it. */
const readRegion = ({ text }: Cell, { regions }: Catalogue): ReadCell => {
  const nameOf = (code: string): string => {
    const region = regions[code]
    return region ? (region.parent === null ? '' : nameOf(region.parent)) + textIn(region.name, 'zh-CN') : ''
  }
  const found = Object.values(regions).filter(({ code, name }) => code === text || textIn(name, 'zh-CN') === text || nameOf(code).endsWith(text))
  const [only, ...others] = found.some(({ code }) => code === text) ? found.filter(({ code }) => code === text) : found
  return only && others.length === 0 ? { answer: only.code } : { code: 'region' }
}

/** @param cell with its text trimmed */
export const readCell = (cell: Cell, concept: Concept, catalogue: Catalogue): ReadCell => {
  if (cell.kind === 'blank') return { answer: null }
  if (cell.kind === 'formula') return { code: 'formula' }
  if (cell.kind === 'error') return { code: 'errorCell' }
  const { choices } = concept.constraint
  if (choices) {
    const chosen = choices.find(({ value, name }) => value === cell.text || textIn(name, 'zh-CN') === cell.text || name.en === cell.text)
    return chosen ? { answer: chosen.value } : { code: 'choice' }
  }
  switch (concept.type) {
    case 'boolean': return readYesNo(cell)
    case 'date': return readDay(cell)
    case 'integer': case 'decimal': case 'money': return readNumber(cell, concept)
    case 'region': return readRegion(cell, catalogue)
    default: return readText(cell)
  }
}
