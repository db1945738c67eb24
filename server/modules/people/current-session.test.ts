// Who may do what with a session: real sessions against probe routes that need each kind of permission.
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { covers, type Posting } from '../../kernel/authz.ts'
import { errorBody, Refusal, statusOf, type ErrorCode } from '../../kernel/errors.ts'
import { mountRoutes } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import { permissions, whileActing, type Permission } from '../../permissions.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { noPacks } from '../../testing/packs.ts'
import { guardMutation, principalOf } from './current-session.ts'

const clock = clockAt('2026-11-20T09:00:00+08:00')
const hours = 3_600_000
const nanshanHealth: Posting = { role: 'clerk', region: '440305', line: 'health' }
let testing: TestApp
let probes: FastifyInstance

const reply = Type.Object({ ok: Type.Boolean() })
const ok = async () => ({ ok: true })
const probe = (method: 'GET' | 'POST', path: string, permission: Permission) =>
  route({ method, path, permission, operation: `probe${path}`, summary: 'probe', reply, refusals: [], handle: ok })

beforeAll(async () => {
  testing = await startTestApp({ packs: noPacks, clock })
  probes = Fastify()
  await probes.register(cookie)
  probes.setErrorHandler((error, request, answer) => {
    const code: ErrorCode = error instanceof Refusal ? error.code : 'internal'
    return answer.status(statusOf(code)).send(errorBody(code, request.id, 'en'))
  })
  mountRoutes<App, Permission>(probes, [
    probe('GET', '/own', 'applications.own'), probe('POST', '/own', 'applications.own'), probe('POST', '/open', 'plans.try'), probe('GET', '/queue', 'cases.read'),
    route({
      method: 'GET', path: '/case', permission: 'cases.read', operation: 'probeCase', summary: 'probe', reply, refusals: ['not_found'],
      handle: async (_app, { principal }) => {
        if (!covers(principal, ['clerk', 'approver', 'supervisor'], { region: '440305001', line: 'health' })) throw new Refusal('not_found')
        return { ok: true }
      },
    }),
  ], { app: testing.app, prefix: '', tag: 'probe', permissions, whileActing, principalOf: (request) => principalOf(testing.app, request, []), guardMutation: (request) => guardMutation(testing.app, request) })
})
afterAll(async () => {
  await probes.close()
  await testing.close()
})

const ask = async (who: TestClient | undefined, method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}) => {
  const answer = await probes.inject({ method, url, headers: { ...(who ? { cookie: who.cookie } : {}), ...headers } })
  return [answer.statusCode, answer.json<{ error?: { code: string } }>().error?.code ?? 'ok']
}

describe('permission', () => {
  test('of residents is for residents: nobody must log in first, officials never have it', async () => {
    expect(await ask(await testing.as({ person: {} }), 'GET', '/own')).toEqual([200, 'ok'])
    expect(await ask(undefined, 'GET', '/own')).toEqual([401, 'unauthenticated'])
    expect(await ask(await testing.as({ staff: [nanshanHealth] }), 'GET', '/own')).toEqual([403, 'forbidden'])
  })
  test('of staff is never for residents, nor for officials in another role', async () => {
    expect(await ask(await testing.as({ staff: [nanshanHealth] }), 'GET', '/queue')).toEqual([200, 'ok'])
    expect(await ask(await testing.as({ person: {} }), 'GET', '/queue')).toEqual([403, 'forbidden'])
    expect(await ask(await testing.as({ staff: [{ ...nanshanHealth, role: 'designer' }] }), 'GET', '/queue')).toEqual([403, 'forbidden'])
  })
  test('reaches as far as the posting: the region below and its line, or every line', async () => {
    const reach = async (posting: Partial<Posting>) => ask(await testing.as({ staff: [{ ...nanshanHealth, ...posting }] }), 'GET', '/case')
    expect(await reach({})).toEqual([200, 'ok'])
    expect(await reach({ region: '440300', line: null })).toEqual([200, 'ok'])
    expect(await reach({ region: '440304' })).toEqual([404, 'not_found'])
    expect(await reach({ line: 'public-security' })).toEqual([404, 'not_found'])
  })
  test('follows the postings of the last login, also in a session opened before', async () => {
    const who = { issuer: 'test', subject: 'moves-on' }
    const admit = async (staff: readonly Posting[]) => testing.as({ staff, ...who })
    const before = await admit([nanshanHealth])
    await admit([{ ...nanshanHealth, region: '440304' }])
    expect(await ask(before, 'GET', '/case')).toEqual([404, 'not_found'])
  })
})

