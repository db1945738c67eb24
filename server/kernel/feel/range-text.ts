// range("[18..21)"): a range out of text (DMN 1.5, 10.3.4.9). Ends are literals; nothing of the text is computed.
import { FeelRange } from './range.ts'
import { parseTemporal, temporalTypeOf } from './temporal.ts'
import type { TemporalType } from './expression.ts'
import type { FeelValue } from './value.ts'

const number = String.raw`-?(?:\d+(?:\.\d+)?|\.\d+)`
const quoted = String.raw`"(?:[^"\\]|\\.)*"`
const end = String.raw`${number}|@?${quoted}|(?:date and time|date|time|duration)\s*\(\s*${quoted}\s*\)`
const whole = new RegExp(String.raw`^\s*([[(\]])\s*(${end})?\s*\.\.\s*(${end})?\s*([\])[])\s*$`)

const longest = 300

/** undefined: it says nothing a range could end at. */
const readEnd = (text: string | undefined): FeelValue | undefined => {
  if (text === undefined) return null
  const [, type = '', said = ''] = /^(@|date and time|date|time|duration)?\s*\(?\s*("[^]*")/.exec(text) ?? []
  if (said === '') return Number(text)
  const value = plain(said)
  if (value === undefined || type === '') return value
  // the expression above allows no other type
  return parseTemporal(type === '@' ? temporalTypeOf(value) : (type as TemporalType), value) ?? undefined
}

const plain = (literal: string): string | undefined => {
  try {
    return String(JSON.parse(literal))
  } catch {
    return undefined
  }
}

/** Null when the text is no range, or one that holds nothing. */
export const rangeOf = (text: string): FeelRange | null => {
  const [, opening, from, to, closing] = text.length > longest ? [] : (whole.exec(text) ?? [])
  if (opening === undefined || (from === undefined && to === undefined)) return null
  const [low, high] = [readEnd(from), readEnd(to)]
  if (low === undefined || high === undefined) return null
  const [lowIncluded, highIncluded] = [opening === '[', closing === ']']
  // an end that is left out must be left open
  if ((from === undefined && lowIncluded) || (to === undefined && highIncluded)) return null
  return from === undefined ? FeelRange.test(highIncluded ? '<=' : '<', high) : to === undefined ? FeelRange.test(lowIncluded ? '>=' : '>', low) : FeelRange.between({ low, high, lowIncluded, highIncluded })
}
