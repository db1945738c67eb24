// Signatures of the payment platform's notices: a digest with a shared key (HMAC-SHA-256), or a signature with its private key (Ed25519,
// ECDSA over P-256, SM2 with SM3 by GB/T 32918). What is signed: time, nonce and the body in canonical form, so no proxy can shift a byte
// unnoticed and none need keep the bytes as they came. Pure.
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { canonicalJson } from '../../kernel/audit.ts'

export const noticeAlgorithms = ['hmac-sha256', 'ed25519', 'ecdsa-p256', 'sm2'] as const
export type NoticeAlgorithm = (typeof noticeAlgorithms)[number]

/** `key`: the shared key, or the public key as SPKI DER in base64. */
export type NoticeKey = { algorithm: NoticeAlgorithm; key: string }

/** `ed25519:MCow…` as it stands in the configuration; undefined when it cannot be one. */
export const parseNoticeKey = (text: string): NoticeKey | undefined => {
  const cut = text.indexOf(':')
  const algorithm = noticeAlgorithms.find((each) => each === text.slice(0, cut))
  const key = text.slice(cut + 1)
  if (!algorithm || key.length < 16) return undefined
  if (algorithm === 'hmac-sha256') return { algorithm, key }
  try {
    createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return { algorithm, key }
  } catch {
    return undefined
  }
}

/** The headers a notice comes with. `time`: seconds since 1970. */
export type NoticeHeaders = { time: string; nonce: string; signature: string }

export const signedText = ({ time, nonce }: Pick<NoticeHeaders, 'time' | 'nonce'>, body: unknown): string => `${time}\n${nonce}\n${canonicalJson(body)}\n`

const digests: Record<Exclude<NoticeAlgorithm, 'hmac-sha256'>, string | null> = { ed25519: null, 'ecdsa-p256': 'sha256', sm2: 'sm3' }

export const isSigned = (headers: NoticeHeaders, body: unknown, { algorithm, key }: NoticeKey): boolean => {
  const text = Buffer.from(signedText(headers, body))
  const given = Buffer.from(headers.signature, 'base64')
  if (algorithm === 'hmac-sha256') {
    const expected = createHmac('sha256', key).update(text).digest()
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
  try {
    return verify(digests[algorithm], text, createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' }), given)
  } catch {
    return false
  }
}

/** A notice older or younger than this is not listened to: its nonce need not be kept longer. */
export const noticeWindowMs = 5 * 60_000

export const isTimely = (time: string, now: Date): boolean => /^\d{1,12}$/.test(time) && Math.abs(now.getTime() - Number(time) * 1000) <= noticeWindowMs
