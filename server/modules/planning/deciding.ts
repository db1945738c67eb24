// What the decision table of a service says about a case: the ground of instant approval, recorded with it and replayed later. Pure.
// In doubt a person decides: no row holds, rows contradict each other, an answer is missing, or a refusal would take weighing.
import { fromFeel } from '../../kernel/feel/scope.ts'
import { aggregated, hitsOf } from '../../kernel/dmn/hit-policy.ts'
import type { Catalogue, DecisionRow, DecisionTable, Outcome } from '../catalogue/definitions.ts'
import { createFacts, type Facts } from './facts.ts'
import { expandRule } from './group-rules.ts'
import { groupsIn } from './groups.ts'
import type { Answer, Answers } from './plan.ts'
import { compileRule } from './rule.ts'

/** The most cautious first: the priority of outcomes, and what counts when several rows do. */
export const outcomePriority: readonly Outcome[] = ['person', 'refuse', 'tentative', 'approve']

/**
 * `rows`: these decide. `discretion`: they say refuse, but the law leaves room, so it is a proposal to a person. `noRow`: no row holds.
 * `conflict`: rows hold together that never should. `open`: answers are missing.
 */
export type DecidedBy = 'rows' | 'discretion' | 'noRow' | 'conflict' | 'open'

export type TableVerdict = {
  decision: Outcome
  by: DecidedBy
  /** ids of the rows that count, or that are in doubt */
  rows: string[]
  /** concepts without which it cannot be settled */
  open: string[]
  values: Record<string, Answer>
  /** tentative: working days within which it is checked */
  checkDays?: number
}

/** `version`: of the table. `inputs`: everything its cells read, with what was found; null: not known. */
export type TableDecision = { version: string; inputs: { concept: string; value: Answer }[]; verdict: TableVerdict }

const rankOf = ({ decision }: Pick<DecisionRow, 'decision'>): number => outcomePriority.indexOf(decision)

const sayingOf = ({ decision, values }: DecisionRow): string => JSON.stringify([decision, Object.entries(values).map(([id, { text }]) => [id, text])])

const asAnswer = (value: unknown): Answer => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null)

const valuesOf = ({ values, aggregation }: DecisionTable, rows: readonly DecisionRow[], facts: Facts): Record<string, Answer> =>
  Object.fromEntries(values.map(({ id }) => {
    const outputs = rows.flatMap((row) => {
      const value = row.values[id] && compileRule(row.values[id].expression).evaluate(facts)
      return value === undefined ? [] : [asAnswer(fromFeel(value))]
    })
    return [id, aggregation ? aggregated(aggregation, outputs) : (outputs[0] ?? null)]
  }))

const verdictOf = (table: DecisionTable, rows: readonly DecisionRow[], facts: Facts): TableVerdict => {
  const decision = outcomePriority.find((outcome) => rows.some((row) => row.decision === outcome)) ?? 'person'
  const days = rows.flatMap(({ decision: of, checkDays }) => (of === 'tentative' && checkDays !== undefined ? [checkDays] : []))
  const refusing = rows.filter((row) => row.decision === 'refuse')
  const bound = decision !== 'refuse' || refusing.every(({ noDiscretion }) => noDiscretion)
  return {
    decision: bound ? decision : 'person', by: bound ? 'rows' : 'discretion', rows: rows.map(({ id }) => id), open: [], values: valuesOf(table, rows, facts),
    ...(decision === 'tentative' ? { checkDays: Math.min(...days) } : {}),
  }
}

/**
 * Asks the table of a service; undefined when it has none.
 * @param values flat record by concept id; derived concepts are computed, or taken as given where their inputs are missing
 * @param on working date 'YYYY-MM-DD': `today` in cells
 */
export const decideByTable = (catalogue: Catalogue, serviceId: string, values: Answers, on: string): TableDecision | undefined => {
  const table = Object.hasOwn(catalogue.services, serviceId) ? catalogue.services[serviceId]?.table : undefined
  if (!table) return undefined
  const facts = createFacts({ catalogue, on, answers: values, acceptDerived: true })
  const groups = groupsIn(catalogue, values)
  const rows = table.rows.map((row) => ({ row, rule: compileRule(expandRule({ text: '', expression: row.when }, groups).expression) }))
  const reads = [...new Set([...rows.flatMap(({ rule }) => rule.reads), ...table.rows.flatMap((row) => Object.values(row.values).flatMap(({ expression }) => compileRule(expression).reads))])]
  const inputs = reads.map((concept) => ({ concept, value: facts.answer(concept) ?? values[concept] ?? null }))
  const held = rows.map(({ row, rule }) => {
    const value = rule.evaluate(facts)
    return { row, holds: typeof value === 'boolean' ? value : undefined }
  })
  const hits = hitsOf(table.hitPolicy, held, { rank: rankOf, same: (a, b) => sayingOf(a) === sayingOf(b) })
  if (hits.kind === 'hits') return { version: table.version, inputs, verdict: verdictOf(table, hits.rows, facts) }
  const open = new Set<string>()
  if (hits.kind === 'open') for (const { row, rule } of rows) if (hits.rows.includes(row)) rule.addOpen(facts, open)
  return {
    version: table.version, inputs,
    verdict: { decision: 'person', by: hits.kind === 'none' ? 'noRow' : hits.kind, rows: hits.rows.map(({ id }) => id), open: [...open], values: {} },
  }
}
