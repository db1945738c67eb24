// Lets a department's system in: the message is signed with the key registered for it, meant for us, made just now, and not seen before.
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { inBatches } from './batching.ts'
import type { Consumer } from './consumer.ts'
import { insertSeen, listConsumers, type Seen } from './consumers-store.ts'
import { headOf, readMessage } from './jws.ts'
import { isTimely } from './signed-request.ts'

type Stamp = { iss: string; aud: string; jti: string; iat: number }

type Guard = { consumers: { at: number; all: Promise<ReadonlyMap<string, Consumer>> } | undefined; isNew: (request: Seen) => Promise<boolean> }

const keptFor = 2000

const guards = new WeakMap<App['db'], Guard>()

const openGuard = (db: App['db']): Guard => ({
  consumers: undefined,
  isNew: inBatches(500, async (requests: readonly Seen[]) => {
    const fresh = new Set((await db.transaction((tx) => insertSeen(tx, requests))).map(({ consumer, jti }) => `${consumer} ${jti}`))
    // of two that came together one is new
    return requests.map(({ consumer, jti }) => fresh.delete(`${consumer} ${jti}`))
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

/** @throws Refusal bad_signature, stale_request, replayed, invalid */
export const admit = async <Content extends Stamp>(app: App, message: string, read: (content: unknown) => Content | undefined): Promise<{ consumer: Consumer; content: Content }> => {
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
  if (!isTimely(content, app.clock.now())) throw new Refusal('stale_request', { now: app.clock.now().toISOString() })
  if (!(await guardOf(app).isNew({ consumer: consumer.id, jti, at: new Date(iat * 1000).toISOString() }))) {
    app.log.warn({ consumer: consumer.id, jti }, 'exchange: a request was sent a second time')
    throw new Refusal('replayed')
  }
  return { consumer, content }
}
