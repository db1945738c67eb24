// What FEEL is compiled to SQL against: tables of facts, one row a subject, one column a fact, named as in the rule (`person.birthDate`).
// Lists are rows of another table that carry the key of the one they belong to; read the other way, that key leads to the owner's facts.

/** How a column is read. 'integer' is whole below 2^53 (money in minor units too), 'number' has at most nine decimals and is below 10^15. */
export type ColumnType = 'integer' | 'number' | 'text' | 'boolean' | 'date'

/** `household.members`: rows of `table` whose column `by` holds the owner's key. */
export type ListColumn = { table: string; by: string }

export type FactTable = { name: string; key: string; columns: Readonly<Record<string, ColumnType>>; lists: Readonly<Record<string, ListColumn>> }

/** Tables by name; the name is what stands before the dot of their columns. */
export type FactSchema = Readonly<Record<string, FactTable>>

/** Where a fact of one table is found when the rule is about rows of another: `person` reaches `household` by the column `person.householdNumber`. */
export const wayTo = (schema: FactSchema, from: string, to: string): string | undefined =>
  Object.values(schema[to]?.lists ?? {}).find(({ table }) => table === from)?.by

/** The table a column or list stands in. */
export const tableOf = (schema: FactSchema, concept: string): FactTable | undefined => {
  const table = schema[concept.slice(0, concept.indexOf('.'))]
  return table && (Object.hasOwn(table.columns, concept) || Object.hasOwn(table.lists, concept)) ? table : undefined
}
