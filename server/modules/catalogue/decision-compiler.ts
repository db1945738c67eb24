// Makes a decision table out of a checked pack entry: cells become conditions, each row one rule, and the whole gets its version.
import { conditionOf, type TableCell, type TableInput } from '../../kernel/dmn/table.ts'
import { asTexts } from '../../kernel/texts.ts'
import type { DecisionFields } from './decision-files.ts'
import type { DecisionTable, LegalBasis, Rule } from './definitions.ts'
import type { Path } from './located.ts'
import type { Entry } from './pack-content.ts'
import type { ReadRule } from './rule-reader.ts'

const basisOf = ({ title, article, url }: LegalBasis): LegalBasis => ({ title, ...(article === undefined ? {} : { article }), ...(url === undefined ? {} : { url }) })

export type DecisionReaders = { rule: ReadRule; cell: ReadRule }

/** The cells of a row with their places, as the loader checks them. */
export const cellsOf = ({ fields, node }: Entry<DecisionFields>, row: number, { cell }: DecisionReaders): (TableCell & { path: Path })[] =>
  Object.entries(fields.rows[row]?.when ?? {}).map(([input, written]) => {
    const path: Path = ['rows', row, 'when', input]
    const { text, expression } = cell(node, path, written)
    return { input, text, expression, path }
  })

export const inputsOf = ({ fields, node }: Entry<DecisionFields>, { rule }: DecisionReaders): TableInput[] =>
  fields.inputs.map(({ id, rule: written }, index) => ({ id, ...rule(node, ['inputs', index, 'rule'], written) }))

/** @param digest makes the version out of all the table says */
export const decisionTableOf = (entry: Entry<DecisionFields>, readers: DecisionReaders, digest: (value: unknown) => string): DecisionTable => {
  const { fields, node } = entry
  const inputs = inputsOf(entry, readers)
  const table: Omit<DecisionTable, 'version'> = {
    name: asTexts(fields.name),
    hitPolicy: fields.hitPolicy,
    ...(fields.aggregation === undefined ? {} : { aggregation: fields.aggregation }),
    legalBasis: fields.legalBasis.map(basisOf),
    inputs: fields.inputs.map(({ id, name }, index) => ({ id, name: asTexts(name), rule: { text: inputs[index]?.text ?? '', expression: inputs[index]?.expression ?? { kind: 'literal', value: null } } })),
    values: (fields.values ?? []).map(({ id, name }) => ({ id, name: asTexts(name) })),
    rows: fields.rows.map((row, index) => {
      const cells = cellsOf(entry, index, readers)
      const expression = conditionOf(inputs, cells)
      return {
        id: row.id,
        cells: Object.fromEntries(cells.map(({ input, text }) => [input, text])),
        when: expression,
        decision: row.decision,
        reason: asTexts(row.reason),
        law: basisOf(row.law),
        noDiscretion: row.noDiscretion ?? false,
        ...(row.checkDays === undefined ? {} : { checkDays: row.checkDays }),
        values: Object.fromEntries(Object.entries(row.values ?? {}).map(([id, written]): [string, Rule] => [id, readers.rule(node, ['rows', index, 'values', id], written)])),
      }
    }),
  }
  return { ...table, version: digest(fields) }
}
