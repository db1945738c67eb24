// Keys the installation signs with, and who holds them: an authority's seal, the issuer of an e-licence, the exchange. Whoever signs asks
// for a signer by the holder's name and never sees a private key, so that a keystore in a file and a security module serve alike.
import { createPublicKey, sign, verify, type JsonWebKey, type KeyObject } from 'node:crypto'

/** A way of signing. `name` is the `alg` of RFC 7518; signatures are raw, as JWS wants them. A national suite (SM2 with SM3) is one more entry. */
export type SuiteName = 'ES256'

export type SignatureSuite = { name: SuiteName; curve: string; hash: string }

export const suites = { ES256: { name: 'ES256', curve: 'P-256', hash: 'sha256' } } as const satisfies Record<SuiteName, SignatureSuite>

/** The public half as it is published (RFC 7517), with `kid` and `alg`; never a private member. */
export type PublicJwk = { kty: string; crv: string; x: string; y: string; kid: string; alg: SuiteName; use: 'sig' }

/** A key as others may know it. `number` counts a holder's keys from 1; `since` is an ISO instant. */
export type HeldKey = { kid: string; holder: string; number: number; suite: SuiteName; since: string; publicJwk: PublicJwk }

export type Signer = HeldKey & { sign(data: Uint8Array): Buffer }

/**
 * Who keeps the keys. A holder is named by kind and owner, such as `issuer:health:440300`, `seal:health:440300` or `exchange`.
 * A holder's key is made when it is first asked for; of several processes at once one makes it.
 */
export type KeyCustody = {
  /** the holder's present key */
  signer(holder: string): Promise<Signer>
  /** present and former keys of a holder, or of all; the newest first */
  listKeys(holder?: string): Promise<HeldKey[]>
  /** makes the holder a new key; what the former ones signed can still be checked */
  rotate(holder: string): Promise<Signer>
}

export const signWith = (suite: SuiteName, key: KeyObject, data: Uint8Array): Buffer => sign(suites[suite].hash, data, { key, dsaEncoding: 'ieee-p1363' })

/** Whether a key signed this. A key or signature of the wrong shape is a no, never an error. */
export const isSignedBy = ({ alg, kty, crv, x, y }: Pick<PublicJwk, 'alg' | 'kty' | 'crv' | 'x' | 'y'>, data: Uint8Array, signature: Uint8Array): boolean => {
  const suite = Object.values(suites).find(({ name, curve }) => name === alg && curve === crv)
  if (!suite) return false
  try {
    return verify(suite.hash, data, { key: publicKeyOf({ kty, crv, x, y }), dsaEncoding: 'ieee-p1363' }, signature)
  } catch {
    return false
  }
}

const known = new Map<string, KeyObject>()

/** Reading a key costs more than checking a signature, so the few that are used again and again are kept read. */
const publicKeyOf = (jwk: JsonWebKey): KeyObject => {
  const id = `${jwk.crv} ${jwk.x} ${jwk.y}`
  const found = known.get(id)
  if (found) return found
  if (known.size >= 1000) known.clear()
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  known.set(id, key)
  return key
}
