// What is wrong with the text of a rule, and where: line and column count from 1.
// Made for authors of rules: the reason quotes the offending text, in Chinese and English.

/** What is wrong, in plain words of both languages. */
export type Says = { 'zh-CN': string; en: string }

export const says = (zh: string, en: string): Says => ({ 'zh-CN': zh, en })

export class FeelSyntaxError extends Error {
  override readonly name = 'FeelSyntaxError'
  readonly line: number
  readonly column: number
  /** The text that could not be understood; empty at the end of the expression. */
  readonly found: string
  /** What is wrong, in English and without the place; `says` has both languages. */
  readonly reason: string
  readonly says: Says
  /** Where it begins, counting letters from 0. */
  readonly from: number

  constructor(wrong: Says, source: string, from: number, to: number) {
    const before = source.slice(0, from)
    const line = before.split('\n').length
    const column = from - before.lastIndexOf('\n')
    super(`line ${line}, column ${column}: ${wrong.en}`)
    this.reason = wrong.en
    this.says = wrong
    this.from = from
    this.line = line
    this.column = column
    this.found = source.slice(from, to)
  }

  /** What is wrong, with the place in front. */
  get placed(): Says {
    return says(`第 ${this.line} 行第 ${this.column} 列：${this.says['zh-CN']}`, this.message)
  }
}
