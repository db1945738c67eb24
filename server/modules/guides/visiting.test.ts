// Which addresses are asked at all: nothing on this machine, nothing inside a network, however it is written.
// A server on this machine listens for what must not arrive.
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPublicAddress } from '../../kernel/public-address.ts'
import { visit } from './visiting.ts'

let asked = 0
const server = createServer((_, response) => {
  asked += 1
  response.end()
})
let port = 0
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => new Promise((done) => server.close(done)))

test.each(['10.1.2.3', '172.31.0.1', '192.168.1.1', '127.0.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '::1', '::', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1', '2002:a00:1::', '2001:db8::1', 'localhost'])('%s is not public', (address) => expect(isPublicAddress(address)).toBe(false))
test.each(['1.1.1.1', '172.32.0.1', '183.6.0.1', '240e::1', '2606:4700::1111'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))

test.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '127.1'])('a page at %s is not asked for', async (host) => {
  await expect(visit(`http://${host}:${port}/`, AbortSignal.timeout(5000))).rejects.toMatchObject({ name: 'NotPublic' })
  expect(asked).toBe(0)
})

test('only addresses of the web are asked', async () => {
  await expect(visit('file:///etc/passwd', AbortSignal.timeout(5000))).rejects.toMatchObject({ name: 'NotPublic' })
})
