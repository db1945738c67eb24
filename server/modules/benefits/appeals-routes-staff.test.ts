// Tests of appeals over HTTP: after a refusal and after declining, answered with reasons, once more to the unit above, and by whom.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messageOfAnswer } from './appeal.ts'
import { accountOnFile } from './entitlement.ts'
import { listEntitlementsForUpdate } from './entitlements-store.ts'
import { account, openBenefitTown, overtaken, resident, staffAt, type Town } from './testing.ts'

type Own = { id: string; benefit: string; state: string; ruling: string | null; appeals: { state: string; answer: string }[]; appeal?: { level: number; until: string } }
type Mine = { account: string | null; entitlements: Own[] }
type Waiting = { appeals: { id: string; name: string; level: number; mayAnswer: boolean; earlier: unknown[] }[] }

let town: Town
beforeAll(async () => { town = await openBenefitTown() })
afterAll(() => town.test.close())

const text = '登记错了，我一直住在这里。'
const login = (sequence: number) => town.test.as({ person: { name: `居民${sequence}`, idNumber: resident(sequence)['person.idNumber'] } })
const city = () => town.test.as(staffAt('approver', '990100'))

/** A widow who has been told, and how she and it are asked for. */
const widow = async (sequence: number) => {
  await town.people(resident(sequence, { 'person.spouseDeceasedOn': '2026-02-10' }))
  await (await login(sequence)).post('/benefits/watch', {})
  const one = async () => (await (await login(sequence)).get<Mine>('/benefits/mine')).body.entitlements.find(({ benefit }) => benefit === 'farewell-grant')
  const id = (await one())?.id ?? ''
  return { one, id, post: async (what: string, body?: object) => (await login(sequence)).post<Own>(`/benefits/entitlements/${id}/${what}`, body), inbox: async () => (await (await login(sequence)).get<{ messages: { kind: string }[] }>('/messages')).body.messages.map(({ kind }) => kind) }
}
const waiting = async (client: Awaited<ReturnType<typeof city>>, name: string) => (await client.get<Waiting>('/benefit-appeals')).body.appeals.find((each) => each.name === name)

