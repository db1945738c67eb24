// What is wrong with the text of a rule, and where: line and column count from 1.
// Made for pack authors: the message quotes the offending text.

export class FeelSyntaxError extends Error {
  override readonly name = 'FeelSyntaxError'
  readonly line: number
  readonly column: number
  /** The text that could not be understood; empty at the end of the expression. */
  readonly found: string
  /** What is wrong, without the place. */
  readonly reason: string

  constructor(reason: string, source: string, from: number, to: number) {
    const before = source.slice(0, from)
    const line = before.split('\n').length
    const column = from - before.lastIndexOf('\n')
    super(`line ${line}, column ${column}: ${reason}`)
    this.reason = reason
    this.line = line
    this.column = column
    this.found = source.slice(from, to)
  }
}
