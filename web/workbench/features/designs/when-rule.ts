// The rules a decision table can hold: for each question the answers that fit, rows joined by "or". Read from FEEL and written back.
// Pure. A rule that says more than that is left to be written as text.
import type { Choice } from '../../../../server/modules/catalogue/definitions.ts'

export type Cell = string | boolean
/** Answers that fit, by concept; a concept that is missing does not matter. */
export type Row = Readonly<Record<string, readonly Cell[]>>

export interface Question {
  concept: string
  choices: readonly Choice[]
}

const mostRows = 40

const tokenPattern = /\s*(?:("(?:[^"\\]|\\.)*")|(!=|=|\(|\)|\[|\]|,)|([A-Za-z][\w]*(?:\.[A-Za-z][\w]*)*))/y

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = []
  tokenPattern.lastIndex = 0
  const rest = text.trim()
  while (tokenPattern.lastIndex < rest.length) {
    const found = tokenPattern.exec(rest)
    if (!found) return undefined
    tokens.push(found[1] ?? found[2] ?? found[3] ?? '')
  }
  return tokens
}

/** Rows for which both hold. */
function both(left: readonly Row[], right: readonly Row[]): Row[] {
  return left.flatMap((one) => right.flatMap((other) => {
    const merged: Record<string, readonly Cell[]> = { ...one }
    for (const [concept, cells] of Object.entries(other)) merged[concept] = one[concept]?.filter((cell) => cells.includes(cell)) ?? cells
    return Object.values(merged).some((cells) => cells.length === 0) ? [] : [merged]
  }))
}

class Unfit extends Error {}

class Reader {
  private readonly tokens: readonly string[]
  private readonly allowedFor: (concept: string) => readonly Cell[]
  private at = 0

  constructor(tokens: readonly string[], allowedFor: (concept: string) => readonly Cell[]) {
    this.tokens = tokens
    this.allowedFor = allowedFor
  }

  rule(): Row[] {
    const rows = this.any()
    if (this.at < this.tokens.length || rows.length > mostRows) throw new Unfit()
    return rows
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false
    this.at += 1
    return true
  }

  private expect(token: string): void {
    if (!this.take(token)) throw new Unfit()
  }

  private any(): Row[] {
    const rows = this.all()
    while (this.take('or')) rows.push(...this.all())
    return rows
  }

  private all(): Row[] {
    let rows = this.one()
    while (this.take('and')) rows = both(rows, this.one())
    return rows
  }

  private one(): Row[] {
    if (this.take('(')) {
      const rows = this.any()
      this.expect(')')
      return rows
    }
    if (this.take('true')) return [{}]
    if (this.take('not')) {
      this.expect('(')
      const concept = this.concept()
      this.expect(')')
      return this.row(concept, [false])
    }
    const concept = this.concept()
    if (this.take('=')) return this.row(concept, [this.value()])
    if (this.take('!=')) {
      const value = this.value()
      return this.row(concept, this.allowedFor(concept).filter((each) => each !== value))
    }
    if (this.take('in')) return this.row(concept, this.list())
    return this.row(concept, [true])
  }

  private row(concept: string, cells: readonly Cell[]): Row[] {
    const allowed = this.allowedFor(concept)
    if (allowed.length === 0 || cells.length === 0 || !cells.every((cell) => allowed.includes(cell))) throw new Unfit()
    return [{ [concept]: allowed.filter((cell) => cells.includes(cell)) }]
  }

  private concept(): string {
    const token = this.tokens[this.at] ?? ''
    if (!/^[a-z]\w*\.\w+$/.test(token)) throw new Unfit()
    this.at += 1
    return token
  }

  private value(): Cell {
    const token = this.tokens[this.at] ?? ''
    this.at += 1
    if (token === 'true' || token === 'false') return token === 'true'
    if (!token.startsWith('"')) throw new Unfit()
    return JSON.parse(token) as string // a text in double quotes, as the pattern found it
  }

  private list(): Cell[] {
    const end = this.take('[') ? ']' : ')'
    if (end === ')') this.expect('(')
    const values = [this.value()]
    while (this.take(',')) values.push(this.value())
    this.expect(end)
    return values
  }
}

/** The answers a question has. */
export function valuesOf(questions: readonly Question[], concept: string): readonly Cell[] {
  const question = questions.find((each) => each.concept === concept)
  if (!question) return []
  return question.choices.length > 0 ? question.choices.map(({ value }) => value) : [true, false]
}

/** The rows of a rule; no text: always. undefined: the rule says more than a table can. */
export function readWhen(text: string | undefined, questions: readonly Question[]): Row[] | undefined {
  if (text === undefined || text.trim() === '') return [{}]
  const tokens = tokensOf(text)
  if (!tokens) return undefined
  try {
    return new Reader(tokens, (concept) => valuesOf(questions, concept)).rule()
  } catch (error) {
    if (error instanceof Unfit) return undefined
    throw error
  }
}

const quoted = (cell: Cell): string => (typeof cell === 'string' ? JSON.stringify(cell) : String(cell))

function condition(concept: string, cells: readonly Cell[]): string {
  if (cells.length > 1) return `${concept} in (${cells.map(quoted).join(', ')})`
  if (cells[0] === true) return concept
  if (cells[0] === false) return `not(${concept})`
  return `${concept} = ${quoted(cells[0] ?? '')}`
}

/** What of a row matters: an answer set that holds every answer does not. */
export function tidyRow(row: Row, questions: readonly Question[]): Row {
  return Object.fromEntries(questions.flatMap(({ concept }) => {
    const all = valuesOf(questions, concept)
    const cells = all.filter((cell) => row[concept]?.includes(cell))
    return cells.length === 0 || cells.length === all.length ? [] : [[concept, cells]]
  }))
}

/** The rule of some rows; undefined: it always holds. */
export function writeWhen(rows: readonly Row[], questions: readonly Question[]): string | undefined {
  const parts = rows.map((row) => Object.entries(tidyRow(row, questions)).map(([concept, cells]) => condition(concept, cells)))
  if (parts.length === 0 || parts.some((conditions) => conditions.length === 0)) return undefined
  const texts = [...new Set(parts.map((conditions) => (conditions.length > 1 && parts.length > 1 ? `(${conditions.join(' and ')})` : conditions.join(' and '))))]
  return texts.join(' or ')
}
