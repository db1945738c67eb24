// How fields are encrypted: authenticated, bound to the place they stand in, under a name by which a later way can be told from this one.
// National and international algorithms both come from OpenSSL; which one new keys are made for is configuration.
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomFillSync, timingSafeEqual, type KeyObject } from 'node:crypto'

export const cipherNames = ['AES-256-GCM', 'SM4-CTR-HMAC-SM3'] as const

export type CipherName = (typeof cipherNames)[number]

/** `key` is 32 bytes; `place` is not hidden but authenticated with the text. `open` throws when key, place or text is not the one it was sealed with. */
export type Cipher = { seal(key: Buffer, place: Buffer, plain: Buffer): Buffer; open(key: Buffer, place: Buffer, sealed: Buffer): Buffer }

const pool = Buffer.alloc(4096)
let used = pool.length

/** Random bytes, never given out twice; fetched many at a time, because asking costs more than the bytes. */
const freshBytes = (length: number): Buffer => {
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += length
  return Buffer.from(pool.subarray(used - length, used))
}

const keys = new WeakMap<Buffer, KeyObject>()

/** The key as OpenSSL keeps it; made once, because that costs more than sealing a row or a digest. */
export const keyOf = (secret: Buffer): KeyObject => {
  const known = keys.get(secret) ?? createSecretKey(secret)
  keys.set(secret, known)
  return known
}

/** NIST SP 800-38D with random IVs of 96 bits: good for 2^32 texts a key, far more than a class has rows between two rotations. */
const aes: Cipher = {
  seal: (key, place, plain) => {
    const iv = freshBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keyOf(key), iv).setAAD(place)
    const text = cipher.update(plain)
    cipher.final()
    return Buffer.concat([iv, cipher.getAuthTag(), text])
  },
  open: (key, place, sealed) => {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(key), sealed.subarray(0, 12), { authTagLength: 16 }).setAAD(place).setAuthTag(sealed.subarray(12, 28))
    const plain = decipher.update(sealed.subarray(28))
    decipher.final()
    return plain
  },
}

/** GB/T 32907 in counter mode, then GB/T 32905 as HMAC over everything (encrypt-then-MAC): OpenSSL has no SM4-GCM of its own everywhere. */
const sm4: Cipher = {
  seal: (key, place, plain) => {
    const iv = freshBytes(16)
    const text = createCipheriv('sm4-ctr', part(key, 'encrypt', 16), iv).update(plain)
    return Buffer.concat([iv, tagOf(key, place, iv, text), text])
  },
  open: (key, place, sealed) => {
    const [iv, tag, text] = [sealed.subarray(0, 16), sealed.subarray(16, 48), sealed.subarray(48)]
    if (tag.length !== 32 || !timingSafeEqual(tag, tagOf(key, place, iv, text))) throw new Error('the tag does not fit')
    return createDecipheriv('sm4-ctr', part(key, 'encrypt', 16), iv).update(text)
  },
}

const part = (key: Buffer, use: string, length: number): Buffer => Buffer.from(hkdfSync('sha256', key, '', `tongban field ${use}`, length))

/** The length of the place comes first, so that place and text cannot be cut differently. */
const tagOf = (key: Buffer, place: Buffer, iv: Buffer, text: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(place.length)
  return createHmac('sm3', part(key, 'authenticate', 32)).update(length).update(place).update(iv).update(text).digest()
}

export const ciphers: Record<CipherName, Cipher> = { 'AES-256-GCM': aes, 'SM4-CTR-HMAC-SM3': sm4 }
