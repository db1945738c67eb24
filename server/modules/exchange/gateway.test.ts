// The gateway over the wire: whatever the department's system does, the answer is a state, never an exception, and never a long wait.
// What comes back is only what was granted, about whom was asked, and stands in the log first.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { openGateway, type GatewayOptions } from './gateway.ts'
import { registryConnector } from './registry-connector.ts'

const question = { subject: { idNumber: '1' }, fields: ['name'], purpose: '测试', legalBasis: '《示例法》', caseNumber: 'draft:1', consent: null }

const granted = { id: 'g', consumer: 'platform', resource: 'people', fields: ['name'], purpose: '', legalBasis: '', perDay: null }

const gateway = (stated: Partial<GatewayOptions>) =>
  openGateway({ isConsented: async () => false,
    connectorOf: () => undefined, grantFor: async () => granted, describe: () => undefined, calls: { append: async () => ({ position: 0, replayed: false }) }, quotas: { take: async () => true }, clock: { now: () => new Date(0) },
    log: pino({ level: 'silent' }), ...stated,
  })

describe('asking a registry', () => {
  const servers: Server[] = []
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve) })))
  })
  /** Answers each request with the next reply of the list, the last one for ever. */
  const registry = async (replies: { status?: number; body?: string }[]) => {
    let asked = 0
    const server = createServer((request, response) => {
      const reply = replies[Math.min(asked, replies.length - 1)]
      asked += 1
      request.resume().on('end', () => response.writeHead(reply?.status ?? 200, { 'content-type': 'application/json' }).end(reply?.body ?? ''))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked }
  }
  const found = JSON.stringify({ found: true, record: { name: '示例' }, asOf: '2026-11-20T00:00:00Z', subject: question.subject })
  const clientOf = (url: string, now = () => 0, stated: Partial<GatewayOptions> = {}) => {
    const connector = registryConnector({ url, key: 'k' })
    return gateway({ connectorOf: () => connector, clock: { now: () => new Date(now()) }, ...stated })
  }

  it('gives the record and when it was valid', async () => {
    const { url } = await registry([{ body: found }])
    expect(await clientOf(url).ask('people', question)).toEqual({ kind: 'found', record: { name: '示例' }, asOf: '2026-11-20T00:00:00Z' })
  })

  it('tells "no such record" apart from "cannot say"; a record that names nobody says nothing', async () => {
    const none = await registry([{ body: '{"found":false}' }])
    expect(await clientOf(none.url).ask('people', question)).toEqual({ kind: 'noRecord' })
    const garbage = await registry([{ body: '<html>维护中</html>' }])
    expect(await clientOf(garbage.url).ask('people', question)).toMatchObject({ kind: 'unavailable' })
    const anybody = await registry([{ body: JSON.stringify({ ...JSON.parse(found), subject: undefined }) }])
    expect(await clientOf(anybody.url).ask('people', question)).toMatchObject({ kind: 'unavailable', why: 'malformed reply' })
    const halfway = await registry([{ body: '{"found":true}' }])
    expect(await clientOf(halfway.url).ask('people', question)).toMatchObject({ kind: 'unavailable', why: 'malformed reply' })
  })

  it('tries once more after an error of the server, but not after a refusal', async () => {
    const recovering = await registry([{ status: 500 }, { body: found }])
    expect(await clientOf(recovering.url).ask('people', question)).toMatchObject({ kind: 'found' })
    const refusing = await registry([{ status: 403 }])
    expect(await clientOf(refusing.url).ask('people', question)).toEqual({ kind: 'unavailable', why: 'status 403' })
    expect(refusing.asked()).toBe(1)
  })

  it('stops asking a broken registry for a while, then tries again', async () => {
    let now = 0
    const broken = await registry([{ status: 503 }])
    const client = clientOf(broken.url, () => now)
    for (let call = 0; call < 4; call += 1) await client.ask('people', question)
    const asked = broken.asked()
    expect(await client.ask('people', question)).toEqual({ kind: 'unavailable', why: 'circuit open' })
    expect(broken.asked()).toBe(asked)
    now = 60_000
    await client.ask('people', question)
    expect(broken.asked()).toBeGreaterThan(asked)
  })

  it('says until when it is not asked, and lets one person’s wish through meanwhile to see whether it is back', async () => {
    let now = 0
    const broken = await registry([...Array.from({ length: 9 }, () => ({ status: 503 })), { body: found }])
    const client = clientOf(broken.url, () => now)
    expect(client.pausedUntil('people')).toBeUndefined()
    for (let call = 0; call < 4; call += 1) await client.ask('people', question)
    expect(client.pausedUntil('people')).toBe(15_000)
    now = 1_000
    // Ten people press the button at once: the department is asked once.
    const wishes = await Promise.all(Array.from({ length: 10 }, () => client.ask('people', question, { probe: true })))
    expect(wishes.map((reply) => (reply.kind === 'unavailable' ? reply.why : '')).sort()).toEqual([...Array.from({ length: 9 }, () => 'circuit open'), 'status 503'])
    expect([broken.asked(), client.pausedUntil('people')]).toEqual([9, 16_000])
    now = 20_000
    expect(await client.ask('people', question)).toMatchObject({ kind: 'found' })
  })

  it('is asked by everybody again as soon as such a wish was answered', async () => {
    const recovering = await registry([...Array.from({ length: 8 }, () => ({ status: 503 })), { body: found }])
    const client = clientOf(recovering.url)
    for (let call = 0; call < 4; call += 1) await client.ask('people', question)
    expect(await client.ask('people', question, { probe: true })).toMatchObject({ kind: 'found' })
    expect(client.pausedUntil('people')).toBeUndefined()
    expect(await client.ask('people', question)).toMatchObject({ kind: 'found' })
  })

  it('a registry that is not connected, or nobody listens at, is unavailable', async () => {
    expect(await gateway({ connectorOf: () => undefined }).ask('people', question)).toEqual({ kind: 'unavailable', why: 'not connected' })
    const gone = await registry([{ body: found }])
    await new Promise((resolve) => servers.splice(0).forEach((server) => server.close(resolve)))
    expect(await clientOf(gone.url).ask('people', question)).toMatchObject({ kind: 'unavailable' })
  })

  it('gives an answer again for as long as the pack allows, to the same consumer and purpose only, and logs each time', async () => {
    let now = 0
    const { url, asked } = await registry([{ body: found }])
    const logged: boolean[] = []
    const client = clientOf(url, () => now, { describe: () => ({ cacheSeconds: 60, consent: false }), calls: { append: async ({ cached }) => ({ position: logged.push(cached), replayed: false }) } })
    for (const each of [question, question, { ...question, purpose: '别的' }]) expect(await client.ask('people', each)).toMatchObject({ kind: 'found', record: { name: '示例' } })
    now = 60_001
    await client.ask('people', question)
    expect([asked(), logged]).toEqual([3, [false, true, false, false]])
  })
})
