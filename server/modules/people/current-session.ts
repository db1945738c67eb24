// Who is asking: reads the session of a request once, and guards mutations against other sites.
import type { FastifyRequest } from 'fastify'
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { App, MandateHolder, MandateKind } from '../../module.ts'
import { csrfOf, extendedExpiry, isToken, sameSecret, sessionCookieName, tokenDigest, type Session } from './session.ts'
import { findSession, updateSessionExpiry } from './session-store.ts'

/** `csrf` is what mutations must bring back in the header x-csrf-token. */
export type CurrentSession = Session & { csrf: string }

/** Names what entitles the caller to act for somebody else: `<kind>:<id>`. */
export const actingHeader = 'x-acting-for'

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

/**
 * Who asks. With the header x-acting-for it is the person they act for, and `by` says who really acts.
 * @throws Refusal mandate_ended when they may not, or not any more
 */
export const principalOf = async (app: App, request: FastifyRequest, mandates: readonly MandateKind[]): Promise<Principal> => {
  const principal = (await findCurrentSession(app, request))?.principal
  const named = request.headers[actingHeader]
  if (!principal || named === undefined) return principal ?? { kind: 'anonymous' }
  return representedBy(app, principal, String(named), mandates)
}

const representedBy = async (app: App, principal: MandateHolder, named: string, mandates: readonly MandateKind[]): Promise<Principal> => {
  const [, kind, id] = /^([a-z]+):([0-9a-f-]{36})$/.exec(named) ?? []
  const found = id === undefined ? undefined : await mandates.find((each) => each.kind === kind)?.find(app, id, principal)
  if (!found) throw new Refusal('mandate_ended')
  return { kind: 'person', id: found.person.id, name: found.person.name, by: found.by }
}

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
