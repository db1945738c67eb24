// Outside demo mode nothing of the demo exists: no identity provider, no invented person, no demo secret.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoSecret, readConfig } from '../../config.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { noPacks } from '../../testing/packs.ts'

const production = {
  TONGBAN_MODE: 'production', SESSION_SECRET: 'production-secret-of-enough-characters', KEYSTORE_SECRET: 'another-secret-of-enough-characters', PUBLIC_URL: 'https://tongban.example',
  OIDC_ISSUER: 'https://127.0.0.1:1', OIDC_CLIENT_ID: 'tongban', OIDC_CLIENT_SECRET: 'known-to-the-issuer-only',
}
let testing: TestApp

beforeAll(async () => {
  testing = await startTestApp({ packs: noPacks, environment: production })
})
afterAll(() => testing.close())

test.each(['/oidc/.well-known/openid-configuration', '/oidc/auth', '/oidc/jwks', '/oidc/interaction/x'])('there is no %s', async (url) => {
  expect((await testing.server.inject({ url, headers: { accept: 'application/json' } })).statusCode).not.toBe(302)
  expect((await testing.server.inject(url)).body).not.toMatch(/issuer|interaction|演示人物/)
})

test('an identity provider that cannot be reached is named as the reason, and asked again next time', async () => {
  for (const _ of [1, 2]) {
    const reply = await testing.server.inject('/api/v1/login?returnTo=/')
    expect(reply.headers.location).toMatch(/^\/login\/problem\?reason=unavailable/)
  }
})

test('the session says production, and its cookie only travels encrypted', async () => {
  expect((await testing.asNobody.get('/session')).body).toMatchObject({ mode: 'production' })
  const someone = await testing.as({ person: {} })
  const reply = await someone.post('/logout')
  expect(String(reply.headers['set-cookie'])).toContain('Secure')
})

test('callers behind the proxies are counted apart, and cannot pass for others', async () => {
  const proxied = await startTestApp({ packs: noPacks, environment: { ...production, TRUSTED_PROXIES: 'loopback' } })
  const left = async (forwarded: string) => (await proxied.server.inject({ url: '/api/v1/session', headers: { 'x-forwarded-for': forwarded } })).headers['x-ratelimit-remaining']
  const [first, other, pretending] = [await left('198.51.100.1'), await left('198.51.100.2'), await left('203.0.113.9, 198.51.100.1')]
  expect(other).toBe(first)
  expect(Number(pretending)).toBe(Number(first) - 1)
  const direct = async (forwarded: string) => (await testing.server.inject({ url: '/api/v1/session', headers: { 'x-forwarded-for': forwarded } })).headers['x-ratelimit-remaining']
  expect(Number(await direct('198.51.100.1'))).toBe(Number(await direct('198.51.100.2')) + 1)
  await proxied.close()
})

test('the server refuses to start with a demo secret, or without its own', () => {
  const start = (changes: Record<string, string>) => () => readConfig({ ...production, ...changes })
  expect(start({})).not.toThrow()
  expect(start({ SESSION_SECRET: demoSecret })).toThrow('SESSION_SECRET')
  expect(start({ SESSION_SECRET: '' })).toThrow('SESSION_SECRET')
  expect(start({ SESSION_SECRET: 'short' })).toThrow('SESSION_SECRET')
  expect(start({ OIDC_CLIENT_SECRET: 'demo-client-secret' })).toThrow('OIDC_CLIENT_SECRET')
  expect(start({ OIDC_ISSUER: '' })).toThrow('OIDC_ISSUER')
  expect(start({ PUBLIC_URL: 'http://tongban.example' })).toThrow('PUBLIC_URL')
})
