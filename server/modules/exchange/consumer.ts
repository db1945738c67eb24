// A department's system that may ask through the exchange: whose it is, and the public key its requests are signed with. Pure.
import type { PublicJwk } from '../../kernel/keys.ts'

export type ConsumerKey = Omit<PublicJwk, 'use'>

/** `callback`: where answers that come later are sent; null: it asks for them. `until`: ISO instant from which it may no longer ask. */
export type Consumer = { id: string; name: string; line: string; region: string; jwk: ConsumerKey; callback: string | null; since: string; until: string | null }

/** Whom a grant names: the system asks for its authority. */
export const granteeOf = ({ line, region }: Pick<Consumer, 'line' | 'region'>): string => `authority:${line}:${region}`

/** The authority a grantee is; of any other kind of grantee nothing. */
export const authorityIn = (grantee: string): Pick<Consumer, 'line' | 'region'> => {
  const [kind, line = '', region = ''] = grantee.split(':')
  return kind === 'authority' ? { line, region } : { line: '', region: '' }
}

/** The number of one request, with the instant its sender gave it. */
export type Seen = { consumer: string; jti: string; at: string }

/** Tells one request from another. */
export const requestKey = ({ consumer, jti }: Pick<Seen, 'consumer' | 'jti'>): string => `${consumer} ${jti}`
