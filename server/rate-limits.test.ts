// Limits per caller and per address: colleagues behind one address do not use up each other's, and made-up sessions gain nothing.
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Refusal, statusOf } from './kernel/errors.ts'
import { mountRateLimits } from './rate-limits.ts'

let server: FastifyInstance
beforeEach(async () => {
  server = Fastify()
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => reply.status(error instanceof Refusal ? statusOf(error.code) : (error.statusCode ?? 500)).send({}))
  const sessions = new Set(['ada', 'bo'])
  await mountRateLimits(server, { caller: 3, address: 8 }, async ({ headers: { cookie } }) => (cookie !== undefined && sessions.has(cookie) ? cookie : undefined))
  server.get('/', async () => ({}))
})
afterEach(() => server.close())

const ask = async (count: number, cookie?: string, remoteAddress = '10.0.0.1'): Promise<number[]> => {
  const seen: number[] = []
  for (let asked = 0; asked < count; asked += 1) seen.push((await server.inject({ url: '/', remoteAddress, headers: cookie === undefined ? {} : { cookie } })).statusCode)
  return seen
}

it('two people of one office each have their own', async () => {
  expect(await ask(4, 'ada')).toEqual([200, 200, 200, 429])
  expect(await ask(3, 'bo')).toEqual([200, 200, 200])
})

it('one person has one limit, from whatever address', async () => {
  expect([await ask(2, 'ada', '10.0.0.1'), await ask(2, 'ada', '10.0.0.2')]).toEqual([[200, 200], [200, 429]])
})

it('who is not logged in, or only says so, is counted by address', async () => {
  expect([await ask(2), await ask(2, 'made-up-1'), await ask(1, 'made-up-2'), await ask(1, undefined, '10.0.0.2')]).toEqual([[200, 200], [200, 429], [429], [200]])
})

it('an address has a limit of its own, however many people are behind it', async () => {
  expect([await ask(3, 'ada'), await ask(3, 'bo'), await ask(4)]).toEqual([[200, 200, 200], [200, 200, 200], [200, 200, 429, 429]])
})
