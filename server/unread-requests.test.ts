// A request Node cannot read is answered like any other that is refused.
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildServer } from './app.ts'
import { startTestApp, type TestApp } from './testing/app.ts'

let testing: TestApp
let server: Awaited<ReturnType<typeof buildServer>>
let address: string
beforeAll(async () => {
  testing = await startTestApp()
  server = await buildServer(testing.app)
  address = await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await server.close()
  await testing.close()
})

test('a search of ten thousand characters is told to be shorter, with a code, a sentence and an id', async () => {
  const reply = await fetch(`${address}/api/v1/search?q=${encodeURIComponent('我要办社保'.repeat(2000))}`)
  expect([reply.status, reply.headers.get('content-type')]).toEqual([414, 'application/json; charset=utf-8'])
  expect(await reply.json()).toEqual({ error: { code: 'too_long', message: '写得太长了，请缩短一些再试；情况多的，可以到“说说您的情况”里写。', id: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
})

test('one of a thousand characters is refused by the route itself', async () => {
  const reply = await fetch(`${address}/api/v1/search?q=${encodeURIComponent('社'.repeat(1000))}`)
  expect([reply.status, ((await reply.json()) as { error: { code: string } }).error.code]).toEqual([400, 'invalid'])
})

test('what is no request at all is answered too, and the connection ends', async () => {
  const { port } = server.server.address() as AddressInfo
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GARBAGE\r\n\r\n'))
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString())).on('end', () => resolve(text)).on('error', reject)
  })
  expect(said).toMatch(/^HTTP\/1\.1 400 Bad Request/)
  expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject({ error: { code: 'invalid' } })
})
