// The address in a text message, /s/<code>: leads on to the progress of a request or to a rating, each with a link of its own kind that says
// how long it is good. Short, because operators register places of 35 characters at most.
import type { FastifyInstance } from 'fastify'
import type { App } from '../../module.ts'
import { guessGuard } from '../safeguards/index.ts'
import { Refusal } from '../../kernel/errors.ts'
import { findByCode } from './text-messages-store.ts'

export const mountShortLinks = async (server: FastifyInstance, app: App): Promise<void> => {
  const guard = guessGuard()
  server.get<{ Params: { code: string } }>('/s/:code', { schema: { hide: true } }, async ({ params: { code }, ip }, reply) => {
    const now = app.clock.now()
    const link = /^[A-Za-z0-9]{22}$/.test(code) ? (await findByCode(app.db.read, code))?.words.link : undefined
    if (link) return reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(link, 302)
    // Whoever tries codes is slowed down; a right one is served all the same, for many people share an address.
    if (guard.isGuessing(ip, now)) throw new Refusal('too_many')
    guard.missed(ip, now)
    return reply.callNotFound()
  })
}
