// Goes along with the results of a search and comes back with what was chosen: proof that these words were searched from this network a moment ago.
// Says nothing about who; pure but for the key it is signed with.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { networkOf } from '../../kernel/network.ts'
import { findWords } from './words.ts'

/** Minutes within which something is chosen from what was found. */
const goodFor = 120

/** `region` as it was asked for, undefined when it was not. */
export type Searched = { text: string; region: string | undefined; ip: string }

const sign = (secret: string, { text, region, ip }: Searched, until: string): string =>
  createHmac('sha256', `${secret} search tickets`).update(JSON.stringify([findWords(text) ?? '', region ?? '', networkOf(ip), until])).digest('base64url').slice(0, 22)

/** A ticket for two hours, such as `h8x3k.Wq0…`. */
export const ticketFor = ({ sessionSecret }: { sessionSecret: string }, searched: Searched, now: Date): string => {
  const until = (Math.floor(now.getTime() / 60_000) + goodFor).toString(36)
  return `${until}.${sign(sessionSecret, searched, until)}`
}

/** Whether this was searched from there within two hours. False for anything that is no ticket. */
export const isTicketOf = ({ sessionSecret }: { sessionSecret: string }, searched: Searched, ticket: string, now: Date): boolean => {
  const [, until = '', signature = ''] = /^([0-9a-z]{1,10})\.([\w-]{22})$/u.exec(ticket) ?? []
  const left = Number.parseInt(until, 36) - now.getTime() / 60_000
  return left > 0 && left <= goodFor && timingSafeEqual(Buffer.from(signature), Buffer.from(sign(sessionSecret, searched, until)))
}
