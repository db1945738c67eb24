// How many requests one caller and one address may send a minute, in this process. Whoever is logged in is counted by session, so the
// people of one office or one mobile network do not count for each other; an address has a much higher limit, checked first.
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from './kernel/errors.ts'

/** Requests per minute. */
export type RateLimits = { caller: number; address: number }

export const rateLimits = {
  production: { caller: 1200, address: 12_000 },
  // Journeys and benchmarks come from one address and hurry.
  demo: { caller: 1_000_000, address: 1_000_000 },
} as const satisfies Record<string, RateLimits>

/** @param sessionOf what tells the sessions of callers apart; undefined for whoever is not logged in */
export const mountRateLimits = async (server: FastifyInstance, { caller, address }: RateLimits, sessionOf: (request: FastifyRequest) => Promise<string | undefined>): Promise<void> => {
  await server.register(rateLimit, { max: address, timeWindow: '1 minute' })
  const count = server.createRateLimit({
    max: caller, timeWindow: '1 minute',
    keyGenerator: async (request) => {
      const session = await sessionOf(request)
      return session === undefined ? `anonymous ${request.ip}` : `session ${session}`
    },
  })
  // After the hooks that read cookies; a made-up cookie is no session and counts for its address.
  server.addHook('preHandler', async (request) => {
    const { isAllowed, ...counted } = await count(request)
    if (!isAllowed && 'isExceeded' in counted && counted.isExceeded) throw new Refusal('too_many')
  })
}
