// Notices of the platform: each algorithm the contract names, and everything that makes a signature worthless.
import { createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSigned, isTimely, parseNoticeKey, signedText, type NoticeKey } from './notice-signature.ts'

const body = { event: 'paid', orderNumber: 'O1', transaction: { number: 'T1', fen: 8000 } }
const head = { time: '1772416800', nonce: 'n1' }
const text = Buffer.from(signedText(head, body))

const pairs = {
  ed25519: () => ({ pair: generateKeyPairSync('ed25519'), digest: null }),
  'ecdsa-p256': () => ({ pair: generateKeyPairSync('ec', { namedCurve: 'prime256v1' }), digest: 'sha256' }),
  sm2: () => ({ pair: generateKeyPairSync('ec', { namedCurve: 'SM2' }), digest: 'sm3' }),
}

const signedWith = (algorithm: keyof typeof pairs): { key: NoticeKey; signature: string } => {
  const { pair, digest } = pairs[algorithm]()
  const key = parseNoticeKey(`${algorithm}:${pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`)
  if (!key) throw new Error('the key is one')
  return { key, signature: sign(digest, text, createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))).toString('base64') }
}

describe('a signature', () => {
  it.each(['ed25519', 'ecdsa-p256', 'sm2'] as const)('by %s holds for what was signed and nothing else', (algorithm) => {
    const { key, signature } = signedWith(algorithm)
    expect(isSigned({ ...head, signature }, body, key)).toBe(true)
    expect(isSigned({ ...head, signature }, { transaction: { fen: 8000, number: 'T1' }, orderNumber: 'O1', event: 'paid' }, key)).toBe(true)
    expect(isSigned({ ...head, signature }, { ...body, orderNumber: 'O2' }, key)).toBe(false)
    expect(isSigned({ ...head, nonce: 'n2', signature }, body, key)).toBe(false)
    expect(isSigned({ ...head, time: '1772416801', signature }, body, key)).toBe(false)
    expect(isSigned({ ...head, signature }, body, signedWith(algorithm).key)).toBe(false)
    expect(isSigned({ ...head, signature: 'not base64!' }, body, key)).toBe(false)
  })

  it('by a shared key holds with that key only', () => {
    const key = parseNoticeKey('hmac-sha256:a-key-both-sides-share')
    const signature = createHmac('sha256', 'a-key-both-sides-share').update(text).digest('base64')
    expect(key && isSigned({ ...head, signature }, body, key)).toBe(true)
    expect(isSigned({ ...head, signature }, body, { algorithm: 'hmac-sha256', key: 'a-key-of-somebody-else' })).toBe(false)
    expect(key && isSigned({ ...head, signature: '' }, body, key)).toBe(false)
  })
})

it('a key is read only when it can be one', () => {
  expect(['', 'md5:aaaaaaaaaaaaaaaaaaaa', 'hmac-sha256:short', 'ed25519:bm90IGEga2V5IGF0IGFsbA=='].map(parseNoticeKey)).toEqual([undefined, undefined, undefined, undefined])
})

it('a notice is listened to within five minutes, before or after', () => {
  const now = new Date(1772416800_000)
  expect(['1772416800', '1772416501', '1772417099'].map((time) => isTimely(time, now))).toEqual([true, true, true])
  expect(['1772416400', '1772417200', 'now', ''].map((time) => isTimely(time, now))).toEqual([false, false, false, false])
})