describe('an appeal', () => {
  it('is made after declining by mistake, upheld, and paid to the account given then, though the registers say otherwise', async () => {
    const her = await widow(3001)
    expect((await her.post('appeals', { text })).status).toBe(409)
    await her.post('decline')
    expect((await her.one())?.appeal).toEqual({ level: 1, until: '2026-05-01' })
    await town.people(resident(3001, { 'person.spouseDeceasedOn': null }))
    expect((await her.post('confirm', account('居民3001'))).status).toBe(409)
    expect((await her.post('appeals', { text })).body).toMatchObject({ appeals: [{ state: 'open' }] })
    expect((await her.post('appeals', { text })).status).toBe(409)
    const approver = await town.test.as(staffAt('approver'))
    const one = await waiting(approver, '居民3001')
    expect((await approver.post(`/benefit-appeals/${one?.id}/uphold`, { reasons: '户口登记有误，核实属实。' })).status).toBe(200)
    expect(await her.one()).toMatchObject({ state: 'told', ruling: 'upheld', appeals: [{ state: 'upheld', answer: '户口登记有误，核实属实。' }] })
    await (await login(3001)).post('/benefits/watch', {})
    expect((await her.post('confirm', account('居民3001'))).body.state).toBe('confirmed')
    expect(await her.inbox()).toContain('benefitAppealUpheld')
  })

  it('dismissed goes once more to the unit above, whom somebody else answers for, and ends there', async () => {
    const her = await widow(3002)
    await her.post('decline')
    await her.post('appeals', { text })
    const officer = await city()
    const first = await waiting(officer, '居民3002')
    await officer.post(`/benefit-appeals/${first?.id}/dismiss`, { reasons: '登记没有错' })
    expect((await her.one())?.appeal).toEqual({ level: 2, until: '2026-05-01' })
    await her.post('appeals', { text: '请再看一次' })
    expect(await waiting(await town.test.as(staffAt('approver')), '居民3002')).toBeUndefined()
    const above = await waiting(officer, '居民3002')
    expect(above).toMatchObject({ level: 2, mayAnswer: false, earlier: [{ answer: '登记没有错' }] })
    expect((await officer.post(`/benefit-appeals/${above?.id}/uphold`, { reasons: '再看一次' })).body).toMatchObject({ error: { code: 'second_person' } })
    const other = await town.test.as({ staff: [{ role: 'head', region: '990100', line: 'sky' }] })
    expect((await other.post(`/benefit-appeals/${above?.id}/dismiss`, { reasons: '登记没有错' })).status).toBe(200)
    expect((await her.one())?.appeal).toBeUndefined()
    expect((await her.inbox()).toSorted()).toEqual(expect.arrayContaining(['benefitAppealDismissed', 'benefitAppealEnded']))
  })

  it('of somebody who has said yes after all is upheld without a step, and what ends later does not take it away', async () => {
    const her = await widow(3006)
    await her.post('decline')
    await her.post('appeals', { text })
    await her.post('confirm', account('居民3006'))
    const approver = await town.test.as(staffAt('approver'))
    const one = await waiting(approver, '居民3006')
    expect((await approver.post(`/benefit-appeals/${one?.id}/uphold`, { reasons: '已经确认' })).status).toBe(200)
    expect(await her.one()).toMatchObject({ state: 'confirmed', ruling: 'upheld', appeals: [{ state: 'upheld' }] })
    await town.people(resident(3006, { 'person.spouseDeceasedOn': null }))
    await (await login(3006)).post('/benefits/watch', {})
    expect((await her.one())?.state).toBe('confirmed')
  })

  it('is over with its last day, and is nobody else\'s', async () => {
    const her = await widow(3003)
    await her.post('decline')
    expect((await (await login(3004)).post(`/benefits/entitlements/${her.id}/appeals`, { text })).status).toBe(404)
    town.turnTo('2026-05-02T02:00:00Z')
    expect([(await her.one())?.appeal, (await her.post('appeals', { text })).status]).toEqual([undefined, 409])
    town.turnTo('2026-05-01T02:00:00Z')
    expect((await her.post('appeals', { text })).status).toBe(201)
    const [elsewhere, otherLine, clerk] = [await town.test.as(staffAt('approver', '990102')), await town.test.as(staffAt('approver', '990101', 'energy')), await town.test.as(staffAt('clerk'))]
    const one = await waiting(clerk, '居民3003')
    expect(one?.mayAnswer).toBe(false)
    expect((await clerk.post(`/benefit-appeals/${one?.id}/uphold`, { reasons: '可以' })).status).toBe(403)
    for (const stranger of [elsewhere, otherLine]) expect([await waiting(stranger, '居民3003'), (await stranger.post(`/benefit-appeals/${one?.id}/uphold`, { reasons: '可以' })).status]).toEqual([undefined, 404])
    expect((await (await login(3003)).get('/benefit-appeals')).status).toBe(403)
  })
})

it('an answer is told in the words of the unit that gave it and of what follows', () => {
  expect([messageOfAnswer({ state: 'dismissed', level: 1 }, 'lapsed', true), messageOfAnswer({ state: 'dismissed', level: 1 }, 'lapsed', false), messageOfAnswer({ state: 'dismissed', level: 2 }, 'lapsed', false)])
    .toEqual(['benefitAppealDismissed', 'benefitAppealFinal', 'benefitAppealEnded'])
  expect([messageOfAnswer({ state: 'upheld', level: 1 }, 'lapsed', false), messageOfAnswer({ state: 'upheld', level: 2 }, 'recovering', false)]).toEqual(['benefitAppealUpheld', 'benefitAppealKept'])
})

