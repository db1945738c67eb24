// Logging in at the identity provider: OpenID Connect authorization code flow with PKCE (S256), state and nonce.
// The provider is asked for its addresses at the first login; one that is down is asked again at the next.
import type { FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { demoClient } from './demo-client.ts'
import { identityFrom, type Claims, type Identity } from './identity.ts'
import { LoginRefusal } from './login-problem.ts'
import type { LoginTicket } from './login-ticket.ts'

export const callbackPath = '/api/v1/login/callback'
const scope = 'openid profile tongban'

const configurations = new WeakMap<App, Promise<oidc.Configuration>>()

const configurationOf = (app: App, request: FastifyRequest): Promise<oidc.Configuration> => {
  const known = configurations.get(app)
  if (known) return known
  const asking = discover(app, request)
  configurations.set(app, asking)
  asking.catch(() => configurations.delete(app))
  return asking
}

const discover = async (app: App, request: FastifyRequest): Promise<oidc.Configuration> => {
  const { oidc: provider } = app.config
  try {
    if (provider) return await oidc.discovery(new URL(provider.issuer), provider.clientId, undefined, oidc.ClientSecretBasic(provider.clientSecret), { timeout: 10 })
    const { issuer, clientId, clientSecret, metadata, fetchWithin } = demoClient(app)
    const customFetch = fetchWithin(request.server)
    return await oidc.discovery(new URL(issuer), clientId, metadata, oidc.ClientSecretBasic(clientSecret), {
      [oidc.customFetch]: customFetch,
      execute: [oidc.allowInsecureRequests],
    })
  } catch (error) {
    throw new LoginRefusal('unavailable', '', error)
  }
}

export type LoginWishes = { returnTo: string; audience: LoginTicket['audience']; loginHint?: string | undefined }

/** Where to send the browser, and the ticket it must bring back. @throws LoginRefusal unavailable */
export const beginLogin = async (app: App, request: FastifyRequest, { returnTo, audience, loginHint }: LoginWishes): Promise<{ address: string; ticket: LoginTicket }> => {
  const configuration = await configurationOf(app, request)
  const ticket = {
    state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo, audience, startedAt: app.clock.now().getTime(),
  }
  const address = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: app.config.publicUrl + callbackPath,
    scope,
    state: ticket.state,
    nonce: ticket.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(ticket.verifier),
    code_challenge_method: 'S256',
    ...(loginHint ? { login_hint: loginHint } : {}),
    ...(app.config.oidc ? {} : { audience }),
  })
  return { address: address.href, ticket }
}

/** Exchanges the code, verifies the answer and checks what it asserts. @throws LoginRefusal */
export const completeLogin = async (app: App, request: FastifyRequest, ticket: LoginTicket): Promise<Identity> => {
  const configuration = await configurationOf(app, request)
  const claims = await exchange(app, request, configuration, ticket)
  const identity = identityFrom(claims, {
    issuer: configuration.serverMetadata().issuer, audience: ticket.audience, region: app.config.region, today: plainDate(app.clock.now()),
  })
  if ('problem' in identity) throw new LoginRefusal(identity.problem, String(claims['sub'] ?? ''))
  return identity
}

const exchange = async (app: App, request: FastifyRequest, configuration: oidc.Configuration, { state, nonce, verifier }: LoginTicket): Promise<Claims> => {
  try {
    const answer = new URL(request.raw.url ?? '', app.config.publicUrl)
    const tokens = await oidc.authorizationCodeGrant(configuration, answer, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true })
    const claims: Claims = tokens.claims() ?? {}
    if (!configuration.serverMetadata().userinfo_endpoint) return claims
    return { ...claims, ...(await oidc.fetchUserInfo(configuration, tokens.access_token, String(claims['sub']))) }
  } catch (error) {
    throw refusalOf(error)
  }
}

/** The library's errors in our words; the cause goes to the log. */
const refusalOf = (error: unknown): LoginRefusal => {
  if (error instanceof oidc.AuthorizationResponseError) return new LoginRefusal(error.error === 'access_denied' ? 'cancelled' : 'unverified', '', error)
  if (error instanceof oidc.ResponseBodyError) return new LoginRefusal(error.error === 'invalid_grant' ? 'expired' : 'unverified', '', error)
  return new LoginRefusal(isUnreachable(error) ? 'unavailable' : 'unverified', '', error)
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'TimeoutError' || error.message === 'fetch failed' || isUnreachable(error.cause))
