// How the product is registered at its own demo identity provider, and how it reaches it: without leaving the process,
// so that a demo also works where its public address cannot be reached from inside (containers, port forwarding).
import type { FastifyInstance, InjectOptions } from 'fastify'
import { createHmac } from 'node:crypto'
import type { CustomFetch } from 'openid-client'
import type { Assurance } from '../../kernel/identity-documents.ts'
import type { App } from '../../module.ts'

export const demoPath = '/oidc'
/** The second provider, for people with a Hong Kong identity card. */
export const foreignDemoPath = '/oidc-hk'

/** How the second provider names what it knows, and how surely. */
export const foreignDemo = { idKind: 'hk-id', idClaim: 'hkid' } as const
export const foreignDemoLevels = { 'urn:demo:hk:smart-plus': 'substantial', 'urn:demo:hk:smart': 'low' } as const satisfies Record<string, Assurance>

export const demoClient = (app: App, foreign = false) => ({
  issuer: app.config.publicUrl + (foreign ? foreignDemoPath : demoPath),
  clientId: 'tongban-demo',
  clientSecret: createHmac('sha256', app.config.sessionSecret).update('demo client').digest('base64url'),
  metadata: { id_token_signed_response_alg: 'ES256' as const },
  fetchWithin,
})

const fetchWithin =
  (server: FastifyInstance): CustomFetch =>
  async (address, { method, headers, body }) => {
    const { pathname, search } = new URL(address)
    // The library only ever sends text or a form, by GET or POST: what the casts below say.
    const payload = body === null || body === undefined ? {} : { payload: body instanceof URLSearchParams ? body.toString() : (body as string | Uint8Array) }
    const reply = await server.inject({ method: method as InjectOptions['method'], url: pathname + search, headers, ...payload } as InjectOptions)
    return new Response(reply.rawPayload.length === 0 ? null : new Uint8Array(reply.rawPayload), { status: reply.statusCode, headers: { 'content-type': String(reply.headers['content-type'] ?? '') } })
  }
