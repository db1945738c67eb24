// The platform's signature under what officials hand one another: Ed25519 (RFC 8032) with a key made from the installation's secret, so
// that another platform can check it with the public key alone. Pure.
import { createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto'

/** A private key in PKCS #8 is this, then its 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const keys = new Map<string, KeyObject>()

const keyOf = (secret: string): KeyObject => {
  const known = keys.get(secret)
  if (known) return known
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'tongban seal', 32))
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  keys.set(secret, key)
  return key
}

/** The signature of a text, base64url. @param secret of the installation */
export const sealOf = (text: string, secret: string): string => sign(null, Buffer.from(text), keyOf(secret)).toString('base64url')

export const isSealed = (text: string, seal: string, secret: string): boolean => verify(null, Buffer.from(text), createPublicKey(keyOf(secret)), Buffer.from(seal, 'base64url'))

/** The public key as a JWK (RFC 8037), for whoever checks a seal elsewhere. */
export const sealKey = (secret: string): { kty: string; crv: string; x: string } => {
  const { kty = '', crv = '', x = '' } = createPublicKey(keyOf(secret)).export({ format: 'jwk' })
  return { kty, crv, x }
}
