// Callers who are not logged in are counted by their network.
import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test.for([
  ['203.0.113.7', '203.0.113.7'], ['::ffff:203.0.113.7', '203.0.113.7'], ['2001:db8::1', '2001:db8:0:0'], ['2001:0DB8:0000:0000:aaaa:bbbb:cccc:dddd', '2001:db8:0:0'], ['2001:db8::1:2:3:4:5', '2001:db8:0:1'],
  ['2001:db8:1:2::9', '2001:db8:1:2'], ['fe80::1%eth0', 'fe80:0:0:0'], ['::1', '0:0:0:0'], ['64:ff9b::192.0.2.1', '64:ff9b:0:0'], ['', ''],
])('%s is of the network %s', ([ip, network]) => {
  expect(networkOf(ip ?? '')).toBe(network)
})
