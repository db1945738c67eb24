// Lists in SQL: some, every, count, sum, min, max over the rows that belong to the one a rule is about.
// What looks at nothing but the list's own rows is summed up once for all owners (a Group) and joined; the rest is a query inside the query.
import type { Expression } from '../feel/expression.ts'
import { nothing, truthTerm, unknownTruth } from './compare.ts'
import { quoteName } from './dialect.ts'
import { column, inside, isConstant, rootAlias, type Frame, type Place } from './place.ts'
import { keyOf, resolve } from './resolve.ts'
import { tableOf, type FactTable } from './schema.ts'
import { outside, sized, term, type Term } from './term.ts'

export type Compile = (expression: Expression, place: Place) => Term

/** Rows a list has: of a table, those whose `by` is the owner's key, and that pass the filters. */
export type Rows = { table: FactTable; by: string; key: string; alias: string; filters: string[]; value?: (place: Place) => Term; inner: Place; unknown: boolean }

const depthOf = (place: Place): number => place.frames.filter(({ kind }) => kind === 'item').length

const fromName = (path: readonly string[], place: Place): Rows => {
  const concept = path.slice(0, 2).join('.')
  const owner = tableOf(place.query.schema, concept)
  const list = owner?.lists[concept]
  const bound = place.frames.some((frame) => frame.kind === 'item' && (frame.name === path[0] || (frame.name === undefined && (path[0] === 'item' || Object.hasOwn(frame.table.columns, `${frame.table.name}.${path[0]}`)))))
  if (!owner || !list || bound || path.length > 3) return outside(`${path.join('.')} as a list`)
  const table = place.query.schema[list.table]
  if (!table) return outside(`${concept}: no table ${list.table}`)
  const unknown = [concept, list.by].some((each) => place.query.absent.has(each))
  if (unknown) place.missing.add(concept)
  const alias = `m${depthOf(place) + 1}`
  const rows: Rows = { table, by: list.by, key: unknown ? 'NULL' : keyOf(place, owner), alias, filters: [], inner: { ...place, touched: new Set() }, unknown }
  const [, , field] = path
  return field === undefined ? rows : { ...rows, value: projected(rows, field) }
}

const itemFrame = (rows: Rows, name: string | undefined): Frame => ({ kind: 'item', table: rows.table, alias: rows.alias, name })

const projected = (rows: Rows, field: string) => (place: Place): Term => resolve(['item', field], inside(place, itemFrame(rows, undefined)))

/** The rows behind an expression. @throws OutsideSql when it is no list of rows */
export const rowsOf = (expression: Expression, place: Place, compile: Compile): Rows => {
  if (expression.kind === 'name') return fromName(expression.path, place)
  if (expression.kind === 'filter') {
    const rows = rowsOf(expression.of, place, compile)
    if (rows.value) return outside('a filter on single values')
    const kept = compile(expression.by, { ...inside(rows.inner, itemFrame(rows, undefined)), left: undefined })
    if (kept.type !== 'boolean') return outside('an item by its position')
    return { ...rows, filters: [...rows.filters, kept.sql] }
  }
  if (expression.kind === 'path') {
    const rows = rowsOf(expression.of, place, compile)
    return rows.value ? outside('a field of single values') : { ...rows, value: projected(rows, expression.name) }
  }
  const [step, another] = expression.kind === 'for' ? expression.over : []
  if (expression.kind === 'for' && step && !another && !step.to) {
    const rows = rowsOf(step.in, place, compile)
    const { name } = step
    return rows.value ? outside('a list made of single values') : { ...rows, value: (at) => compile(expression.return, { ...inside(at, itemFrame(rows, name)), left: undefined }) }
  }
  return outside(isConstant(expression) ? 'a fixed list here' : 'a list that is computed')
}

/** What is summed up: an expression a row, then the sum over them; `empty` is the sum of no rows. Rows for which `matters` is not true change nothing. */
type Sum = { of: string; matters: string | undefined; write: (of: string, kept: readonly string[]) => string; empty: string }

/** Rows by themselves first, then the sum: an aggregate that reads only the outer row would otherwise belong to the outer query. */
const within = ({ table, by, key, alias, filters }: Rows, { of, write }: Sum): string => {
  const rows = [of, ...filters].map((sql, at) => `${sql} AS v${at}`).join(', ')
  return `(SELECT ${write('r.v0', filters.map((_, at) => `r.v${at + 1}`))} FROM (SELECT ${rows} FROM ${quoteName(table.name)} ${alias} WHERE ${column(alias, by)} = ${key}) r)`
}

