// How many questions one caller and one network may ask a minute, in this process; a question costs more than a page.
// Whoever is logged in is counted by account. Others are counted by network alone, with room for a hall or an office behind one address.
// Kept in memory only and forgotten with the minute.
import type { Principal } from '../../kernel/authz.ts'
import { networkOf } from '../../kernel/network.ts'

/** Questions a minute. */
export type AskingLimits = { caller: number; network: number }

/** @param ip address the question comes from @returns whether this one is within both limits */
export type AskingRate = (principal: Principal, ip: string, now: Date) => boolean

export const askingRate = ({ caller, network }: AskingLimits): AskingRate => {
  let minute = 0
  const asked = new Map<string, number>()
  const within = (key: string, most: number): boolean => {
    const count = (asked.get(key) ?? 0) + 1
    asked.set(key, count)
    return count <= most
  }
  return (principal, ip, now) => {
    const current = Math.floor(now.getTime() / 60_000)
    if (current !== minute) asked.clear()
    minute = current
    const isKnown = principal.kind !== 'anonymous' && principal.kind !== 'system'
    return (!isKnown || within(`account ${principal.id}`, caller)) && within(`network ${networkOf(ip)}`, network)
  }
}
