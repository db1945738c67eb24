// Fetched with a code at a window: once, everything under it together, by its person or whom they named; guessed codes slow the window down.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { revokeResult } from '../cases/index.ts'
import { began, home, openDeliveryTown, type DeliveryTown } from '../deliveries/testing.ts'

const signature = [[100, 100, 300, 300, 500, 100], [600, 100, 600, 320]]

let town: DeliveryTown
let east: TestClient
beforeAll(async () => {
  town = await openDeliveryTown()
  east = await town.hall()
  await east.post('/window/seat', { outlet: 'east-hall', counter: '1' })
})
afterAll(() => town.close())

const errorOf = (reply: { body: unknown }) => (reply.body as { error: { code: string } }).error.code
const sign = (code: string | null | undefined, by: TestClient = east, name = '测试居民') => by.post<{ pickup: string }>('/window/pickups/hand-out', { code, name, signature })

/** Waiting on the shelf of the East Hall: the permit, and the chart on paper. */
const waiting = async () => {
  const one = await town.granted({ 'telescope-permit': { way: 'counter' } })
  await one.resident.put(`/applications/${one.application}/deliveries`, { choices: { 'star-chart': { way: 'counter' } } })
  const rows = await town.rows(east, 'toShelve')
  expect((await east.post('/deliveries/shelve', { ids: rows.map(({ id }) => id) })).status).toBe(200)
  return { ...one, pickup: (await one.permit()).pickup }
}

describe('a pick-up code', () => {
  it('opens everything that waits together, once, and ends it on the cases', async () => {
    const { permit, look, pickup, resident } = await waiting()
    expect((await look()).map((item) => item.pickup?.id)).toEqual([pickup?.id, pickup?.id])
    expect((await resident.get<{ messages: { title: string; body: string }[] }>('/messages')).body.messages.find(({ title }) => title.startsWith('可以领取了'))?.body).toContain('东区大厅')
    const found = await east.post<{ results: unknown[]; person: string; fetcher: null }>('/window/pickups/find', { code: pickup?.code })
    expect(found.body).toMatchObject({ person: '测***', fetcher: null, results: [{}, {}] })
    expect((await east.post('/window/pickups/hand-out', { code: pickup?.code, name: '测试居民', signature: [[0, 0, 1, 1]] })).status).toBe(400)
    const both = await Promise.all([sign(pickup?.code), sign(pickup?.code)])
    expect(both.map(({ status }) => status).toSorted()[0]).toBe(200)
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(errorOf(await sign(pickup?.code))).toBe('pickup_code')
    expect(await permit()).toMatchObject({ standing: 'delivered', deliveredHow: 'counter', deliveredOn: '2026-03-02', pickup: null })
    const slip = await east.get<{ received: string; results: unknown[]; signature: unknown[] }>(`/window/pickups/${pickup?.id}/slip`)
    expect(slip.body).toMatchObject({ received: '测试居民', person: '测试居民', results: [{}, {}], signature })
    // The list of the shift names what was fetched with a code too, though nobody was identified for it.
    const { handedOut } = (await east.get<{ list: { handedOut: { name: Record<string, string>; number: string | null }[] } }>('/window/list')).body.list
    expect(handedOut).toHaveLength(2)
    expect(handedOut.filter(({ name, number }) => name['zh-CN'] === '' || number === null)).toEqual([])
  })

  it('is worth nothing once a new one is drawn, or its day is over; another one can be drawn then', async () => {
    const { resident, application, pickup, permit } = await waiting()
    await resident.post(`/applications/${application}/pickups/${pickup?.id}/renew`)
    const renewed = (await permit()).pickup
    expect(renewed?.code).not.toBe(pickup?.code)
    expect(errorOf(await sign(pickup?.code))).toBe('pickup_code')
    town.turnTo('2026-04-02T02:00:00Z')
    const later = await town.test.as({ person: {} })
    expect((await later.post(`/applications/${application}/pickups/${pickup?.id}/renew`)).status).toBe(404)
    town.turnTo(began)
    expect((await sign(renewed?.code)).status).toBe(200)
  })

  it('is of its own hall, and of no resident', async () => {
    const { pickup, resident } = await waiting()
    const west = await town.hall('990102')
    await west.post('/window/seat', { outlet: 'west-hall', counter: '1' })
    expect(errorOf(await west.post('/window/pickups/find', { code: pickup?.code }))).toBe('not_allowed_now')
    expect(errorOf(await sign(pickup?.code, west))).toBe('not_allowed_now')
    const standing = await town.hall()
    for (const path of ['find', 'hand-out']) expect(errorOf(await standing.post(`/window/pickups/${path}`, { code: pickup?.code, ...(path === 'find' ? {} : { name: '测试居民', signature }) }))).toBe('not_allowed_now')
    expect((await standing.get('/window/results')).status).toBe(409)
    expect((await resident.post('/window/pickups/find', { code: pickup?.code })).status).toBe(403)
    expect((await west.get(`/window/pickups/${pickup?.id}/slip`)).status).toBe(404)
    expect((await sign(pickup?.code)).status).toBe(200)
  })

  it('that is guessed makes the window wait, also for the right one', async () => {
    const { pickup } = await waiting()
    const other = await town.hall()
    await other.post('/window/seat', { outlet: 'east-hall', counter: '2' })
    expect(errorOf(await sign('12345678', other))).toBe('invalid') // the check digit is wrong: a slip of the finger counts as none
    const { pickupCode } = await import('../deliveries/pickup.ts')
    for (let guess = 0; guess < 5; guess += 1) expect(errorOf(await sign(pickupCode('guess', 'nobody', guess), other))).toBe('pickup_code')
    expect(errorOf(await sign(pickup?.code, other))).toBe('too_many')
    expect((await sign(pickup?.code)).status).toBe(200)
  })
})

