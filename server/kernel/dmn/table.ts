// A decision table's cells and rows as FEEL conditions: a cell `>= 60` under the input `person.age` is `person.age in (>= 60)`.
// So a row is a rule like any other: it can be compiled, explained, and asked which answers it reads.
import type { Expression } from '../feel/expression.ts'

/** A column: what is looked at. */
export type TableInput = { id: string; text: string; expression: Expression }
/** What a row asks of one column; `expression` tests `?`. */
export type TableCell = { input: string; text: string; expression: Expression }

/** A cell that lets everything pass. */
export const isAny = ({ expression }: Pick<TableCell, 'expression'>): boolean => expression.kind === 'literal' && expression.value === true

/** The cell's condition on the value of its input instead of on `?`. */
export const applied = (cell: Expression, input: Expression): Expression => {
  if (cell.kind === 'in') return { ...cell, value: input }
  if (cell.kind !== 'call' || !('positional' in cell.args)) return cell
  return { ...cell, args: { positional: cell.args.positional.map((each) => applied(each, input)) } } // not(…)
}

/** The condition of a row: all its cells hold. Cells of inputs the table does not have are left out; the loader reports them. */
export const conditionOf = (inputs: readonly TableInput[], cells: readonly TableCell[]): Expression => {
  const parts = cells.flatMap((cell) => {
    const input = inputs.find(({ id }) => id === cell.input)
    return input && !isAny(cell) ? [{ expression: applied(cell.expression, input.expression), text: `${input.text}: ${cell.text}` }] : []
  })
  return parts.length === 0 ? { kind: 'literal', value: true } : { kind: 'and', parts: parts.map(({ expression }) => expression), texts: parts.map(({ text }) => text) }
}
