// The addresses of Open311 below /open311/v2: format by ending, errors in the shape of the standard, open to pages of other sites.
// No session and no cookie counts here; who writes shows a key.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { guessGuard } from '../safeguards/index.ts'
import { getDefinition, getOwn, getToken, listOwn, listServices, readFilter } from './answering.ts'
import { findClient } from './registering.ts'
import { followChanges, listUpdates } from './updating.ts'
import { faultOf, Open311Fault } from './fault.ts'
import { checkJurisdiction, postRequest } from './posting.ts'
import { contentTypes, formats, written, type Format, type Root, type Value } from './wire.ts'

export const prefix = '/open311/v2'
const largestForm = 256 * 1024

/** What is offered, and since when. */
const changeset = '2026-11-22T00:00:00+08:00'

const discovery = ({ config }: App): Value => ({
  changeset, contact: `${config.publicUrl}/help`, key_service: 'docs/guide/open311.md',
  endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: `${config.publicUrl}${prefix}`, changeset, type: config.mode === 'production' ? 'production' : 'test', formats: ['application/json', 'text/xml'] }],
})

/** The ending of the address; without one, JSON when it is asked for, else XML, which every client knows. */
const formatOf = (request: FastifyRequest): Format => {
  const [path = ''] = request.url.split('?', 1)
  return formats.find((each) => path.endsWith(`.${each}`)) ?? (request.headers.accept?.includes('json') ? 'json' : 'xml')
}

const queryOf = (request: FastifyRequest): URLSearchParams => new URL(request.url, 'http://localhost').searchParams

type Reply = { root: Root; content: Value; status?: number }

/** The reads, by the parts of the address after the prefix, without the format. */
const answer = async (app: App, parts: readonly string[], query: URLSearchParams): Promise<Reply> => {
  const [what = '', id, ...more] = parts
  if (more.length > 0) throw new Open311Fault(404, ['nothing is here'])
  if (what === 'discovery' && id === undefined) return { root: 'discovery', content: discovery(app) }
  checkJurisdiction(app, query.get('jurisdiction_id') ?? undefined)
  if (what === 'services') return id === undefined ? { root: 'services', content: listServices(app) } : { root: 'service_definition', content: getDefinition(app, id) }
  if (what === 'tokens' && id !== undefined) return { root: 'service_requests', content: [await getToken(app, id)] }
  const isUpdates = what === 'servicerequestupdates' && id === undefined
  if (what !== 'requests' && !isUpdates) throw new Open311Fault(404, ['nothing is here'])
  const filter = readFilter(query, app.clock.now())
  const client = await findClient(app.db.read, query.get('api_key') ?? undefined, app.clock.now())
  if (!client) throw new Open311Fault(403, ['a valid api_key is needed: requests hold what people say, and each system sees its own'])
  if (isUpdates) return { root: 'service_request_updates', content: await listUpdates(app, client, filter) }
  return { root: 'service_requests', content: id === undefined ? await listOwn(app, client, filter) : [await getOwn(app, client, id, filter.extensions)] }
}

const partsOf = (request: FastifyRequest): string[] => {
  const [path = ''] = request.url.slice(prefix.length).split('?', 1)
  try {
    return path.replace(/\.(?:json|xml)$/, '').split('/').filter((part) => part !== '').map(decodeURIComponent)
  } catch {
    throw new Open311Fault(400, ['the address cannot be read'])
  }
}

export const mountOpen311 = async (server: FastifyInstance, app: App): Promise<void> => {
  followChanges()
  const guesses = guessGuard()
  const write = (request: FastifyRequest, reply: FastifyReply, { root, content, status = 200 }: Reply): string => {
    const format = formatOf(request)
    reply.statusCode = status
    reply.type(contentTypes[format])
    return written(format, root, content)
  }
  // Many people share an address: what is asked with a key, and a token that leads somewhere, is answered all the same.
  const read = (request: FastifyRequest): Promise<Reply> => {
    const parts = partsOf(request)
    return answer(app, parts, queryOf(request)).catch((error: unknown) => {
      if (parts[0] !== 'tokens') throw error
      if (guesses.isGuessing(request.ip, app.clock.now())) throw new Refusal('too_many')
      guesses.missed(request.ip, app.clock.now())
      throw error
    })
  }
  await server.register(async (within) => {
    within.removeAllContentTypeParsers()
    within.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: largestForm }, (_request, body, done) => done(null, body))
    within.addHook('onRequest', async (_request, reply) => {
      reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('cache-control', 'no-store')
    })
    within.setErrorHandler(async (error, request, reply) => {
      const fault = faultOf(error)
      if (!fault) request.log.error({ err: error, requestId: request.id }, 'Open311 request failed')
      const { status, errors } = fault ?? { status: 500, errors: [{ code: 500, description: `something went wrong here; it is recorded as ${request.id}` }] }
      return write(request, reply, { root: 'errors', content: [...errors], status })
    })
    within.options(`${prefix}/*`, { schema: { hide: true } }, async (_request, reply) => {
      reply.header('access-control-allow-methods', 'GET, POST, OPTIONS').header('access-control-allow-headers', 'content-type').header('access-control-max-age', '86400')
      reply.statusCode = 204
    })
    within.get(`${prefix}/*`, { schema: { hide: true } }, async (request, reply) => write(request, reply, await read(request)))
    within.post<{ Body: unknown }>(`${prefix}/*`, { schema: { hide: true } }, async (request, reply) => {
      if (partsOf(request).join('/') !== 'requests') throw new Open311Fault(404, ['nothing is posted here'])
      if (typeof request.body !== 'string') throw new Open311Fault(400, ['a form is expected: application/x-www-form-urlencoded'])
      const form = new URLSearchParams(request.body)
      if (!form.has('jurisdiction_id')) for (const name of ['jurisdiction_id', 'extensions']) form.append(name, queryOf(request).get(name) ?? '')
      const accepted = await postRequest(app, form, { extensions: form.get('extensions') === 'true', requestId: request.id })
      return write(request, reply, { root: 'service_requests', content: [accepted], status: 201 })
    })
  })
}
