// Serves the built web apps: the portal at /, the workbench at /workbench/, hashed assets cached for a year.
// Unknown paths below /api answer as the API does; every other unknown path is a page of one of the two apps.
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { errorBody } from './kernel/errors.ts'
import { languageFor } from './kernel/texts.ts'
import type { App } from './module.ts'

const dist = fileURLToPath(new URL('../web/dist/', import.meta.url))

export const mountWeb = async (server: FastifyInstance, app: App): Promise<void> => {
  const built = existsSync(`${dist}portal/index.html`)
  if (built) {
    await server.register(fastifyStatic, { root: `${dist}assets`, prefix: '/assets/', preCompressed: true, immutable: true, maxAge: '365d', decorateReply: false })
  }
  const page = async (name: 'portal' | 'workbench') => readFile(`${dist}${name}/index.html`, 'utf8')
  server.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    if (request.method !== 'GET' || path.startsWith('/api/') || path.startsWith('/assets/') || !built) {
      return reply.status(404).send(errorBody('not_found', request.id, languageFor(request.headers['accept-language'])))
    }
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8')
    return page(path === '/workbench' || path.startsWith('/workbench/') ? 'workbench' : 'portal')
  })
  if (!built) app.log.warn('web apps are not built; only the API is served')
}
