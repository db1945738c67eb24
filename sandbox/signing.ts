// Each department's system signs what it answers with a key of its own (JWS, RFC 7515 appendix F: the content stays as it is beside the
// signature), and may insist that whoever asks signs too. Its public key is at /.well-known/jwks.json.
import { createHash, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { Refused } from './protocol.ts'

export type PublicKey = { kty: string; crv: string; x: string; y: string; kid: string; alg: 'ES256'; use: 'sig' }

export type ReplySigner = { publicKey: PublicKey; sign(text: string): string }

const encode = (text: string): string => Buffer.from(text).toString('base64url')
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** A new key; its id is its thumbprint (RFC 7638). */
export const newReplySigner = (): ReplySigner => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const kid = sha256(JSON.stringify({ crv, kty, x, y }))
  const header = encode(JSON.stringify({ alg: 'ES256', kid, typ: 'exchange-reply+jws' }))
  return {
    publicKey: { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' },
    sign: (text) => `${header}..${sign('sha256', Buffer.from(`${header}.${encode(text)}`), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`,
  }
}

/** What binds an answer to what was asked. */
export const hashOfRequest = sha256

export type Caller = { kid: string; key: KeyObject }

/** Keys of those who may ask, as JWKs in JSON. @throws RangeError when they are none */
export const readCallers = (text: string): Caller[] => {
  const keys = JSON.parse(text) as PublicKey[]
  if (!Array.isArray(keys)) throw new RangeError('SANDBOX_CALLERS must be an array of public keys')
  return keys.map(({ kty, crv, x, y, kid }) => ({ kid, key: createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }) }))
}

/** Milliseconds by which a question may be old, or its number be used again. */
const windowMs = 60_000

/** Checks who asks: the signature over the body, when it was made, and that it was not sent before. Without callers everybody with the bearer key may. */
export const openCallerCheck = (callers: readonly Caller[], now: () => Date) => {
  const seen = new Map<string, number>()
  return (signature: string | undefined, body: string, question: unknown): void => {
    if (callers.length === 0) return
    const [header = '', between, bytes = ''] = (signature ?? '').split('.')
    const head = parse(header)
    const caller = callers.find(({ kid }) => kid === head['kid'])
    const fits = between === '' && head['alg'] === 'ES256' && head['typ'] === 'exchange-question+jws' && head['crit'] === undefined
    const isSigned = caller !== undefined && fits && verify('sha256', Buffer.from(`${header}.${encode(body)}`), { key: caller.key, dsaEncoding: 'ieee-p1363' }, Buffer.from(bytes, 'base64url'))
    if (!isSigned) throw new Refused('unauthorized', 'x-signature is missing or not of a caller who may ask')
    const { id, at } = question as { id?: unknown; at?: unknown }
    const time = now().getTime()
    if (typeof id !== 'string' || typeof at !== 'string' || !(Math.abs(time - Date.parse(at)) <= windowMs)) throw new Refused('unauthorized', 'the question has no number, or was not made just now')
    for (const [each, until] of seen) {
      if (until > time) break
      seen.delete(each)
    }
    if (seen.has(id)) throw new Refused('unauthorized', 'the question was sent before')
    seen.set(id, time + 2 * windowMs)
  }
}

const parse = (header: string): Record<string, unknown> => {
  try {
    return JSON.parse(Buffer.from(header, 'base64url').toString()) as Record<string, unknown>
  } catch {
    return {}
  }
}
