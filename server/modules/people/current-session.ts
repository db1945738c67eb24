// Who is asking: reads the session of a request once, and guards mutations against other sites.
import type { FastifyRequest } from 'fastify'
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { csrfOf, extendedExpiry, isToken, sameSecret, sessionCookieName, tokenDigest, type Session } from './session.ts'
import { findSession, updateSessionExpiry } from './session-store.ts'

/** `csrf` is what mutations must bring back in the header x-csrf-token. */
export type CurrentSession = Session & { csrf: string }

const looked = new WeakMap<FastifyRequest, Promise<CurrentSession | undefined>>()
const current = new WeakMap<FastifyRequest, CurrentSession>()

/** The living session of a request; one indexed query, asked once per request, so a logout counts at once. */
export const findCurrentSession = (app: App, request: FastifyRequest): Promise<CurrentSession | undefined> => {
  const known = looked.get(request)
  if (known) return known
  const looking = lookUp(app, request)
  looked.set(request, looking)
  return looking
}

const lookUp = async (app: App, request: FastifyRequest): Promise<CurrentSession | undefined> => {
  const token = request.cookies[sessionCookieName]
  if (!isToken(token)) return undefined
  const now = app.clock.now()
  const session = await findSession(app.db.read, tokenDigest(token), now)
  if (!session) return undefined
  const later = extendedExpiry(session, now)
  if (later) await app.db.transaction((tx) => updateSessionExpiry(tx, session.digest, later))
  const found = { ...session, expiresAt: later ?? session.expiresAt, csrf: csrfOf(token) }
  current.set(request, found)
  return found
}

export const principalOf = async (app: App, request: FastifyRequest): Promise<Principal> =>
  (await findCurrentSession(app, request))?.principal ?? { kind: 'anonymous' }

/**
 * Refuses with `csrf` a mutation that another site could have caused: a foreign Origin, or a session without its token.
 * Call it after `principalOf`. Nobody's authority can be abused without a session, so then only the Origin counts.
 */
export const guardMutation = (app: App, request: FastifyRequest): void => {
  const { origin } = request.headers
  if (origin !== undefined && !isOurs(app, request, origin)) throw new Refusal('csrf')
  const session = current.get(request)
  if (!session) return
  const given = request.headers['x-csrf-token']
  if (typeof given !== 'string' || !sameSecret(given, session.csrf)) throw new Refusal('csrf')
}

/** Ours: the public address, or the very host the request went to (a demo reached by another name of the machine). */
const isOurs = (app: App, request: FastifyRequest, origin: string): boolean =>
  URL.canParse(origin) && (origin === new URL(app.config.publicUrl).origin || new URL(origin).host === request.headers.host)