it('the account is asked for once: the next policy is confirmed to the one on file', async () => {
  town.turnTo('2026-05-03T02:00:00Z')
  const client = await login(3005)
  await town.people(resident(3005, { 'person.spouseDeceasedOn': '2024-05-01' }))
  await client.post('/benefits/watch', {})
  const mine = async () => (await client.get<Mine>('/benefits/mine')).body
  const [solace] = (await mine()).entitlements
  expect((await mine()).account).toBeNull()
  expect((await client.post(`/benefits/entitlements/${solace?.id}/confirm`, { onFile: true })).status).toBe(400)
  await client.post(`/benefits/entitlements/${solace?.id}/confirm`, account('居民3005'))
  expect((await mine()).account).toBe('6219 **** **** 1018')
  await town.people(resident(3005, { 'person.spouseDeceasedOn': '2026-05-01' }))
  await client.post('/benefits/watch', {})
  const farewell = (await mine()).entitlements.find(({ benefit }) => benefit === 'farewell-grant')
  expect((await client.post<Own>(`/benefits/entitlements/${farewell?.id}/confirm`, { onFile: true })).body).toMatchObject({ state: 'confirmed', account: '6219 **** **** 1018' })
})

it('an account a bank has sent back is none on file, until it is given again', () => {
  const [good, bad] = [{ account: account('居民'), accountGivenAt: '2026-01-01' }, { account: { ...account('居民'), number: '755012345678901' }, accountGivenAt: '2026-02-01' }]
  const sentBack = new Map([['755012345678901', '2026-03-01']])
  expect([accountOnFile([good, bad], new Map()), accountOnFile([good, bad], sentBack), accountOnFile([bad, { account: null, accountGivenAt: null }], sentBack)]).toEqual([bad, good, undefined])
  expect(accountOnFile([good, { ...bad, accountGivenAt: '2026-03-02' }], sentBack)?.account).toBe(bad.account)
})

it('an account a bank has sent back is not offered again because another policy it was given for moves on', async () => {
  town.turnTo('2026-05-04T02:00:00Z')
  const known = { 'person.birthDate': '1950-01-01', 'person.spouseDeceasedOn': '2024-06-01' }
  await town.people(resident(3016, known))
  await (await login(3016)).post('/benefits/watch', {})
  const mine = async () => (await (await login(3016)).get<Mine>('/benefits/mine')).body
  const idOf = async (policy: string) => (await mine()).entitlements.find(({ benefit }) => benefit === policy)?.id ?? ''
  const confirm = async (policy: string, to: object) => (await login(3016)).post(`/benefits/entitlements/${await idOf(policy)}/confirm`, to)
  for (const policy of ['solace-grant', 'star-allowance']) expect((await confirm(policy, account('居民3016'))).status).toBe(200)
  const [head, approver] = [await town.test.as(staffAt('head')), await town.test.as(staffAt('approver'))]
  const { body: list } = await head.post<{ id: string; revision: number }>('/pay-lists', { benefit: 'star-allowance', period: '2026-05', region: '990101' })
  const approved = await approver.post<{ revision: number }>(`/pay-lists/${list.id}/approve`, { revision: list.revision })
  await approver.post(`/pay-lists/${list.id}/send`, { revision: approved.body.revision })
  town.turnTo('2026-05-05T02:00:00Z')
  const later = await town.test.as(staffAt('approver'))
  expect((await later.post(`/pay-lists/${list.id}/returns`, { file: `H|TONGBAN-RET|1|${list.id}|1|0|1000\nR|1|1003` })).status).toBe(200)
  expect((await mine()).account).toBeNull()
  town.turnTo('2026-05-06T02:00:00Z')
  expect((await confirm('star-allowance', { ...account('居民3016'), number: '755012345678901' })).status).toBe(200)
  town.turnTo('2026-05-07T02:00:00Z')
  await town.people(resident(3016, { ...known, 'person.spouseDeceasedOn': null }))
  await (await login(3016)).post('/benefits/watch', {})
  expect([(await mine()).entitlements.find(({ benefit }) => benefit === 'solace-grant')?.state, (await mine()).account]).toEqual(['lapsed', '7550 **** **** 8901'])
})

it('an answer to an appeal and a screening of the same person wait for one another', async () => {
  const her = await widow(3017)
  await her.post('decline')
  await her.post('appeals', { text })
  const approver = await town.test.as(staffAt('approver'))
  const one = await waiting(approver, '居民3017')
  const answered = await overtaken(town, resident(3017)['person.idNumber'], () => approver.post(`/benefit-appeals/${one?.id}/uphold`, { reasons: '核实属实。' }), (tx, subject) => listEntitlementsForUpdate(tx, subject.id))
  expect(answered.status).toBe(200)
})
