// Types a model declares (itemDefinition) and the conversions DMN makes to them: a list of one to its item, an item to a list of one,
// a date to a date and time; what does not conform is null (DMN 1.3, sections 7.3.2 and 10.3.2.9.4).
import { isInstance } from '../../feel/type.ts'
import type { TypeName } from '../../feel/expression.ts'
import { FeelDate, FeelDateTime } from '../../feel/temporal.ts'
import { contextOf, FeelFunction, isContext, isList, type FeelValue } from '../../feel/value.ts'

/** `allows`: whether a value is among the allowed ones; absent: all are. */
export type ItemType = { allows?: (value: FeelValue) => boolean } & (
  | { kind: 'any' }
  | { kind: 'function' }
  | { kind: 'base'; name: string }
  | { kind: 'fields'; fields: ReadonlyMap<string, ItemType> }
  | { kind: 'list'; of: ItemType }
)

export const anyType: ItemType = { kind: 'any' }

const baseNames: Readonly<Record<string, string>> = {
  string: 'string', number: 'number', boolean: 'boolean', date: 'date', time: 'time', dateTime: 'date and time', 'date and time': 'date and time',
  dayTimeDuration: 'days and time duration', 'days and time duration': 'days and time duration', 'day and time duration': 'days and time duration',
  yearMonthDuration: 'years and months duration', 'years and months duration': 'years and months duration', 'year and month duration': 'years and months duration',
  duration: 'duration', context: 'context', list: 'list', range: 'range', function: 'function',
}

/** A type of FEEL itself, by the name a model calls it; undefined when there is none. */
export const baseType = (name: string): ItemType | undefined => {
  const known = Object.hasOwn(baseNames, name) ? baseNames[name] : undefined
  if (name === 'Any') return anyType
  return known === undefined ? undefined : { kind: 'base', name: known }
}

/** The type as `instance of` reads it. */
export const typeNameOf = (type: ItemType): TypeName => {
  switch (type.kind) {
    case 'any': return { name: 'Any' }
    case 'function': return { name: 'function' }
    case 'base': return { name: type.name }
    case 'list': return { name: 'list', of: typeNameOf(type.of) }
    case 'fields': return { name: 'context', fields: Object.fromEntries([...type.fields].map(([name, field]) => [name, typeNameOf(field)])) }
  }
}

/** The value as its type wants it; null when it does not conform. */
export const conform = (value: FeelValue, type: ItemType): FeelValue => {
  const converted = value === null ? null : convert(value, type)
  return converted !== null && type.allows && !type.allows(converted) ? null : converted
}

const convert = (value: FeelValue, type: ItemType): FeelValue => {
  if (type.kind === 'any') return value
  if (type.kind === 'list') return convertList(isList(value) ? value : [value], type.of)
  const single = isList(value) && value.length === 1 && !(type.kind === 'base' && type.name === 'list') ? (value[0] ?? null) : value
  if (type.kind === 'function') return single instanceof FeelFunction ? single : null
  if (type.kind === 'fields') return convertFields(single, type.fields)
  if (type.name === 'date and time' && single instanceof FeelDate) return FeelDateTime.at(single.days, 0, 0, 0)
  return isInstance(single, { name: type.name }) ? single : null
}

const convertList = (items: readonly FeelValue[], of: ItemType): FeelValue => {
  const converted = items.map((item) => conform(item, of))
  return converted.some((item, at) => item === null && items[at] !== null) ? null : converted
}

const convertFields = (value: FeelValue, fields: ReadonlyMap<string, ItemType>): FeelValue => {
  if (!isContext(value)) return null
  const converted = Object.entries(value).map(([name, entry]) => [name, conform(entry, fields.get(name) ?? anyType)] as const)
  return converted.some(([name, entry]) => entry === null && value[name] !== null) ? null : contextOf(converted)
}