describe('somebody else', () => {
  it('fetches it with their own card when they were named, and the person is told who took it by code', async () => {
    const { resident, application, pickup, permit } = await waiting()
    const card = { name: '测试邻居', idNumber: inventIdNumber(7301) }
    expect((await resident.put(`/applications/${application}/pickups/${pickup?.id}/fetcher`, { fetcher: { ...card, idNumber: '110101190001010000' } })).status).toBe(400)
    await resident.put(`/applications/${application}/pickups/${pickup?.id}/fetcher`, { fetcher: card })
    expect((await permit()).pickup?.fetcher).toMatchObject({ name: '测试邻居', number: expect.stringMatching(/^\d{3}\*+/) })
    await east.post('/window/session', { card })
    const { results } = (await east.get<{ results: { id: string; mayHandOut: boolean; person: string }[] }>('/window/results')).body
    expect(results.map(({ person, mayHandOut }) => [person, mayHandOut])).toEqual([['测***', true], ['测***', true]])
    expect((await east.post(`/window/results/${results[0]?.id}/hand-out`)).status).toBe(200)
    expect((await sign(pickup?.code, east, '测试邻居')).status).toBe(200)
    const titles = (await resident.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)
    expect(titles.some((title) => title.startsWith('已由测试邻居领取'))).toBe(true)
  })

  it('who was not named gets nothing', async () => {
    const { pickup } = await waiting()
    await east.post('/window/session', { card: { name: '测试路人', idNumber: inventIdNumber(7302) } })
    expect((await east.get<{ results: unknown[] }>('/window/results')).body.results).toEqual([])
    expect((await sign(pickup?.code)).status).toBe(200)
  })
})

describe('what nobody fetches', () => {
  it('is reminded of after five working days and once more after ten, then left to the hall; what was sent instead is not', async () => {
    const { resident, application, permit, pickup } = await waiting()
    const follow = async () => {
      const { deliveriesModule } = await import('../deliveries/index.ts')
      await deliveriesModule.jobs?.(town.test.app).find(({ task }) => task === 'deliveries.follow')?.run({})
    }
    const reminders = async () => (await town.test.app.db.read<{ kind: string }[]>`select kind from messages where application_id = ${application} and kind = 'pickupReminder'`).length
    await follow()
    expect(await reminders()).toBe(0)
    for (const [day, count] of [['2026-03-09', 1], ['2026-03-09', 1], ['2026-03-16', 2], ['2026-03-30', 2]] as const) {
      town.turnTo(`${day}T02:00:00Z`)
      await follow()
      expect([day, await reminders()]).toEqual([day, count])
    }
    town.turnTo(began)
    await resident.put(`/applications/${application}/deliveries`, { choices: { 'telescope-permit': { way: 'post' }, 'star-chart': { way: 'post' } }, receiver: home })
    expect(await permit()).toMatchObject({ way: 'post', standing: 'ready', pickup: null })
    expect(errorOf(await sign(pickup?.code))).toBe('pickup_code')
  })

  it('is called off when the result is revoked', async () => {
    const { caseId, permit, pickup, resident, application } = await waiting()
    await resident.put(`/applications/${application}/deliveries`, { choices: { 'star-chart': { way: 'post' } }, receiver: home })
    await town.test.app.db.transaction((tx) => revokeResult({ app: town.test.app, tx, principal: { kind: 'system', name: 'rules' }, requestId: null, at: new Date(began) }, caseId, { reasons: '隐瞒事实', law: '行政许可法第六十九条' }))
    expect(await permit()).toMatchObject({ standing: 'calledOff', pickup: null })
    expect(errorOf(await sign(pickup?.code))).toBe('pickup_code')
  })
})
