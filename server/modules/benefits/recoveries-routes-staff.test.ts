// Tests of giving back over HTTP: who begins it and why, instalments that come out, reminded of once, settled with the last, and what the dead are spared.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { instalmentsFor } from './instalment.ts'
import { remindOfInstalments } from './recovering.ts'
import { account, openBenefitTown, resident, staffAt, type Town } from './testing.ts'

type Recoveries = { recoveries: { id: string; name: string; state: string; because: string; reasons: string; repayer: { who: string; name: string } | null; instalments: { seq: number; fen: number; dueOn: string; paidOn: string | null }[] }[] }
type Mine = { entitlements: { id: string; state: string; ruling: string | null; instalments: unknown[]; appeal?: { level: number; until: string } }[] }
type List = { id: string; revision: number; people: { recoverable?: string }[] }
type Waiting = { appeals: { id: string; name: string; mayAnswer: boolean }[] }

let town: Town
beforeAll(async () => { town = await openBenefitTown() })
afterAll(() => town.test.close())

/** Somebody of seventy-six who has an account, with an allowance paid for March. */
const paid = async (sequence: number) => {
  const record = resident(sequence, { 'person.birthDate': '1950-01-01' })
  const login = () => town.test.as({ person: { name: `居民${sequence}`, idNumber: record['person.idNumber'] } })
  await town.people(record)
  const [client, head, approver] = [await login(), await town.test.as(staffAt('head')), await town.test.as(staffAt('approver'))]
  await client.post('/benefits/watch', {})
  const id = (await client.get<Mine>('/benefits/mine')).body.entitlements[0]?.id ?? ''
  await client.post(`/benefits/entitlements/${id}/confirm`, account(`居民${sequence}`))
  const { body: list } = await head.post<List>('/pay-lists', { benefit: 'star-allowance', period: '2026-03', region: '990101' })
  const approved = await approver.post<List>(`/pay-lists/${list.id}/approve`, { revision: list.revision })
  await approver.post(`/pay-lists/${list.id}/send`, { revision: approved.body.revision })
  await approver.post(`/pay-lists/${list.id}/returns`, { file: `H|TONGBAN-RET|1|${list.id}|1|1000|0\nR|1|0000` })
  const one = async () => (await (await login()).get<Mine>('/benefits/mine')).body.entitlements.find((each) => each.id === id)
  const inbox = async () => (await (await login()).get<{ messages: { kind: string }[] }>('/messages')).body.messages.map(({ kind }) => kind).filter((kind) => /Recovering|Plan|Instalment|Appeal/.test(kind)).toSorted()
  const owed = async () => (await (await town.test.as(staffAt('clerk'))).get<Recoveries>('/benefit-recoveries')).body.recoveries.find((each) => each.id === id)
  const dies = async () => {
    await town.people({ ...record, 'person.deceasedOn': '2026-02-10' })
    await head.post('/benefits/changes', { for: 'person', number: record['person.idNumber'], change: 'death' })
    await town.test.runJobs()
  }
  return { id, list: list.id, login, one, inbox, owed, dies, at: `/benefits/entitlements/${id}` }
}

const reasons = '核实时已经搬到外市。'
const self = (sequence: number) => ({ who: 'self', name: `居民${sequence}` })

