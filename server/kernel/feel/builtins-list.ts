// Built-in functions on lists (DMN 1.3, 10.3.4.4 and sort) and contexts.
// Most take either one list or its items as arguments: `sum([1, 2])`, `sum(1, 2)`.
import { arithmetic } from './arithmetic.ts'
import { signature, type Builtin } from './builtin.ts'
import { startOf } from './builtins-text.ts'
import { MonthsDuration, SecondsDuration } from './duration.ts'
import { spend } from './effort.ts'
import {
  compare, contextOf, entryOf, equals, isContext, isList, type FeelContext, type FeelFunction, type FeelList, type FeelValue,
} from './value.ts'

const same = (a: FeelValue, b: FeelValue): boolean => equals(a, b) === true

/** A function of one list that may also be given as its items. */
function ofItems(run: (items: FeelList) => FeelValue): Builtin {
  return [
    signature(['list:list'], run),
    signature(['first:any', 'second:any', '...list:any'], (first, second, rest) => run([first, second, ...rest])),
  ]
}

const ofNumbers = (run: (numbers: readonly number[]) => FeelValue): Builtin =>
  ofItems((items) => (items.every((item) => typeof item === 'number') ? run(items) : null))

const empty = (items: FeelList): boolean => items.length === 0

function extreme(items: FeelList, sign: 1 | -1): FeelValue {
  let best = items[0] ?? null
  for (const item of items) {
    const order = compare(item, best)
    if (order === null) return null
    if (order * sign > 0) best = item
  }
  return best
}

function sum(items: FeelList): FeelValue {
  const summable = (item: FeelValue): boolean =>
    typeof item === 'number' || item instanceof MonthsDuration || item instanceof SecondsDuration
  return !empty(items) && items.every(summable) ? items.reduce((total, item) => arithmetic('+', total, item)) : null
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}

function mode(numbers: readonly number[]): FeelList {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return [...counts].filter(([, count]) => count === most).map(([number]) => number).toSorted((a, b) => a - b)
}

function deviation(numbers: readonly number[]): number | null {
  if (numbers.length < 2) return null
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length
  return Math.sqrt(numbers.reduce((total, number) => total + (number - mean) ** 2, 0) / (numbers.length - 1))
}

/** 'all' stops at a false, 'any' at a true; something that is no truth value leaves the answer open. */
function quantify(items: FeelList, decisive: boolean): boolean | null {
  if (items.includes(decisive)) return decisive
  return items.every((item) => item === !decisive) ? !decisive : null
}

function distinct(items: FeelList): FeelList {
  const result: FeelValue[] = []
  for (const item of items) {
    spend(result.length / 10) // a comparison is less than a step of a rule
    if (!result.some((known) => same(known, item))) result.push(item)
  }
  return result
}

const flatten = (items: FeelList): FeelList => items.flatMap((item) => (isList(item) ? flatten(item) : [item]))
const asList = (value: FeelValue): FeelList => (isList(value) ? value : [value])

function sublist(list: FeelList, position: number, length?: number): FeelList | null {
  const start = startOf(position, list.length)
  if (start === null || start >= list.length || (length !== undefined && length < 0)) return null
  const end = length === undefined ? list.length : start + Math.trunc(length)
  return end > list.length ? null : list.slice(start, end)
}

/** Zero-based index of a position that exists, otherwise null. */
function indexIn(list: FeelList, position: number): number | null {
  const at = startOf(position, list.length)
  return at === null || Math.abs(Math.trunc(position)) > list.length ? null : at
}

function replaceIn(list: FeelList, where: FeelValue, match: FeelFunction | undefined, item: FeelValue): FeelValue {
  if (match) {
    const hits = list.map((old) => match.call([old, item]))
    return hits.every((hit) => typeof hit === 'boolean') ? list.map((old, at) => (hits[at] ? item : old)) : null
  }
  const at = typeof where === 'number' ? indexIn(list, where) : null
  return at === null ? null : list.with(at, item)
}

/** Stable; `precedes(a, b)` answers whether a comes before b. */
function sort(list: FeelList, precedes: FeelFunction): FeelValue {
  return list.toSorted((a, b) => (spend(1), precedes.call([a, b]) === true ? -1 : precedes.call([b, a]) === true ? 1 : 0))
}

