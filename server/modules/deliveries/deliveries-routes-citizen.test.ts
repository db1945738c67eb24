// What applicants choose for their results: while applying, afterwards, and not any more once something has left; nobody else's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { fillDraft } from '../../testing/telescope.ts'
import { home, openDeliveryTown, type ChoosingReply, type DeliveryTown } from './testing.ts'

let town: DeliveryTown
let east: TestClient
beforeAll(async () => {
  town = await openDeliveryTown()
  east = await town.hall()
})
afterAll(() => town.close())

const post = { 'telescope-permit': { way: 'post' } }
const errorOf = (reply: { body: unknown }) => (reply.body as { error: { code: string; details?: { problems?: Record<string, string> } } }).error

describe('choosing', () => {
  it('is asked while the draft is filled in, with the address known already', async () => {
    const resident = await town.test.as({ person: {} })
    const id = await fillDraft(resident)
    const { body } = await resident.get<ChoosingReply>(`/applications/${id}/deliveries`)
    expect(body).toMatchObject({ submitted: false, items: [{ service: 'telescope-permit', ways: ['post', 'counter'], standing: 'planned', halls: ['east-hall'], canChange: true }, { service: 'star-chart', way: 'online' }] })
    expect(body.receiver.name).toBe('测试居民')
    const chosen = await resident.put<ChoosingReply>(`/applications/${id}/deliveries`, { choices: { ...post, 'star-chart': { way: 'counter', outlet: 'east-hall' } }, receiver: home })
    expect(chosen.body.items.map(({ way }) => way)).toEqual(['post', 'counter'])
    expect((await resident.get<ChoosingReply>(`/applications/${id}/deliveries`)).body.receiver).toEqual(home)
    const problems = async (choices: object, receiver: object = home) => errorOf(await resident.put(`/applications/${id}/deliveries`, { choices, receiver })).details?.problems
    expect(await problems({ 'telescope-permit': { way: 'online' }, 'no-such': { way: 'post' }, 'star-chart': { way: 'counter', outlet: 'west-hall' } })).toEqual({ 'telescope-permit': 'way', 'no-such': 'unknown', 'star-chart': 'outlet' })
    expect(await problems(post, { ...home, address: '' })).toEqual({ receiver: 'address' })
  })

  it('is nobody else\'s, and the halls\' lists are not for residents', async () => {
    const { application, resident } = await town.granted()
    const other = await town.test.as({ person: {} })
    expect((await other.get(`/applications/${application}/deliveries`)).status).toBe(404)
    expect((await other.put(`/applications/${application}/deliveries`, { choices: {} })).status).toBe(404)
    expect((await resident.get('/deliveries?view=toSend')).status).toBe(403)
    expect((await east.get(`/applications/${application}/deliveries`)).status).toBe(403)
  })

  it('can still change when the result is made: what waits on the shelf is sent after all, and paper is had of what was only read', async () => {
    const { resident, application, number, permit, look } = await town.granted({ 'telescope-permit': { way: 'counter' } })
    expect(await permit()).toMatchObject({ way: 'counter', standing: 'ready', deliverBy: '2026-03-16', canChange: true })
    expect((await look()).find(({ service }) => service === 'star-chart')).toMatchObject({ way: 'online', standing: 'account', deliveredHow: 'online', deliveredOn: '2026-03-02', canChange: true })
    const both = await resident.put<ChoosingReply>(`/applications/${application}/deliveries`, { choices: { ...post, 'star-chart': { way: 'post' } }, receiver: home })
    expect(both.body.items).toMatchObject([{ way: 'post', standing: 'ready' }, { way: 'post', standing: 'ready' }])
    const all = await town.rows(east, 'toSend')
    const rows = all.filter(({ bundle }) => bundle === all.find(({ caseNumber }) => caseNumber === number)?.bundle)
    expect(rows).toHaveLength(2)
    await east.post('/deliveries/book', { ids: rows.map(({ id }) => id) })
    const [one, other] = (await town.rows(east, 'onTheWay')).filter(({ id }) => rows.some((row) => row.id === id))
    expect(one?.parcel?.id).toBe(other?.parcel?.id)
    expect(errorOf(await resident.put(`/applications/${application}/deliveries`, { choices: { 'telescope-permit': { way: 'counter' } } })).code).toBe('not_allowed_now')
    await town.test.runJobs()
  })
})
