// Sessions as rules: how long they live, what of the cookie is stored, which CSRF token belongs to it.
// A resident's session ends 12 hours after the last use and 30 days after login at the latest; an official's 8 hours after login.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Principal } from '../../kernel/authz.ts'

export const sessionCookieName = 'tongban_session'

export type SessionKind = 'person' | 'staff'
export type SessionOwner = { personId: string } | { staffId: string }
export type SessionPrincipal = Extract<Principal, { kind: SessionKind }>
export type Session = { digest: string; principal: SessionPrincipal; createdAt: Date; expiresAt: Date }

const minutes = 60_000
const hours = 60 * minutes
const days = 24 * hours
const personIdle = 12 * hours
const staffLife = 8 * hours
const personLife = 30 * days
/** Extending for less than this is not worth a write. */
const worthExtending = 10 * minutes

/** Seconds the browser keeps the cookie; the server's own limit is the shorter one. */
export const cookieSeconds = (kind: SessionKind): number => (kind === 'person' ? personLife : staffLife) / 1000

export const firstExpiry = (kind: SessionKind, now: Date): Date => new Date(now.getTime() + (kind === 'person' ? personIdle : staffLife))

/** The later end a resident's session has earned by being used now; undefined when nothing needs writing. */
export const extendedExpiry = (session: Session, now: Date): Date | undefined => {
  if (session.principal.kind === 'staff') return undefined
  const end = Math.min(now.getTime() + personIdle, session.createdAt.getTime() + personLife)
  return end - session.expiresAt.getTime() >= worthExtending ? new Date(end) : undefined
}

/** A token as the browser holds it: 256 bits in base64url. */
export const isToken = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text)

/** What the database keeps of a token: its SHA-256. */
export const tokenDigest = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The CSRF token of a session: only who knows the cookie can compute it, and it changes with it. */
export const csrfOf = (token: string): string => createHmac('sha256', token).update('tongban csrf').digest('base64url')

/** Compares secrets in constant time. */
export const sameSecret = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
