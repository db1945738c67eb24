// `instance of`: whether a value is of a FEEL type (DMN 1.3, 10.3.2.4).
// Null is an instance of Null only, not of Any.
import type { TypeName } from './expression.ts'
import { FeelRange } from './range.ts'
import { entryOf, isContext, isList, kindOf, type FeelValue } from './value.ts'

export function isInstance(value: FeelValue, { name, of, fields }: TypeName): boolean {
  const kind = kindOf(value)
  if (name === 'Any') return value !== null
  if (name === 'Null') return value === null
  if (name === 'duration') return kind.endsWith('duration')
  if (name === 'list' && isList(value)) return !of || value.every((item) => isInstance(item, of))
  if (name === 'context' && isContext(value)) {
    return Object.entries(fields ?? {}).every(([key, type]) => {
      const entry = entryOf(value, key)
      return entry === null || isInstance(entry ?? null, type)
    })
  }
  if (name === 'range' && of && value instanceof FeelRange) return [value.low, value.high].every((end) => end === null || isInstance(end, of))
  return kind === name
}
