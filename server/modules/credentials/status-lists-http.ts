// Public HTTP that is no JSON of the API: the signed list of statuses, and the keys of an authority where SD-JWT VC looks for them.
// Both may be kept by whoever fetches them, for as long as the list itself says.
import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refusal } from '../../kernel/errors.ts'
import type { App } from '../../module.ts'
import { issuerReply } from './credentials-routes-public.ts'
import { listTtl, statusToken } from './publishing.ts'

const anybody = (reply: FastifyReply): FastifyReply =>
  reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('cache-control', `public, max-age=${listTtl}`)

export const mountStatusLists = (server: FastifyInstance, app: App): void => {
  server.get('/api/v1/credential-status/:id', { schema: { hide: true } }, async (request, reply) => {
    const { id } = request.params as { id: string }
    const token = id.length > 100 ? undefined : await statusToken(app, id)
    if (token === undefined) throw new Refusal('not_found')
    return anybody(reply).type('application/statuslist+jwt').send(token)
  })
  server.get('/.well-known/jwt-vc-issuer/api/v1/credential-issuers/:id', { schema: { hide: true } }, async (request, reply) => {
    const { issuer, jwks } = await issuerReply(app, (request.params as { id: string }).id)
    return anybody(reply).send({ issuer, jwks })
  })
}
