// Consents departments asked for. Rows are kept: an answer and a withdrawal are noted; of one registry, purpose and authority the latest stands.
import type { Read, Tx } from '../../kernel/db.ts'
import type { Consent } from './consent.ts'

type Row = {
  id: string; subject: string; resource: string; line: string; region: string; asked_by: string; fields: string[]; purpose: string; legal_basis: string; case_number: string; until_on: string
  asked_at: Date; lapses_at: Date; answered_at: Date | null; agreed: boolean | null; answered_by: string | null; wording: string | null; withdrawn_at: Date | null
}

const toConsent = (row: Row): Consent => ({
  id: row.id, subject: row.subject, resource: row.resource, line: row.line, region: row.region, askedBy: row.asked_by, fields: row.fields, purpose: row.purpose, legalBasis: row.legal_basis,
  caseNumber: row.case_number, until: row.until_on, askedAt: row.asked_at.toISOString(), openUntil: row.lapses_at.toISOString(), answeredAt: row.answered_at?.toISOString() ?? null, agreed: row.agreed,
  answeredBy: row.answered_by, wording: row.wording, withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
})

type Place = Pick<Consent, 'subject' | 'resource' | 'line' | 'region' | 'purpose'>

/** The latest an authority asked of somebody for a registry and purpose. */
export const findStanding = async (read: Read, { subject, resource, line, region, purpose }: Place): Promise<Consent | undefined> => {
  const [row] = await read<Row[]>`
    select * from department_consents where subject = ${subject} and resource = ${resource} and line = ${line} and region = ${region} and purpose = ${purpose} and standing`
  return row && toConsent(row)
}

/** Another may be asked for from now on; what it allows it still allows. */
export const updateStoodAside = async (tx: Tx, id: string): Promise<void> => {
  await tx`update department_consents set standing = false where id = ${id}`
}

/** Nothing where another stands; answers whether it was stored. */
export const insertConsent = async (tx: Tx, one: Consent): Promise<boolean> => {
  const stored = await tx`
    insert into department_consents (id, subject, resource, line, region, asked_by, fields, purpose, legal_basis, case_number, until_on, asked_at, lapses_at)
    values (${one.id}, ${one.subject}, ${one.resource}, ${one.line}, ${one.region}, ${one.askedBy}, ${one.fields}, ${one.purpose}, ${one.legalBasis}, ${one.caseNumber}, ${one.until}, ${one.askedAt}, ${one.openUntil})
    on conflict (subject, resource, line, region, purpose) where standing do nothing returning 1`
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

/** Asked of one of these subjects, the newest first. */
export const listConsentsAbout = async (read: Read, subjects: readonly string[], limit: number): Promise<Consent[]> =>
  (await read<Row[]>`select * from department_consents where subject = any(${[...subjects]}) order by asked_at desc, id limit ${limit}`).map(toConsent)

export const listConsentsWithIds = async (read: Read, ids: readonly string[]): Promise<Consent[]> =>
  (await read<Row[]>`select * from department_consents where id = any(${[...ids]}::uuid[])`).map(toConsent)

/** The caller holds it. */
export const updateConsent = async (tx: Tx, { id, answeredAt, agreed, answeredBy, wording, withdrawnAt }: Consent): Promise<void> => {
  await tx`update department_consents set answered_at = ${answeredAt}, agreed = ${agreed}, answered_by = ${answeredBy}, wording = ${wording}, withdrawn_at = ${withdrawnAt} where id = ${id}`
}