const summed = (rows: Rows, sum: Sum, place: Place): string => {
  const { query } = place
  if (rows.unknown) return 'NULL'
  place.touched.add(rootAlias) // the owner's key
  const others = [...rows.inner.touched].filter((alias) => alias !== rows.alias)
  if (others.length > 0) {
    for (const alias of others) place.touched.add(alias)
    return `CASE WHEN ${rows.key} IS NOT NULL THEN ${within(rows, sum)} END`
  }
  const sql = sum.write(sum.of, rows.filters)
  const id = `${rows.table.name} ${rows.by} ${rows.key} ${rows.alias}`
  const group = query.groups.get(id) ?? { alias: `g${query.groups.size + 1}`, table: rows.table.name, by: column(rows.alias, rows.by), key: rows.key, matters: [], columns: new Map<string, string>() }
  const matters = [...rows.filters, ...(sum.matters === undefined ? [] : [sum.matters])].join(' AND ')
  query.groups.set(id, { ...group, matters: matters === '' || !group.matters ? undefined : [...new Set([...group.matters, `(${matters})`])] })
  const name = group.columns.get(sql) ?? `a${group.columns.size + 1}`
  group.columns.set(sql, name)
  place.touched.add(group.alias)
  return sum.empty === 'NULL' ? `${group.alias}.${name}` : `CASE WHEN ${rows.key} IS NULL THEN NULL WHEN ${group.alias}.k IS NULL THEN ${sum.empty} ELSE ${group.alias}.${name} END`
}

const filtered = (sum: string, conditions: readonly string[]): string => (conditions.length === 0 ? sum : `${sum} FILTER (WHERE ${conditions.join(' AND ')})`)

/** `some m in rows satisfies that`: settled by one row for which it is `decisive`, open where one is unknown. */
export const quantifier = (rows: Rows, name: string, that: Expression, decisive: boolean, place: Place, compile: Compile): Term => {
  if (rows.value) return outside('some or every over single values')
  if (rows.unknown) return unknownTruth
  const holds = compile(that, { ...inside(rows.inner, itemFrame(rows, name)), left: place.left })
  const [settled, otherwise] = decisive ? ['TRUE', 'FALSE'] : ['FALSE', 'TRUE']
  const write: Sum['write'] = (of, kept) => {
    const found = filtered(`bool_or(${decisive ? of : `NOT ${of}`})`, kept)
    return `CASE WHEN coalesce(${found}, FALSE) THEN ${settled} WHEN ${filtered('count(*)', [...kept, `(${of}) IS NULL`])} > 0 THEN NULL ELSE ${otherwise} END`
  }
  const of = holds.type === 'boolean' ? holds.sql : nothing
  return truthTerm(summed(rows, { of, matters: `(${of}) IS NOT ${otherwise}`, write, empty: otherwise }, place))
}

/** Sums only of whole numbers: they are exact in any order of rows, others would differ in their last digits. */
export const aggregate = (name: 'count' | 'sum' | 'min' | 'max' | 'mean', rows: Rows, place: Place): Term => {
  if (name === 'count') return term('number', summed(rows, { of: '1', matters: undefined, write: (_of, kept) => filtered('count(*)', kept), empty: '0' }, place), { whole: true, size: { low: 0, high: 8 } })
  if (!rows.value) return outside(`${name} of rows as a whole`)
  const value = rows.value(rows.inner)
  if (value.type === 'null') return outside(`${name} of nothing known`)
  const isNumber = value.type === 'number'
  if ((name === 'sum' || name === 'mean') && !(isNumber && value.whole)) return outside(`the ${name} of numbers that are not whole`)
  if (value.type === 'boolean' || (value.type === 'text' && place.query.dialect.name === 'postgres')) return outside(`the ${name} of ${value.type}`)
  const write: Sum['write'] = (of, kept) => {
    const apply = (each: string): string => filtered(each, kept)
    const total = apply(`sum(CAST(${of} AS float8))`)
    const sum = name === 'sum' ? total : name === 'mean' ? `${total} / nullif(${apply('count(*)')}, 0)` : apply(`${name}(${of})`)
    return `CASE WHEN ${filtered('count(*)', [...kept, `(${of}) IS NULL`])} = 0 THEN ${sum} END`
  }
  const size = name === 'min' || name === 'max' ? value.size : sized(value.size.low, value.size.high + 8)
  return term(value.type, summed(rows, { of: value.sql, matters: undefined, write, empty: 'NULL' }, place), { whole: value.whole && name !== 'mean', size })
}
