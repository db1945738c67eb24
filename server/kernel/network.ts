// The network somebody asks from, for counting callers who are not logged in. Pure.
import { isIPv6 } from 'node:net'

/**
 * An IPv4 address as it is; of an IPv6 address the first 64 bits, since whoever holds one address holds at least that network (RFC 6177).
 * IPv4 written as IPv6 (::ffff:192.0.2.1) counts as IPv4. '2001:db8::1' → '2001:db8:0:0'
 */
export const networkOf = (ip: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(ip)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(ip)) return ip
  const [front = '', back] = (ip.split('%')[0] ?? '').split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const [before, after] = [groups(front), groups(back ?? '')]
  // An address that ends as IPv4 has two groups there.
  const behind = after.length + (after.at(-1)?.includes('.') ? 1 : 0)
  const zeros = back === undefined ? 0 : Math.max(0, 8 - before.length - behind)
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/u, '').toLowerCase()).join(':')
}
