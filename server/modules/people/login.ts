// Logging in at the identity provider: OpenID Connect authorization code flow with PKCE (S256), state and nonce.
// The provider is asked for its addresses at the first login; one that is down is asked again at the next.
import type { FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { plainDate } from '../../kernel/clock.ts'
import type { App } from '../../module.ts'
import { demoClient, foreignDemo, foreignDemoLevels } from './demo-client.ts'
import { identityFrom, type Claims, type Identity } from './identity.ts'
import { LoginRefusal } from './login-problem.ts'
import type { LoginTicket } from './login-ticket.ts'

export const callbackPath = '/api/v1/login/callback'
const scope = 'openid profile tongban'

const own = new WeakMap<App, Promise<oidc.Configuration>>()
const foreignOnes = new WeakMap<App, Promise<oidc.Configuration>>()

/** Where people with a document of another jurisdiction log in; undefined where no such provider is set up. */
export const foreignIssuerOf = ({ config: { mode, foreignOidc } }: Pick<App, 'config'>) => (mode === 'demo' ? foreignDemo : foreignOidc)

const configurationOf = (app: App, request: FastifyRequest, foreign: boolean): Promise<oidc.Configuration> => {
  const configurations = foreign ? foreignOnes : own
  const known = configurations.get(app)
  if (known) return known
  const asking = discover(app, request, foreign)
  configurations.set(app, asking)
  asking.catch(() => configurations.delete(app))
  return asking
}

const discover = async (app: App, request: FastifyRequest, foreign: boolean): Promise<oidc.Configuration> => {
  const provider = foreign ? app.config.foreignOidc : app.config.oidc
  try {
    if (provider) return await oidc.discovery(new URL(provider.issuer), provider.clientId, undefined, oidc.ClientSecretBasic(provider.clientSecret), { timeout: 10 })
    const { issuer, clientId, clientSecret, metadata, fetchWithin } = demoClient(app, foreign)
    const customFetch = fetchWithin(request.server)
    return await oidc.discovery(new URL(issuer), clientId, metadata, oidc.ClientSecretBasic(clientSecret), {
      [oidc.customFetch]: customFetch,
      execute: [oidc.allowInsecureRequests],
    })
  } catch (error) {
    throw new LoginRefusal('unavailable', '', error)
  }
}

export type LoginWishes = { returnTo: string; audience: LoginTicket['audience']; loginHint?: string | undefined; foreign?: boolean }

/** Where to send the browser, and the ticket it must bring back. @throws LoginRefusal unavailable */
export const beginLogin = async (app: App, request: FastifyRequest, { returnTo, audience, loginHint, foreign = false }: LoginWishes): Promise<{ address: string; ticket: LoginTicket }> => {
  const configuration = await configurationOf(app, request, foreign)
  const ticket: LoginTicket = {
    state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), returnTo, audience, startedAt: app.clock.now().getTime(),
    ...(foreign ? { foreign } : {}),
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
  const foreign = ticket.foreign === true
  const configuration = await configurationOf(app, request, foreign)
  const claims = await exchange(app, request, configuration, ticket)
  const identity = identityFrom(claims, {
    issuer: configuration.serverMetadata().issuer, audience: ticket.audience, region: app.config.region, today: plainDate(app.clock.now()),
    foreign: foreign ? foreignIssuerOf(app) : undefined, levels: app.config.mode === 'demo' ? { ...foreignDemoLevels, ...app.config.levels } : app.config.levels,
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
