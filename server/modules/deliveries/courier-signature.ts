// What proves that a report is the courier's: an HMAC-SHA256 over the time and the very bytes, in the header `courier-signature`.
// Pure.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** A report older than this could be one somebody has kept. */
export const signatureLifeMs = 5 * 60_000

const digestOf = (key: string, time: string, body: string): string => createHmac('sha256', key).update(`${time}.${body}`).digest('hex')

/** `t=<seconds since 1970>,v1=<hexadecimal>` */
export const signatureOf = (key: string, at: Date, body: string): string => {
  const time = String(Math.floor(at.getTime() / 1000))
  return `t=${time},v1=${digestOf(key, time, body)}`
}

export const isSigned = (key: string, header: string | undefined, body: string, now: Date): boolean => {
  const [, time = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? []
  if (given === '' || Math.abs(now.getTime() - Number(time) * 1000) > signatureLifeMs) return false
  return timingSafeEqual(Buffer.from(digestOf(key, time, body), 'hex'), Buffer.from(given, 'hex'))
}
