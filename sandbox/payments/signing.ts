// Signs notices as the contract says. A key pair is made at the first start and kept in the folder; with hmac-sha256 the key is shared.
import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const algorithms = ['hmac-sha256', 'ed25519', 'ecdsa-p256', 'sm2'] as const
export type Algorithm = (typeof algorithms)[number]

/** `check`: what the merchant checks with, `algorithm:key`. */
export type Signer = { algorithm: Algorithm; check: string; sign: (text: string) => string }

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`
}

export const signedText = (time: string, nonce: string, body: unknown): string => `${time}\n${nonce}\n${canonical(body)}\n`

const made = (algorithm: Exclude<Algorithm, 'hmac-sha256'>): KeyObject => {
  if (algorithm === 'ed25519') return generateKeyPairSync('ed25519').privateKey
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: algorithm === 'sm2' ? 'SM2' : 'prime256v1' })
  // Fresh from the generator OpenSSL signs by ECDSA on the SM2 curve; only a key it has read is an SM2 key.
  return createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))
}

const kept = (algorithm: Exclude<Algorithm, 'hmac-sha256'>, folder: string | undefined): KeyObject => {
  if (folder === undefined) return made(algorithm)
  const file = join(folder, `payments-${algorithm}.pem`)
  if (existsSync(file)) return createPrivateKey(readFileSync(file))
  const key = made(algorithm)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  return key
}

/** @param shared of hmac-sha256 */
export const openSigner = (algorithm: Algorithm, shared: string, folder?: string): Signer => {
  if (algorithm === 'hmac-sha256') return { algorithm, check: `${algorithm}:${shared}`, sign: (text) => createHmac('sha256', shared).update(text).digest('base64') }
  const key = kept(algorithm, folder)
  const digest = { ed25519: null, 'ecdsa-p256': 'sha256', sm2: 'sm3' }[algorithm]
  return { algorithm, check: `${algorithm}:${createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')}`, sign: (text) => sign(digest, Buffer.from(text), key).toString('base64') }
}
