// The opinion sheet over HTTP: two authorities fill in at once, sign what is complete, and what they find starts or keeps stopped the clocks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { morning, openVisitTown, photoRequest, type VisitSeen, type VisitTown } from './testing.ts'

const signature = { comment: '检查得很仔细', strokes: [[100, 100, 400, 300, 600, 120]] }

describe('the opinion sheet of a joint visit', () => {
  let town: VisitTown
  beforeAll(async () => { town = await openVisitTown() })
  afterAll(() => town.town.close())

  const onSite = async () => {
    const one = await town.agreed()
    await town.turnTo(morning(one.visit.slot.day))
    await town.sweep()
    return { ...one, id: one.visit.id }
  }

  it('cannot be filled in before the day', async () => {
    const { visit, sky } = await town.agreed()
    expect((await town.fill('sky', visit.id, sky)).body.error?.details).toMatchObject({ because: 'early' })
    await town.as.sky.post(`/site-visits/${visit.id}/cancel`, { reasons: '另行安排' })
  })

  it('is filled in by two authorities at once, each sees the other only once it has signed, and each clock runs on with its own signature', async () => {
    const { id, sky, energy, applicant } = await onSite()
    const replies = await Promise.all([town.fill('sky', id, sky), town.fill('energy', id, energy)])
    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    const seen = (await town.as.energy.get<VisitSeen>(`/site-visits/${id}`)).body
    expect(seen.parts.map(({ own, findings, photos }) => [own, Object.keys(findings).length, photos.length])).toEqual([[true, 1, 0], [false, 0, 0]])
    expect((await town.sign('sky', id, sky)).body).toMatchObject({ state: 'onSite', parts: [{}, { state: 'passed' }] })
    expect([(await town.caseOf('sky', sky)).state, (await town.caseOf('energy', energy)).state]).toEqual(['accepted', 'suspended'])
    expect((await town.caseOf('sky', sky)).course.procedures).toMatchObject([{ from: '2026-03-04', endedOn: '2026-03-04', outcome: '踏勘合格' }])
    const early = await (await applicant()).post(`/my-site-visits/${id}/sign`, signature)
    expect(early.status).toBe(409)
    expect((await town.sign('energy', id, energy)).body).toMatchObject({ signBy: '2026-03-06' })
    const closed = await (await applicant()).post<VisitSeen>(`/my-site-visits/${id}/sign`, signature)
    expect(closed.body).toMatchObject({ state: 'closed', parts: [{ photos: [] }, { photos: [expect.anything()] }] })
    const again = await town.sign('sky', id, sky)
    expect(again.status).toBe(409)
  })

  it('is signed only with every point answered, every measure taken and every photo there', async () => {
    const { id, sky, energy } = await onSite()
    expect((await town.sign('sky', id, sky)).body.error?.details?.lacks).toEqual([{ item: 'stand', lacks: 'verdict' }, { item: 'view', lacks: 'verdict' }])
    const { revision } = (await town.as.energy.get<VisitSeen>(`/site-visits/${id}`)).body.parts.find(({ caseId }) => caseId === energy) ?? { revision: 0 }
    const saved = await town.as.energy.put<VisitSeen>(`/site-visits/${id}/parts/${energy}`, { revision, findings: { height: { verdict: 'fail', words: '', measure: '很高' } }, note: '' })
    expect(saved.status).toBe(200)
    expect((await town.sign('energy', id, energy)).body.error?.details?.lacks).toEqual([{ item: 'height', lacks: 'words' }, { item: 'height', lacks: 'measure' }])
    const stale = await town.as.energy.put(`/site-visits/${id}/parts/${energy}`, { revision, findings: {}, note: '' })
    expect(stale.status).toBe(409)
    expect((await town.as.energy.put(`/site-visits/${id}/parts/${energy}`, { revision: revision + 1, findings: { stand: { verdict: 'pass', words: '', measure: '' } }, note: '' })).status).toBe(400)
    await town.as.sky.post(`/site-visits/${id}/no-show`, { reasons: '没有人' })
  })

  it('takes photos and nothing else, the same one once, of the own part only', async () => {
    const { id, sky, energy } = await onSite()
    expect((await town.as.sky.request(photoRequest(id, sky, 'stand', '%PDF-1.4 不是照片'))).statusCode).toBe(415)
    expect((await town.as.sky.request(photoRequest(id, sky, 'stand', ''))).statusCode).toBe(422)
    expect((await town.as.sky.request(photoRequest(id, sky, 'roof'))).statusCode).toBe(404)
    expect((await town.as.sky.request(photoRequest(id, energy, 'height'))).statusCode).toBe(404)
    const [first, second] = [await town.as.sky.request(photoRequest(id, sky, 'stand')), await town.as.sky.request(photoRequest(id, sky, 'stand'))]
    expect([first.statusCode, second.json<{ id: string }>().id]).toEqual([201, first.json<{ id: string }>().id])
    expect((await town.as.energy.get(`/site-visits/${id}/photos/${first.json<{ id: string }>().id}`)).status).toBe(404)
    const gone = await town.as.sky.delete<VisitSeen>(`/site-visits/${id}/parts/${sky}/photos/${first.json<{ id: string }>().id}`)
    expect(gone.body.parts.find(({ caseId }) => caseId === sky)?.photos).toEqual([])
    await town.as.sky.post(`/site-visits/${id}/no-show`, { reasons: '没有人' })
  })

  it('a fault to be put right keeps that clock stopped until the authority has looked again, and closes without a signature in time', async () => {
    const { id, sky, energy, applicant } = await onSite()
    await town.fill('sky', id, sky, 'rectify')
    expect((await town.sign('sky', id, sky)).status).toBe(400)
    expect((await town.sign('sky', id, sky, '2026-03-13')).body).toMatchObject({ parts: [{}, { state: 'rectifying', rectifyOn: '2026-03-13' }] })
    await town.fill('energy', id, energy, 'fail')
    await town.sign('energy', id, energy)
    expect((await town.caseOf('energy', energy)).course.procedures).toMatchObject([{ outcome: '踏勘不合格；height合格：不牢固' }])
    await town.turnTo(morning('2026-03-09'))
    await town.sweep()
    expect((await town.as.sky.get<VisitSeen>(`/site-visits/${id}`)).body).toMatchObject({ state: 'closed' })
    expect((await town.caseOf('sky', sky)).state).toBe('suspended')
    await (await applicant()).post(`/my-site-visits/${id}/parts/${sky}/rectified`, { text: '已经加固' })
    const { revision } = (await town.as.sky.get<VisitSeen>(`/site-visits/${id}`)).body.parts.find(({ caseId }) => caseId === sky) ?? { revision: 0 }
    expect((await town.as.sky.post<VisitSeen>(`/site-visits/${id}/parts/${sky}/recheck`, { revision, passed: true, words: '已加固' })).body).toMatchObject({ parts: [{}, { state: 'passed' }] })
    // Ten working days from 2 March, of which those from 4 to 9 March do not count.
    expect(await town.caseOf('sky', sky)).toMatchObject({ state: 'accepted', dueOn: '2026-03-19' })
  })

  it('an authority that did not come is taken out by another, and its case goes on', async () => {
    const { id, sky, energy } = await onSite()
    await town.fill('sky', id, sky)
    await town.sign('sky', id, sky)
    expect((await town.as.sky.post<VisitSeen>(`/site-visits/${id}/parts/${energy}/absent`)).body).toMatchObject({ parts: [{ state: 'absent' }, {}], signBy: expect.any(String) })
    expect((await town.caseOf('energy', energy)).state).toBe('accepted')
    expect((await town.as.energy.post(`/cases/${energy}/site-visits`)).status).toBe(409)
  })

  it('begins before its day when everybody is there, and nobody counts as absent before the day agreed', async () => {
    const { visit, sky, energy } = await town.agreed()
    await town.turnTo(morning('2026-03-03'))
    expect((await town.as.west.post(`/site-visits/${visit.id}/begin`)).status).toBe(404)
    expect((await town.as.sky.post<VisitSeen>(`/site-visits/${visit.id}/begin`)).body).toMatchObject({ state: 'onSite', clockOn: '2026-03-03' })
    expect(await town.caseOf('energy', energy)).toMatchObject({ state: 'suspended', course: { procedures: [{ from: '2026-03-03' }] } })
    expect((await town.as.sky.post(`/site-visits/${visit.id}/parts/${energy}/absent`)).status).toBe(409)
    await town.fill('sky', visit.id, sky)
    expect((await town.sign('sky', visit.id, sky)).status).toBe(200)
    expect((await town.as.sky.post(`/site-visits/${visit.id}/begin`)).status).toBe(409)
  })

  it('an applicant who withdraws a service takes its authority out', async () => {
    const { visit, energy, application, applicant } = await town.agreed()
    await (await applicant()).post(`/applications/${application}/withdraw`, { case: energy, reason: '' })
    await town.turnTo(morning(visit.slot.day))
    await town.sweep()
    expect((await town.as.sky.get<VisitSeen>(`/site-visits/${visit.id}`)).body).toMatchObject({ state: 'onSite', parts: [{ state: 'left' }, { state: 'confirmed' }] })
  })
})
