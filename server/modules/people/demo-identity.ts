// The identity provider of demonstrations: a real OpenID Connect provider on our own port below /oidc, with invented people.
// Mounted only in demo mode; its signing key lives as long as the process, its client is ours and needs no consent.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHmac, generateKeyPairSync } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import Provider, { errors, type Configuration, type JWK } from 'oidc-provider'
import type { App } from '../../module.ts'
import { callbackPath } from './login.ts'
import { demoClient, demoPath, foreignDemoPath } from './demo-client.ts'
import { foreignGroups } from './demo-foreign.ts'
import { demoMemory } from './demo-identity-memory.ts'
import { renderDemoLoginPage } from './demo-login-page.ts'
import { listDemoGroups, type DemoAccount, type DemoGroup } from './demo-people.ts'
import { problemAddress } from './login-problem-page.ts'
import { readPageParts } from './page.ts'

const minutes = 60
const claimsOfScopes = { openid: ['sub'], profile: ['name'], tongban: ['id_number', 'hkid', 'acr', 'phone', 'region', 'companies', 'tongban_staff'] }

/** One of the two providers: its place, and who can be logged in as there. */
type Place = { path: string; groups: readonly DemoGroup[]; client: ReturnType<typeof demoClient> }

/** A private key always exports as a complete JWK; Node's type leaves every member optional. */
const signingKey = (): JWK => ({ ...(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }) as JWK), alg: 'ES256', use: 'sig', kid: 'demo' })

const configurationOf = (app: App, { path, client }: Place, accounts: ReadonlyMap<string, DemoAccount>): Configuration => {
  const { clientId, clientSecret, metadata } = client
  return {
    clients: [{
      client_id: clientId, client_secret: clientSecret, redirect_uris: [app.config.publicUrl + callbackPath], response_types: ['code'],
      grant_types: ['authorization_code'], token_endpoint_auth_method: 'client_secret_basic', id_token_signed_response_alg: metadata.id_token_signed_response_alg,
    }],
    adapter: demoMemory(Date.now),
    jwks: { keys: [signingKey()] },
    cookies: { keys: [createHmac('sha256', app.config.sessionSecret).update('demo cookies').digest('hex')], long: { path, httpOnly: true, sameSite: 'lax' } },
    claims: claimsOfScopes,
    scopes: Object.keys(claimsOfScopes),
    pkce: { required: () => true },
    extraParams: ['audience'],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `${path}/interaction/${interaction.uid}` },
    ttl: { Interaction: 30 * minutes, Session: 10 * minutes, Grant: 10 * minutes, AuthorizationCode: minutes, AccessToken: 5 * minutes, IdToken: 5 * minutes },
    findAccount: (_ctx, subject) => {
      const account = accounts.get(subject)
      return account && { accountId: subject, claims: async () => ({ ...account.claims, sub: subject }) }
    },
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope(Object.keys(claimsOfScopes).join(' '))
      await grant.save()
      return grant
    },
    renderError: (ctx) => ctx.redirect(problemAddress('expired', '')),
  }
}

/** The library reads the request as if it stood at the root of our public address. */
const asProviderSees = (request: FastifyRequest, publicUrl: URL, path: string): FastifyRequest['raw'] => {
  const { raw } = request
  const url = raw.url ?? ''
  Object.assign(raw, { originalUrl: url, url: url.slice(path.length) || '/' })
  Object.assign(raw.headers, { host: publicUrl.host, 'x-forwarded-host': publicUrl.host, 'x-forwarded-proto': publicUrl.protocol.slice(0, -1) })
  // A login always asks who one wants to be, so whoever was chosen last is forgotten.
  if (raw.headers.cookie && /^\/auth(\/|\?|$)/.test(raw.url ?? '')) {
    raw.headers.cookie = raw.headers.cookie.split('; ').filter((cookie) => !/^_session(\.sig)?=/.test(cookie)).join('; ')
  }
  return raw
}

/** Both providers of a demonstration: for residents and officials, and for people with a Hong Kong identity card. */
export const mountDemoIdentity = async (server: FastifyInstance, app: App): Promise<void> => {
  await mountProvider(server, app, { path: demoPath, groups: listDemoGroups(), client: demoClient(app) })
  await mountProvider(server, app, { path: foreignDemoPath, groups: foreignGroups, client: demoClient(app, true) })
}

const mountProvider = async (server: FastifyInstance, app: App, place: Place): Promise<void> => {
  const { path, groups, client } = place
  const interactionPath = `${path}/interaction/`
  const accounts = new Map(groups.flatMap((group) => group.accounts).map((account) => [account.subject, account]))
  const parts = await readPageParts()
  const publicUrl = new URL(app.config.publicUrl)
  const provider = new Provider(client.issuer, configurationOf(app, place, accounts))
  provider.proxy = true
  provider.on('server_error', (_ctx, error) => app.log.error({ err: error }, 'demo identity provider failed'))
  const answer = provider.callback()

  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
    scope.all(`${path}/*`, { schema: { hide: true } }, (request, reply) => {
      reply.hijack()
      void answer(asProviderSees(request, publicUrl, path), reply.raw as ServerResponse)
    })
  })

  await server.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 4096 }, (_request, body, done) => done(null, new URLSearchParams(String(body))))
    scope.setErrorHandler((error, request, reply) => {
      if (!(error instanceof errors.SessionNotFound)) throw error
      return reply.redirect(problemAddress('expired', request.id), 303)
    })
    scope.get(`${interactionPath}:uid`, { schema: { hide: true } }, async (request, reply) => {
      const { uid, params } = await provider.interactionDetails(request.raw, reply.raw)
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store')
      return renderDemoLoginPage(parts, groups, {
        action: interactionPath + uid, audience: params['audience'] === 'staff' ? 'staff' : 'person', hinted: String(params['login_hint'] ?? ''),
      })
    })
    scope.post<{ Body: URLSearchParams }>(`${interactionPath}:uid`, { schema: { hide: true } }, async (request, reply) => {
      const { uid } = await provider.interactionDetails(request.raw, reply.raw)
      const accountId = request.body?.get('subject') ?? ''
      if (!accounts.has(accountId)) return reply.redirect(interactionPath + uid, 303)
      return reply.redirect(await provider.interactionResult(request.raw, reply.raw, { login: { accountId, remember: false } }), 303)
    })
  })
}
