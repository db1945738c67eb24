// Storing seals, what is done with them, and every use of them. Uses and actions only grow.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Seal, SealAction, SealPurpose, SealUse } from './seal.ts'

type Row = { id: string; line: string; region: string; authority: string; kid: string; fingerprint: string; certificates: string; self_issued: boolean; starts_at: Date; ends_at: Date; created_at: Date; suspended: boolean }
type UseRow = { id: string; seal_id: string; region: string; purpose: SealPurpose; subject: string; digest: string; at: Date }

const toSeal = (row: Row): Seal => ({
  id: row.id, line: row.line, region: row.region, authority: row.authority, kid: row.kid, fingerprint: row.fingerprint, certificates: row.certificates, selfIssued: row.self_issued,
  validFrom: row.starts_at.toISOString(), validUntil: row.ends_at.toISOString(), createdAt: row.created_at.toISOString(), suspended: row.suspended,
})
const toSealUse = (row: UseRow): SealUse => ({ id: row.id, sealId: row.seal_id, region: row.region, purpose: row.purpose, subject: row.subject, digest: row.digest, at: row.at.toISOString() })

/** One process issues or imports at a time, so that two never make two seals of one authority. */
export const lockSeals = async (tx: Tx): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended('seals', 0))`
}

/** False when this certificate is here already. */
export const insertSeal = async (tx: Tx, seal: Seal): Promise<boolean> =>
  (await tx`
    insert into seals (id, line, region, authority, kid, fingerprint, certificates, self_issued, starts_at, ends_at, created_at, suspended)
    values (${seal.id}, ${seal.line}, ${seal.region}, ${seal.authority}, ${seal.kid}, ${seal.fingerprint}, ${seal.certificates}, ${seal.selfIssued}, ${seal.validFrom}, ${seal.validUntil}, ${seal.createdAt}, ${seal.suspended})
    on conflict (fingerprint) do nothing returning 1`).length > 0

/** Of one authority, the newest first. */
export const listSealsOf = async (read: Read, { line, region }: { line: string; region: string }): Promise<Seal[]> =>
  (await read<Row[]>`select * from seals where line = ${line} and region = ${region} order by created_at desc, id desc`).map(toSeal)

/** Every seal of the installation, by authority, the newest first. */
export const listAllSeals = async (read: Read): Promise<Seal[]> => (await read<Row[]>`select * from seals order by region, line, created_at desc`).map(toSeal)

/** Of a jurisdiction, the newest first; at most `limit`. */
export const listSeals = async (read: Read, jurisdiction: JurisdictionFilter, limit = 200): Promise<Seal[]> =>
  (await read<Row[]>`select * from seals where ${inJurisdiction(read, jurisdiction)} order by created_at desc, id desc limit ${limit}`).map(toSeal)

export const findSeal = async (read: Read, id: string): Promise<Seal | undefined> => {
  const [row] = await read<Row[]>`select * from seals where id = ${id}`
  return row && toSeal(row)
}

export const findSealByFingerprint = async (read: Read, fingerprint: string): Promise<Seal | undefined> => {
  const [row] = await read<Row[]>`select * from seals where fingerprint = ${fingerprint}`
  return row && toSeal(row)
}

/** The newest one the installation issued itself. */
export const findSelfIssued = async (read: Read): Promise<Seal | undefined> => {
  const [row] = await read<Row[]>`select * from seals where self_issued order by created_at desc limit 1`
  return row && toSeal(row)
}

/** Also changes how the seal stands. */
export const insertSealAction = async (tx: Tx, { id, sealId, action, reason, actor, at }: SealAction): Promise<void> => {
  await tx`insert into seal_actions (id, seal_id, action, reason, actor, at) values (${id}, ${sealId}, ${action}, ${reason}, ${actor}, ${at})`
  await tx`update seals set suspended = ${action === 'suspend'} where id = ${sealId}`
}

/** In the order they happened. */
export const listSealActions = async (read: Read, sealId: string): Promise<SealAction[]> =>
  (await read<{ id: string; seal_id: string; action: SealAction['action']; reason: string; actor: string; at: Date }[]>`
    select * from seal_actions where seal_id = ${sealId} order by at, id`).map((row) => ({ id: row.id, sealId: row.seal_id, action: row.action, reason: row.reason, actor: row.actor, at: row.at.toISOString() }))

export const insertSealUse = async (tx: Tx, { id, sealId, region, purpose, subject, digest, at }: SealUse): Promise<void> => {
  await tx`insert into seal_uses (id, seal_id, region, purpose, subject, digest, at) values (${id}, ${sealId}, ${region}, ${purpose}, ${subject}, ${digest}, ${at})`
}

/** The use in which these bytes were covered. */
export const findSealUse = async (read: Read, sealId: string, digest: string): Promise<SealUse | undefined> => {
  const [row] = await read<UseRow[]>`select * from seal_uses where digest = ${digest} and seal_id = ${sealId} limit 1`
  return row && toSealUse(row)
}

/** The latest first, those before `before` (ISO) when given. */
export const listSealUses = async (read: Read, sealId: string, { before, limit }: { before?: string | undefined; limit: number }): Promise<SealUse[]> =>
  (await read<UseRow[]>`
    select * from seal_uses where seal_id = ${sealId} ${before === undefined ? read`` : read`and at < ${before}`} order by at desc, id desc limit ${limit}`).map(toSealUse)