function makeContext(entries: FeelList): FeelValue {
  const pairs: [string, FeelValue][] = []
  for (const entry of entries) {
    const key = isContext(entry) ? entryOf(entry, 'key') : undefined
    const value = isContext(entry) ? entryOf(entry, 'value') : undefined
    if (typeof key !== 'string' || value === undefined || pairs.some(([known]) => known === key)) return null
    pairs.push([key, value])
  }
  return contextOf(pairs)
}

function put(context: FeelContext, keys: FeelList, value: FeelValue): FeelValue {
  const [key, ...rest] = keys
  if (typeof key !== 'string') return null
  if (rest.length === 0) return contextOf([...Object.entries(context), [key, value]])
  const inner = entryOf(context, key) ?? null
  const changed = isContext(inner) ? put(inner, rest, value) : null
  return changed === null ? null : contextOf([...Object.entries(context), [key, changed]])
}

export const listBuiltins: Record<string, Builtin> = {
  count: ofItems((items) => items.length),
  min: ofItems((items) => extreme(items, -1)),
  max: ofItems((items) => extreme(items, 1)),
  sum: ofItems(sum),
  mean: ofItems((items) => arithmetic('/', sum(items), items.length)),
  product: ofNumbers((numbers) => (empty(numbers) ? null : numbers.reduce((a, b) => a * b))),
  median: ofNumbers(median),
  mode: ofNumbers(mode),
  stddev: ofNumbers(deviation),
  all: ofItems((items) => quantify(items, false)),
  any: ofItems((items) => quantify(items, true)),
  'list contains': [signature(['list:list', 'element:any'], (list, element) => list.some((item) => same(item, element)))],
  'list replace': [
    signature(['list:list', 'match:function', 'newItem:any'], (list, match, item) => replaceIn(list, null, match, item)),
    signature(['list:list', 'position:number', 'newItem:any'], (list, position, item) => replaceIn(list, position, undefined, item)),
  ],
  append: [signature(['list:list', '...item:any'], (list, items) => [...list, ...items])],
  concatenate: [signature(['...list:any'], (lists) => lists.flatMap(asList))],
  union: [signature(['...list:any'], (lists) => distinct(lists.flatMap(asList)))],
  'distinct values': [signature(['list:list'], distinct)],
  flatten: [signature(['list:list'], flatten)],
  reverse: [signature(['list:list'], (list) => list.toReversed())],
  'index of': [signature(['list:list', 'match:any'], (list, match) => list.flatMap((item, at) => (same(item, match) ? [at + 1] : [])))],
  sublist: [signature(['list:list', 'start position:number', 'length?:number'], sublist)],
  'insert before': [signature(['list:list', 'position:number', 'newItem:any'], (list, position, item) => {
    const at = indexIn(list, position)
    return at === null ? null : list.toSpliced(at, 0, item)
  })],
  remove: [signature(['list:list', 'position:number'], (list, position) => {
    const at = indexIn(list, position)
    return at === null ? null : list.toSpliced(at, 1)
  })],
  sort: [signature(['list:list', 'precedes:function'], sort)],
  'is defined': [signature(['value:any'], (value) => value !== null)],
  'get value': [
    signature(['m:context', 'key:string'], (context, key) => entryOf(context, key) ?? null),
    signature(['context:context', 'keys:list'], (context, keys) => keys.reduce(
      (found: FeelValue, key) => (isContext(found) && typeof key === 'string' ? (entryOf(found, key) ?? null) : null), context)),
  ],
  'get entries': [signature(['m:context'], (context) => Object.entries(context).map(([key, value]) => contextOf([['key', key], ['value', value]])))],
  context: [signature(['entries:list'], makeContext)],
  'context put': [
    signature(['context:context', 'key:string', 'value:any'], (context, key, value) => put(context, [key], value)),
    signature(['context:context', 'keys:list', 'value:any'], put),
  ],
  'context merge': [signature(['contexts:list'], (contexts) => (
    contexts.every(isContext) ? contextOf(contexts.flatMap((context) => Object.entries(context))) : null
  ))],
}
