// Refused logins in the audit trail: anybody can cause them without an account, so only the first of an hour stand there one by one.
// The rest are counted; when the hour is over, the next refusal or login writes their number into the trail. None is forgotten.
import type { AuditEntry } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Tx } from '../../kernel/db.ts'
import { deleteRefusalsBefore, upsertRefusal } from './login-refusals-store.ts'

/** Refusals of one reason that are written out in an hour. */
export const refusalsWrittenOut = 20
const hourMs = 60 * 60 * 1000

const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / hourMs) * hourMs)

/** Counts a refusal, and writes it out while there are few. @param entry as it would stand in the trail */
export const recordRefusal = async (tx: Tx, entry: AuditEntry, problem: string, at: Date): Promise<void> => {
  const refused = await upsertRefusal(tx, hourOf(at), problem)
  if (refused <= refusalsWrittenOut) await insertAudit(tx, [entry])
  await sumUpRefusals(tx, at)
}

/** Writes the numbers of hours that are over; done at each refusal and each login. */
export const sumUpRefusals = async (tx: Tx, at: Date): Promise<void> => {
  const over = await deleteRefusalsBefore(tx, hourOf(at))
  const many = over.filter(({ refused }) => refused > refusalsWrittenOut)
  await insertAudit(tx, many.map(({ hourAt, problem, refused }): AuditEntry => ({
    at: at.toISOString(), actorKind: 'system', actorId: 'login', action: 'login-refused-hour', subjectType: 'login', subjectId: hourAt, region: null, requestId: null,
    detail: { problem, refused, writtenOut: refusalsWrittenOut },
  })))
}
