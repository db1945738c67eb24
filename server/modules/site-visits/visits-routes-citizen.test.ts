// The applicant's side of a visit: own visits only, a wish that is followed, a signature that is one, and nobody in their name.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { morning, openVisitTown, type Failed, type VisitSeen, type VisitTown } from './testing.ts'

describe('a visit as its applicant has it', () => {
  let town: VisitTown
  beforeAll(async () => { town = await openVisitTown() })
  afterAll(() => town.town.close())

  it('is arranged as they wish where that is possible', async () => {
    const { application, sky, applicant } = await town.accepted()
    const own = await applicant()
    const wish = { half: 'afternoon', notOn: ['2026-03-04'], contact: '王师傅' }
    expect((await own.put(`/applications/${application}/site-visit-wish`, wish)).body).toEqual(wish)
    const opened = await town.open(sky)
    expect(opened.body).toMatchObject({ slot: { day: '2026-03-05', half: 'afternoon' }, contact: '王师傅' })
    await own.post(`/my-site-visits/${opened.body.id}/cancel`, { reasons: '改天再约' })
    expect((await town.as.energy.get<VisitSeen>(`/site-visits/${opened.body.id}`)).body).toMatchObject({ state: 'cancelled' })
  })

  it('is signed with a signature or the own name, once all authorities have signed, and nobody else finds it', async () => {
    const { visit, sky, energy, application, applicant } = await town.agreed()
    await town.turnTo(morning(visit.slot.day))
    await town.sweep()
    for (const [who, id] of [['sky', sky], ['energy', energy]] as const) {
      await town.fill(who, visit.id, id)
      await town.sign(who, visit.id, id)
    }
    const [own, stranger] = [await applicant(), await town.town.test.as({ person: { name: '路人' } })]
    expect((await own.post<Failed>(`/my-site-visits/${visit.id}/sign`, { comment: '', strokes: [[1, 1, 2, 2]] })).status).toBe(400)
    expect((await own.post<Failed>(`/my-site-visits/${visit.id}/sign`, { comment: '', typed: '别人' })).status).toBe(400)
    for (const [path, body] of [['accept', visit.slot], ['move', visit.slot], ['cancel', { reasons: '不必了' }], ['sign', { comment: '', typed: '路人' }]] as const) {
      expect((await stranger.post(`/my-site-visits/${visit.id}/${path}`, body)).status, path).toBe(404)
      expect((await town.as.sky.post(`/my-site-visits/${visit.id}/${path}`, body)).status, path).toBe(403)
      expect((await town.town.test.asNobody.post(`/my-site-visits/${visit.id}/${path}`, body)).status, path).toBe(401)
    }
    expect((await stranger.get<{ visits: unknown[] }>(`/applications/${application}/site-visits`)).body.visits).toEqual([])
    expect((await stranger.put(`/applications/${application}/site-visit-wish`, { half: null, notOn: [], contact: '' })).status).toBe(404)
    expect((await own.post<VisitSeen>(`/my-site-visits/${visit.id}/sign`, { comment: '没有意见', typed: '观星人' })).body).toMatchObject({ state: 'closed' })
  })
})
