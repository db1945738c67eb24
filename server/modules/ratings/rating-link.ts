// The link by which somebody rates without logging in: it names the case and the day it ends, signed with the installation's secret. 128 bits
// of signature cannot be guessed; it is good once because a case is rated once. Pure.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** `channel`: sent to a phone, or shown at a kiosk. `until`: last instant, in seconds since 1970. */
export type RatingLink = { case: string; channel: 'link' | 'kiosk'; until: number }

/** A link is good for so long. */
export const linkDays = 30

const signatureBytes = 16
const bodyBytes = 21

const signature = (body: Buffer, secret: string): Buffer => createHmac('sha256', secret).update('rating link ').update(body).digest().subarray(0, signatureBytes)

/** 50 characters of base64url. */
export const writeLink = ({ case: id, channel, until }: RatingLink, secret: string): string => {
  const body = Buffer.alloc(bodyBytes)
  Buffer.from(id.replaceAll('-', ''), 'hex').copy(body)
  body.writeUInt32BE(until, 16)
  body.writeUInt8(channel === 'kiosk' ? 1 : 0, 20)
  return Buffer.concat([body, signature(body, secret)]).toString('base64url')
}

/** Undefined for anything this installation has not written, and after its last instant. */
export const readLink = (token: string, secret: string, now: Date): RatingLink | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== bodyBytes + signatureBytes) return undefined
  const body = bytes.subarray(0, bodyBytes)
  if (!timingSafeEqual(bytes.subarray(bodyBytes), signature(body, secret))) return undefined
  const until = body.readUInt32BE(16)
  if (until * 1000 < now.getTime()) return undefined
  const hex = body.toString('hex', 0, 16)
  return { case: [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'), channel: body.readUInt8(20) === 1 ? 'kiosk' : 'link', until }
}
