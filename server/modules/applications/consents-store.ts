// Storing what people said when asked whether a registry may be asked: a row each time, across applications. Rows are kept; a withdrawal is noted.
import { json, type Read, type Tx } from '../../kernel/db.ts'

/** `wording`: SHA-256 of what was agreed to. `channel`: where it was said. */
export type ConsentRecord = { id: string; personId: string; applicationId: string; matter: string; registry: string; granted: boolean; channel: string; wording: string; at: string; withdrawnAt: string | null }

type Row = { id: string; person_id: string; application_id: string; matter: string; registry: string; granted: boolean; channel: string; wording: string; at: Date; withdrawn_at: Date | null }

const toConsent = (row: Row): ConsentRecord => ({
  id: row.id, personId: row.person_id, applicationId: row.application_id, matter: row.matter, registry: row.registry, granted: row.granted, channel: row.channel, wording: row.wording,
  at: row.at.toISOString(), withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
})

/** Notes each of them; saying yes again to what is agreed to already is no new consent, saying no ends it. */
export const insertConsents = async (tx: Tx, consents: readonly ConsentRecord[]): Promise<void> => {
  const [first] = consents
  if (!first) return
  const refused = consents.filter(({ granted }) => !granted).map(({ registry }) => registry)
  if (refused.length > 0) await updateConsentsWithdrawn(tx, first.applicationId, refused, first.at)
  const rows = consents.map((one) => ({
    id: one.id, person_id: one.personId, application_id: one.applicationId, matter: one.matter, registry: one.registry, granted: one.granted, channel: one.channel, wording: one.wording, at: one.at, withdrawn_at: one.withdrawnAt,
  }))
  await tx`insert into consents select * from jsonb_populate_recordset(null::consents, ${json(rows)}) on conflict (application_id, registry) where granted and withdrawn_at is null do nothing`
}

/** Ends what was agreed to for one application. */
export const updateConsentsWithdrawn = async (tx: Tx, applicationId: string, registries: readonly string[], at: string): Promise<void> => {
  await tx`update consents set withdrawn_at = ${at} where application_id = ${applicationId} and registry = any(${[...registries]}) and granted and withdrawn_at is null`
}

/** Those a person gave, the newest first; what was refused from the start is not among them. */
export const listConsentsOf = async (read: Read, personId: string, limit: number): Promise<ConsentRecord[]> =>
  (await read<Row[]>`select * from consents where person_id = ${personId} and granted order by at desc, id desc limit ${limit}`).map(toConsent)
