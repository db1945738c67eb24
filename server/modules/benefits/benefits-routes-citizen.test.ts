// Tests of what is mine over HTTP: agreement, nobody else's, no second payment for the same time, and changing over.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account, openBenefitTown, resident, staffAt, type Town } from './testing.ts'

type Mine = { agreedAt: string | null; entitlements: { id: string; benefit: string; state: string; period: string }[]; matches: { id: string }[] }

let town: Town
beforeAll(async () => { town = await openBenefitTown() })
afterAll(() => town.test.close())

const login = (sequence: number) => town.test.as({ person: { name: `居民${sequence}`, idNumber: resident(sequence)['person.idNumber'] } })

describe('what is mine', () => {
  it('is asked for only once I agree, and not any more when I end it', async () => {
    const client = await login(911)
    expect((await client.get<Mine>('/benefits/mine')).body).toMatchObject({ agreedAt: null, entitlements: [], matches: [] })
    const agreed = await client.post<Mine>('/benefits/watch', {})
    expect([agreed.status, agreed.body.agreedAt === null, agreed.body.matches.length]).toEqual([200, false, 3])
    expect((await client.post<Mine>('/benefits/unwatch', {})).body.agreedAt).toBeNull()
  })

  it('is nobody else\'s: not another person\'s, not a company\'s I do not act for, not an official\'s', async () => {
    const [own, other, clerk] = [await login(912), await login(913), await town.test.as(staffAt('clerk'))]
    await town.people(resident(912, { 'person.spouseDeceasedOn': '2026-02-10' }))
    await own.post('/benefits/watch', {})
    const [one] = (await own.get<Mine>('/benefits/mine')).body.entitlements
    expect((await other.post(`/benefits/entitlements/${one?.id}/confirm`, account('居民913'))).status).toBe(404)
    expect((await other.post(`/benefits/entitlements/${one?.id}/decline`)).status).toBe(404)
    expect((await other.get('/benefits/mine?uscc=91990101MA99900001')).status).toBe(404)
    expect((await clerk.get('/benefits/mine')).status).toBe(403)
    expect((await town.test.asNobody.get('/benefits/mine')).status).toBe(401)
  })

  it('can be declined, and confirmed after all', async () => {
    const client = await login(912)
    const [one] = (await client.get<Mine>('/benefits/mine')).body.entitlements
    expect((await client.post(`/benefits/entitlements/${one?.id}/decline`)).body).toMatchObject({ state: 'declined' })
    expect((await client.post(`/benefits/entitlements/${one?.id}/confirm`, account('居民912'))).body).toMatchObject({ state: 'confirmed' })
    expect((await client.post(`/benefits/entitlements/${one?.id}/confirm`, account('居民912'))).status).toBe(409)
  })
})

it('of two policies that exclude each other only one is paid, also when the facts change in between', async () => {
  const client = await login(914)
  await town.people(resident(914, { 'person.spouseDeceasedOn': '2024-05-01' }))
  await client.post('/benefits/watch', {})
  const mine = async () => (await client.get<Mine>('/benefits/mine')).body.entitlements
  const solace = (await mine()).find(({ benefit }) => benefit === 'solace-grant')
  expect((await client.post(`/benefits/entitlements/${solace?.id}/confirm`, account('居民914'))).status).toBe(200)
  await town.people(resident(914, { 'person.spouseDeceasedOn': '2026-02-20' }))
  await client.post('/benefits/watch', {})
  expect((await mine()).map(({ benefit, state }) => [benefit, state]).toSorted()).toEqual([['farewell-grant', 'told'], ['solace-grant', 'lapsed']])
})

it('what excludes a benefit paid once goes on excluding it when only its newest period ends', async () => {
  await town.people(resident(916, { 'person.spouseDeceasedOn': '2024-12-01' }))
  const mine = async () => {
    const client = await login(916)
    await client.post('/benefits/watch', {})
    return { client, of: (benefit: string, period: string) => client.get<Mine>('/benefits/mine').then(({ body }) => body.entitlements.find((each) => each.benefit === benefit && each.period === period)) }
  }
  const first = await mine()
  expect((await first.client.post(`/benefits/entitlements/${(await first.of('solace-grant', '2026'))?.id}/confirm`, account('居民916'))).status).toBe(200)
  town.turnTo('2027-01-10T02:00:00Z')
  const later = await mine()
  const newest = await later.of('solace-grant', '2027')
  expect(newest?.state).toBe('confirmed')
  await later.client.post(`/benefits/entitlements/${newest?.id}/decline`)
  await town.people(resident(916, { 'person.spouseDeceasedOn': '2026-12-20' }))
  const now = await mine()
  expect((await now.of('solace-grant', '2026'))?.state).toBe('confirmed')
  expect((await now.client.post(`/benefits/entitlements/${(await now.of('farewell-grant', 'once'))?.id}/confirm`, account('居民916'))).body).toMatchObject({ error: { code: 'benefit_excluded' } })
  town.turnTo('2026-03-02T02:00:00Z')
})

it('a month is found once only, and goes on to the same account in the next', async () => {
  const client = await login(915)
  await town.people(resident(915, { 'person.birthDate': '1950-01-01' }))
  await client.post('/benefits/watch', {})
  await client.post('/benefits/watch', {})
  const [first] = (await client.get<Mine>('/benefits/mine')).body.entitlements
  expect(first).toMatchObject({ benefit: 'star-allowance', state: 'told', period: '2026-03' })
  await client.post(`/benefits/entitlements/${first?.id}/confirm`, account('居民915'))
  town.turnTo('2026-04-01T02:00:00Z')
  const later = await login(915)
  await later.post('/benefits/watch', {})
  expect((await later.get<Mine>('/benefits/mine')).body.entitlements.map(({ period, state }) => [period, state]).toSorted()).toEqual([['2026-03', 'confirmed'], ['2026-04', 'confirmed']])
})
