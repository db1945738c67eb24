// A department's call of a registry that asks for consent rests on one that was asked for, given by whom it is about, and holds: end to end,
// from the department's request over the person's answer to the call, with a real grant and a real registry.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openKeystore } from '../../kernel/keystore.ts'
import type { Signer } from '../../kernel/keys.ts'
import { keyDigest } from '../../kernel/person-digest.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { openSharingTown, start, wanted, type RequestReply, type SharingTown } from '../resources/testing.ts'
import { findCall } from './calls-store.ts'
import { parsePayload, signMessage } from './jws.ts'

type Listed = { consents: { id: string; state: string; authorityName: string; registryName: string; items: string[]; purpose: string; caseNumber: string; until: string; companyName: string | null }[] }
type Used = { uses: { outcome: string; systemName: string | null; reference: string | null; consentAt: string | null; purpose: string; conceptNames: string[] }[] }
type Replied = { id?: string; state?: string; fields?: string[]; until?: string; caseNumber?: string; response?: string; error?: { code: string; details?: { reason?: string } } }

const { purpose } = wanted()
const legalBasis = '《样例节能办法》第五条'

describe('a department asks for consent', () => {
  let town: SharingTown
  const systems: Record<string, { id: string; signer: Signer }> = {}

  const grant = async (region: string, more: Record<string, unknown> = {}) => {
    const { body: asked } = await (await town.official('steward', region, 'energy')).post<RequestReply>('/access-requests', wanted({ region, ...more }))
    return (await (await town.official('steward', '990100', 'sky')).post<RequestReply>(`/access-requests/${asked.id}/grant`, { revision: asked.revision, fields: ['residenceAddress', 'birthDate'], perDay: 100, until: '2026-12-31' })).body
  }
  const register = async (id: string, region: string) => {
    const signer = await openKeystore({ folder: `${town.test.app.config.dataDir}/${id}`, secret: 'd'.repeat(40), clock: town.test.app.clock }).signer('department')
    const { kty, crv, x, y } = signer.publicJwk
    expect((await (await town.official('steward', '990100', null)).post('/exchange/consumers', { id, name: '节能补贴系统', line: 'energy', region, jwk: { kty, crv, x, y } })).status).toBe(201)
    systems[region] = { id, signer }
  }
  beforeAll(async () => {
    town = await openSharingTown()
    for (const region of ['990101', '990102']) {
      await register(`energy-${region}`, region)
      await grant(region)
      await grant(region, { purpose: '核对历史住址' })
    }
  })
  afterAll(() => town.close())

  const send = async (path: string, content: Record<string, unknown>, region = '990101') => {
    const { id, signer } = systems[region] ?? { id: '', signer: await town.test.app.keys.signer('exchange') }
    const request = signMessage(signer, 'exchange-request+jwt', { iss: id, aud: town.test.app.config.publicUrl, iat: Math.floor(town.test.app.clock.now().getTime() / 1000), jti: randomUUID(), ...content })
    const { status, body } = await town.test.asNobody.post<Replied>(path, { request })
    return { status, request, ...body, code: body.error?.code }
  }
  const terms = (idNumber: string) => ({ resource: 'residents', subject: { idNumber }, fields: ['residenceAddress'], purpose, legalBasis, caseNumber: 'E-2026-1' })
  const wish = (idNumber: string, more: Record<string, unknown> = {}, region?: string) => send('/exchange/consents', { ...terms(idNumber), until: '2026-06-30', ...more }, region)
  const call = (idNumber: string, consent: string | undefined, more: Record<string, unknown> = {}, region?: string) => send('/exchange/calls', { ...terms(idNumber), ...(consent === undefined ? {} : { consent }), ...more }, region)
  const stateOf = async (consent: string, region?: string) => (await send('/exchange/consents/state', { consent }, region)).state
  const answer = (client: TestClient, id: string, action: string) => client.post<Listed & Replied>(`/department-consents/${id}/answer`, { action })
  const resident = async (nth: number) => {
    const idNumber = inventIdNumber(nth)
    return { idNumber, client: await town.test.as({ person: { idNumber } }) }
  }
  const given = async (nth: number) => {
    const { idNumber, client } = await resident(nth)
    const { id = '' } = await wish(idNumber)
    expect((await answer(client, id, 'agree')).status).toBe(200)
    return { idNumber, client, id }
  }

  it('which the person sees in words, gives and takes back; the call works only in between, and all of it is among who saw their data', async () => {
    const { idNumber, client } = await resident(31_001)
    const asked = await wish(idNumber)
    expect([asked.status, await stateOf(asked.id ?? '')]).toEqual([202, 'asked'])
    const id = asked.id ?? ''
    expect((await client.get<Listed>('/department-consents')).body.consents).toMatchObject([
      { id, state: 'asked', authorityName: '东山区能源局', registryName: '居民库', items: ['居住地址'], purpose, caseNumber: 'E-2026-1', until: '2026-06-30', companyName: null },
    ])
    expect((await client.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)).toContain('东山区能源局请您同意查询：居民库')
    const before = town.registry.asked.length
    expect((await call(idNumber, id)).code).toBe('not_consented')
    expect(town.registry.asked).toHaveLength(before)

    expect((await answer(client, id, 'agree')).body.consents).toMatchObject([{ state: 'given' }])
    const answered = await call(idNumber, id)
    expect([answered.status, parsePayload(answered.response ?? '')?.['outcome'], await stateOf(id)]).toEqual([200, 'found', 'given'])
    expect(town.registry.asked.at(-1)).toMatchObject({ consent: id, caseNumber: 'E-2026-1' })

    expect((await answer(client, id, 'withdraw')).body.consents).toMatchObject([{ state: 'withdrawn' }])
    const after = town.registry.asked.length
    expect([(await call(idNumber, id)).code, await stateOf(id), town.registry.asked.length]).toEqual(['not_consented', 'withdrawn', after])
    const { uses } = (await client.get<Used>('/data-use?kind=lookUp')).body
    expect(uses.map(({ outcome, consentAt }) => [outcome, consentAt]).toSorted()).toEqual([['answers', '2026-03-02T02:00:00.000Z'], ['refused', null], ['refused', null]])
    for (const use of uses) expect(use).toMatchObject({ systemName: '东山区能源局 · 节能补贴系统', purpose, conceptNames: ['居住地址'], reference: '对方的办件编号 E-2026-1' })
  })

  it('and any text, another’s, another purpose’s, another case’s, more fields, another authority’s, or none opens nothing; each try is logged as refused, and seen', async () => {
    const [mine, theirs] = [await given(31_002), await given(31_003)]
    const before = town.registry.asked.length
    const refused = [
      await call(mine.idNumber, 'x'), await call(mine.idNumber, undefined), await call(mine.idNumber, randomUUID()), await call(mine.idNumber, theirs.id), await call(mine.idNumber, '2026-03-01T00:00:00.000Z'),
      await call(mine.idNumber, mine.id, { caseNumber: 'E-2026-2' }), await call(mine.idNumber, mine.id, { purpose: '核对历史住址' }), await call(mine.idNumber, mine.id, { fields: ['residenceAddress', 'birthDate'] }), await call(mine.idNumber, mine.id, {}, '990102'),
    ]
    expect(refused.map(({ code, status }) => `${status} ${code}`)).toEqual(refused.map(() => '403 not_consented'))
    expect(town.registry.asked).toHaveLength(before)
    expect((await mine.client.get<Used>('/data-use')).body.uses.map(({ outcome }) => outcome)).toEqual(refused.map(() => 'refused'))
    expect((await theirs.client.get<Used>('/data-use')).body.uses).toEqual([])
    const [row] = await town.test.app.db.read<{ id: string }[]>`select id from exchange_calls where consumer = 'energy-990101' and consent = 'x'`
    expect(await findCall(town.test.app.db.read, row?.id ?? '')).toMatchObject({ outcome: 'refused', reason: 'the consent does not hold for this', about: [{ subject: keyDigest({ idNumber: mine.idNumber }) }], cached: false })
    expect((await call(mine.idNumber, mine.id)).status).toBe(200)
  })

  it('and a request sent again with the same signature is refused, a registry that is down is no answer, and neither uses the consent up', async () => {
    const { idNumber, id } = await given(31_004)
    const first = await call(idNumber, id)
    expect((await town.test.asNobody.post<Replied>('/exchange/calls', { request: first.request })).body.error?.code).toBe('replayed')
    town.registry.breakWith(404)
    const down = await call(idNumber, id)
    expect(parsePayload(down.response ?? '')).toMatchObject({ outcome: 'unavailable' })
    town.registry.answer({ residenceAddress: '样例市东山区山前街道1号' })
    expect(parsePayload((await call(idNumber, id)).response ?? '')).toMatchObject({ outcome: 'found' })
  })

  it('until its last day, and no longer', async () => {
    const { idNumber, client } = await resident(31_005)
    const { id = '' } = await wish(idNumber, { until: '2026-03-03' })
    await answer(client, id, 'agree')
    town.turnTo('2026-03-03T15:59:00Z')
    const lastDay = await call(idNumber, id)
    town.turnTo('2026-03-03T16:01:00Z') // midnight in China
    const dayAfter = await call(idNumber, id)
    const state = await stateOf(id)
    town.turnTo(start)
    expect([lastDay.status, dayAfter.code, state]).toEqual([200, 'not_consented', 'over'])
  })

  it('once: the same again is answered with what waits or holds, and who said no is left alone for a month', async () => {
    const { idNumber, client } = await resident(31_006)
    const both = await Promise.all([wish(idNumber), wish(idNumber)])
    const id = both[0]?.id ?? ''
    expect(both.map((each) => each.id)).toEqual([id, id])
    expect((await client.get<{ messages: unknown[] }>('/messages')).body.messages).toHaveLength(1)
    expect(both[0]).toMatchObject({ state: 'asked', fields: ['residenceAddress'], until: '2026-06-30', caseNumber: 'E-2026-1' })
    expect(await wish(idNumber, { fields: ['residenceAddress', 'birthDate'] })).toMatchObject({ status: 409, code: 'conflict' })
    await answer(client, id, 'decline')
    expect(await wish(idNumber, { caseNumber: 'E-2026-2' })).toMatchObject({ id, state: 'declined', caseNumber: 'E-2026-1' })
    expect([(await wish(idNumber)).id, await stateOf(id), (await call(idNumber, id)).code]).toEqual([id, 'declined', 'not_consented'])
    expect((await wish(idNumber, { purpose: '核对历史住址' })).id).not.toBe(id)
    town.turnTo('2026-04-02T02:00:00Z')
    const again = await wish(idNumber)
    town.turnTo(start)
    expect(again.id).not.toBe(id)
  })

  it('that is not answered in time has lapsed, and can no longer be given', async () => {
    const { idNumber } = await resident(31_007)
    const { id = '' } = await wish(idNumber)
    town.turnTo('2026-04-02T02:00:00Z')
    const late = await answer((await resident(31_007)).client, id, 'agree')
    const [state, anew] = [await stateOf(id), await wish(idNumber)]
    town.turnTo(start)
    expect([late.status, state, anew.id === id]).toEqual([409, 'lapsed', false])
  })

  it('only within its grant, of a registry that needs one, by a person’s number, for a year at most, with its own signature', async () => {
    const { idNumber } = await resident(31_008)
    for (const more of [{ purpose: '好奇' }, { legalBasis: '《别的法》' }, { fields: ['residenceAddress', 'phone'] }, { resource: 'nothing' }]) expect((await wish(idNumber, more)).code).toBe('not_granted')
    for (const more of [{ until: '2027-03-05' }, { until: '2026-03-01' }, { until: 'tomorrow' }, { subject: { frameNumber: 'LX1' } }, { more: 1 }, { caseNumber: '' }]) expect((await wish(idNumber, more)).code).toBe('invalid')
    expect((await send('/exchange/consents', { ...terms(idNumber), until: '2026-06-30', iss: 'energy-990102' })).code).toBe('bad_signature')
    expect((await wish(idNumber, { iat: 1 })).code).toBe('stale_request')
  })

  it('and learns only what became of its own, never whether somebody has an account', async () => {
    const { id } = await given(31_009)
    const nobody = await wish(inventIdNumber(31_010))
    expect([nobody.status, await stateOf(nobody.id ?? '')]).toEqual([202, 'asked'])
    expect((await send('/exchange/consents/state', { consent: id }, '990102')).code).toBe('not_found')
    expect((await send('/exchange/consents/state', { consent: randomUUID() })).code).toBe('not_found')
    // It waits for whoever it is about.
    const { client } = await resident(31_010)
    expect((await client.get<Listed>('/department-consents')).body.consents).toMatchObject([{ id: nobody.id, state: 'asked' }])
  })
})
