// Where an expression finds its names: the flat record of answers, then local variables on top of it.
// Also the border between JSON and FEEL: answers are JSON, so a date is text until its concept's type says otherwise.
import { parseDuration } from './duration.ts'
import { FeelDateTime, parseDate, parseDateTime, parseTime } from './temporal.ts'
import { contextOf, FeelObject, isContext, isList, type FeelContext, type FeelValue } from './value.ts'

/** JSON, or values already converted. */
export type FeelInput =
  | null | undefined | boolean | number | string | FeelObject
  | readonly FeelInput[] | { readonly [key: string]: FeelInput }

/** How the JSON of one concept is to be read. 'any' keeps it as it is. */
export type FeelType = 'any' | 'text' | 'number' | 'boolean' | 'date' | 'time' | 'dateTime' | 'duration'

export type Scope = {
  /** The value under exactly this name in this layer; undefined when the layer has none. */
  get(name: string): FeelValue | undefined
  readonly outer: Scope | undefined
}

/** Legal time of China: instants in UTC are shown on this clock, so that `date(x)` is the legal day. */
const LEGAL_OFFSET = 8 * 3600

function toLegalTime(value: FeelDateTime): FeelDateTime {
  if (value.zone !== 0) return value
  return FeelDateTime.at(value.date.days, value.time.seconds + LEGAL_OFFSET, value.time.nanos, LEGAL_OFFSET)
}

function plain(value: FeelInput): FeelValue {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return null
  if (value === null || typeof value !== 'object' || value instanceof FeelObject) return value
  if (Array.isArray(value)) return value.map(plain)
  return contextOf(Object.entries(value).map(([key, entry]) => [key, plain(entry)] as const))
}

/**
 * Reads JSON as a FEEL value of the given type; a list is read item by item. What does not fit the type (a date that
 * does not exist, text where a number is due) is null, that is unknown. Instants ending in 'Z' move to legal time.
 */
export function toFeel(value: FeelInput, type: FeelType = 'any'): FeelValue {
  if (value === null || value === undefined || value instanceof FeelObject || type === 'any') return plain(value)
  if (Array.isArray(value)) return value.map((item) => toFeel(item, type))
  if (type === 'number') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return typeof number === 'number' && Number.isFinite(number) ? number : null
  }
  if (type === 'boolean') return typeof value === 'boolean' ? value : value === 'true' ? true : value === 'false' ? false : null
  if (typeof value !== 'string') return type === 'text' && typeof value === 'number' ? String(value) : null
  switch (type) {
    case 'text':
      return value
    case 'date':
      return parseDate(value)
    case 'time':
      return parseTime(value)
    case 'dateTime': {
      const parsed = parseDateTime(value)
      return parsed && toLegalTime(parsed)
    }
    case 'duration':
      return parseDuration(value)
  }
}

/** Back to JSON: dates, times, durations and ranges become their text. */
export function fromFeel(value: FeelValue): unknown {
  if (value instanceof FeelObject) return value.toString()
  if (isList(value)) return value.map(fromFeel)
  if (isContext(value)) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fromFeel(entry)]))
  return value
}

/**
 * The scope of flat answers such as `{ 'child.birthDate': '2026-11-16' }`. `extra` adds variables (`today`); `typeOf`
 * tells the type of an answer by its name. A string under `today` is read as a date.
 */
export function scopeOf(
  answers: Readonly<Record<string, FeelInput>>,
  extra: Readonly<Record<string, FeelInput>> = {},
  typeOf: (name: string) => FeelType | undefined = () => undefined,
): Scope {
  const values = new Map<string, FeelValue>()
  for (const [name, value] of Object.entries(answers)) values.set(name, toFeel(value, typeOf(name)))
  for (const [name, value] of Object.entries(extra)) values.set(name, toFeel(value, name === 'today' ? 'date' : typeOf(name)))
  return layer(values)
}

export function layer(values: ReadonlyMap<string, FeelValue>, outer?: Scope): Scope {
  return { get: (name) => values.get(name), outer }
}

/** One local variable. */
export function local(name: string, value: FeelValue, outer: Scope): Scope {
  return { get: (asked) => (asked === name ? value : undefined), outer }
}

/** The item a filter looks at, with its entries as names when it is a context. */
export function itemScope(item: FeelValue, outer: Scope): Scope {
  const entries: FeelContext | undefined = isContext(item) ? item : undefined
  return {
    get(name) {
      if (entries && Object.hasOwn(entries, name)) return entries[name]
      return name === 'item' ? item : undefined
    },
    outer,
  }
}

export function propertyOf(value: FeelValue, name: string): FeelValue {
  if (value === null || typeof value !== 'object') return null
  if (value instanceof FeelObject) return value.property(name) ?? null
  if (isList(value)) return value.map((item) => propertyOf(item, name))
  return isContext(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

/** A reader of a dotted path: in each layer the longest name wins, the rest are properties. */
export function pathReader(path: readonly string[]): (scope: Scope) => FeelValue {
  const whole = path.join('.')
  const shorter = path.slice(1).map((_, at) => path.length - 1 - at)
    .map((length) => ({ name: path.slice(0, length).join('.'), rest: path.slice(length) }))
  return (scope) => {
    for (let at: Scope | undefined = scope; at; at = at.outer) {
      const found = at.get(whole)
      if (found !== undefined) return found
      for (const { name, rest } of shorter) {
        const base = at.get(name)
        if (base !== undefined) return rest.reduce(propertyOf, base)
      }
    }
    return null
  }
}
