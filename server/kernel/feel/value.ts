// FEEL values at run time and the two questions asked of them everywhere: are they equal, and which is smaller.
// Lists are arrays, contexts are plain objects, all other structured values extend FeelObject.

export type Kind =
  | 'null' | 'boolean' | 'number' | 'string' | 'list' | 'context' | 'range' | 'function'
  | 'date' | 'time' | 'date and time' | 'days and time duration' | 'years and months duration'

/** A structured value. `compareTo` and `equals` are only called with an object of the same kind. */
export abstract class FeelObject {
  abstract readonly kind: Kind
  abstract property(name: string): FeelValue | undefined
  /** Negative, zero, positive; null when the two cannot be put in order. */
  abstract compareTo(other: FeelObject): number | null
  abstract toString(): string
  equals(other: FeelObject): boolean | null {
    const order = this.compareTo(other)
    return order === null ? false : order === 0
  }
  toJSON(): string {
    return this.toString()
  }
}

export type FeelContext = { readonly [key: string]: FeelValue }
export type FeelList = readonly FeelValue[]
export type FeelValue = null | boolean | number | string | FeelObject | FeelList | FeelContext

export function isList(value: FeelValue): value is FeelList {
  return Array.isArray(value)
}

export function isContext(value: FeelValue): value is FeelContext {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof FeelObject)
}

export function kindOf(value: FeelValue): Kind {
  if (value === null) return 'null'
  if (typeof value === 'number') return 'number'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'boolean'
  if (value instanceof FeelObject) return value.kind
  return isList(value) ? 'list' : 'context'
}

/** An entry of a context, never something inherited; undefined when there is none. */
export function entryOf(context: FeelContext, key: string): FeelValue | undefined {
  return Object.hasOwn(context, key) ? context[key] : undefined
}

/** A context without prototype, so that no key is special. */
export function contextOf(entries: Iterable<readonly [string, FeelValue]>): FeelContext {
  const context: Record<string, FeelValue> = Object.create(null)
  for (const [key, value] of entries) context[key] = value
  return context
}

/** DMN equality: null equals only null; values of different kinds give null. */
export function equals(a: FeelValue, b: FeelValue): boolean | null {
  if (a === null || b === null) return a === b
  const kind = kindOf(a)
  if (kind !== kindOf(b)) return null
  if (a instanceof FeelObject && b instanceof FeelObject) return a.equals(b)
  if (isList(a) && isList(b)) return a.length === b.length && allEqual(a, b)
  if (isContext(a) && isContext(b)) {
    const keys = Object.keys(a)
    if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false
    return allEqual(keys.map((key) => a[key] ?? null), keys.map((key) => b[key] ?? null))
  }
  return a === b
}

function allEqual(a: FeelList, b: FeelList): boolean | null {
  let result: boolean | null = true
  for (let at = 0; at < a.length; at++) {
    const same = equals(a[at] ?? null, b[at] ?? null)
    if (same === false) return false
    if (same === null) result = null
  }
  return result
}

/** Negative, zero or positive for two numbers, strings, dates, times or durations of one kind; otherwise null. */
export function compare(a: FeelValue, b: FeelValue): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  if (a instanceof FeelObject && b instanceof FeelObject && a.kind === b.kind) return a.compareTo(b)
  return null
}

/** Three-valued negation. */
export function negate(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth
}

/** A function written in FEEL: `function(a, b) a + b`. */
export class FeelFunction extends FeelObject {
  readonly kind = 'function'
  readonly params: readonly string[]
  readonly call: (args: FeelList) => FeelValue
  constructor(params: readonly string[], call: (args: FeelList) => FeelValue) {
    super()
    this.params = params
    this.call = call
  }
  /** Whether it may be called with so many arguments in a row. */
  takes(count: number): boolean {
    return this.params.length === count
  }
  property(): undefined {
    return undefined
  }
  compareTo(): null {
    return null
  }
  override equals(other: FeelObject): boolean {
    return this === other
  }
  toString(): string {
    return `function(${this.params.join(', ')})`
  }
}
