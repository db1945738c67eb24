// Which address a demonstration gives to people at other machines.
import type { NetworkInterfaceInfo } from 'node:os'
import { expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { reachableAddress } from './reachable-address.ts'

const of = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false): NetworkInterfaceInfo =>
  ({ address, internal, netmask: '', mac: '', cidr: null, ...(family === 'IPv6' ? { family, scopeid: 0 } : { family }) })

it('is the first that other machines can use', () => {
  expect(reachableAddress({ lo: [of('127.0.0.1', 'IPv4', true), of('::1', 'IPv6', true)], eth0: [of('fe80::1', 'IPv6'), of('169.254.3.4'), of('192.0.2.7')], eth1: [of('192.0.2.8')] })).toBe('192.0.2.7')
  expect(reachableAddress({ lo: [of('127.0.0.1', 'IPv4', true)] })).toBe('localhost')
})

it('is where people are sent when the server listens on every address, unless PUBLIC_URL says otherwise', () => {
  expect(readConfig({ HOST: '0.0.0.0', PORT: '8081' }, '192.0.2.7').publicUrl).toBe('http://192.0.2.7:8081')
  expect(readConfig({ HOST: '127.0.0.1' }, '192.0.2.7').publicUrl).toBe('http://127.0.0.1:8080')
  expect(readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'http://demo.example' }, '192.0.2.7').publicUrl).toBe('http://demo.example')
})
