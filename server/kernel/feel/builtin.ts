// How a built-in function is declared: parameters with types in one line each, and the conversions DMN makes between
// a list of one item and that item. A call whose arguments do not fit gives null.
import type { Duration, MonthsDuration, SecondsDuration } from './duration.ts'
import type { FeelRange } from './range.ts'
import type { FeelDate, FeelDateTime, FeelTime } from './temporal.ts'
import { isList, kindOf, type FeelContext, type FeelFunction, type FeelList, type FeelValue, type Kind } from './value.ts'

type TypeByName = {
  any: FeelValue
  boolean: boolean
  number: number
  string: string
  list: FeelList
  context: FeelContext
  function: FeelFunction
  range: FeelRange
  date: FeelDate
  time: FeelTime
  dateTime: FeelDateTime
  day: FeelDate | FeelDateTime
  duration: Duration
  months: MonthsDuration
  seconds: SecondsDuration
  size: number | Duration
}
type ParamType = keyof TypeByName

const KINDS: { readonly [T in Exclude<ParamType, 'any' | 'list'>]: readonly Kind[] } = {
  boolean: ['boolean'],
  number: ['number'],
  string: ['string'],
  context: ['context'],
  function: ['function'],
  range: ['range'],
  date: ['date'],
  time: ['time'],
  dateTime: ['date and time'],
  day: ['date', 'date and time'],
  duration: ['days and time duration', 'years and months duration'],
  months: ['years and months duration'],
  seconds: ['days and time duration'],
  size: ['number', 'days and time duration', 'years and months duration'],
}

/** 'name:type', 'name?:type' when it may be left out, '...name:type' for all that follow. */
type ParamText = `${string}:${ParamType}`
type Arg<P> =
  P extends `...${string}:${infer T extends ParamType}` ? TypeByName[T][]
  : P extends `${string}?:${infer T extends ParamType}` ? TypeByName[T] | undefined
  : P extends `${string}:${infer T extends ParamType}` ? TypeByName[T]
  : never
type Args<P extends readonly ParamText[]> = { [K in keyof P]: Arg<P[K]> }

type Param = { name: string; type: ParamType; optional: boolean; rest: boolean }

export type Signature = {
  readonly params: readonly Param[]
  /** Takes the arguments in order, undefined where one is left out; answers undefined when one does not fit. */
  readonly call: (args: readonly (FeelValue | undefined)[]) => FeelValue | undefined
}

export type Builtin = readonly Signature[]

function readParam(text: ParamText): Param {
  const colon = text.lastIndexOf(':')
  const name = text.slice(0, colon)
  return {
    name: name.replace(/^\.\.\.|\?$/g, ''),
    type: text.slice(colon + 1) as ParamType, // ParamText allows nothing else after the colon
    optional: name.endsWith('?'),
    rest: name.startsWith('...'),
  }
}

/** The argument as the type wants it, or undefined when it does not fit. */
function fit(value: FeelValue, type: ParamType): FeelValue | undefined {
  if (type === 'any') return value
  if (type === 'list') return isList(value) ? value : value === null ? undefined : [value]
  const single = isList(value) && value.length === 1 ? (value[0] ?? null) : value
  return KINDS[type].includes(kindOf(single)) ? single : undefined
}

export function signature<const P extends readonly ParamText[]>(texts: P, run: (...args: Args<P>) => FeelValue): Signature {
  const params = texts.map(readParam)
  const call = (given: readonly (FeelValue | undefined)[]): FeelValue | undefined => {
    const args: unknown[] = []
    for (const [at, { type, optional, rest }] of params.entries()) {
      if (rest) {
        const fitted = given.slice(at).map((value) => fit(value ?? null, type))
        if (fitted.includes(undefined)) return undefined
        args.push(fitted)
        break
      }
      const value = given[at]
      if (value === undefined && optional) {
        args.push(undefined)
        continue
      }
      const fitted = fit(value ?? null, type)
      if (fitted === undefined) return undefined
      args.push(fitted)
    }
    const result = run(...(args as Args<P>)) // each was fitted to its type just above
    return typeof result === 'number' && !Number.isFinite(result) ? null : result
  }
  return { params, call }
}

/** The signatures a call with that many arguments may mean. */
export function signaturesByCount(builtin: Builtin, count: number): Signature[] {
  return builtin.filter(({ params }) => {
    const least = params.filter((param) => !param.optional && !param.rest).length
    return count >= least && (count <= params.length || params.at(-1)?.rest === true)
  })
}

/** The signatures a call with those argument names may mean. */
export function signaturesByNames(builtin: Builtin, names: readonly string[]): Signature[] {
  return builtin.filter(({ params }) => (
    names.every((name) => params.some((param) => param.name === name)) &&
    params.every((param) => param.optional || names.includes(param.name))
  ))
}
