// Which addresses may be asked at all. Guides and connectors may name any address; one inside a network is asked only where the
// operator has allowed it. Source: the IANA registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890).
import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

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

/** Where clouds keep the keys of a machine; nobody's network reaches them by being allowed. */
const linkLocal = new BlockList()
linkLocal.addSubnet('169.254.0.0', 16, 'ipv4')
linkLocal.addSubnet('fe80::', 10, 'ipv6')
linkLocal.addAddress('fd00:ec2::254', 'ipv6')

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** @param address IPv4 or IPv6, without brackets; anything else is not public */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !special.check(address, 'ipv4')
  return family === 6 && global6.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

export type MayReach = (address: string) => boolean

/** Public addresses and those of the networks allowed. @param networks `10.20.0.0/16`, `10.20.0.7`, `fd12::/48` */
export const reachWithin = (networks: readonly string[]): MayReach => {
  const allowed = new BlockList()
  for (const network of networks) {
    const [net = '', bits] = network.split('/')
    if (bits === undefined) allowed.addAddress(net, familyOf(net))
    else allowed.addSubnet(net, Number(bits), familyOf(net))
  }
  return (address) => isPublicAddress(address) || (isIP(address) !== 0 && allowed.check(address, familyOf(address)) && !linkLocal.check(address, familyOf(address)))
}

/** Thrown for an address that is not on the public network and not allowed, or not of the web. */
export class NotPublic extends Error {
  constructor(address: string) {
    super(address)
    this.name = 'NotPublic'
  }
}

/**
 * Finds the addresses of a name at the moment a connection is made and lets none through that may not be reached; so neither a name that
 * changes what it stands for nor a redirect leads inside.
 */
export const lookupWithin = (mayReach: MayReach, resolve: typeof lookup = lookup): LookupFunction => (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '')
    const [first] = found
    if (!first || found.some(({ address }) => !mayReach(address))) return done(new NotPublic(host), '')
    if (options.all === true) done(null, found)
    else done(null, first.address, first.family)
  })
}

/** The host of a URL as an address, without the brackets of IPv6; undefined when it is a name, which is looked up. */
export const literalAddress = (url: URL): string | undefined => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? undefined : host
}
