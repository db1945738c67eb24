// Built-in functions on text (DMN 1.3, 10.3.4.3) and the conversion of any value to text.
// Positions count characters as people see code points, from 1, or from the end when negative.
import { signature, type Builtin } from './builtin.ts'
import { isCheapPattern, longestMatched } from './pattern-cost.ts'
import { FeelObject, isContext, isList, type FeelValue } from './value.ts'

/** XPath flags s, m, i and x; null when the pattern or a flag is not valid, or the pattern or the text would take too long to match. */
function regexp(text: string, pattern: string, flags: string, global: boolean): RegExp | null {
  if (/[^smix]/.test(flags) || text.length > longestMatched) return null
  const source = flags.includes('x') ? pattern.replace(/\s+/g, '') : pattern
  try {
    const expression = new RegExp(source, `u${flags.replace('x', '')}${global ? 'g' : ''}`)
    return isCheapPattern(source) ? expression : null
  } catch {
    return null
  }
}

/** Zero-based start of a one-based position that may count from the end; null for position 0. */
export function startOf(position: number, length: number): number | null {
  const whole = Math.trunc(position)
  if (whole === 0) return null
  return whole > 0 ? whole - 1 : Math.max(0, length + whole)
}

function substring(text: string, position: number, length?: number): string | null {
  const characters = Array.from(text)
  const start = startOf(position, characters.length)
  if (start === null || (length !== undefined && length < 1)) return null
  return characters.slice(start, length === undefined ? undefined : start + Math.trunc(length)).join('')
}

const KEY = /^[\p{L}_][\p{L}\p{N}_ ]*$/u

/** FEEL text of a value; text inside lists and contexts is quoted. */
export function textOf(value: FeelValue, inside = false): string {
  if (typeof value === 'string') return inside ? `"${value.replace(/["\\]/g, '\\$&')}"` : value
  if (value === null || typeof value !== 'object' || value instanceof FeelObject) return String(value)
  if (isList(value)) return `[${value.map((item) => textOf(item, true)).join(', ')}]`
  if (!isContext(value)) return ''
  const entries = Object.entries(value).map(([key, entry]) => `${KEY.test(key) ? key : textOf(key, true)}: ${textOf(entry, true)}`)
  return `{${entries.join(', ')}}`
}

function toNumber(text: string, grouping: FeelValue, decimal: FeelValue): number | null {
  if (grouping === decimal && grouping !== null) return null
  if (grouping !== null && grouping !== ' ' && grouping !== ',' && grouping !== '.') return null
  if (decimal !== null && decimal !== ',' && decimal !== '.') return null
  const ungrouped = grouping === null ? text : text.replaceAll(grouping, '')
  const plain = decimal === ',' ? ungrouped.replace(',', '.') : ungrouped
  return /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/.test(plain) ? Number(plain) : null
}

export const textBuiltins: Record<string, Builtin> = {
  string: [signature(['from:any'], (value) => (value === null ? null : textOf(value)))],
  number: [
    signature(['from:string'], (text) => toNumber(text, null, null)),
    signature(['from:string', 'grouping separator:any', 'decimal separator:any'], toNumber),
  ],
  'string length': [signature(['string:string'], (text) => Array.from(text).length)],
  substring: [signature(['string:string', 'start position:number', 'length?:number'], substring)],
  'upper case': [signature(['string:string'], (text) => text.toUpperCase())],
  'lower case': [signature(['string:string'], (text) => text.toLowerCase())],
  'substring before': [signature(['string:string', 'match:string'], (text, match) => {
    const at = text.indexOf(match)
    return at < 0 ? '' : text.slice(0, at)
  })],
  'substring after': [signature(['string:string', 'match:string'], (text, match) => {
    const at = text.indexOf(match)
    return at < 0 ? '' : text.slice(at + match.length)
  })],
  replace: [signature(['input:string', 'pattern:string', 'replacement:string', 'flags?:string'], (text, pattern, replacement, flags) => {
    const expression = regexp(text, pattern, flags ?? '', true)
    return expression && text.replace(expression, replacement.replace(/\$0/g, '$$&'))
  })],
  contains: [signature(['string:string', 'match:string'], (text, match) => text.includes(match))],
  'starts with': [signature(['string:string', 'match:string'], (text, match) => text.startsWith(match))],
  'ends with': [signature(['string:string', 'match:string'], (text, match) => text.endsWith(match))],
  matches: [signature(['input:string', 'pattern:string', 'flags?:string'], (text, pattern, flags) => {
    const expression = regexp(text, pattern, flags ?? '', false)
    return expression && expression.test(text)
  })],
  split: [signature(['string:string', 'delimiter:string'], (text, delimiter) => {
    const expression = regexp(text, delimiter, '', false)
    return expression && text.split(expression)
  })],
  'string join': [signature(['list:list', 'delimiter?:any'], (list, delimiter) => {
    const texts = list.filter((item) => item !== null)
    if (!texts.every((item) => typeof item === 'string')) return null
    return delimiter === undefined || delimiter === null || typeof delimiter === 'string' ? texts.join(delimiter ?? '') : null
  })],
}
