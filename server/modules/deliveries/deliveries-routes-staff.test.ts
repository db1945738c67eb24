// What a hall sends: booked in bulk with an outcome for each, followed to the door, and everything that can go wrong on the way.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { signatureOf } from './courier-signature.ts'
import { deliverCase } from './picking-up.ts'
import { began, home, openDeliveryTown, type DeliveryTown } from './testing.ts'

let town: DeliveryTown
let east: TestClient
beforeAll(async () => {
  town = await openDeliveryTown()
  east = await town.hall()
})
afterAll(() => town.close())

const post = { 'telescope-permit': { way: 'post' } }
const book = (ids: readonly string[], by: TestClient = east) => by.post<{ outcomes: { id: string; outcome: string }[] }>('/deliveries/book', { ids })
const errorOf = (reply: { body: unknown }) => (reply.body as { error: { code: string } }).error

const idIn = async (view: string, number: string) => (await town.rows(east, view)).find(({ caseNumber }) => caseNumber === number)?.id ?? ''

/** Granted and booked; `id` is the delivery's. */
const sent = async () => {
  const one = await town.granted(post, home)
  const id = await idIn('toSend', one.number)
  expect((await book([id])).body.outcomes).toEqual([{ id, outcome: 'done' }])
  await town.test.runJobs()
  return { ...one, id }
}

describe('a parcel', () => {
  it('is booked once, followed on its way, and ends as delivered on the case, with the day', async () => {
    const { permit, resident, application, caseId } = await sent()
    expect(await permit()).toMatchObject({ standing: 'sent', canChange: false, parcel: { state: 'booked' } })
    const atTheCounter = town.test.app.db.transaction((tx) => deliverCase({ app: town.test.app, tx, principal: { kind: 'system', name: 'rules' }, requestId: null, at: new Date(began) }, caseId, 'counter', {}))
    await expect(atTheCounter).rejects.toMatchObject({ code: 'not_allowed_now' })
    for (let step = 0; step < 4; step += 1) await town.step()
    expect(await permit()).toMatchObject({ standing: 'delivered', deliveredOn: '2026-03-02', deliveredHow: 'post', parcel: { state: 'delivered' } })
    expect((await permit()).parcel?.events.map(({ kind }) => kind)).toEqual(['delivered', 'outForDelivery', 'passed', 'collected', 'booked'])
    const tracked = (await resident.get<{ cases: { id: string; course: { deliveredOn: string | null } }[]; history: { action: string }[] }>(`/applications/${application}`)).body
    expect(tracked.cases.find(({ id }) => id === caseId)?.course.deliveredOn).toBe('2026-03-02')
    expect(tracked.history.filter(({ action }) => action === 'deliver')).toHaveLength(1)
    expect((await resident.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)).toContain('已寄出：望远镜许可证')
  })

  it('is the same when every report comes twice, in the wrong order, or only when asked for', async () => {
    const { permit } = await sent()
    await town.misbehave({ callbacks: 'twice' })
    await town.step()
    await town.misbehave({ callbacks: 'never' })
    await town.step()
    await town.misbehave({ callbacks: 'once' })
    expect((await permit()).parcel?.events).toHaveLength(2)
    await town.step() // its number tells that one is missing, so the courier is asked
    await town.test.runJobs()
    expect((await permit()).parcel?.events).toHaveLength(4)
    await town.misbehave({ callbacks: 'never' })
    await town.step()
    town.turnTo('2026-03-02T02:30:00Z')
    const { deliveriesModule } = await import('./index.ts')
    await deliveriesModule.jobs?.(town.test.app).find(({ task }) => task === 'deliveries.follow')?.run({})
    expect(await permit()).toMatchObject({ standing: 'delivered' })
    await town.misbehave({ callbacks: 'once' })
    town.turnTo(began)
  })

  it('that is lost goes back to the hall to be made again, and the person is told', async () => {
    await town.misbehave({ fate: 'lose' })
    const { permit, resident, id } = await sent()
    await town.misbehave({ fate: 'deliver' })
    for (let step = 0; step < 3; step += 1) await town.step()
    expect(await permit()).toMatchObject({ standing: 'ready', way: 'post', parcel: null })
    expect((await town.rows(east, 'toSend')).find((row) => row.id === id)).toMatchObject({ mishap: 'lost' })
    expect((await resident.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)).toContain('快递丢失，正在补办：望远镜许可证')
    expect((await book([id])).body.outcomes).toEqual([{ id, outcome: 'done' }])
    await town.test.runJobs()
    expect(await permit()).toMatchObject({ standing: 'sent', parcel: { state: 'booked' } })
  })

  it('that nobody takes comes back to the hall and can be fetched there', async () => {
    await town.misbehave({ fate: 'decline' })
    const { permit } = await sent()
    await town.misbehave({ fate: 'deliver' })
    for (let step = 0; step < 5; step += 1) await town.step()
    expect(await permit()).toMatchObject({ standing: 'shelved', way: 'counter', canChange: true, pickup: { outlet: 'east-hall' } })
    expect((await permit()).pickup?.code).toMatch(/^\d{8}$/)
  })

  it('the courier does not carry is with the hall again, with the courier\'s reason; one it cannot be asked about is tried again', async () => {
    const { permit, number } = await town.granted(post, { ...home, address: '样例市不通邮的岛上1号' })
    const id = await idIn('toSend', number)
    await book([id])
    await town.test.runJobs()
    expect((await town.rows(east, 'toSend')).find((row) => row.id === id)).toMatchObject({ mishap: 'rejected', because: '收件地址不在服务范围' })
    expect(await permit()).toMatchObject({ standing: 'ready' })
    const next = await town.granted(post, home)
    const other = await idIn('toSend', next.number)
    await town.misbehave({ mode: 'down' })
    await book([other])
    await expect(town.test.runJobs()).rejects.toThrow()
    expect((await town.rows(east, 'onTheWay')).find((row) => row.id === other)?.parcel).toMatchObject({ state: 'requested', number: null })
    expect((await town.rows(east, 'onTheWay')).find((row) => row.id === other)?.parcel?.failure).toBeTruthy()
    await town.misbehave({ mode: 'ok' })
    await town.test.retryJobs()
    expect(await next.permit()).toMatchObject({ standing: 'sent', parcel: { state: 'booked' } })
  })

  it('can be taken back until the courier has it', async () => {
    const { permit, id } = await sent()
    const parcel = (await town.rows(east, 'onTheWay')).find((row) => row.id === id)?.parcel?.id
    expect((await (await town.hall('990102')).post(`/deliveries/parcels/${parcel}/cancel`)).status).toBe(404)
    expect((await east.post(`/deliveries/parcels/${parcel}/cancel`)).status).toBe(200)
    expect(await permit()).toMatchObject({ standing: 'ready', canChange: true })
    expect(errorOf(await east.post(`/deliveries/parcels/${parcel}/cancel`)).code).toBe('not_found')
    await book([id])
    await town.test.runJobs()
    await town.step()
    const again = (await town.rows(east, 'onTheWay')).find((row) => row.id === id)?.parcel?.id
    expect(errorOf(await east.post(`/deliveries/parcels/${again}/cancel`)).code).toBe('not_allowed_now')
  })

  it('takes no report that is not signed by the courier, and none of a stranger', async () => {
    const { permit } = await sent()
    const number = (await permit()).parcel?.number
    const report = (to: string | null | undefined) => JSON.stringify({ number: to, event: { seq: 2, kind: 'delivered', at: began, place: '', note: '' } })
    const push = (payload: string, signature?: string) => town.test.server.inject({ method: 'POST', url: '/api/v1/carriers/events', payload, headers: { 'content-type': 'application/json', ...(signature ? { 'courier-signature': signature } : {}) } })
    expect((await push(report(number))).statusCode).toBe(401)
    expect((await push(report(number), signatureOf('wrong', new Date(began), report(number)))).statusCode).toBe(401)
    expect((await push('[]', signatureOf(town.courier.key, new Date(began), '[]'))).statusCode).toBe(400)
    expect((await push(report('SL0000'), signatureOf(town.courier.key, new Date(began), report('SL0000')))).statusCode).toBe(404)
    expect(await permit()).toMatchObject({ standing: 'sent', parcel: { state: 'booked' } })
  })
})

