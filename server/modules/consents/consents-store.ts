// Consents departments asked for. An answer and a withdrawal are noted in the row; of one authority, registry, purpose and case the latest stands.
import { plainDate } from '../../kernel/clock.ts'
import { json, only, type Read, type Tx } from '../../kernel/db.ts'
import type { Consent } from './consent.ts'

type Row = {
  id: string; subject: string; resource: string; line: string; region: string; asked_by: string; fields: string[]; purpose: string; legal_basis: string; case_number: string; until_on: string
  asked_at: Date; lapses_at: Date; answered_at: Date | null; agreed: boolean | null; answered_by: string | null; shown: Consent['shown']; wording: string | null; withdrawn_at: Date | null
}

const toConsent = (row: Row): Consent => ({
  id: row.id, subject: row.subject, resource: row.resource, line: row.line, region: row.region, askedBy: row.asked_by, fields: row.fields, purpose: row.purpose, legalBasis: row.legal_basis,
  caseNumber: row.case_number, until: row.until_on, askedAt: row.asked_at.toISOString(), openUntil: row.lapses_at.toISOString(), answeredAt: row.answered_at?.toISOString() ?? null, agreed: row.agreed,
  answeredBy: row.answered_by, shown: row.shown, wording: row.wording, withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
})

type Place = Pick<Consent, 'subject' | 'resource' | 'line' | 'region' | 'purpose'>

/** The latest an authority asked of somebody for a registry and purpose, one for each case. */
export const listStanding = async (read: Read, { subject, resource, line, region, purpose }: Place): Promise<Consent[]> =>
  (await read<Row[]>`
    select * from department_consents where subject = ${subject} and resource = ${resource} and line = ${line} and region = ${region} and purpose = ${purpose} and standing`).map(toConsent)

/** Another may be asked for from now on; what it allows it still allows. */
export const updateStoodAside = async (tx: Tx, id: string): Promise<void> => {
  await tx`update department_consents set standing = false where id = ${id}`
}

/** Nothing where another stands; answers whether it was stored. */
export const insertConsent = async (tx: Tx, one: Consent): Promise<boolean> => {
  const stored = await tx`
    insert into department_consents (id, subject, resource, line, region, asked_by, fields, purpose, legal_basis, case_number, until_on, asked_at, lapses_at)
    values (${one.id}, ${one.subject}, ${one.resource}, ${one.line}, ${one.region}, ${one.askedBy}, ${one.fields}, ${one.purpose}, ${one.legalBasis}, ${one.caseNumber}, ${one.until}, ${one.askedAt}, ${one.openUntil})
    on conflict (subject, resource, line, region, purpose, case_number) where standing do nothing returning 1`
  return stored.length > 0
}

export const findConsent = async (read: Read, id: string): Promise<Consent | undefined> => {
  const [row] = await read<Row[]>`select * from department_consents where id = ${id}`
  return row && toConsent(row)
}

export const findConsentForUpdate = async (tx: Tx, id: string): Promise<Consent | undefined> => {
  const [row] = await tx<Row[]>`select * from department_consents where id = ${id} for no key update`
  return row && toConsent(row)
}

/** Asked of one of these subjects: what waits for an answer first, then what is in force, then what has ended; the newest of each first. */
export const listConsentsAbout = async (read: Read, subjects: readonly string[], now: Date, limit: number): Promise<Consent[]> =>
  (await read<Row[]>`
    select * from department_consents where subject = any(${[...subjects]})
    order by (answered_at is null and lapses_at > ${now}) desc, (coalesce(agreed, false) and withdrawn_at is null and until_on >= ${plainDate(now)}) desc, asked_at desc, id limit ${limit}`).map(toConsent)

export const listConsentsWithIds = async (read: Read, ids: readonly string[]): Promise<Consent[]> =>
  (await read<Row[]>`select * from department_consents where id = any(${[...ids]}::uuid[])`).map(toConsent)

export const countConsentsAbout = async (read: Read, subjects: readonly string[]): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from department_consents where subject = any(${[...subjects]})`).count

/** Ids of those whose last day and whose time for an answer were over before, the oldest first. @param spared digests of subjects */
export const listOldConsents = async (read: Read, before: Date, spared: readonly string[], limit: number): Promise<string[]> =>
  (await read<{ id: string }[]>`
    select id from department_consents where until_on < ${plainDate(before)} and lapses_at < ${before} and subject <> all(${[...spared]}) order by until_on limit ${limit}`).map(({ id }) => id)

export const deleteConsents = async (tx: Tx, ids: readonly string[]): Promise<number> => (await tx`delete from department_consents where id = any(${[...ids]}::uuid[])`).count

/** The caller holds it. */
export const updateConsent = async (tx: Tx, { id, answeredAt, agreed, answeredBy, shown, wording, withdrawnAt }: Consent): Promise<void> => {
  await tx`update department_consents set answered_at = ${answeredAt}, agreed = ${agreed}, answered_by = ${answeredBy}, shown = ${shown && json(shown)}, wording = ${wording}, withdrawn_at = ${withdrawnAt} where id = ${id}`
}
