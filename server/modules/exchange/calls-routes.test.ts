// Departments' systems call over HTTP with signed requests; a real registry process signs its answers. Whatever is replayed, altered,
// late, not granted or too much is refused, and what was made of it stands in the log.
import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { compactVerify, CompactSign, createLocalJWKSet, importJWK, type JWK } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { personDigest } from '../../kernel/person-digest.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import type { Connector, Fetched, RegistryQuestion } from './connector.ts'
import { findCall } from './calls-store.ts'
import type { Grant } from './grant.ts'
import { hashOf } from './jws.ts'
import { openGateway } from './gateway.ts'
import { openCallLog } from './call-log.ts'
import { openQuotas } from './quota-counting.ts'
import { answerOrder } from './ordering.ts'

const start = '2026-03-02T02:00:00Z'
const idNumber = '110101199003070011'
const granted: Grant = { id: 'grant-1', consumer: 'authority:sky:990101', resource: 'residents', fields: ['residenceAddress', 'birthDate'], purpose: '夜空保护巡查', legalBasis: '《样例夜空条例》第八条', perDay: null }

describe('a department’s system', () => {
  const { clock, turnTo } = turnable(start)
  let test: TestApp
  let steward: TestClient
  let pair: ReturnType<typeof newPair>
  let grants: Grant[]
  let reply: (question: RegistryQuestion) => Fetched | Promise<Fetched>
  let asked: RegistryQuestion[]
  const connector: Connector = { ask: async (question) => { asked.push(question); return reply(question) } }

  const newPair = () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { kty = '', crv = '', x = '', y = '' } = publicKey.export({ format: 'jwk' })
    return { privateKey, publicKey, jwk: { kty, crv, x, y }, kid: hashOf(JSON.stringify({ crv, kty, x, y })) }
  }
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    Object.assign(test.app, {
      exchange: openGateway({
        connectorOf: () => connector, isConsented: async () => false, describe: () => undefined, calls: openCallLog(test.app.db, 'test'), quotas: openQuotas(test.app.db, clock), clock, log: test.app.log,
        grantFor: async ({ consumer, resource, purpose }) => { const held = grants.filter((each) => each.consumer === consumer && each.resource === resource); return held.find((each) => each.purpose === purpose) ?? held[0] },
      }),
    })
    steward = await test.as({ staff: [{ role: 'steward', region: '990100', line: null }] })
    pair = newPair()
    await steward.post('/exchange/consumers', { id: 'sky-patrol', name: '夜空巡查系统', line: 'sky', region: '990101', jwk: pair.jwk })
  })
  afterAll(() => test.close())
  beforeEach(() => {
    turnTo(start)
    asked = []
    grants = [granted]
    reply = () => ({ kind: 'found', record: { residenceAddress: '山前街道1号', birthDate: '1990-03-07' }, asOf: start })
  })

  const question = (stated: Record<string, unknown> = {}) => ({
    iss: 'sky-patrol', aud: test.app.config.publicUrl, iat: clock.now().getTime() / 1000, jti: randomUUID(), resource: 'residents', subject: { idNumber },
    fields: ['residenceAddress'], purpose: granted.purpose, legalBasis: granted.legalBasis, caseNumber: 'SK-2026-7', ...stated,
  })
  /** Signed by another implementation than ours. */
  const sign = (payload: object, header: Record<string, unknown> = {}, key = pair.privateKey) =>
    new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', kid: pair.kid, typ: 'exchange-request+jwt', ...header }).sign(key)
  const call = async (request: string) => {
    const { status, body } = await test.asNobody.post<{ response?: string; error?: { code: string } }>('/exchange/calls', { request })
    return { status, code: body.error?.code, response: body.response ?? '' }
  }
  const opened = async (response: string) => {
    const { body } = await test.asNobody.get<{ keys: JWK[] }>('/exchange/keys')
    const { payload, protectedHeader } = await compactVerify(response, createLocalJWKSet({ keys: body.keys }))
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'exchange-response+jwt' })
    return JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown> & { jti: string }
  }

  it('gets what it was granted, in an answer signed over the hash of its request, and the call is in the log', async () => {
    const request = await sign(question())
    const { status, response } = await call(request)
    expect(status).toBe(200)
    const answer = await opened(response)
    expect(answer).toMatchObject({ iss: test.app.config.publicUrl, aud: 'sky-patrol', requestHash: hashOf(request), outcome: 'found', record: { residenceAddress: '山前街道1号' }, asOf: start })
    expect(await findCall(test.app.db.read, answer.jti)).toMatchObject({
      consumer: 'sky-patrol', resource: 'residents', grant: 'grant-1', caseNumber: 'SK-2026-7', fields: ['residenceAddress'], purpose: granted.purpose, legalBasis: granted.legalBasis, outcome: 'answers',
      requestHash: hashOf(request), responseHash: hashOf(response), keyDigest: personDigest(idNumber), about: [{ subject: personDigest(idNumber), concepts: ['applicant.address'] }],
    })
  })

  it('under one grant goes on when another was given for another purpose', async () => {
    grants = [{ ...granted, id: 'grant-2', purpose: '另有用途' }, granted]
    const { jti } = await opened((await call(await sign(question()))).response)
    expect(await findCall(test.app.db.read, jti)).toMatchObject({ grant: 'grant-1', outcome: 'answers' })
    const other = await opened((await call(await sign(question({ purpose: '另有用途' })))).response)
    expect(await findCall(test.app.db.read, other.jti)).toMatchObject({ grant: 'grant-2', outcome: 'answers' })
  })

  it('cannot send a request twice, not even both at once, and nothing is asked for the second', async () => {
    const request = await sign(question())
    const both = await Promise.all([call(request), call(request)])
    expect(both.map(({ status, code }) => code ?? status).sort()).toEqual([200, 'replayed'])
    expect((await call(request)).code).toBe('replayed')
    expect(asked).toHaveLength(1)
  })

  it('is told when its clock is wrong, early or late', async () => {
    for (const iat of [-61, 61]) expect((await call(await sign(question({ iat: clock.now().getTime() / 1000 + iat })))).code).toBe('stale_request')
    expect((await call(await sign(question({ iat: clock.now().getTime() / 1000 - 55 })))).status).toBe(200)
    const request = await sign(question())
    turnTo('2026-03-02T02:05:00Z')
    expect((await call(request)).code).toBe('stale_request')
  })

  it('is let in by its registered key only: no other algorithm, kind of message, key, sender or receiver', async () => {
    const none = [Buffer.from(JSON.stringify({ alg: 'none', kid: pair.kid, typ: 'exchange-request+jwt' })), Buffer.from(JSON.stringify(question())), Buffer.alloc(0)].map((part) => part.toString('base64url')).join('.')
    // HMAC with the public key as its secret: the classic confusion.
    const hmac = await new CompactSign(Buffer.from(JSON.stringify(question()))).setProtectedHeader({ alg: 'HS256', kid: pair.kid, typ: 'exchange-request+jwt' }).sign(await importJWK({ kty: 'oct', k: Buffer.from(JSON.stringify(pair.jwk)).toString('base64url') }, 'HS256'))
    const der = `${Buffer.from(JSON.stringify({ alg: 'ES256', kid: pair.kid, typ: 'exchange-request+jwt' })).toString('base64url')}.${Buffer.from(JSON.stringify(question())).toString('base64url')}`
    const other = newPair()
    const wrong = [
      none, hmac, `${der}.${createSign('sha256').update(der).sign(pair.privateKey).toString('base64url')}`, await sign(question(), { typ: 'JWT' }), await sign(question(), { crit: ['b64'], b64: true }), await sign(question(), { jwk: other.jwk }, other.privateKey),
      await sign(question(), { kid: other.kid }, other.privateKey), await sign(question({ iss: 'somebody-else' })), await sign(question({ aud: 'https://elsewhere.example' })), 'a.b.c', '...', '',
    ]
    for (const request of wrong) expect((await call(request)).code).toBe('bad_signature')
    const [header, , signature] = (await sign(question())).split('.')
    expect((await call(`${header}.${Buffer.from(JSON.stringify(question({ fields: ['birthDate'] }))).toString('base64url')}.${signature}`)).code).toBe('bad_signature')
    expect(asked).toEqual([])
  })

  it('is refused what does not fit the form of a request', async () => {
    const bad = [{ subject: {} }, { subject: { idNumber, name: '某' } }, { fields: [] }, { caseNumber: '' }, { purpose: 'a\nb' }, { jti: 'short' }, { more: 1 }, { purpose: undefined }]
    for (const stated of bad) expect((await call(await sign(question(stated)))).code).toBe('invalid')
  })

  it('asks by a key of the registry only, and by a number as it is kept, so that its owner sees every call', async () => {
    for (const subject of [{ phone: '15400000000' }, { name: '某' }, { idNumber: '11010119900307759x' }, { idNumber: ` ${idNumber}` }, { idNumber: `${idNumber.slice(0, 6)}-${idNumber.slice(6)}` }]) {
      expect((await call(await sign(question({ subject })))).code).toBe('invalid')
      expect((await test.asNobody.post<{ error: { code: string } }>('/exchange/orders', { request: await sign(question({ subject })) })).body.error.code).toBe('invalid')
    }
    expect(asked).toEqual([])
  })

  it('gets only granted fields, whatever the registry answers; what came besides is named in the log and seen by nobody', async () => {
    reply = () => ({ kind: 'found', record: { residenceAddress: '山前街道1号', birthDate: '1990-03-07', phone: '15400000000', bankAccount: '6222' }, asOf: start })
    const answer = await opened((await call(await sign(question({ fields: ['residenceAddress', 'phone'] })))).response)
    expect(answer).toMatchObject({ record: { residenceAddress: '山前街道1号' } })
    expect(asked[0]?.fields).toEqual(['residenceAddress'])
    expect(JSON.stringify(answer)).not.toContain('15400000000')
    expect(await findCall(test.app.db.read, answer.jti)).toMatchObject({ dropped: ['bankAccount', 'birthDate', 'phone'] })
  })

  it('is told nothing when the registry answers about somebody else, by what it says or by the number in the record', async () => {
    const others: Fetched[] = [
      { kind: 'found', record: { residenceAddress: '别处' }, asOf: start, subject: { idNumber: '110101199003070038' } },
      { kind: 'found', record: { residenceAddress: '别处', idNumber: '110101199003070038' }, asOf: start },
      { kind: 'noRecord', subject: { idNumber: '110101199003070038' } },
    ]
    for (const other of others) {
      reply = () => other
      const answer = await opened((await call(await sign(question()))).response)
      expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'wrong person' })
      expect(JSON.stringify(answer)).not.toContain('别处')
      expect(await findCall(test.app.db.read, answer.jti)).toMatchObject({ outcome: 'refused', reason: 'wrong person', about: [] })
    }
  })

  it('needs a grant of its authority, for that purpose and by that law; what was refused is in the log', async () => {
    grants = [{ ...granted, consumer: 'authority:sea:990101' }]
    expect((await call(await sign(question()))).code).toBe('not_granted')
    grants = [granted]
    for (const stated of [{ purpose: '好奇' }, { legalBasis: '《别的法》' }, { fields: ['phone'] }, { resource: 'births' }]) expect((await call(await sign(question(stated)))).code).toBe('not_granted')
    expect(asked).toEqual([])
    const [row] = await test.app.db.read`select count(*)::int as refused from exchange_calls where consumer = 'sky-patrol' and outcome = 'refused' and reason like 'not%'`
    expect(row?.['refused']).toBe(5)
  })

  it('may ask as often a day as it was granted, counted for all servers together, and again the next day', async () => {
    grants = [{ ...granted, id: 'few', perDay: 3 }]
    const statuses = async (count: number) => (await Promise.all(Array.from({ length: count }, async () => call(await sign(question()))))).map(({ code, status }) => code ?? status).sort()
    expect(await statuses(5)).toEqual([200, 200, 200, 'quota_used_up', 'quota_used_up'])
    const another = openQuotas(test.app.db, clock)
    expect(await another.take({ id: 'few', perDay: 3 })).toBe(false)
    turnTo('2026-03-02T16:00:01Z') // midnight in China
    expect(await statuses(1)).toEqual([200])
    expect(await Promise.all(Array.from({ length: 4 }, () => another.take({ id: 'few', perDay: 3 })))).toEqual([true, true, false, false])
  })

  it('gets no answer that could not be logged', async () => {
    const { append } = openCallLog(test.app.db, 'test')
    const failing = openGateway({ connectorOf: () => connector, isConsented: async () => false, describe: () => undefined, calls: { append: (each) => append({ ...each, purpose: '\0' }) }, quotas: { take: async () => true }, clock, log: test.app.log, grantFor: async () => granted })
    expect(await failing.ask('residents', { subject: { idNumber }, fields: ['birthDate'], purpose: '', legalBasis: '', caseNumber: 'draft:1', consent: null })).toEqual({ kind: 'unavailable', why: 'not logged' })
  })

  it('orders what takes longer; a server that stops in between loses nothing, and the answer is collected by its own key only', async () => {
    const post = async (path: string, request: string) => test.asNobody.post<{ id: string; state: string; response: string; error?: { code: string } }>(path, { request })
    const ordered = await post('/exchange/orders', await sign(question()))
    expect(ordered.status).toBe(202)
    const collect = async () => (await post('/exchange/orders/collect', await sign({ iss: 'sky-patrol', aud: test.app.config.publicUrl, iat: clock.now().getTime() / 1000, jti: randomUUID(), order: ordered.body.id }))).body
    expect(await collect()).toEqual({ state: 'waiting' })
    // The other system is away; then the server stops after asking and before writing the answer down.
    reply = () => ({ kind: 'unavailable', why: 'status 404' })
    await expect(answerOrder(test.app, ordered.body.id)).rejects.toThrow('does not answer yet')
    reply = () => { throw new Error('killed') }
    await expect(answerOrder(test.app, ordered.body.id)).rejects.toThrow()
    expect(await collect()).toEqual({ state: 'waiting' })
    reply = () => ({ kind: 'found', record: { residenceAddress: '山前街道1号' }, asOf: start })
    await test.runJobs()
    const collected = await collect()
    expect(collected.state).toBe('answered')
    expect(await opened(collected.response)).toMatchObject({ outcome: 'found', record: { residenceAddress: '山前街道1号' } })
    await answerOrder(test.app, ordered.body.id)
    expect((await collect()).response).toBe(collected.response)
    expect((await test.asNobody.post<{ error: { code: string } }>('/exchange/orders/collect', { request: await sign({ iss: 'sky-patrol', aud: test.app.config.publicUrl, iat: clock.now().getTime() / 1000, jti: randomUUID(), order: randomUUID() }) })).body.error.code).toBe('not_found')
    const [row] = await test.app.db.read<{ request: string }[]>`select request from exchange_orders limit 1`
    expect(row?.request).not.toContain('.eyJ')
  })

  it('that registered an address is sent the answer of an order there, signed, as often as it takes; a refusal too', async () => {
    const heard: { id: string; response: string }[] = []
    let status = 503
    const server = createServer((request, answer) => {
      let body = ''
      request.on('data', (part) => { body += String(part) })
      request.on('end', () => {
        if (status === 200) heard.push(JSON.parse(body) as (typeof heard)[number]) // what sendAnswer wrote
        answer.writeHead(status).end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const callback = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/answers`
    try {
      const other = newPair()
      expect((await steward.post('/exchange/consumers', { id: 'night-watch', name: '夜间值守系统', line: 'sky', region: '990101', jwk: other.jwk, callback })).status).toBe(201)
      const order = async (stated: Record<string, unknown> = {}) =>
        (await test.asNobody.post<{ id: string }>('/exchange/orders', { request: await sign(question({ iss: 'night-watch', ...stated }), { kid: other.kid }, other.privateKey) })).body.id
      const answered = await order()
      await expect(test.runJobs()).rejects.toThrow('the address of an order answered 503')
      expect(heard).toEqual([])
      status = 200
      await test.retryJobs()
      expect(heard.map(({ id }) => id)).toEqual([answered])
      expect(await opened(heard[0]?.response ?? '')).toMatchObject({ outcome: 'found', record: { residenceAddress: '山前街道1号' } })

      grants = []
      const ungranted = await order()
      await test.runJobs()
      expect(await opened(heard.find(({ id }) => id === ungranted)?.response ?? '')).toMatchObject({ jti: ungranted, outcome: 'refused', reason: 'not_granted' })

      // A system that was taken off the list meanwhile is told nothing more.
      grants = [granted]
      await order()
      expect((await steward.post('/exchange/consumers/night-watch/end', {})).status).toBe(200)
      await test.runJobs()
      expect(heard).toHaveLength(2)
    } finally {
      server.close()
    }
  })
})
