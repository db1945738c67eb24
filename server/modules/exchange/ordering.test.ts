// An ordered call that rests on somebody's consent is handed out only while that consent holds: collected or sent, neither before it was
// given nor after it was taken back or has ended.
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeystore } from '../../kernel/keystore.ts'
import type { Signer } from '../../kernel/keys.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { openSharingTown, start, wanted, type RequestReply, type SharingTown } from '../resources/testing.ts'
import { parsePayload, signMessage } from './jws.ts'
import { findOrder } from './orders-store.ts'

type Replied = { id?: string; state?: string; response?: string; refused?: string; error?: { code: string } }
type Sent = { id: string; response: string }

const { purpose } = wanted()
const address = '样例市东山区山前街道1号'

describe('what is ordered with a consent', () => {
  let town: SharingTown
  const signers: Record<string, Signer> = {}
  const sent: Sent[] = []
  let status = 200
  const server = createServer((request, answer) => {
    let body = ''
    request.on('data', (part) => { body += String(part) })
    request.on('end', () => {
      if (status === 200) sent.push(JSON.parse(body) as Sent) // what sendAnswer wrote
      answer.writeHead(status).end()
    })
  })

  const register = async (id: string, more: { callback?: string } = {}) => {
    const signer = await openKeystore({ folder: `${town.test.app.config.dataDir}/${id}`, secret: 'd'.repeat(40), clock: town.test.app.clock }).signer('department')
    const { kty, crv, x, y } = signer.publicJwk
    expect((await (await town.official('steward', '990100', null)).post('/exchange/consumers', { id, name: '节能补贴系统', line: 'energy', region: '990101', jwk: { kty, crv, x, y }, ...more })).status).toBe(201)
    signers[id] = signer
  }
  const grant = async (fields: string[]) => {
    const { body: asked } = await (await town.official('steward', '990101', 'energy')).post<RequestReply>('/access-requests', wanted())
    expect((await (await town.official('steward', '990100', 'sky')).post(`/access-requests/${asked.id}/grant`, { revision: asked.revision, fields, perDay: 100, until: '2026-12-31', reason: '补贴不看年龄' })).status).toBe(200)
  }

  beforeAll(async () => {
    town = await openSharingTown()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const at = server.address()
    await register('energy-desk')
    await register('energy-post', { callback: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/answers` })
    await grant(['residenceAddress'])
    town.registry.answer({ residenceAddress: address, birthDate: '1990-05-21' })
  })
  afterAll(async () => {
    server.close()
    await town.close()
  })

  const send = async (path: string, content: Record<string, unknown>, system = 'energy-desk') => {
    const signer = signers[system] ?? (await town.test.app.keys.signer('exchange'))
    const request = signMessage(signer, 'exchange-request+jwt', { iss: system, aud: town.test.app.config.publicUrl, iat: Math.floor(town.test.app.clock.now().getTime() / 1000), jti: randomUUID(), ...content })
    return (await town.test.asNobody.post<Replied>(path, { request })).body
  }
  const terms = (idNumber: string) => ({ resource: 'residents', subject: { idNumber }, fields: ['residenceAddress'], purpose, legalBasis: '《样例节能办法》第五条', caseNumber: 'E-2026-1' })
  const agreeing = async (nth: number, until = '2026-06-30') => {
    const idNumber = inventIdNumber(nth)
    const client = await town.test.as({ person: { idNumber } })
    const { id: consent = '' } = await send('/exchange/consents', { ...terms(idNumber), until })
    const answer = async (action: string) => expect((await client.post(`/department-consents/${consent}/answer`, { action })).status).toBe(200)
    await answer('agree')
    return { idNumber, consent, answer }
  }
  const order = async ({ idNumber, consent }: { idNumber: string; consent: string }, more: Record<string, unknown> = {}, system?: string) => (await send('/exchange/orders', { ...terms(idNumber), consent, ...more }, system)).id ?? ''
  const collect = (id: string, system?: string) => send('/exchange/orders/collect', { order: id }, system)
  const withheld = async (id: string) => (await town.test.app.db.read<{ actor: string }[]>`select actor_id as actor from audit_entries where action = 'exchange.withhold' and subject_id = ${id}`).map(({ actor }) => actor)

  it('is collected while the consent holds, as often as wished; taken back it is destroyed, once, and no later consent opens it', async () => {
    const one = await agreeing(32_001)
    const id = await order(one)
    await town.test.runJobs()
    for (const state of ['answered', 'collected']) {
      const collected = await collect(id)
      expect([collected.state, parsePayload(collected.response ?? '')?.['record']]).toEqual([state, { residenceAddress: address }])
    }
    await one.answer('withdraw')
    const both = await Promise.all([collect(id), collect(id)])
    expect(both).toEqual([{ state: 'collected', refused: 'not_consented' }, { state: 'collected', refused: 'not_consented' }])
    expect([(await findOrder(town.test.app.db.read, id))?.answer, await withheld(id)]).toEqual([{ refused: 'not_consented' }, ['energy-desk']])
    town.turnTo('2026-03-02T20:00:00Z')
    const later = await collect(id)
    town.turnTo(start)
    expect(later).toEqual({ state: 'collected', refused: 'not_consented' })
  })

  it('that was answered before the consent was taken back and is collected for the first time after it tells nothing, to its own system or another', async () => {
    const one = await agreeing(32_002)
    const id = await order(one)
    await town.test.runJobs()
    await one.answer('withdraw')
    expect((await collect(id, 'energy-post')).error?.code).toBe('not_found')
    expect(await withheld(id)).toEqual([])
    expect(await collect(id)).toEqual({ state: 'answered', refused: 'not_consented' })
  })

  it('tells nothing after the last day of the consent', async () => {
    const id = await order(await agreeing(32_003, '2026-03-02'))
    await town.test.runJobs()
    town.turnTo('2026-03-02T15:59:00Z')
    const lastDay = await collect(id)
    town.turnTo('2026-03-02T16:01:00Z') // midnight in China
    const dayAfter = await collect(id)
    town.turnTo(start)
    expect([parsePayload(lastDay.response ?? '')?.['outcome'], dayAfter]).toEqual(['found', { state: 'collected', refused: 'not_consented' }])
  })

  it('for more than was granted is told as far as granted, which is what the consent must cover', async () => {
    const id = await order(await agreeing(32_004), { fields: ['residenceAddress', 'birthDate'] })
    await town.test.runJobs()
    expect(parsePayload((await collect(id)).response ?? '')).toMatchObject({ outcome: 'found', record: { residenceAddress: address } })
  })

  it('is sent to the address registered only while the consent holds; else a signed refusal is', async () => {
    const [kept, back] = [await agreeing(32_005), await agreeing(32_006)]
    status = 503
    const ids = [await order(kept, {}, 'energy-post'), await order(back, {}, 'energy-post')]
    await expect(town.test.runJobs()).rejects.toThrow('the address of an order answered 503')
    await back.answer('withdraw')
    status = 200
    await town.test.retryJobs()
    const told = ids.map((id) => parsePayload(sent.find((each) => each.id === id)?.response ?? ''))
    expect(told).toMatchObject([{ outcome: 'found', record: { residenceAddress: address } }, { outcome: 'refused', reason: 'not_consented', jti: ids[1] }])
    expect(JSON.stringify(told[1])).not.toContain(address)
    expect([await withheld(ids[0] ?? ''), await withheld(ids[1] ?? '')]).toEqual([[], ['energy-post']])
  })
})
