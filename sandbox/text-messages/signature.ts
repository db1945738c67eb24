// How the gateway knows who calls: ACS3-HMAC-SHA256 over method, path, parameters and the headers that were signed, made within fifteen minutes
// and with a number used once. Written from the published contract, apart from the caller's own code.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Codes of the contract for a call that cannot be believed. */
export type Doubt = 'MissingAuthorization' | 'InvalidAccessKeyId.NotFound' | 'IncompleteSignature' | 'SignatureDoesNotMatch' | 'InvalidTimeStamp.Expired' | 'SignatureNonceUsed'

const required = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version']
const lifeMs = 15 * 60_000

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const percent = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)
const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(',') : (value ?? '')).trim()

export type Key = { id: string; secret: string }

/** @param seen numbers used before, which this one is added to @returns why the call is not believed; undefined: it is */
export const doubtOf = ({ method = '', url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, body: string, key: Key, now: Date, seen: Set<string>): Doubt | undefined => {
  const given = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '')
  if (!given) return 'MissingAuthorization'
  const [, id = '', names = '', signature = ''] = given
  if (id !== key.id) return 'InvalidAccessKeyId.NotFound'
  const signed = names.split(';')
  if (!required.every((name) => signed.includes(name)) || one(headers['x-acs-content-sha256']) !== hash(body)) return 'IncompleteSignature'
  const [path = '/', query = ''] = url.split('?')
  const parameters = [...new URLSearchParams(query)].map(([name, value]) => `${percent(name)}=${percent(value)}`).sort().join('&')
  const request = [method, path, parameters, ...signed.map((name) => `${name}:${one(headers[name])}`), '', names, hash(body)].join('\n')
  const right = createHmac('sha256', key.secret).update(`ACS3-HMAC-SHA256\n${hash(request)}`).digest()
  if (!timingSafeEqual(right, Buffer.from(signature, 'hex'))) return 'SignatureDoesNotMatch'
  if (Math.abs(now.getTime() - Date.parse(one(headers['x-acs-date']))) > lifeMs) return 'InvalidTimeStamp.Expired'
  const nonce = one(headers['x-acs-signature-nonce'])
  if (seen.has(nonce)) return 'SignatureNonceUsed'
  seen.add(nonce)
  return undefined
}
