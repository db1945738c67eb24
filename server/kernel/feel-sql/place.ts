// Where a part of a rule stands while it is turned into SQL: the rows its names may mean, and what the whole query needs for it.
// Several rules share one query: a table joined, or a list summed up, for one of them serves all.
import type { Expression } from '../feel/expression.ts'
import { substitute } from '../feel/substitute.ts'
import type { Scope } from '../feel/scope.ts'
import { quoteName, type Dialect } from './dialect.ts'
import type { FactSchema, FactTable } from './schema.ts'
import type { Term } from './term.ts'

/** Rows of a list, each worked on by itself: under a name (`some m in …`), or in a filter, where its fields are names too. */
type ItemFrame = { kind: 'item'; table: FactTable; alias: string; name: string | undefined }
/** The value a test looks at, `?`. */
type TestedFrame = { kind: 'tested'; term: Term }
export type Frame = ItemFrame | TestedFrame

/** A list summed up once for all rules: one row for each key, one column for each sum. */
export type Group = { alias: string; table: string; by: string; key: string; /** rows that change a sum, any of these; undefined: all do */ matters: readonly string[] | undefined; columns: Map<string, string> }

/** One SQL query in the making. */
export type Query = {
  schema: FactSchema
  root: FactTable
  dialect: Dialect
  /** `today` and `now`, for what can be worked out beforehand */
  scope: Scope
  /** columns and lists the data does not have */
  absent: ReadonlySet<string>
  /** owners' rows that are joined, by table */
  owners: Map<string, { alias: string; column: string }>
  groups: Map<string, Group>
  /** conditions on nothing but the row itself, each worked out once for all rules: column by SQL */
  atoms: Map<string, string>
}

export type Place = {
  query: Query
  /** innermost last */
  frames: readonly Frame[]
  /** what was read from: an alias for each set of rows */
  touched: Set<string>
  /** concepts read that the data does not have */
  missing: Set<string>
  /** parts left to the interpreter; undefined where none may be left out, as more knowledge could turn the answer */
  left: string[] | undefined
}

export const rootAlias = 't'

export const column = (alias: string, name: string): string => `${alias}.${quoteName(name)}`

export const strictly = (place: Place): Place => (place.left === undefined ? place : { ...place, left: undefined })

export const inside = (place: Place, frame: Frame): Place => ({ ...place, frames: [...place.frames, frame] })

const supplied: ReadonlySet<string> = new Set(['today', 'now'])

/** Whether nothing but the moment is read, so that the value is known beforehand. */
export const isConstant = (expression: Expression): boolean => {
  let constant = true
  substitute(expression, {
    name: ([first = '']) => {
      constant &&= supplied.has(first)
      return undefined
    },
  })
  return constant
}
