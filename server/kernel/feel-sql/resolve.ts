// Names to columns: of the row itself, of the one it belongs to, of a list's item. Innermost rows first, as the interpreter reads.
import { civilOf } from '../feel/calendar.ts'
import { column, rootAlias, type Place } from './place.ts'
import { tableOf, wayTo, type ColumnType, type FactTable } from './schema.ts'
import { asDouble, decimalSize, integerSize, nullTerm, outside, term, type Curve, type Term } from './term.ts'

const sqlTypes: Record<ColumnType, string> = { integer: 'BIGINT', number: 'float8', text: 'TEXT', boolean: 'BOOLEAN', date: 'DATE' }

/** The SQL type each column is read as. */
export const sqlTypeOf = (type: ColumnType): string => sqlTypes[type]

const typed = (type: ColumnType, sql: string): Term => {
  switch (type) {
    case 'integer': return term('number', sql, { whole: true, size: integerSize })
    case 'number': return term('number', sql, { size: decimalSize })
    case 'date': return term('date', sql, { curve: { date: sql, at: (days) => days, rising: true } })
    case 'text': case 'boolean': return term(type, sql)
  }
}

const readColumn = (place: Place, table: FactTable, concept: string, alias: () => string): Term => {
  const type = table.columns[concept]
  if (type === undefined) return outside(`${concept} is a list, not a value`)
  if (place.query.absent.has(concept)) {
    place.missing.add(concept)
    return { ...typed(type, `CAST(NULL AS ${sqlTypeOf(type)})`), absent: true }
  }
  const from = alias()
  place.touched.add(from)
  return typed(type, column(from, concept))
}

/** The column of the row the rule is about that leads to another table's row; undefined: the rule is about that table. */
export const keyOf = (place: Place, table: FactTable): string => {
  const { query } = place
  if (table === query.root) return column(rootAlias, table.key)
  const way = wayTo(query.schema, query.root.name, table.name)
  if (way === undefined || query.absent.has(way)) return outside(`${table.name} from ${query.root.name}`)
  return column(rootAlias, way)
}

const aliasOf = (place: Place, table: FactTable): string => {
  const { query } = place
  if (table === query.root) return rootAlias
  const known = query.owners.get(table.name)
  if (known) return known.alias
  const alias = `o${query.owners.size + 1}`
  query.owners.set(table.name, { alias, column: keyOf(place, table) })
  return alias
}

const unknown = (place: Place, concept: string): Term => {
  place.missing.add(concept)
  return { ...nullTerm, constant: undefined, absent: true }
}

const propertiesOf = (names: readonly string[], of: Term, place: Place): Term => names.reduce((value, name) => propertyOf(value, name, place), of)

/** `person.birthDate`, `household.income`, with a property of the value behind it. */
const fromRoot = (path: readonly string[], place: Place): Term => {
  const concept = path.slice(0, 2).join('.')
  const table = tableOf(place.query.schema, concept)
  if (!table) return unknown(place, concept)
  return propertiesOf(path.slice(2), readColumn(place, table, concept, () => aliasOf(place, table)), place)
}

const fromItem = (path: readonly string[], table: FactTable, alias: string, place: Place): Term => {
  const [field, ...rest] = path
  if (field === undefined) return outside('an item as a whole')
  const concept = `${table.name}.${field}`
  return Object.hasOwn(table.columns, concept) ? propertiesOf(rest, readColumn(place, table, concept, () => alias), place) : nullTerm
}

export const resolve = (path: readonly string[], place: Place): Term => {
  const [first = '', ...rest] = path
  for (const frame of place.frames.toReversed()) {
    if (frame.kind === 'tested') {
      if (first === '?') return propertiesOf(rest, frame.term, place)
    } else if (frame.name !== undefined) {
      if (first === frame.name) return fromItem(rest, frame.table, frame.alias, place)
    } else if (Object.hasOwn(frame.table.columns, `${frame.table.name}.${first}`)) return fromItem(path, frame.table, frame.alias, place)
    else if (first === 'item') return fromItem(rest, frame.table, frame.alias, place)
  }
  return fromRoot(path, place)
}

/** The value as a function of its date goes through another function. */
export const follow = (curve: Curve | undefined, next: (value: number) => number, keeps = true): Curve | undefined =>
  curve && { date: curve.date, at: (days) => next(curve.at(days)), rising: curve.rising === keeps }

const dateParts = { year: 'year', month: 'month', day: 'day', weekday: 'isodow' } as const
const isDatePart = (name: string): name is keyof typeof dateParts => Object.hasOwn(dateParts, name)

const small = { low: 0, high: 6 }

export const propertyOf = (of: Term, name: string, place: Place): Term => {
  const size = { low: 0, high: of.size.high }
  if (of.type === 'date') {
    if (!isDatePart(name)) return nullTerm
    return term('number', place.query.dialect.part(dateParts[name], of.sql), { whole: true, size: small, ...(name === 'year' ? { curve: follow(of.curve, (days) => civilOf(days).year) } : {}) })
  }
  if (of.type === 'months' && name === 'years') return term('number', `trunc(${asDouble(of)} / 12)`, { whole: true, size, curve: follow(of.curve, (months) => Math.trunc(months / 12)) })
  if (of.type === 'months' && name === 'months') return term('number', `(${of.sql} % 12)`, { whole: true, size: small })
  if (of.type === 'seconds' && name === 'days') return term('number', `trunc(${of.sql} / 86400)`, { whole: true, size, curve: follow(of.curve, (seconds) => Math.trunc(seconds / 86_400)) })
  if (of.type === 'seconds' || of.type === 'months') return outside(`the ${name} of a duration`)
  return nullTerm
}
