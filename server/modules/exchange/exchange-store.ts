// The log of registry look-ups: every one is kept, so people can see who asked what about them, why and by what law.
import { json, type Read, type Tx } from '../../kernel/db.ts'

export type RegistryCall = {
  id: string
  personId: string
  applicationId: string
  registry: string
  subject: string
  concepts: string[]
  purpose: string
  legalBasis: string
  outcome: 'answers' | 'noRecord' | 'unavailable'
  milliseconds: number
  at: string
}

type Row = {
  id: string; person_id: string; application_id: string; registry: string; subject: string; concepts: string[]; purpose: string
  legal_basis: string; outcome: RegistryCall['outcome']; milliseconds: number; at: Date
}

export const insertRegistryCalls = async (tx: Tx, calls: readonly RegistryCall[]): Promise<void> => {
  if (calls.length === 0) return
  const rows = calls.map((call) => ({
    id: call.id, person_id: call.personId, application_id: call.applicationId, registry: call.registry, subject: call.subject, concepts: call.concepts,
    purpose: call.purpose, legal_basis: call.legalBasis, outcome: call.outcome, milliseconds: call.milliseconds, at: call.at,
  }))
  await tx`insert into registry_calls select * from jsonb_populate_recordset(null::registry_calls, ${json(rows)})`
}

export const listRegistryCalls = async (read: Read, personId: string, limit: number): Promise<RegistryCall[]> =>
  (await read<Row[]>`select * from registry_calls where person_id = ${personId} order by at desc, id desc limit ${limit}`).map((row) => ({
    id: row.id, personId: row.person_id, applicationId: row.application_id, registry: row.registry, subject: row.subject, concepts: row.concepts,
    purpose: row.purpose, legalBasis: row.legal_basis, outcome: row.outcome, milliseconds: row.milliseconds, at: row.at.toISOString(),
  }))
