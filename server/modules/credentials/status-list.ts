// A published list of statuses as whoever checks an e-licence reads it (draft-ietf-oauth-status-list): a signed token that holds one or
// more bits for each place. Pure, in browser and server alike.
import { bytesOf, FormFault, isObject, readJwt } from './sd-jwt.ts'
import { skewSeconds, webCryptography, type Cryptography, type IssuerKey, type StatusVerdict } from './verify.ts'

/** Values of the specification: 0 valid, 1 invalid, 2 suspended. */
export const statusValues = { valid: 0, revoked: 1, suspended: 2 } as const

/** Bytes a list may unfold to: sixty-four million places of one bit. */
const largest = 8 * 1024 * 1024

export type StatusList = { bits: number; bytes: Uint8Array }

/** @returns undefined where the list has no such place */
export const statusAt = ({ bits, bytes }: StatusList, idx: number): number | undefined => {
  const at = idx * bits
  const byte = bytes[at >> 3]
  return byte === undefined ? undefined : (byte >> (at & 7)) & ((1 << bits) - 1)
}

/** Packs statuses, the first in the lowest bits of the first byte. @param size places of the list; those not named are 0 */
export const packStatuses = (statuses: Iterable<readonly [idx: number, value: number]>, size: number, bits: 1 | 2 | 4 | 8): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(Math.ceil((size * bits) / 8))
  for (const [idx, value] of statuses) {
    const at = idx * bits
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (value << (at & 7))
  }
  return bytes
}

/** The list in a token's `status_list`, unfolded. @throws FormFault */
export const readStatusList = async (claim: unknown): Promise<StatusList> => {
  const { bits, lst } = isObject(claim) ? claim : {}
  if (typeof bits !== 'number' || ![1, 2, 4, 8].includes(bits) || typeof lst !== 'string') throw new FormFault('format', 'not a status list')
  return { bits, bytes: await inflate(bytesOf(lst)) }
}

const inflate = async (packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value)
      size += value.length
      if (size > largest) throw new FormFault('size', 'the list unfolds to too much')
    }
  } catch (error) {
    if (error instanceof FormFault) throw error
    throw new FormFault('format', 'the list cannot be unfolded')
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

/** A list that has been checked: whose it is, and until when it may be relied on (seconds since 1970). */
export type CheckedList = { uri: string; issuedAt: number; until: number; list: StatusList }

/**
 * Checks a token: signed by one of the keys, about this address, in force. Undefined when it is not.
 * @param keys of the authority whose e-licence names the list
 */
export const checkStatusToken = async (token: string, uri: string, { keys, now, cryptography = webCryptography }: { keys: readonly IssuerKey[]; now: Date; cryptography?: Cryptography }): Promise<CheckedList | undefined> => {
  try {
    const { header, payload, signed, signature } = readJwt(token)
    const key = keys.find(({ kid, alg, kty, crv }) => kid === header['kid'] && alg === 'ES256' && kty === 'EC' && crv === 'P-256')
    if (!key || header['alg'] !== 'ES256' || header['typ'] !== 'statuslist+jwt' || payload['sub'] !== uri) return undefined
    if (signature.length !== 64 || !(await cryptography.isSignedBy(key, signed, signature))) return undefined
    const { iat, exp } = payload
    const seconds = now.getTime() / 1000
    if (typeof iat !== 'number' || typeof exp !== 'number' || iat > seconds + skewSeconds || exp <= seconds - skewSeconds) return undefined
    return { uri, issuedAt: iat, until: exp, list: await readStatusList(payload['status_list']) }
  } catch (error) {
    if (error instanceof FormFault) return undefined
    throw error
  }
}

/** What a list says of a place. Values of other meaning are no clear yes, so they are no yes. */
export const statusIn = ({ list }: Pick<CheckedList, 'list'>, idx: number): StatusVerdict => {
  const value = statusAt(list, idx)
  if (value === statusValues.valid) return 'valid'
  if (value === statusValues.suspended) return 'suspended'
  return value === statusValues.revoked ? 'revoked' : 'unknown'
}
