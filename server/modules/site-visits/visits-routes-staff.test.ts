// Arranging a joint visit over HTTP: one half day for all, each authority answers, the applicant confirms or moves once.
// By the right role in the right place; everybody else is told why not and changes nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { morning, openVisitTown, slot, type VisitSeen, type VisitTown } from './testing.ts'

describe('arranging a joint visit', () => {
  let town: VisitTown
  beforeAll(async () => { town = await openVisitTown() })
  afterAll(() => town.town.close())

  it('asks every authority whose case needs a visit, and the applicant once all can come', async () => {
    const { sky, application, applicant } = await town.accepted()
    const opened = await town.open(sky)
    expect(opened.body).toMatchObject({ state: 'proposed', slot: { day: '2026-03-04', half: 'morning' }, parts: [{ line: 'energy', state: 'asked' }, { line: 'sky', state: 'confirmed' }] })
    expect((await town.open(sky)).status).toBe(409)
    const { id, slot: time } = opened.body
    expect((await town.as.energy.post(`/site-visits/${id}/confirm`, slot('2026-03-05', 'morning'))).status).toBe(409)
    expect((await town.as.energy.post<VisitSeen>(`/site-visits/${id}/confirm`, time)).body).toMatchObject({ state: 'offered' })
    const own = await applicant()
    const { body } = await own.get<{ expected: boolean; days: unknown[]; visits: VisitSeen[] }>(`/applications/${application}/site-visits`)
    expect(body).toMatchObject({ expected: true, visits: [{ id, state: 'offered', can: ['accept', 'move', 'cancel'] }] })
    expect((await own.post<VisitSeen>(`/my-site-visits/${id}/accept`, time)).body).toMatchObject({ state: 'agreed', clockOn: '2026-03-04' })
    const { messages } = (await own.get<{ messages: { title: string }[] }>('/messages')).body
    expect(messages.map(({ title }) => title)).toEqual(expect.arrayContaining(['上门踏勘的时间：2026年3月4日上午', '踏勘时间定了：2026年3月4日上午']))
    await own.post(`/my-site-visits/${id}/cancel`, { reasons: '家里有事' })
  })

  it('two visits never take the same half day of an authority, also when they are opened at once', async () => {
    const [one, two] = [await town.accepted(), await town.accepted()]
    const replies = await Promise.all([town.open(one.sky), town.open(two.sky)])
    const times = replies.map(({ body }) => `${body.slot.day} ${body.slot.half}`)
    expect(new Set(times).size).toBe(2)
    for (const { body } of replies) await town.as.sky.post(`/site-visits/${body.id}/cancel`, { reasons: '另行安排' })
  })

  it('an authority that cannot come says so: the next half day all have is proposed, and everybody is asked anew', async () => {
    const { sky } = await town.accepted()
    const { body } = await town.open(sky)
    const moved = await town.as.energy.post<VisitSeen>(`/site-visits/${body.id}/another-time`, { slot: body.slot, reasons: '那天全员培训' })
    expect(moved.body).toMatchObject({ state: 'proposed', slot: { day: '2026-03-04', half: 'afternoon' }, parts: [{ line: 'energy', state: 'confirmed' }, { line: 'sky', state: 'asked' }] })
    const { taken } = (await town.as.energy.get<{ taken: { day: string; half: string; reason: string }[] }>('/site-visit-days?region=990101&line=energy')).body
    expect(taken).toEqual(expect.arrayContaining([expect.objectContaining({ day: '2026-03-04', half: 'morning', reason: '那天全员培训' })]))
    await town.as.energy.put('/site-visit-days', { region: '990101', line: 'energy', slot: body.slot, free: true, reason: '' })
    expect((await town.as.energy.post<VisitSeen>(`/site-visits/${body.id}/leave`, { reasons: '这件不用看现场' })).body).toMatchObject({ parts: [{ state: 'left' }, {}] })
    await town.as.sky.post(`/site-visits/${body.id}/cancel`, { reasons: '另行安排' })
  })

  it('the applicant moves it once and not on the day itself; the clocks stop on the day first agreed', async () => {
    const { visit, applicant, sky, energy } = await town.agreed()
    const own = await applicant()
    const moved = await own.post<VisitSeen>(`/my-site-visits/${visit.id}/move`, slot('2026-03-06', 'afternoon'))
    expect(moved.body).toMatchObject({ state: 'proposed', slot: { day: '2026-03-06' }, clockOn: '2026-03-04', movable: 'once' })
    await town.as.sky.post(`/site-visits/${visit.id}/confirm`, slot('2026-03-06', 'afternoon'))
    expect((await town.as.energy.post<VisitSeen>(`/site-visits/${visit.id}/confirm`, slot('2026-03-06', 'afternoon'))).body).toMatchObject({ state: 'agreed' })
    await town.turnTo(morning('2026-03-04'))
    await town.sweep()
    expect(await town.caseOf('sky', sky)).toMatchObject({ state: 'suspended', course: { procedures: [{ from: '2026-03-04', endedOn: null }] } })
    expect(await town.caseOf('energy', energy)).toMatchObject({ state: 'suspended' })
    const again = await (await applicant()).post<{ error: { details: { because: string } } }>(`/my-site-visits/${visit.id}/move`, slot('2026-03-09', 'morning'))
    expect([again.status, again.body.error.details.because]).toEqual([409, 'once'])
    await town.as.sky.post(`/site-visits/${visit.id}/cancel`, { reasons: '另行安排' })
    expect(await town.caseOf('sky', sky)).toMatchObject({ state: 'accepted' })
  })

  it('nobody moves it on the day itself: the officials have set out', async () => {
    const { visit, applicant } = await town.agreed()
    await town.turnTo(morning(visit.slot.day))
    const late = await (await applicant()).post<{ error: { details: { because: string } } }>(`/my-site-visits/${visit.id}/move`, slot('2026-03-09', 'morning'))
    expect([late.status, late.body.error.details.because]).toEqual([409, 'late'])
    const missed = await town.as.energy.post<VisitSeen>(`/site-visits/${visit.id}/no-show`, { reasons: '敲门无人应' })
    expect(missed.body).toMatchObject({ state: 'missed' })
  })

  it('an offer nobody answers stands the day before, everybody is reminded once, and repeating the sweep changes nothing', async () => {
    const { sky, applicant } = await town.accepted()
    const { id, slot: time } = (await town.open(sky)).body
    await town.as.energy.post(`/site-visits/${id}/confirm`, time)
    await town.turnTo(morning('2026-03-03'))
    await town.sweep()
    await town.sweep()
    const { body } = await town.as.sky.get<VisitSeen>(`/site-visits/${id}`)
    expect([body.state, body.history.map(({ action }) => action)]).toEqual(['agreed', ['open', 'confirm', 'offer', 'presume', 'remind']])
    const { messages } = (await (await applicant()).get<{ messages: { title: string }[] }>('/messages')).body
    expect(messages.filter(({ title }) => title.startsWith('请记得'))).toHaveLength(1)
    await town.as.sky.post(`/site-visits/${id}/cancel`, { reasons: '另行安排' })
  })

  it('strangers find nothing, supervisors look on and residents see their own', async () => {
    const { visit, sky, applicant } = await town.agreed()
    expect((await town.as.west.get(`/site-visits/${visit.id}`)).status).toBe(404)
    expect((await town.as.west.post(`/site-visits/${visit.id}/confirm`, visit.slot)).status).toBe(404)
    expect((await town.as.west.post(`/cases/${sky}/site-visits`)).status).toBe(404)
    expect((await town.as.supervisor.get<VisitSeen>(`/site-visits/${visit.id}`)).body).toMatchObject({ can: [] })
    expect((await town.as.supervisor.post(`/site-visits/${visit.id}/cancel`, { reasons: '不必了' })).status).toBe(403)
    const stranger = await town.town.test.as({ person: { name: '路人' } })
    expect((await stranger.post(`/my-site-visits/${visit.id}/accept`, visit.slot)).status).toBe(404)
    expect((await (await applicant()).get(`/site-visits/${visit.id}`)).status).toBe(403)
    expect((await town.town.test.asNobody.get('/site-visits')).status).toBe(401)
    await town.as.sky.post(`/site-visits/${visit.id}/cancel`, { reasons: '另行安排' })
  })
})