describe('giving back', () => {
  it('is begun by an approver of the place and line with reasons the person reads, appealed against, and kept when that is upheld', async () => {
    const his = await paid(5001)
    const [approver, clerk, elsewhere, otherLine] = [await town.test.as(staffAt('approver')), await town.test.as(staffAt('clerk')), await town.test.as(staffAt('approver', '990102')), await town.test.as(staffAt('approver', '990101', 'energy'))]
    expect((await clerk.get<List>(`/pay-lists/${his.list}`)).body.people[0]?.recoverable).toBe(his.id)
    expect((await clerk.post(`${his.at}/recovery`, { reasons })).status).toBe(403)
    for (const stranger of [elsewhere, otherLine]) expect((await stranger.post(`${his.at}/recovery`, { reasons })).status).toBe(404)
    expect((await (await his.login()).post(`${his.at}/recovery`, { reasons })).status).toBe(403)
    expect((await approver.post<Recoveries>(`${his.at}/recovery`, { reasons })).body.recoveries).toMatchObject([{ id: his.id, state: 'recovering', because: 'mistake', reasons, repayer: null }])
    expect((await approver.post(`${his.at}/recovery`, { reasons })).status).toBe(409)
    expect((await clerk.get<List>(`/pay-lists/${his.list}`)).body.people[0]?.recoverable).toBeUndefined()
    expect(await his.one()).toMatchObject({ state: 'recovering', appeal: { level: 1, until: '2026-05-01' } })
    await approver.post(`${his.at}/instalments`, { parts: 2, firstDueOn: '2026-03-31', repayer: self(5001) })
    await (await his.login()).post(`${his.at}/appeals`, { text: '我没有搬走。' })
    expect((await approver.post(`${his.at}/recovered`, { repayer: self(5001) })).body).toMatchObject({ error: { details: { appeal: 'open' } } })
    const asked = (await approver.get<Waiting>('/benefit-appeals')).body.appeals.find(({ name }) => name === '居民5001')
    const answer = { reasons: '核实属实，没有搬走。' }
    expect(asked?.mayAnswer).toBe(false)
    expect((await approver.post(`/benefit-appeals/${asked?.id}/uphold`, answer)).body).toMatchObject({ error: { code: 'second_person' } })
    expect((await (await town.test.as(staffAt('head'))).post(`/benefit-appeals/${asked?.id}/uphold`, answer)).status).toBe(200)
    expect(await his.one()).toMatchObject({ state: 'paid', ruling: 'upheld', instalments: [] })
    expect(await his.inbox()).toEqual(['benefitAppealKept', 'benefitPlan', 'benefitRecovering'])
  })

  it('comes in by instalments that were agreed: reminded of before each, settled with the last, and seen by whoever pays', async () => {
    const her = await paid(5002)
    const [approver, clerk, elsewhere] = [await town.test.as(staffAt('approver')), await town.test.as(staffAt('clerk')), await town.test.as(staffAt('approver', '990102'))]
    await approver.post(`${her.at}/recovery`, { reasons })
    expect((await elsewhere.get<Recoveries>('/benefit-recoveries')).body.recoveries).toEqual([])
    const plan = { parts: 3, firstDueOn: '2026-03-31', repayer: self(5002) }
    expect((await clerk.post(`${her.at}/instalments`, plan)).status).toBe(403)
    expect((await elsewhere.post(`${her.at}/instalments`, plan)).status).toBe(404)
    expect((await approver.post(`${her.at}/instalments`, { ...plan, firstDueOn: '2026-03-01' })).status).toBe(400)
    await approver.post(`${her.at}/instalments`, plan)
    expect((await her.owed())?.instalments.map(({ fen, dueOn }) => [fen, dueOn])).toEqual([[334, '2026-03-31'], [333, '2026-04-30'], [333, '2026-05-31']])
    town.turnTo('2026-03-28T02:00:00Z')
    await remindOfInstalments(town.test.app)
    await remindOfInstalments(town.test.app)
    expect(await her.inbox()).toEqual(['benefitInstalmentDue', 'benefitPlan', 'benefitRecovering'])
    const later = await town.test.as(staffAt('approver'))
    const pay = (seq: number) => later.post<Recoveries>(`${her.at}/instalments/${seq}/paid`)
    expect([(await pay(1)).status, (await pay(1)).status, (await later.post(`${her.at}/instalments`, { ...plan, firstDueOn: '2026-04-30' })).status]).toEqual([200, 409, 409])
    await pay(3)
    expect((await pay(2)).body.recoveries).toEqual([])
    expect((await her.one())?.state).toBe('recovered')
    town.turnTo('2026-03-02T02:00:00Z')
  })

  it('settled at once leaves no part to be reminded of', async () => {
    const his = await paid(5003)
    const approver = await town.test.as(staffAt('approver'))
    await approver.post(`${his.at}/recovery`, { reasons })
    await approver.post(`${his.at}/instalments`, { parts: 2, firstDueOn: '2026-03-03', repayer: self(5003) })
    await approver.post(`${his.at}/instalments/1/paid`)
    expect((await approver.post(`${his.at}/recovered`, { repayer: self(5003) })).status).toBe(200)
    expect(await his.one()).toMatchObject({ state: 'recovered', instalments: [{ seq: 1 }] })
    town.turnTo('2026-04-02T02:00:00Z')
    await remindOfInstalments(town.test.app)
    expect(await his.inbox()).toEqual(['benefitPlan', 'benefitRecovering'])
    town.turnTo('2026-03-02T02:00:00Z')
  })

  it('after a death is for whoever is named to give back, and nothing is sent to the dead', async () => {
    const her = await paid(5004)
    await her.dies()
    expect(await her.owed()).toMatchObject({ state: 'recovering', because: 'deceased', repayer: null })
    const approver = await town.test.as(staffAt('approver'))
    const plan = { parts: 2, firstDueOn: '2026-03-03' }
    expect((await approver.post(`${her.at}/instalments`, { ...plan, repayer: self(5004) })).body).toMatchObject({ error: { details: { repayer: 'self' } } })
    await approver.post(`${her.at}/instalments`, { ...plan, repayer: { who: 'family', name: '居民女儿' } })
    await remindOfInstalments(town.test.app)
    expect(await her.owed()).toMatchObject({ repayer: { who: 'family', name: '居民女儿' } })
    expect(await her.inbox()).toEqual([])
  })
})

it('parts come out to the fen, a month apart', () => {
  expect(instalmentsFor(1000, 3, '2026-01-31')).toEqual([{ seq: 1, fen: 334, dueOn: '2026-01-31' }, { seq: 2, fen: 333, dueOn: '2026-02-28' }, { seq: 3, fen: 333, dueOn: '2026-03-31' }])
})
