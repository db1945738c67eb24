// Whether a model that learns what people corrected reads better than the one in use: on the corrections themselves, each read by a model that
// had not seen it, and on the examples nobody's model had learnt. A worse one is not taken. Pure.
import type { KeptModel } from './model.ts'
import { measure, type Measures } from './measuring.ts'
import { sharesOf } from './classifier.ts'
import { readBeside, type LabelledRow } from './training.ts'

type Score = Pick<Measures, 'accuracy' | 'macroF1'>

/** `corrections`: made after the model in use had learnt; `examples`: macro-F1 on rows by somebody else. `because`: why it is not taken, null when it is. */
export type Comparison = { corrections: { rows: number; before: Score; after: Score }; examples: { before: number; after: number }; because: 'corrections' | 'examples' | null }

/** Fewer corrections say nothing. */
export const leastCorrections = 20
/** On examples a new model may be worse by chance by so much. */
const chanceOnExamples = 0.01

const scoreOf = ({ accuracy, macroF1 }: Measures): Score => ({ accuracy, macroF1 })

/**
 * @param inUse the model that read them
 * @param rows everything else the new model learns
 * @param fresh corrections the model in use has not learnt, `leastCorrections` at least
 * @param examples macro-F1 on rows by somebody else: of a model without corrections, of the new one
 */
export const compareModels = (inUse: KeptModel, rows: readonly LabelledRow[], fresh: readonly LabelledRow[], examples: { before: number; after: number }): Comparison => {
  const before = scoreOf(measure(fresh.map((row) => ({ label: row.label, shares: sharesOf(inUse, row) })), inUse.classes))
  const { readings, classes } = readBeside(rows, fresh)
  const after = scoreOf(measure(readings, classes))
  const because = after.accuracy < before.accuracy ? 'corrections' : examples.after < examples.before - chanceOnExamples ? 'examples' : null
  return { corrections: { rows: fresh.length, before, after }, examples, because }
}
