// What a changed table would decide otherwise, gathered one decision at a time: counts by outcome before and after, the columns that
// decide, a few examples. Pure; no values of people are kept, only which rows and columns.
import type { DecisionTable, Outcome } from '../catalogue/index.ts'
import type { TableVerdict } from '../planning/index.ts'

export type ComparedCase = { caseId: string; number: string; before: { decision: Outcome; rows: string[] }; after: { decision: Outcome; rows: string[] } }

export type ComparedPair = { before: Outcome; after: Outcome; count: number; fields: { id: string; count: number }[]; examples: ComparedCase[] }

/** `same`: decided as before. `unlike`: decided alike, but by other rows. `from`, `until`: of the decisions looked at. */
export type Comparison = { looked: number; same: number; unlike: number; pairs: ComparedPair[]; from: string | null; until: string | null }

export type Compared = { caseId: string; number: string; decidedAt: string; before: { decision: Outcome; rows: string[] }; after: { decision: Outcome; verdict: TableVerdict } }

const mostExamples = 5

export const noComparison: Comparison = { looked: 0, same: 0, unlike: 0, pairs: [], from: null, until: null }

/** Columns in which the rows hit now ask for something: those that decide. With no row, all that any row asks of. */
const decidingFields = (table: Pick<DecisionTable, 'rows'>, rows: readonly string[]): string[] => {
  const hit = table.rows.filter(({ id }) => rows.includes(id))
  const asked = (hit.length > 0 ? hit : table.rows).flatMap(({ cells }) => Object.entries(cells).flatMap(([input, cell]) => (cell.trim() === '-' ? [] : [input])))
  return [...new Set(asked)]
}

const counted = (fields: ComparedPair['fields'], more: readonly string[]): ComparedPair['fields'] =>
  [...new Set([...fields.map(({ id }) => id), ...more])].map((id) => ({ id, count: (fields.find((each) => each.id === id)?.count ?? 0) + (more.includes(id) ? 1 : 0) }))

/** The comparison with one more decision. @param table the changed one */
export const withCompared = (so: Comparison, table: Pick<DecisionTable, 'rows'>, one: Compared): Comparison => {
  const { before, after } = one
  const next = { ...so, looked: so.looked + 1, from: so.from !== null && so.from < one.decidedAt ? so.from : one.decidedAt, until: so.until !== null && so.until > one.decidedAt ? so.until : one.decidedAt }
  if (before.decision === after.decision) {
    const alike = before.rows.join() === after.verdict.rows.join()
    return alike ? { ...next, same: so.same + 1 } : { ...next, unlike: so.unlike + 1 }
  }
  const pair = so.pairs.find((each) => each.before === before.decision && each.after === after.decision) ?? { before: before.decision, after: after.decision, count: 0, fields: [], examples: [] }
  const example: ComparedCase = { caseId: one.caseId, number: one.number, before, after: { decision: after.decision, rows: after.verdict.rows } }
  const grown: ComparedPair = {
    ...pair, count: pair.count + 1, fields: counted(pair.fields, decidingFields(table, after.verdict.rows)).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    examples: pair.examples.length < mostExamples ? [...pair.examples, example] : pair.examples,
  }
  return { ...next, pairs: [...so.pairs.filter((each) => each !== pair), grown].sort((a, b) => b.count - a.count || (`${a.before}${a.after}` < `${b.before}${b.after}` ? -1 : 1)) }
}
