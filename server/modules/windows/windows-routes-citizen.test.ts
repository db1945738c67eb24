// A draft filled in at a window is the person's own: it goes on on their phone, which says where it was filled in, and nobody else sees it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDraft, type DraftReply } from '../../testing/telescope.ts'
import type { TestClient } from '../../testing/app.ts'
import { actingBy, openHall, type Hall, type Served } from './testing.ts'

type Standing = { needed: boolean }

let hall: Hall
let clerk: TestClient
beforeAll(async () => {
  hall = await openHall()
  clerk = await hall.seated()
})
afterAll(() => hall.close())

const serve = async (card: unknown) => actingBy(clerk, (await clerk.post<Served>('/window/session', { card })).body.mandate)

describe('a draft filled in at a window', () => {
  it('is the person’s own: it goes on on their phone, which says where it was filled in', async () => {
    const resident = await hall.resident('林望')
    const window = await serve(resident.card)
    const started = await window.post<DraftReply>('/applications', { matter: 'keep-telescope', region: '990101', channel: 'window' })
    await window.put(`/applications/${started.body.id}/answers`, { answers: { 'telescope.model': '牧夫座80' } })
    await clerk.delete('/window/session')
    const there = await resident.get<{ place: { hall: { 'zh-CN': string }; counter: string; by: string } }>(`/applications/${started.body.id}/window`)
    expect(there.body.place).toMatchObject({ hall: { 'zh-CN': '东区大厅' }, counter: '1', by: '测试窗口' })
    expect((await resident.get<DraftReply>(`/applications/${started.body.id}/draft`)).body.answers).toMatchObject({ 'telescope.model': '牧夫座80' })
    const id = await fillDraft(resident)
    expect(id).toBe(started.body.id)
    // On their own device nobody asks them to confirm their own work.
    expect((await resident.get<Standing>(`/applications/${id}/confirmation`)).body.needed).toBe(false)
    expect((await resident.post(`/applications/${id}/submit`, { truthful: true })).status).toBe(200)
    const other = await hall.resident()
    expect((await other.get(`/applications/${id}/window`)).status).toBe(404)
  })

  it('of one person is not seen at the window of the next', async () => {
    const [first, second] = [await hall.resident(), await hall.resident()]
    const id = await fillDraft(await serve(first.card))
    const next = await serve(second.card)
    expect((await next.get(`/applications/${id}/draft`)).status).toBe(404)
    expect((await next.get<{ applications: unknown[] }>('/applications')).body.applications).toEqual([])
  })
})

describe('the code of a resident', () => {
  it('is theirs alone: officials have none, nobody is asked to log in', async () => {
    expect((await clerk.get('/show-code')).status).toBe(403)
    expect((await clerk.get(`/applications/${clerk.id}/window`)).status).toBe(403)
    expect((await hall.test.asNobody.post('/show-code')).status).toBe(401)
    expect((await hall.test.asNobody.get('/show-code')).status).toBe(401)
    const resident = await hall.resident()
    expect((await resident.get('/show-code')).body).toEqual({ used: false, served: null, asked: [] })
    expect((await resident.get(`/applications/${resident.id}/window`)).status).toBe(404)
  })
})
