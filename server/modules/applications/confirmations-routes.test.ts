// What a window typed is handed in only when its applicant has confirmed it, in their own hand or on their own phone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { fillDraft, telescopeAnswers, type TrackingReply } from '../../testing/telescope.ts'
import { actingBy, codeIn, openHall, type Hall, type Served } from '../windows/testing.ts'

type Standing = { needed: boolean; state: string; how: string | null; content: string }

const signature = [[100, 100, 300, 300, 500, 100], [600, 100, 600, 320]]

let hall: Hall
let clerk: TestClient
beforeAll(async () => {
  hall = await openHall()
  clerk = await hall.seated()
})
afterAll(() => hall.close())

const serve = async (card: unknown) => actingBy(clerk, (await clerk.post<Served>('/window/session', { card })).body.mandate)

describe('what a window typed', () => {
  it('is handed in only with the person’s signature, and a later change asks for another', async () => {
    const { card } = await hall.resident('江远')
    const window = await serve(card)
    const id = await fillDraft(window)
    const submit = () => window.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
    expect(codeIn(await submit())).toBe('unconfirmed')
    expect((await window.get<Standing>(`/applications/${id}/confirmation`)).body).toMatchObject({ needed: true, state: 'none' })
    expect((await window.put(`/applications/${id}/confirmation`, { signature: [[1, 1, 2, 2]] })).body).toMatchObject({ error: { code: 'invalid', details: { signature: 'short' } } })
    expect((await window.put<Standing>(`/applications/${id}/confirmation`, { signature })).body).toMatchObject({ state: 'confirmed', how: 'signature' })
    await window.put(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } })
    expect((await window.get<Standing>(`/applications/${id}/confirmation`)).body.state).toBe('none')
    expect(codeIn(await submit())).toBe('unconfirmed')
    await window.put(`/applications/${id}/answers`, { answers: { 'telescope.model': telescopeAnswers['telescope.model'] } })
    expect((await submit()).status).toBe(200)
    // Doing it again answers with the first time.
    expect((await submit()).body.id).toBe(id)
  })

  it('may be confirmed on the phone, by the person only, and only as it was shown', async () => {
    const resident = await hall.resident('白露')
    const window = await serve(resident.card)
    const id = await fillDraft(window)
    const path = `/applications/${id}/confirmation`
    expect((await resident.post(path, { content: 'x' })).status).toBe(404)
    expect((await window.put<Standing>(path, { signature: null })).body).toMatchObject({ state: 'asked', how: 'phone' })
    expect((await resident.get<{ asked: { application: string }[] }>('/show-code')).body.asked.map(({ application }) => application)).toEqual([id])
    const shown = (await resident.get<Standing>(path)).body.content
    await window.put(`/applications/${id}/answers`, { answers: { 'telescope.model': '牧夫座90' } })
    expect(codeIn(await resident.post(path, { content: shown }))).toBe('conflict')
    expect(codeIn(await window.post(path, { content: shown }))).toBe('while_acting')
    expect((await (await hall.resident()).post(path, { content: shown })).status).toBe(404)
    const now = (await resident.get<Standing>(path)).body.content
    expect((await resident.post<Standing>(path, { content: now })).body.state).toBe('confirmed')
    expect((await resident.get<{ asked: unknown[] }>('/show-code')).body.asked).toEqual([])
    const handedIn = await window.post<TrackingReply>(`/applications/${id}/submit`, { truthful: true })
    expect(handedIn.status).toBe(200)
    expect((await resident.put(path, { signature })).status).toBe(403)
  })

  it('is nobody else’s to confirm', async () => {
    const id = await fillDraft(await hall.resident())
    const path = `/applications/${id}/confirmation`
    expect((await (await hall.resident()).get(path)).status).toBe(404)
    expect((await clerk.get(path)).status).toBe(403)
    expect((await hall.test.asNobody.get(path)).status).toBe(401)
  })
})
