// Keys of Open311: made with a client and shown once, found again by a keyed digest of what is sent.
import { randomBytes } from 'node:crypto'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { Database, Read } from '../../kernel/db.ts'
import { keyedDigest } from '../../kernel/field-encryption.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { isInForce, type Client } from './client.ts'
import { findClientByKey, insertClient, updateClientEnded } from './clients-store.ts'

const digestOf = (key: string): string => keyedDigest('open311 key', key)

/** @returns the key, which is shown once; undefined when there is a client of this name */
export const registerClient = (db: Database, { name, region, hourly }: Pick<Client, 'name' | 'region' | 'hourly'>, clock: Clock): Promise<string | undefined> =>
  db.transaction(async (tx) => {
    const key = randomBytes(32).toString('base64url')
    const since = clock.now().toISOString()
    const client: Client = { id: uuidv7(clock), name, region, hourly, since, until: null }
    if (!(await insertClient(tx, client, digestOf(key)))) return undefined
    await insertAudit(tx, [{ at: since, actorKind: 'system', actorId: 'command', action: 'open311.register', subjectType: 'open311Client', subjectId: client.id, region, requestId: null, detail: { name, hourly } }])
    return key
  })

/** Its key no longer opens anything. False when it had ended, or there is none. */
export const endClient = (db: Database, name: string, clock: Clock): Promise<boolean> =>
  db.transaction(async (tx) => {
    const at = clock.now()
    const ended = await updateClientEnded(tx, name, at)
    if (ended) await insertAudit(tx, [{ at: at.toISOString(), actorKind: 'system', actorId: 'command', action: 'open311.end', subjectType: 'open311Client', subjectId: name, region: null, requestId: null, detail: {} }])
    return ended
  })

export const findClient = async (read: Read, key: string | undefined, now: Date): Promise<Client | undefined> => {
  if (key === undefined || key.length < 20 || key.length > 200) return undefined
  const client = await findClientByKey(read, digestOf(key))
  return client && isInForce(client, now) ? client : undefined
}
