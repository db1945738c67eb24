// One query for many conditions over one table: each row's key and, for each condition, TRUE, FALSE or NULL; and values, such as amounts.
// Tables are scanned once, whatever the number of conditions; lists are summed up once for all that look at them.
import type { Expression } from '../feel/expression.ts'
import { layer, toFeel } from '../feel/scope.ts'
import { truth, valueOf } from './compile-sql.ts'
import { dialects, quoteName, type Dialect } from './dialect.ts'
import { column, rootAlias, type Place, type Query } from './place.ts'
import type { FactSchema } from './schema.ts'
import { OutsideSql, type TermType } from './term.ts'

export type Condition = { id: string; expression: Expression }

export type SqlTarget = {
  schema: FactSchema
  /** the table whose rows the conditions are about */
  about: string
  dialect: Dialect['name']
  /** `today`, YYYY-MM-DD */
  on: string
  /** columns and lists of the schema that the data does not have: not known of anybody */
  absent?: ReadonlySet<string>
}

/** `column`: of the verdict in the query's rows. `left`: what SQL cannot say; rows without verdict are then for the interpreter. */
export type CompiledCondition = { id: string; column: string; left: string[]; missing: string[] }

/** `type`: what kind of value the column holds. */
export type CompiledValue = CompiledCondition & { type: TermType }

/** `sql` selects `subject`, the row's key, and a column for each condition and each value. */
export type CompiledQuery = { sql: string; conditions: CompiledCondition[]; values: CompiledValue[] }

const withGroups = ({ groups }: Query): string => {
  const parts = [...groups.values()].map(({ alias, table, by, matters, columns }) =>
    `${alias} AS (SELECT ${by} AS k${[...columns].map(([sql, name]) => `, ${sql} AS ${name}`).join('')} FROM ${quoteName(table)} ${by.slice(0, by.indexOf('.'))} WHERE ${by} IS NOT NULL${matters ? ` AND (${matters.join(' OR ')})` : ''} GROUP BY ${by})`)
  return parts.length === 0 ? '' : `WITH ${parts.join(',\n')}\n`
}

const joins = ({ schema, owners, groups }: Query): string => [
  ...[...owners].map(([table, { alias, column: by }]) => `LEFT JOIN ${quoteName(table)} ${alias} ON ${column(alias, schema[table]?.key ?? '')} = ${by}`),
  ...[...groups.values()].map(({ alias, key }) => `LEFT JOIN ${alias} ON ${alias}.k = ${key}`),
].join('\n')

const withAtoms = ({ root, atoms }: Query): string =>
  atoms.size === 0 ? `${quoteName(root.name)} ${rootAlias}` : `(SELECT ${rootAlias}.*, ${[...atoms].map(([sql, name]) => `${sql} AS ${name}`).join(', ')} FROM ${quoteName(root.name)} ${rootAlias}) ${rootAlias}`

/** A query in the making and a place at its root. @throws Error when the schema has no table `about` */
const begin = ({ schema, about, dialect, on, absent = new Set() }: SqlTarget): { query: Query; place: Omit<Place, 'missing' | 'left'> } => {
  const root = schema[about]
  if (!root) throw new Error(`there is no table ${about}`)
  const scope = layer(new Map([['today', toFeel(on, 'date')]]))
  const query: Query = { schema, root, dialect: dialects[dialect], scope, absent, owners: new Map(), groups: new Map(), atoms: new Map() }
  return { query, place: { query, frames: [], touched: new Set() } }
}

/** The key as `subject` and what else is selected, with everything that is joined for it. */
const assemble = (query: Query, selected: readonly string[]): string =>
  `${withGroups(query)}SELECT ${[`${column(rootAlias, query.root.key)} AS subject`, ...selected].join(',\n  ')}\nFROM ${withAtoms(query)}\n${joins(query)}`

const valueIn = (expression: Expression, place: Place, left: string[]): { sql: string; type: TermType } => {
  try {
    const { sql, type } = valueOf(expression, place)
    return { sql, type }
  } catch (error) {
    if (!(error instanceof OutsideSql)) throw error
    left.push(error.what)
    return { sql: 'CAST(NULL AS float8)', type: 'null' }
  }
}

/** Conditions as one query. Keys are unique, dates lie in the years 1000 to 9999 (schema.ts). @param values also worked out for each row @throws Error when the schema has no table `about` */
export const toQuery = (conditions: readonly Condition[], target: SqlTarget, values: readonly Condition[] = []): CompiledQuery => {
  const { query, place } = begin(target)
  const compile = <To>(all: readonly Condition[], letter: string, one: (expression: Expression, at: Place, left: string[]) => To) => all.map(({ id, expression }, at) => {
    const [missing, left]: [Set<string>, string[]] = [new Set(), []]
    return { id, column: `${letter}${at + 1}`, ...one(expression, { ...place, missing, left }, left), left: [...new Set(left)], missing: [...missing] }
  })
  const truths = compile(conditions, 'c', (expression, at) => ({ sql: truth(expression, at).sql }))
  const worked = compile(values, 'v', valueIn)
  return {
    sql: assemble(query, [...truths, ...worked].map((each) => `${each.sql} AS ${each.column}`)),
    conditions: truths.map(({ sql: _sql, ...rest }) => rest), values: worked.map(({ sql: _sql, ...rest }) => rest),
  }
}
