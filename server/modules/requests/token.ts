// The progress link without login: the id of a request and a keyed digest of it, so that nothing has to be kept and nobody can guess one.
// 22 characters of id, 22 of proof (132 bits), both base64url.
import { timingSafeEqual } from 'node:crypto'
import { keyedDigest } from '../../kernel/field-encryption.ts'

const proofOf = (id: string): string => keyedDigest('request progress', id).slice(0, 22)

export const progressToken = (id: string): string => `${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}${proofOf(id)}`

/** The id of the request a link leads to; undefined when the link was not made here. */
export const requestOfToken = (token: string): string | undefined => {
  if (!/^[\w-]{44}$/.test(token)) return undefined
  const hex = Buffer.from(token.slice(0, 22), 'base64url').toString('hex')
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  return timingSafeEqual(Buffer.from(proofOf(id)), Buffer.from(token.slice(22))) ? id : undefined
}
