// One past decision made again. By the definitions it was made by it must come out in the same bytes; by others, with their difference. Pure.
import { decideByTable, type TableVerdict } from '../planning/index.ts'
import { recordText, type CaseValue, type DecisionRecord, type Held } from '../cases/index.ts'
import type { Catalogue, Outcome } from '../catalogue/index.ts'

type Past = { service: string; held: Held | null; decision: Outcome; record: DecisionRecord; text: string }

/** Why a replay is not the same: the table of that day is gone, or it says something else. */
export type ReplayFault = 'noTable' | 'otherBytes'

const inputValues = ({ inputs }: DecisionRecord): Record<string, CaseValue['value']> => Object.fromEntries(inputs.map(({ concept, value }) => [concept, value]))

/** The record as it would be written today, by the definitions given, from the inputs recorded; undefined without a table. */
export const replayedText = (catalogue: Catalogue, { service, record }: Pick<Past, 'service' | 'record'>): string | undefined => {
  const made = decideByTable(catalogue, service, inputValues(record), record.on)
  if (!made) return undefined
  const from = new Map(record.inputs.map((input) => [input.concept, input]))
  const inputs = made.inputs.map(({ concept, value }) => ({ ...(from.get(concept) ?? { concept, source: null }), value }))
  return recordText({ on: record.on, version: made.version, inputs, verdict: made.verdict })
}

/** undefined: the same to the byte. @param catalogue the definitions it was made by */
export const faultOf = (catalogue: Catalogue, past: Past): ReplayFault | undefined => {
  const text = replayedText(catalogue, past)
  return text === undefined ? 'noTable' : text === past.text ? undefined : 'otherBytes'
}

/** What another table comes to on the same day, with what the case says where the first table did not look. */
export const decidedNow = (catalogue: Catalogue, past: Pick<Past, 'service' | 'held' | 'record'>, content: readonly CaseValue[]): { decision: Outcome; verdict: TableVerdict } | undefined => {
  const values = { ...Object.fromEntries(content.map(({ concept, value }) => [concept, value])), ...inputValues(past.record) }
  const made = decideByTable(catalogue, past.service, values, past.record.on)
  // What held it back then would hold it back again.
  return made && { decision: past.held === null || made.verdict.decision === 'person' ? made.verdict.decision : 'person', verdict: made.verdict }
}
