// Show-codes (亮码): the phone draws one that is good for a minute, the window reads it once. Guessing is slowed down for each official.
import { randomInt } from 'node:crypto'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { countMisses, insertMiss, lockMisses, updateCodeUsed, upsertShowCode } from './show-codes-store.ts'
import { codeDigest, codeFrom, codeLifeMs, missesAllowed, missesWithinMs, type Clerk } from './window.ts'

/** A new code for a person; the one before is worth nothing from now on. */
export const drawCode = (app: App, person: Extract<Principal, { kind: 'person' }>, requestId: string): Promise<{ code: string; expiresAt: string }> =>
  app.db.transaction(async (tx) => {
    const expiresAt = new Date(app.clock.now().getTime() + codeLifeMs)
    const code = await drawFree(app, tx, person.id, expiresAt)
    await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(person), action: 'windows.drawCode', subjectType: 'person', subjectId: person.id, region: null, requestId, detail: {} }])
    return { code, expiresAt: expiresAt.toISOString() }
  })

const drawFree = async (app: App, tx: Tx, personId: string, expiresAt: Date): Promise<string> => {
  const code = codeFrom(randomInt(100_000_000))
  return (await upsertShowCode(tx, personId, codeDigest(code, app.config.sessionSecret), app.clock.now(), expiresAt)) ? code : drawFree(app, tx, personId, expiresAt)
}

/** Whose code it is; it is used up by that. Refuses `show_code` when it is nobody's, `too_many` after a few of those. */
export const readCode = async (app: App, clerk: Clerk, code: string, requestId: string): Promise<string> => {
  const now = app.clock.now()
  const since = new Date(now.getTime() - missesWithinMs)
  const personId = await app.db.transaction(async (tx) => {
    await lockMisses(tx, clerk.id)
    if ((await countMisses(tx, clerk.id, since)) >= missesAllowed) throw new Refusal('too_many')
    const found = await updateCodeUsed(tx, codeDigest(code, app.config.sessionSecret), now)
    if (found === undefined) {
      await insertMiss(tx, uuidv7(app.clock), clerk.id, now, since)
      await insertAudit(tx, [{ at: now.toISOString(), ...actorOf(clerk), action: 'windows.missCode', subjectType: 'staff', subjectId: clerk.id, region: null, requestId, detail: {} }])
    }
    return found
  })
  if (personId === undefined) throw new Refusal('show_code')
  return personId
}
