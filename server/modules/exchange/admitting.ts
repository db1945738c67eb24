// Lets a department's system in: the message is signed with the key registered for it, meant for us, made just now, and not seen before.
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { inBatches } from './batching.ts'
import { requestKey, type Consumer, type Seen } from './consumer.ts'
import { insertSeen, listConsumers } from './consumers-store.ts'
import { headOf, readMessage } from './jws.ts'
import { isTimely, skewSeconds } from './signed-request.ts'

type Stamp = { iss: string; aud: string; jti: string; iat: number }

type Guard = { consumers: { at: number; all: Promise<ReadonlyMap<string, Consumer>> } | undefined; isNewHere: (request: Seen, now: number) => boolean; isNew: (request: Seen) => Promise<boolean> }

const keptFor = 2000

const guards = new WeakMap<App['db'], Guard>()

/** Remembers what this server was sent for as long as it would be timely, so that a message sent again neither asks nor uses up anything. */
const rememberSeen = (): Guard['isNewHere'] => {
  let [before, lately, since] = [new Set<string>(), new Set<string>(), 0]
  return (request, now) => {
    const key = requestKey(request)
    // a message is timely from the one limit of the clocks' difference to the other
    if (Math.abs(now - since) > 2 * skewSeconds * 1000) [before, lately, since] = [lately, new Set(), now]
    if (before.has(key) || lately.has(key)) return false
    lately.add(key)
    return true
  }
}

const openGuard = (db: App['db']): Guard => ({
  consumers: undefined,
  isNewHere: rememberSeen(),
  isNew: inBatches(500, async (requests: readonly Seen[]) => {
    const fresh = new Set((await db.transaction((tx) => insertSeen(tx, requests))).map(requestKey))
    // of two that came together one is new
    return requests.map((request) => fresh.delete(requestKey(request)))
  }),
})

const guardOf = ({ db }: Pick<App, 'db'>): Guard => {
  const guard = guards.get(db) ?? openGuard(db)
  guards.set(db, guard)
  return guard
}

/** Of this process: what was just changed counts from now on. */
export const forgetConsumers = (app: Pick<App, 'db'>): void => void (guardOf(app).consumers = undefined)

/** By key id; a system taken off elsewhere is out within two seconds. */
const consumersOf = (app: App): Promise<ReadonlyMap<string, Consumer>> => {
  const guard = guardOf(app)
  const now = app.clock.now().getTime()
  if (!guard.consumers || Math.abs(now - guard.consumers.at) > keptFor) {
    const all = listConsumers(app.db.read).then((list) => new Map(list.filter(({ until }) => until === null).map((one) => [one.jwk.kid, one])))
    guard.consumers = { at: now, all }
    all.catch(() => forgetConsumers(app))
  }
  return guard.consumers.all
}

type Admitted<Content> = { consumer: Consumer; content: Content; seen: Seen }

const refuseReplay = (app: App, { consumer, jti }: Seen): never => {
  app.log.warn({ consumer, jti }, 'exchange: a request was sent a second time')
  throw new Refusal('replayed')
}

/**
 * For what is logged together with `seen`, which another server may have been sent meanwhile.
 * @throws Refusal bad_signature, stale_request, replayed, invalid
 */
export const admit = async <Content extends Stamp>(app: App, message: string, read: (content: unknown) => Content | undefined): Promise<Admitted<Content>> => {
  const kid = headOf(message)?.['kid']
  const consumer = typeof kid === 'string' ? (await consumersOf(app)).get(kid) : undefined
  const signed = consumer && readMessage(message, 'exchange-request+jwt', consumer.jwk)
  if (!consumer || !signed) {
    app.log.warn({ kid }, 'exchange: a request was not signed with a registered key')
    throw new Refusal('bad_signature')
  }
  const content = read(signed)
  if (!content) throw new Refusal('invalid', { request: 'its content does not fit' })
  const { iss, aud, jti, iat } = content
  if (iss !== consumer.id || aud !== app.config.publicUrl) throw new Refusal('bad_signature', { iss: consumer.id, aud: app.config.publicUrl })
  const now = app.clock.now()
  if (!isTimely(content, now)) throw new Refusal('stale_request', { now: now.toISOString() })
  const seen = { consumer: consumer.id, jti, at: new Date(iat * 1000).toISOString() }
  return guardOf(app).isNewHere(seen, now.getTime()) ? { consumer, content, seen } : refuseReplay(app, seen)
}

/** For what leaves no call in the log at once. @throws Refusal as `admit` */
export const admitNoted = async <Content extends Stamp>(app: App, message: string, read: (content: unknown) => Content | undefined): Promise<Admitted<Content>> => {
  const admitted = await admit(app, message, read)
  return (await guardOf(app).isNew(admitted.seen)) ? admitted : refuseReplay(app, admitted.seen)
}
