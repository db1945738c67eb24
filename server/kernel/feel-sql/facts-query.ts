// One query for the facts that conditions read, a row a subject, as factScope (facts.ts) takes them: for what is left to the interpreter,
// and to explain a verdict.
import { conceptsOf, type Expression } from '../feel/expression.ts'
import { wordsOf } from '../feel/substitute.ts'
import { dialects, quoteName } from './dialect.ts'
import { column, rootAlias } from './place.ts'
import type { SqlTarget } from './query.ts'
import { tableOf, wayTo } from './schema.ts'

/** Which facts rules read: columns, and lists with the fields looked at; items of which none is are only counted. */
const readsOf = (expressions: readonly Expression[], { schema, absent = new Set() }: SqlTarget) => {
  const words = new Set(expressions.flatMap((each) => [...wordsOf(each)]))
  const concepts = [...new Set(expressions.flatMap(conceptsOf).map((concept) => concept.split('.').slice(0, 2).join('.')))].sort().filter((concept) => !absent.has(concept))
  return concepts.flatMap((concept) => {
    const table = tableOf(schema, concept)
    const list = table?.lists[concept]
    const items = list && schema[list.table]
    if (!table || (list && (!items || absent.has(list.by)))) return []
    const fields = items ? Object.keys(items.columns).filter((each) => !absent.has(each)).map((each) => ({ name: each.slice(items.name.length + 1), concept: each })).filter(({ name }) => words.has(name)) : []
    return [{ concept, table, list: list && { ...list, fields } }]
  })
}

/**
 * `subject` and a column for each fact. The rows asked for are chosen first, and of all other tables only what belongs to them is read.
 * @param where which rows, of the table `t`; all when absent
 */
export const toFactsQuery = (expressions: readonly Expression[], target: SqlTarget, where = 'TRUE'): string => {
  const { schema, about } = target
  const root = schema[about]
  if (!root) throw new Error(`there is no table ${about}`)
  const dialect = dialects[target.dialect]
  const own = new Set([root.key])
  const joins = new Map<string, string>()
  /** the chosen rows' column that leads to another table */
  const keyOf = (table: string, key: string): string | undefined => {
    const way = table === about ? key : wayTo(schema, about, table)
    if (way === undefined || target.absent?.has(way)) return undefined
    own.add(way)
    return way
  }
  const belonging = (by: string, way: string): string => `${by} IN (SELECT ${quoteName(way)} FROM chosen)`
  const selected = readsOf(expressions, target).flatMap(({ concept, table, list }) => {
    const way = keyOf(table.name, table.key)
    if (way === undefined) return []
    const key = column(rootAlias, way)
    if (list) {
      const [alias, by] = [`l${joins.size + 1}`, column('m', list.by)]
      const records = dialect.records(list.fields.length > 0 ? list.fields.map(({ name, concept: field }) => ({ name, sql: column('m', field) })) : [{ name: 'none', sql: 'NULL' }])
      joins.set(concept, `LEFT JOIN (SELECT ${by} AS k, ${records} AS items FROM ${quoteName(list.table)} m WHERE ${belonging(by, way)} GROUP BY ${by}) ${alias} ON ${alias}.k = ${key}`)
      return [`CASE WHEN ${key} IS NOT NULL THEN coalesce(${alias}.items, ${dialect.noRecords}) END AS ${quoteName(concept)}`]
    }
    if (table.name === about) {
      own.add(concept)
      return [`${column(rootAlias, concept)} AS ${quoteName(concept)}`]
    }
    const alias = `o_${table.name}`
    joins.set(table.name, `LEFT JOIN (SELECT * FROM ${quoteName(table.name)} WHERE ${belonging(quoteName(table.key), way)}) ${alias} ON ${column(alias, table.key)} = ${key}`)
    return [`${column(alias, concept)} AS ${quoteName(concept)}`]
  })
  const chosen = `SELECT ${[...own].map((each) => column(rootAlias, each)).join(', ')} FROM ${quoteName(about)} ${rootAlias} WHERE ${where}`
  return `WITH chosen AS MATERIALIZED (${chosen})\nSELECT ${[`${column(rootAlias, root.key)} AS subject`, ...selected].join(', ')}\nFROM chosen ${rootAlias}\n${[...joins.values()].join('\n')}`
}