describe('the list of a hall', () => {
  it('names for every row whether it went, and nothing of other halls', async () => {
    const toSend = await idIn('toSend', (await town.granted(post, home)).number)
    const toShelve = await idIn('toShelve', (await town.granted({ 'telescope-permit': { way: 'counter' } })).number)
    const west = await town.hall('990102')
    expect(await town.rows(west, 'toSend')).toEqual([])
    expect((await book([toSend], west)).body.outcomes).toEqual([{ id: toSend, outcome: 'not_found' }])
    expect((await book([toSend, toShelve])).body.outcomes).toEqual([{ id: toSend, outcome: 'done' }, { id: toShelve, outcome: 'not_allowed_now' }])
    await town.test.runJobs()
    const parcel = (await town.rows(east, 'onTheWay')).find(({ id }) => id === toSend)?.parcel
    const labels = async (by: TestClient) => (await by.get<{ labels: { number: string; receiver: object }[] }>(`/deliveries/labels?parcels=${parcel?.id}`)).body.labels
    expect(await labels(east)).toMatchObject([{ number: parcel?.number, receiver: home, contents: '望远镜许可证', pays: 'sender' }])
    expect(await labels(west)).toEqual([])
  })

  it('counts the working days left until the result has to be there, and what nobody fetches', async () => {
    const { number } = await town.granted({ 'telescope-permit': { way: 'counter' } })
    const row = (await town.rows(east, 'toShelve')).find(({ caseNumber }) => caseNumber === number)
    expect(row?.daysLeft).toBe(10)
    await east.post('/deliveries/shelve', { ids: [row?.id] })
    town.turnTo('2026-03-17T02:00:00Z')
    const later = await town.hall()
    expect((await town.rows(later, 'uncollected')).find(({ id }) => id === row?.id)).toMatchObject({ daysLeft: -1 })
    town.turnTo(began)
    expect(await town.rows(await town.hall(), 'uncollected')).toEqual([])
  })
})
