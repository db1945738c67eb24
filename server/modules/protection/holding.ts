// Placing and lifting a legal hold, by those who operate the installation and on record: nothing of this person is erased meanwhile.
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Database, Tx } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { findPersonByIdNumber } from '../people/index.ts'
import { insertHold, hasHold, updateHoldLifted } from './legal-holds-store.ts'

/** False when nobody has this number, or it is held already. @param idNumber of a resident who has logged in */
export const holdPerson = (db: Database, idNumber: string, { reason, by }: { reason: string; by: string }, clock: Clock): Promise<boolean> =>
  db.transaction(async (tx) => {
    const person = await findPersonByIdNumber(tx, idNumber)
    if (!person || (await hasHold(tx, person.id))) return false
    await insertHold(tx, { id: uuidv7(clock), personId: person.id, reason, placedBy: by, placedAt: clock.now().toISOString(), liftedBy: null, liftedAt: null })
    await record(tx, person.id, 'retention.hold', { reason, by }, clock)
    return true
  })

/** False when nothing was held. */
export const liftHold = (db: Database, idNumber: string, by: string, clock: Clock): Promise<boolean> =>
  db.transaction(async (tx) => {
    const person = await findPersonByIdNumber(tx, idNumber)
    if (!person || !(await updateHoldLifted(tx, person.id, by, clock.now()))) return false
    await record(tx, person.id, 'retention.lift', { by }, clock)
    return true
  })

const record = (tx: Tx, personId: string, action: string, detail: Record<string, string>, clock: Clock): Promise<void> =>
  insertAudit(tx, [{ at: clock.now().toISOString(), actorKind: 'system', actorId: 'command', action, subjectType: 'person', subjectId: personId, region: null, requestId: null, detail }])
