// The facts of a pack as tables, one a subject, one column a fact: one description for judging somebody, for SQL over everybody, and for lists. Pure.
import type { ColumnType, FactSchema } from '../../kernel/feel-sql/schema.ts'
import { subjectKeys, type Fact } from './benefit.ts'
import type { ConceptType } from './definitions.ts'

const columnTypes: Partial<Record<ConceptType, ColumnType>> = { integer: 'integer', money: 'integer', decimal: 'number', boolean: 'boolean', date: 'date' }

const columnTypeOf = (type: ConceptType): ColumnType => columnTypes[type] ?? 'text'

/** Packs give the same list every time, and everybody is judged by it. */
const made = new WeakMap<readonly Fact[], FactSchema>()

/** A table for each subject that has facts; lists are rows of the table of `many`. The same for the same list of facts. */
export const schemaOf = (facts: readonly Fact[]): FactSchema => {
  const known = made.get(facts)
  if (known) return known
  const schema = Object.fromEntries(Object.entries(subjectKeys).flatMap(([subject, key]) => {
    const own = facts.filter(({ concept }) => concept.startsWith(`${subject}.`))
    const columns = own.flatMap(({ concept, type, many }) => (many === undefined ? [[concept, columnTypeOf(type)] as const] : []))
    const lists = own.flatMap(({ concept, many, by }) => (many === undefined || by === undefined ? [] : [[concept, { table: many, by }] as const]))
    return own.length === 0 ? [] : [[subject, { name: subject, key, columns: { [key]: 'text' as const, ...Object.fromEntries(columns) }, lists: Object.fromEntries(lists) }]]
  }))
  made.set(facts, schema)
  return schema
}
