// An address by which other machines reach this one, for a demonstration that listens on every address.
// Behind address translation, as in a container, nobody can know it from inside: then PUBLIC_URL must say it.
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

/** The first IPv4 address that is not this machine's own loop or made up for want of one; `localhost` when there is none. */
export const reachableAddress = (interfaces: NodeJS.Dict<NetworkInterfaceInfo[]> = networkInterfaces()): string =>
  Object.values(interfaces).flatMap((addresses) => addresses ?? []).find(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))?.address ?? 'localhost'
