// Takes an official's access away at once: no postings, no sessions. The identity provider must have done the same,
// because the next login brings whatever it asserts then.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../../kernel/db.ts'
import { deleteSessionsOfStaff } from './session-store.ts'
import { deletePostings } from './people-store.ts'

/** @param subject the official's `sub` at the identity provider @returns how many officials and sessions it ended: of several issuers, all of that name */
export const revokeStaff = (db: Database, subject: string, clock: Clock): Promise<{ officials: number; sessions: number }> =>
  db.transaction(async (tx) => {
    const ids = await deletePostings(tx, subject)
    const sessions = await deleteSessionsOfStaff(tx, ids)
    const at = clock.now().toISOString()
    await insertAudit(tx, ids.map((id) => ({ at, actorKind: 'system' as const, actorId: 'command', action: 'people.revoke', subjectType: 'staff', subjectId: id, region: null, requestId: null, detail: { sessions } })))
    return { officials: ids.length, sessions }
  })
