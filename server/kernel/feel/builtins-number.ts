// Built-in functions on numbers and truth values (DMN 1.3, 10.3.4.2 and 10.3.4.5).
// Rounding works on the decimal text of a number, so that 2.345 rounds like 2.345 and not like its binary neighbour.
import { signature, type Builtin } from './builtin.ts'
import { MonthsDuration, SecondsDuration } from './duration.ts'
import type { FeelValue } from './value.ts'

type Rounding = (value: number) => number

const halfEven: Rounding = (value) => {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
const halfUp: Rounding = (value) => Math.sign(value) * Math.floor(Math.abs(value) + 0.5)
const halfDown: Rounding = (value) => Math.sign(value) * Math.ceil(Math.abs(value) - 0.5)
const up: Rounding = (value) => Math.sign(value) * Math.ceil(Math.abs(value))

/** `value` × 10^`places`, exact where the decimal text is. */
function shiftDecimal(value: number, places: number): number {
  const [digits, exponent] = String(value).split('e')
  return Number(`${digits}e${Number(exponent ?? 0) + places}`)
}

/** Rounds to `scale` decimal places (negative: tens, hundreds, …). DMN limits the scale to -6111…6176. */
function roundTo(value: number, scale: number, rounding: Rounding): number | null {
  const places = Math.trunc(scale)
  if (places < -6111 || places > 6176) return null
  if (places > 300) return value
  return shiftDecimal(rounding(shiftDecimal(value, places)), -places) + 0
}

function absolute(value: number | MonthsDuration | SecondsDuration): FeelValue {
  if (typeof value === 'number') return Math.abs(value)
  return value instanceof MonthsDuration ? new MonthsDuration(Math.abs(value.months)) : new SecondsDuration(Math.abs(value.seconds))
}

const roundingTo = (rounding: Rounding): Builtin => [signature(['n:number', 'scale:number'], (n, scale) => roundTo(n, scale, rounding))]
const floorOrCeiling = (rounding: Rounding): Builtin => [
  signature(['n:number', 'scale?:number'], (n, scale) => roundTo(n, scale ?? 0, rounding)),
]

export const numberBuiltins: Record<string, Builtin> = {
  decimal: roundingTo(halfEven),
  round: [signature(['n:number', 'scale?:number'], (n, scale) => roundTo(n, scale ?? 0, halfEven))],
  'round up': roundingTo(up),
  'round down': roundingTo(Math.trunc),
  'round half up': roundingTo(halfUp),
  'round half down': roundingTo(halfDown),
  floor: floorOrCeiling(Math.floor),
  ceiling: floorOrCeiling(Math.ceil),
  abs: [signature(['n:size'], absolute)],
  modulo: [signature(['dividend:number', 'divisor:number'], (a, b) => (b === 0 ? null : a - b * Math.floor(a / b)))],
  sqrt: [signature(['number:number'], Math.sqrt)],
  log: [signature(['number:number'], Math.log)],
  exp: [signature(['number:number'], Math.exp)],
  odd: [signature(['number:number'], (n) => Math.abs(n % 2) === 1)],
  even: [signature(['number:number'], (n) => n % 2 === 0)],
  not: [signature(['negand:any'], (value) => (typeof value === 'boolean' ? !value : null))],
}
