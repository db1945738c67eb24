// Which addresses are on the public network. A guide may name any address; asking one inside the city's own network is not for the linter.
// Source: the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890).
import { BlockList, isIP } from 'node:net'

const special = new BlockList()
const ranges: readonly [string, number][] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
]
for (const [net, bits] of ranges) special.addSubnet(net, bits, 'ipv4')
// Those of IPv6 within 2000::/3; whatever lies outside it is none anyway.
for (const [net, bits] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16]] as const) special.addSubnet(net, bits, 'ipv6')

const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** @param address IPv4 or IPv6, without brackets; anything else is not public */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  return family === 6 && global6.check(address, 'ipv6') && !special.check(address, 'ipv6')
}
