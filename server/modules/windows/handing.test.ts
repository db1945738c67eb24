// Results are handed out once, to whoever was identified; a shift hands its window over with a list both sides sign.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { fillDraft, type TrackingReply } from '../../testing/telescope.ts'
import { actingBy, codeIn, freeSeat, openHall, type Hall, type Served } from './testing.ts'

const signature = [[100, 100, 300, 300, 500, 100], [600, 100, 600, 320]]

let hall: Hall
let clerk: TestClient
beforeAll(async () => {
  hall = await openHall()
  clerk = await hall.seated()
})
afterAll(() => hall.close())

const serve = async (card: unknown) => actingBy(clerk, (await clerk.post<Served>('/window/session', { card })).body.mandate)

describe('a result', () => {
  const collect = async (by: TestClient, path = '') => (await by.get<{ results: { id: string; number: string; person: string; mayHandOut: boolean; handedOut: unknown }[] }>(`/window/results${path}`)).body.results

  it('is handed out once, to whoever was identified, by a clerk whose hall it is for', async () => {
    const { card } = await hall.resident('方晴')
    const window = await serve(card)
    const id = await fillDraft(window)
    await window.put(`/applications/${id}/confirmation`, { signature })
    const { cases } = (await window.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })).body
    await hall.test.runJobs()
    const granted = (await window.get<TrackingReply>(`/applications/${id}`)).body.cases.find(({ result }) => result !== null)?.result
    if (!granted) throw new Error(`nothing granted of ${cases.length}`)
    expect((await collect(clerk)).map(({ number, mayHandOut }) => [number, mayHandOut])).toContainEqual([granted.number, true])
    await clerk.delete('/window/session')
    // Found by number, but its owner is not here.
    expect(await collect(clerk, `?number=${granted.number}`)).toMatchObject([{ person: '方*', mayHandOut: false, handedOut: null }])
    expect(codeIn(await clerk.post(`/window/results/${granted.id}/hand-out`))).toBe('not_allowed_now')
    const west = await hall.clerk('990102')
    await west.post('/window/seat', { outlet: 'west-hall', counter: '1' })
    expect(await collect(west, `?number=${granted.number}`)).toEqual([])
    expect((await west.post(`/window/results/${granted.id}/hand-out`)).status).toBe(404)
    const stand = (standing: string) => hall.test.app.db.transaction((tx) => tx`update results set standing = ${standing} where id = ${granted.id}`)
    await serve(card)
    await stand('revoked')
    expect(await collect(clerk, `?number=${granted.number}`)).toMatchObject([{ standing: 'revoked', mayHandOut: false }])
    expect(codeIn(await clerk.post(`/window/results/${granted.id}/hand-out`))).toBe('not_allowed_now')
    await stand('valid')
    const both = await Promise.all([1, 2].map(() => clerk.post(`/window/results/${granted.id}/hand-out`)))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(codeIn(await clerk.post(`/window/results/${granted.id}/hand-out`))).toBe('handed_out')
    expect(await collect(clerk, `?number=${granted.number}`)).toMatchObject([{ mayHandOut: false, handedOut: { by: '测试窗口' } }])
  })
})

describe('a hand-over', () => {
  type List = { list: { drafts: { person: string }[]; handedIn: unknown[]; served: number }; digest: string }

  it('is signed as it was shown, by who goes and who comes, once each', async () => {
    await freeSeat(clerk)
    hall.turnTo('2026-03-02T09:30:00Z')
    const [going, coming] = [await hall.seated(), await hall.clerk()]
    const { card } = await hall.resident('欧阳予')
    const { mandate } = (await going.post<Served>('/window/session', { card })).body
    const before = (await going.get<List>('/window/list')).body
    await actingBy(going, mandate).post('/applications', { matter: 'keep-telescope', region: '990101', channel: 'window' })
    expect(codeIn(await going.post('/window/hand-over', { digest: before.digest }))).toBe('conflict')
    const now = (await going.get<List>('/window/list')).body
    expect(now.list).toMatchObject({ drafts: [{ person: '欧**' }], handedIn: [], served: 1 })
    expect((await going.post('/window/hand-over', { digest: now.digest, remark: '等他回家拿户口本' })).status).toBe(200)
    expect((await going.get<{ shift: unknown; served: unknown }>('/window')).body).toMatchObject({ shift: null, served: null })
    await coming.post('/window/seat', { outlet: 'east-hall', counter: '1' })
    const { left } = (await coming.get<{ left: List & { by: string; remark: string } }>('/window')).body
    expect(left).toMatchObject({ by: '测试窗口', remark: '等他回家拿户口本', digest: now.digest })
    expect(codeIn(await coming.post('/window/take-over', { digest: before.digest }))).toBe('conflict')
    const taken = await Promise.all([1, 2].map(() => coming.post('/window/take-over', { digest: now.digest })))
    expect(taken.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
    expect((await coming.get<{ left: unknown }>('/window')).body.left).toBeNull()
    expect((await coming.post('/window/take-over', { digest: now.digest })).status).toBe(404)
    await expect(hall.test.app.db.transaction((tx) => tx`update window_hand_overs set remark = ''`)).rejects.toThrow('append-only')
    await freeSeat(coming)
  })
})
