// Replies that belong to one person: the cookies a handler decided on are set, and no browser or proxy keeps an API answer.
// Handlers return values and never touch the reply themselves.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sessionCookie } from '../../kernel/http.ts'
import type { App } from '../../module.ts'

type ReplyCookie = {
  name: string
  /** empty clears the cookie */
  value: string
  /** seconds */
  maxAge: number
  path?: string
}

const decided = new WeakMap<FastifyRequest, ReplyCookie[]>()

/** The reply to this request will set the cookie. */
export const setCookieOf = (request: FastifyRequest, cookie: ReplyCookie): void => {
  decided.set(request, [...(decided.get(request) ?? []), cookie])
}

export const mountPersonalReplies = (server: FastifyInstance, app: App): void => {
  const secure = app.config.publicUrl.startsWith('https:')
  server.addHook('onSend', async (request, reply) => {
    // Without this a browser may answer the next person on the same machine from its cache.
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    for (const { name, value, ...options } of decided.get(request) ?? []) {
      if (value === '') reply.clearCookie(name, { ...sessionCookie, secure, ...options })
      else reply.setCookie(name, value, { ...sessionCookie, secure, ...options })
    }
  })
}