describe('a change', () => {
  test('needs the token of the very session', async () => {
    const [one, two] = [await testing.as({ person: {} }), await testing.as({ person: {} })]
    expect(await ask(one, 'POST', '/own', { 'x-csrf-token': one.csrf })).toEqual([200, 'ok'])
    expect(await ask(one, 'POST', '/own')).toEqual([403, 'csrf'])
    expect(await ask(one, 'POST', '/own', { 'x-csrf-token': two.csrf })).toEqual([403, 'csrf'])
    expect(await ask(one, 'POST', '/own', { 'x-csrf-token': '' })).toEqual([403, 'csrf'])
  })
  test('needs the token also where everybody may do it, once there is a session', async () => {
    expect(await ask(await testing.as({ person: {} }), 'POST', '/open')).toEqual([403, 'csrf'])
    expect(await ask(undefined, 'POST', '/open')).toEqual([200, 'ok'])
  })
  test('is refused from any other site, token or not', async () => {
    const someone = await testing.as({ person: {} })
    for (const origin of ['https://evil.example', 'null', `${testing.app.config.publicUrl}.evil.example`, 'http://127.0.0.1:1']) {
      expect(await ask(someone, 'POST', '/own', { 'x-csrf-token': someone.csrf, origin })).toEqual([403, 'csrf'])
      expect(await ask(undefined, 'POST', '/open', { origin })).toEqual([403, 'csrf'])
    }
  })
  test('is accepted from our own pages', async () => {
    const someone = await testing.as({ person: {} })
    const ours: Record<string, string>[] = [{ origin: testing.app.config.publicUrl }, { origin: 'http://localhost:8080', host: 'localhost:8080' }]
    for (const headers of ours) {
      expect(await ask(someone, 'POST', '/own', { 'x-csrf-token': someone.csrf, ...headers })).toEqual([200, 'ok'])
    }
  })
})

describe('a session', () => {
  test('nobody was given opens nothing', async () => {
    for (const token of ['x'.repeat(43), '', "' or '1'='1", 'x'.repeat(5000)]) {
      expect((await probes.inject({ url: '/own', headers: { cookie: `tongban_session=${token}` } })).statusCode).toBe(401)
    }
  })
  test('of a resident ends 12 hours after the last use', async () => {
    const someone = await testing.as({ person: {} })
    clock.advance(11 * hours)
    expect(await ask(someone, 'GET', '/own')).toEqual([200, 'ok'])
    clock.advance(11 * hours)
    expect(await ask(someone, 'GET', '/own')).toEqual([200, 'ok'])
    clock.advance(12 * hours)
    expect(await ask(someone, 'GET', '/own')).toEqual([401, 'unauthenticated'])
  })
  test('that ended refuses a change as not logged in, so that the page keeps what was typed and asks to log in', async () => {
    const someone = await testing.as({ person: {} })
    clock.advance(13 * hours)
    expect(await ask(someone, 'POST', '/own', { 'x-csrf-token': someone.csrf })).toEqual([401, 'unauthenticated'])
  })
  test('of an official ends 8 hours after login, used or not', async () => {
    const official = await testing.as({ staff: [nanshanHealth] })
    clock.advance(7 * hours)
    expect(await ask(official, 'GET', '/queue')).toEqual([200, 'ok'])
    clock.advance(hours)
    expect(await ask(official, 'GET', '/queue')).toEqual([401, 'unauthenticated'])
  })
})
