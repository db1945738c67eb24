// Stopping with requests under way: the quick ones are answered, the silent ones are cut off.
import Fastify from 'fastify'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { closeServer } from './closing.ts'

const listening = async () => {
  const server = Fastify()
  const arrived = Promise.withResolvers<void>()
  server.addHook('onRequest', async () => arrived.resolve())
  server.get('/soon', () => new Promise((resolve) => setTimeout(() => resolve({ ok: true }), 100)))
  server.post('/upload', async () => ({ ok: true }))
  await server.listen({ host: '127.0.0.1', port: 0 })
  const address = server.server.address()
  return { server, arrived: arrived.promise, port: typeof address === 'object' && address ? address.port : 0 }
}

it('answers a request that was under way before it stops', async () => {
  const { server, port, arrived } = await listening()
  const asked = fetch(`http://127.0.0.1:${port}/soon`)
  await arrived
  const start = performance.now()
  await closeServer(server, 5000)
  expect(await (await asked).json()).toEqual({ ok: true })
  expect(performance.now() - start).toBeLessThan(3000)
})

it('stops although somebody never finishes sending', async () => {
  const { server, port, arrived } = await listening()
  const socket = connect(port, '127.0.0.1')
  const ended = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => {})
  socket.write('POST /upload HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"half":')
  await arrived
  const start = performance.now()
  await closeServer(server, 300)
  expect(performance.now() - start).toBeLessThan(3000)
  await ended
})
