// Seals of before the keystore signed everything: Ed25519 (RFC 8032) with a key that follows from the session secret. Nothing is signed so
// any more; what was can be checked, here and elsewhere, while the secret is the one of then. Pure.
import { createPrivateKey, createPublicKey, hkdfSync, verify, type KeyObject } from 'node:crypto'

/** A private key in PKCS #8 is this, then its 32 bytes (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

const keys = new Map<string, KeyObject>()

const keyOf = (secret: string): KeyObject => {
  const known = keys.get(secret)
  if (known) return known
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'tongban seal', 32))
  const key = createPublicKey(createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' }))
  keys.set(secret, key)
  return key
}

/** Whether the seal, base64url, is one of this text. @param secret session secret of the installation when it sealed */
export const isSealed = (text: string, seal: string, secret: string): boolean => verify(null, Buffer.from(text), keyOf(secret), Buffer.from(seal, 'base64url'))

/** The public key as a JWK (RFC 8037), for whoever checks a seal elsewhere. */
export const sealKey = (secret: string): { kty: string; crv: string; x: string } => {
  const { kty = '', crv = '', x = '' } = keyOf(secret).export({ format: 'jwk' })
  return { kty, crv, x }
}
