// A FEEL range: `[1..10]`, `(a..b)`, or a one-sided test such as `< 5`, `!= "x"`.
// Membership is three-valued: an end that is null makes the answer null.
import { compare, equals, FeelObject, negate, type FeelValue } from './value.ts'
import type { ComparisonOperator } from './expression.ts'

type Ends = { low: FeelValue; high: FeelValue; lowIncluded: boolean; highIncluded: boolean }

export class FeelRange extends FeelObject {
  readonly kind = 'range'
  /** '..' for a range with two ends, otherwise the operator it was written with. */
  readonly op: '..' | ComparisonOperator
  readonly low: FeelValue
  readonly high: FeelValue
  readonly lowIncluded: boolean
  readonly highIncluded: boolean

  constructor(op: '..' | ComparisonOperator, { low, high, lowIncluded, highIncluded }: Ends) {
    super()
    this.op = op
    this.low = low
    this.high = high
    this.lowIncluded = lowIncluded
    this.highIncluded = highIncluded
  }

  /** Null when the ends cannot be compared with each other or run backwards. */
  static between(ends: Ends): FeelRange | null {
    const { low, high } = ends
    if (low !== null && high !== null) {
      const order = compare(low, high)
      if (order === null || order > 0) return null
    }
    return new FeelRange('..', ends)
  }

  static test(op: ComparisonOperator, operand: FeelValue): FeelRange {
    const upper = op === '<' || op === '<='
    const lower = op === '>' || op === '>='
    return new FeelRange(op, {
      low: upper ? null : operand,
      high: lower ? null : operand,
      lowIncluded: op === '>=' || op === '=',
      highIncluded: op === '<=' || op === '=',
    })
  }

  hasLow(): boolean {
    return this.op !== '<' && this.op !== '<='
  }

  hasHigh(): boolean {
    return this.op !== '>' && this.op !== '>='
  }

  includes(value: FeelValue): boolean | null {
    if (this.op === '=') return equals(value, this.low)
    if (this.op === '!=') return negate(equals(value, this.low))
    let inside: boolean | null = true
    if (this.hasLow()) {
      const order = compare(value, this.low)
      if (order === null) inside = null
      else if (order < 0 || (order === 0 && !this.lowIncluded)) return false
    }
    if (this.hasHigh()) {
      const order = compare(value, this.high)
      if (order === null) inside = null
      else if (order > 0 || (order === 0 && !this.highIncluded)) return false
    }
    return inside
  }

  property(name: string): FeelValue | undefined {
    if (name === 'start') return this.low
    if (name === 'end') return this.high
    if (name === 'start included') return this.lowIncluded
    if (name === 'end included') return this.highIncluded
    return undefined
  }

  compareTo(): null {
    return null
  }

  override equals(other: FeelObject): boolean {
    return (
      other instanceof FeelRange && this.op === other.op &&
      this.lowIncluded === other.lowIncluded && this.highIncluded === other.highIncluded &&
      equals(this.low, other.low) === true && equals(this.high, other.high) === true
    )
  }

  toString(): string {
    if (this.op !== '..') return `(${this.op} ${String(this.hasLow() ? this.low : this.high)})`
    return `${this.lowIncluded ? '[' : '('}${String(this.low)}..${String(this.high)}${this.highIncluded ? ']' : ')'}`
  }
}
