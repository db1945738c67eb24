// In demonstrations the cashier of the simulated platform is reached through our own address, because a visitor's browser may not reach
// the machine's loopback. A real platform has an address of its own, and nothing of this is mounted.
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'

export const cashierPath = '/cashier'

export const mountDemoCashier = async (server: FastifyInstance, app: App): Promise<void> => {
  const { payment, mode, publicUrl } = app.config
  if (mode !== 'demo' || !payment) return
  await server.register(async (scope) => {
    // Its forms carry nothing: which button it was stands in the address.
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, _body, done) => done(null, {}))
    scope.route<{ Params: { token: string; act?: string } }>({
      method: ['GET', 'POST'], url: `${cashierPath}/:token/:act?`, schema: { hide: true },
      handler: async (request, reply) => {
        const { token, act } = request.params
        if (!/^[\w-]{24}$/.test(token) || !/^\w{0,10}$/.test(act ?? '')) throw new Refusal('not_found')
        const answer = await fetch(`${payment.url}${cashierPath}/${token}${act ? `/${act}` : ''}`, { method: request.method, redirect: 'manual', signal: AbortSignal.timeout(8000) }).catch(() => undefined)
        if (!answer || answer.status >= 500) throw new Refusal('unavailable')
        if (answer.status >= 400) throw new Refusal('not_found')
        const location = answer.headers.get('location')
        // Whoever came by another name of this machine goes back by it.
        if (location !== null) return reply.redirect(location.startsWith(`${publicUrl}/`) ? location.slice(publicUrl.length) : location, 303)
        return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(await answer.text())
      },
    })
  })
}
