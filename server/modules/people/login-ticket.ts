// What must survive the trip to the identity provider and back: state, nonce, PKCE verifier and where to go afterwards,
// signed into a cookie that lives half an hour. Pure: the time and the key are given.
import { createHmac } from 'node:crypto'
import type { Audience } from './identity.ts'
import { sameSecret } from './session.ts'

export type LoginTicket = { state: string; nonce: string; verifier: string; returnTo: string; audience: Audience; startedAt: number; /** at the provider for documents of another jurisdiction */ foreign?: boolean }
/** Where a login should lead; kept when it has to be started again. */
export type Destination = Pick<LoginTicket, 'returnTo' | 'audience'>

/** Seconds; long enough to look for one's phone and the code sent to it. */
export const ticketLife = 1800

/** One cookie per login, so that two tabs can log in at the same time. */
export const ticketCookieName = (state: string): string => `tongban_login_${state.replace(/[^\w-]/g, '').slice(0, 16)}`

const signatureOf = (content: string, secret: string): string => createHmac('sha256', secret).update(`tongban login ticket ${content}`).digest('base64url')

export const signTicket = (ticket: LoginTicket, secret: string): string => {
  const content = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${content}.${signatureOf(content, secret)}`
}

type TicketRead = { ticket: LoginTicket; problem?: 'expired' } | { ticket?: never; problem: 'mismatch' }

/** The ticket of the login with this state from a cookie we signed; what is wrong with it, if anything. */
export const readTicket = (cookie: string | undefined, state: string, secret: string, now: Date): TicketRead => {
  const [content = '', signature = ''] = (cookie ?? '').split('.')
  if (!sameSecret(signature, signatureOf(content, secret))) return { problem: 'mismatch' }
  // The signature is ours, so the content has the shape we gave it.
  const ticket = JSON.parse(Buffer.from(content, 'base64url').toString()) as LoginTicket
  if (!sameSecret(ticket.state, state)) return { problem: 'mismatch' }
  return now.getTime() - ticket.startedAt > ticketLife * 1000 ? { ticket, problem: 'expired' } : { ticket }
}

/**
 * A path of our own pages to return to after login, else '/'. Whatever a browser could read as another site is turned down
 * (`//evil`, `/\evil`, a path that normalises to them), and so is the API, which is no page.
 */
export const localPath = (wanted: string | undefined): string => {
  const base = 'http://tongban.invalid'
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, base)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, base)
  if (origin !== base || pathname.startsWith('//') || /^\/(api|oidc|oidc-hk|login)(\/|$)/.test(pathname)) return '/'
  return pathname + search + hash
}
