// Signed messages: compact JWS (RFC 7515), whole or with the content apart. The algorithm is that of the key we hold for the sender,
// never what a message says of itself (RFC 8725 section 3.1). Pure but for the signing.
import { createHash } from 'node:crypto'
import { isSignedBy, type PublicJwk, type Signer } from '../../kernel/keys.ts'

/** What a message is, in the header `typ`, so that one kind is never taken for another (RFC 8725 section 3.11). */
export type MessageType = 'exchange-request+jwt' | 'exchange-response+jwt' | 'exchange-question+jws' | 'exchange-reply+jws' | 'exchange-root+jwt'

const encode = (text: string): string => Buffer.from(text).toString('base64url')

/** SHA-256, base64url. */
export const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('base64url')

const headers = new WeakMap<object, Map<string, string>>()

/** The same header goes with every message of a key, so it is written once. */
const headerOf = (signer: Signer, typ: MessageType): string => {
  const known = headers.get(signer) ?? new Map<string, string>()
  headers.set(signer, known)
  const header = known.get(typ) ?? encode(JSON.stringify({ alg: signer.suite, kid: signer.kid, typ }))
  known.set(typ, header)
  return header
}

export const signMessage = (signer: Signer, typ: MessageType, payload: object): string => {
  const signed = `${headerOf(signer, typ)}.${encode(JSON.stringify(payload))}`
  return `${signed}.${signer.sign(Buffer.from(signed)).toString('base64url')}`
}

/** The signature of content sent as it is beside it (RFC 7515 appendix F): `header..signature`. */
export const signApart = (signer: Signer, typ: MessageType, content: string): string => {
  const header = headerOf(signer, typ)
  return `${header}..${signer.sign(Buffer.from(`${header}.${encode(content)}`)).toString('base64url')}`
}

type Key = Pick<PublicJwk, 'kid' | 'alg' | 'kty' | 'crv' | 'x' | 'y'>

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value)

const parse = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const heads = new Map<string, Record<string, unknown>>()

/** Header of a message, which nothing vouches for yet: only for finding the key. Senders use one header again and again. */
export const headOf = (message: string): Record<string, unknown> | undefined => {
  const text = message.slice(0, message.indexOf('.'))
  const known = heads.get(text)
  if (known || text === '' || text.length > 500) return known
  const head = parse(text)
  if (heads.size >= 1000) heads.clear()
  if (head) heads.set(text, head)
  return head
}

/** Whether the header says what it must with this key: nothing else decides how a signature is checked. */
const fits = (head: Record<string, unknown> | undefined, typ: MessageType, key: Key): boolean =>
  head !== undefined && head['alg'] === key.alg && head['kid'] === key.kid && head['typ'] === typ && head['crit'] === undefined && head['b64'] === undefined

/** The content of a message signed with this key; undefined when it is not. */
export const readMessage = (message: string, typ: MessageType, key: Key): Record<string, unknown> | undefined => {
  const parts = message.split('.')
  const [header = '', payload = '', signature = ''] = parts
  if (parts.length !== 3 || !fits(headOf(message), typ, key)) return undefined
  return isSignedBy(key, Buffer.from(`${header}.${payload}`), Buffer.from(signature, 'base64url')) ? parse(payload) : undefined
}

/** The content of a message whose signature was checked before, or is ours. */
export const parsePayload = (message: string): Record<string, unknown> | undefined => parse(message.split('.')[1] ?? '')

/** Whether this key signed content sent apart. */
export const isSignedApart = (signature: string, typ: MessageType, key: Key, content: string): boolean => {
  const [header = '', between, bytes = '', ...rest] = signature.split('.')
  if (between !== '' || rest.length > 0 || !fits(headOf(signature), typ, key)) return false
  return isSignedBy(key, Buffer.from(`${header}.${encode(content)}`), Buffer.from(bytes, 'base64url'))
}

/** The thumbprint of a key (RFC 7638), by which it is pinned and which we use as its `kid`. */
export const thumbprintOf = ({ crv, kty, x, y }: { crv: string; kty: string; x: string; y: string }): string => hashOf(JSON.stringify({ crv, kty, x, y }))
