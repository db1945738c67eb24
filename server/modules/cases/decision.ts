// A decision by the table of a service as it is kept: what it looked at and where that came from, which rows hit, and what came of it.
// The record is written in one canonical form, so that a replay can be compared byte by byte.
import { createHash } from 'node:crypto'
import type { Outcome } from '../catalogue/definitions.ts'
import type { TableDecision, TableVerdict } from '../planning/index.ts'
import type { Case, CaseValue } from './case.ts'

/** `source` null: not in the case, worked out or missing. */
export type DecisionInput = { concept: string; value: CaseValue['value']; source: CaseValue['source'] | null; from?: string; asOf?: string }

/** Why a person decides although the table does not say so: documents nobody has seen, a condition that fails, values only a person can give. */
export type Held = 'documents' | 'requirement' | 'result'

/** `on`: the day that was `today`, YYYY-MM-DD. */
export type DecisionRecord = { on: string; version: string; inputs: DecisionInput[]; verdict: TableVerdict }

/** `decision`: what came of it. `checkOn`: by when a tentative one is checked; null where the calendar is not published. */
export type CaseDecision = { caseId: string; record: DecisionRecord; decision: Outcome; held: Held | null; checkOn: string | null }

const sortedKeys = <Value>(values: Record<string, Value>): Record<string, Value> => Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))

const canonicalInput = ({ concept, value, source, from, asOf }: DecisionInput): DecisionInput => ({ concept, value, source, ...(from === undefined ? {} : { from }), ...(asOf === undefined ? {} : { asOf }) })

/** The same record in the same bytes, whatever order its parts were made in. */
export const recordText = ({ on, version, inputs, verdict }: DecisionRecord): string =>
  JSON.stringify({
    on, version, inputs: inputs.map(canonicalInput).sort((a, b) => (a.concept < b.concept ? -1 : 1)),
    verdict: {
      decision: verdict.decision, by: verdict.by, rows: verdict.rows, open: [...verdict.open].sort(), values: sortedKeys(verdict.values),
      ...(verdict.checkDays === undefined ? {} : { checkDays: verdict.checkDays }),
    },
  } satisfies DecisionRecord)

/** Tells decisions of one case apart: the same but for its day, a decision is the same. */
export const recordDigest = (record: DecisionRecord): string => createHash('sha256').update(recordText({ ...record, on: '' })).digest('hex')

/** The table's decision with where each of its inputs came from. */
export const recordOf = (one: Pick<Case, 'content'>, { version, inputs, verdict }: TableDecision, on: string): DecisionRecord => ({
  on, version, verdict,
  inputs: inputs.map(({ concept, value }) => {
    const held = one.content.find((each) => each.concept === concept)
    return held ? { concept, value, source: held.source, ...(held.from === undefined ? {} : { from: held.from }), ...(held.asOf === undefined ? {} : { asOf: held.asOf }) } : { concept, value, source: null }
  }),
})
