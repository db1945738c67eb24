// Assembles the HTTP server: security headers, error answers, OpenAPI, metrics, the modules' routes and the web apps.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { mountApiPage } from './api-page.ts'
import { mountCompression } from './compression.ts'
import { mountHongKong } from './hong-kong.ts'
import { errorBody, Refusal, statusOf, type ErrorCode } from './kernel/errors.ts'
import { mountRoutes } from './kernel/http.ts'
import { languageFor } from './kernel/texts.ts'
import { mountMetrics } from './metrics.ts'
import type { App } from './module.ts'
import { modules } from './modules/index.ts'
import { findCurrentSession, guardMutation, principalOf } from './modules/people/index.ts'
import { permissions, whileActing } from './permissions.ts'
import { mountRateLimits, rateLimits } from './rate-limits.ts'
import { compileOnFirstUse } from './schema-compilers.ts'
import { refuseUnread } from './unread-requests.ts'
import { mountWeb } from './web.ts'

/** Whoever asks for a sign of life must not wait for a database that answers nobody. */
const tooLate = (milliseconds: number): Promise<never> =>
  new Promise((_resolve, reject) => setTimeout(() => reject(new Refusal('unavailable')), milliseconds).unref())

export const buildServer = async (app: App): Promise<FastifyInstance> => {
  const server = Fastify({
    loggerInstance: app.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    clientErrorHandler: refuseUnread,
    routerOptions: { maxParamLength: 200 },
    trustProxy: app.config.trustedProxies.length > 0 && app.config.trustedProxies,
  })
  compileOnFirstUse(server)
  await server.register(helmet, { contentSecurityPolicy: { directives: contentPolicy(app) }, crossOriginEmbedderPolicy: false, strictTransportSecurity: app.config.publicUrl.startsWith('https:') })
  mountCompression(server)
  mountHongKong(server)
  await server.register(cookie)
  await server.register(multipart, { limits: { files: 1, fileSize: app.config.maxUploadBytes + 1 } })
  await mountRateLimits(server, rateLimits[app.config.mode], async (request) => (await findCurrentSession(app, request))?.digest)
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Tongban 通办 API', version: '1', description: 'One API for every channel. Errors: `{error: {code, message, id, details?}}`.', license: { name: 'Apache-2.0' } },
      servers: [{ url: '/' }],
    },
  })
  answerErrors(server)
  mountMetrics(server, app)
  server.get('/healthz', { schema: { hide: true } }, async () => {
    await Promise.race([app.db.read`select 1`, tooLate(2000)])
    return { ok: true }
  })
  const mandates = modules.flatMap((each) => each.mandates ?? [])
  for (const each of modules) {
    mountRoutes(server, each.routes, {
      app, prefix: '/api/v1', tag: each.name, permissions, whileActing,
      principalOf: (request) => principalOf(app, request, mandates),
      guardMutation: (request) => guardMutation(app, request),
    })
    await each.mount?.(server, app)
  }
  mountApiPage(server)
  await mountWeb(server, app)
  return server
}

const contentPolicy = ({ config: { tiles } }: App) => ({
  defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:', ...(tiles ? [new URL(tiles.url).origin] : [])], mediaSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'", 'data:'], connectSrc: ["'self'"], objectSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"],
  upgradeInsecureRequests: null,
})

/** One place turns what was thrown into an answer; the text of unexpected errors stays in the log. */
const answerErrors = (server: FastifyInstance): void => {
  server.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    const language = languageFor(request.headers['accept-language'])
    const { code, details } = refusalOf(error)
    if (statusOf(code) >= 500) request.log.error({ err: error, requestId: request.id }, 'request failed')
    return reply.status(statusOf(code)).send(errorBody(code, request.id, language, details))
  })
}

const refusalOf = (error: FastifyError | Refusal): { code: ErrorCode; details?: unknown } => {
  if (error instanceof Refusal) return { code: error.code, details: error.details }
  if (error.validation) return { code: 'invalid', details: error.validation.map(({ instancePath, message, params }) => ({ path: instancePath, message, params })) }
  if (error.statusCode === 413 || error.code === 'FST_REQ_FILE_TOO_LARGE') return { code: 'too_large' }
  if (error.statusCode === 429) return { code: 'too_many' }
  if (error.statusCode !== undefined && error.statusCode < 500) return { code: error.statusCode === 404 ? 'not_found' : 'invalid', details: error.message }
  return { code: passing.has(error.code ?? '') ? 'unavailable' : 'internal' }
}

/** The database is away, full, or somebody else was in the way for too long: the same request may succeed in a moment. */
const passing = new Set([
  'CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300',
  // a row sealed by another process with a key made a moment ago
  'FIELD_KEY_UNKNOWN',
  '40001', '40P01', '55P03', '57014', '25P03',
])
