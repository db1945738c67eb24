// What an ID reader or a scanner at the window hands over. Readers of the keyboard kind type like a very fast person and end with Enter;
// other readers (a local service, a serial port) implement the same interface. Pure: time comes in with each key.
import { checkResidentId } from '../../../../server/kernel/identifiers.ts'
import { codeIn } from '../../../../server/modules/presentations/presentation.ts'

/** What was presented: a card, the code of a phone, or the code of an e-licence in its wallet. */
export type Presented = { card: { name: string; idNumber: string } } | { code: string } | { shown: string }

/** `typed`: a card's number by hand; `checkDigit`: misread; `unreadable`: neither card nor code. */
export type Reading = { presented: Presented } | { problem: 'typed' | 'checkDigit' | 'unreadable' }

/** Anything that reads cards or codes and tells what it read, until it is stopped. */
export interface CardReader {
  start: (onReading: (reading: Reading) => void) => () => void
}

/** Milliseconds a letter: readers need 1 to 20, people at their fastest about 60. */
export const slowestReader = 35

const names = /^\p{Script=Han}[\p{Script=Han}·]{1,24}$/u

/** Fields of a card in whatever order the reader sends them, with 18 characters that look like an ID number among them. */
function cardIn(text: string): Reading | undefined {
  const fields = text.split(/[|,，;；\t\s]+/).map((field) => field.trim()).filter((field) => field !== '')
  const number = fields.find((field) => /^\d{17}[\dXx]$/.test(field))
  if (number === undefined) return undefined
  const name = fields.find((field) => names.test(field))
  const checked = checkResidentId(number)
  if (!checked.ok) return { problem: 'checkDigit' }
  return name === undefined ? { problem: 'unreadable' } : { presented: { card: { name, idNumber: checked.value } } }
}

/** @param fast whether it came at the speed of a reader: a card counts only then, the eight digits of a code also by hand */
export function readText(text: string, fast: boolean): Reading {
  const tidy = text.normalize('NFKC').trim()
  if (/^\d{4}\s?\d{4}$/.test(tidy)) return { presented: { code: tidy.replace(/\s/, '') } }
  if (codeIn(tidy) !== undefined) return { presented: { shown: tidy } }
  const card = cardIn(tidy)
  return card === undefined ? { problem: 'unreadable' } : fast ? card : { problem: 'typed' }
}

/** The keyboard wedge: notes when letters came, and says at Enter what they were. */
export interface Wedge {
  /** The text of the field after a change; `instant` for what came in one piece. */
  changed: (text: string, at: number) => void
  entered: (text: string) => Reading
}

export function keyboardWedge(): Wedge {
  let times: number[] = []
  let length = 0
  return {
    changed: (text, at) => {
      if (text.length <= length) times = []
      length = text.length
      times.push(at)
    },
    entered: (text) => {
      const [first = 0, last = 0] = [times[0], times.at(-1)]
      const fast = text.length > 0 && (last - first) / text.length <= slowestReader
      times = []
      length = 0
      return readText(text, fast)
    },
  }
}
