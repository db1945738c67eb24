// Metrics for Prometheus: the process, requests by route and status, and what waits, is late, was given up or is out of order.
// Read with a token where one is configured, otherwise by callers of this machine only.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countPendingAudit } from './kernel/audit-store.ts'
import { plainDate } from './kernel/clock.ts'
import { Refusal } from './kernel/errors.ts'
import { countJobs } from './kernel/jobs-store.ts'
import { version } from './kernel/version.ts'
import type { App } from './module.ts'
import { countBacklog } from './modules/cases/index.ts'

const mountRequests = (server: FastifyInstance, registry: Registry): void => {
  const requests = new Histogram({
    name: 'http_request_seconds', help: 'Duration of requests in seconds.', registers: [registry],
    labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  })
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    if (reply.statusCode >= 400) request.log.info({ requestId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request')
  })
}

/** Asked of the database when somebody reads them, so every process tells the same. */
const mountBacklog = ({ db, clock }: App, registry: Registry): void => {
  const registers = [registry]
  const jobs = new Gauge({ name: 'tongban_jobs', help: 'Background jobs: due now, planned for later, or dead (given up).', registers, labelNames: ['state'], collect: async () => {
    for (const [state, count] of Object.entries(await countJobs(db.read))) jobs.set({ state }, count)
  } })
  const cases = new Gauge({ name: 'tongban_cases', help: 'Open cases of all authorities, and those of them whose promised day has passed.', registers, labelNames: ['state'], collect: async () => {
    for (const [state, count] of Object.entries(await countBacklog(db.read, plainDate(clock.now())))) cases.set({ state }, count)
  } })
  const pending = new Gauge({ name: 'tongban_audit_pending', help: 'Audit entries that wait for their place in the chain; seconds at most.', registers, collect: async () => {
    pending.set(await countPendingAudit(db.read))
  } })
}

/** What this process alone knows. */
const mountProcess = ({ config, exchange }: App, registry: Registry): void => {
  const registers = [registry]
  const build = new Gauge({ name: 'tongban_build_info', help: 'Always 1; version and mode in the labels.', registers, labelNames: ['version', 'node', 'mode'] })
  build.set({ version, node: process.version, mode: config.mode }, 1)
  const broken = new Gauge({ name: 'tongban_registry_broken', help: 'Whether this process leaves a registry alone for a while because it kept failing.', registers, labelNames: ['registry'], collect: () => {
    for (const name of Object.keys(config.registries)) broken.set({ registry: name }, exchange.pausedUntil(name) === undefined ? 0 : 1)
  } })
}

export const mountMetrics = (server: FastifyInstance, app: App): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  mountRequests(server, registry)
  mountBacklog(app, registry)
  mountProcess(app, registry)
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, app.config.metricsToken)) throw new Refusal('forbidden')
    reply.type(registry.contentType)
    return registry.metrics()
  })
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A proxy on this machine that is not named in TRUSTED_PROXIES makes everybody look local; what it adds to the request gives it away. */
const mayRead = ({ ip, headers }: FastifyRequest, token: string | undefined): boolean =>
  token === undefined
    ? /^(127\.|::1$|::ffff:127\.)/.test(ip) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined
    : timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
