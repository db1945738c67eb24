// One row's facts as the interpreter reads them: values by concept, lists with one record an item, typed by the schema.
import { layer, toFeel, type FeelInput, type FeelType, type Scope } from '../feel/scope.ts'
import type { FeelValue } from '../feel/value.ts'
import { tableOf, type ColumnType, type FactSchema, type FactTable } from './schema.ts'

const feelTypes: Record<ColumnType, FeelType> = { integer: 'number', number: 'number', text: 'text', boolean: 'boolean', date: 'date' }

/** JSON by concept; a concept that is not there is not known. */
export type Facts = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const valueOf = (type: ColumnType | undefined, value: unknown): FeelValue => (isRecord(value) || type === undefined ? null : toFeel(value as FeelInput, feelTypes[type])) // JSON

const itemOf = (table: FactTable, item: unknown): FeelInput =>
  isRecord(item) ? Object.fromEntries(Object.keys(table.columns).map((concept) => {
    const field = concept.slice(table.name.length + 1)
    return [field, valueOf(table.columns[concept], item[field])]
  })) : null

/** @param on `today`, YYYY-MM-DD */
export const factScope = (schema: FactSchema, facts: Facts, on: string): Scope => {
  const values = new Map<string, FeelValue>([['today', toFeel(on, 'date')]])
  for (const [concept, value] of Object.entries(facts)) {
    const table = tableOf(schema, concept)
    const items = schema[table?.lists[concept]?.table ?? '']
    if (!table || value === undefined) continue // nobody has asked; known to be nothing is another thing
    values.set(concept, items ? (Array.isArray(value) ? toFeel(value.map((item: unknown) => itemOf(items, item))) : null) : valueOf(table.columns[concept], value))
  }
  return layer(values)
}
