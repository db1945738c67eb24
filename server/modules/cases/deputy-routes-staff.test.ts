// Deciding in the name of an absent colleague: both named, for the period and not a day longer, and never more than the absent one may.
// Naming is for those who decide; ending is for both.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../kernel/ids.ts'
import { insertDeputy } from './deputies-store.ts'
import { because, openLongWay, type Failure, type LongWay } from './testing-long-way.ts'

describe('a deputy', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('a deputy decides in the name of an absent colleague, both named, and not a day longer', async () => {
    const { id } = await way.accepted()
    await way.answered(id)
    await way.act('clerk', id, 'forward', { opinion: '材料齐全' })
    await way.act('approver', id, 'forward', { opinion: '符合条件' })
    const named = await way.as.head.post('/deputies', { deputy: way.as.colleague.id, from: '2026-03-03', until: '2026-03-04', reason: '出差' })
    expect(named.status).toBe(200)
    expect((await way.as.head.post('/deputies', { deputy: way.as.energy.id, from: '2026-03-03', until: '2026-03-04', reason: '出差' })).status).toBe(400)
    expect(because(await way.act('colleague', id, 'grant'))).toBe('level')
    await way.turnTo('2026-03-05T02:00:00Z')
    expect(because(await way.act('colleague', id, 'grant'))).toBe('level')
    await way.turnTo('2026-03-04T02:00:00Z')
    expect((await way.look('colleague', id)).actions.find(({ action }) => action === 'grant')).toMatchObject({ possible: true, inNameOf: '局长丙' })
    const done = await way.act('colleague', id, 'grant')
    expect(done.body.history.at(-1)).toMatchObject({ action: 'grant', actorName: '科长己', detail: { inNameOf: '局长丙' } })
  })

  it('does not pass a second level in the name of the absent one, and is not offered to', async () => {
    const { id } = await way.accepted()
    await way.answered(id)
    await way.act('clerk', id, 'forward', { opinion: '材料齐全' })
    await way.act('approver', id, 'forward', { opinion: '符合条件' })
    expect((await way.as.head.post('/deputies', { deputy: way.as.approver.id, from: '2026-03-02', until: '2026-03-02', reason: '开会' })).status).toBe(200)
    expect((await way.look('approver', id)).actions.find(({ action }) => action === 'grant')).toMatchObject({ possible: false, because: 'passed' })
    expect(because(await way.act('approver', id, 'grant'))).toBe('passed')
  })

  it('is one who decides: a clerk cannot be named, nor decides by having been named before, and what is offered is what is allowed', async () => {
    const { id } = await way.accepted()
    await way.answered(id)
    await way.act('clerk', id, 'forward', { opinion: '材料齐全' })
    const body = { deputy: way.as.clerk.id, from: '2026-03-02', until: '2026-03-04', reason: '休假' }
    const refused = await way.as.approver.post<Failure>('/deputies', body)
    expect([refused.status, because(refused)]).toEqual([400, 'level'])
    const colleagues = (await way.as.approver.get<{ colleagues: { id: string }[] }>('/deputies')).body.colleagues.map((each) => each.id)
    expect(colleagues).toContain(way.as.colleague.id)
    expect(colleagues).not.toContain(way.as.clerk.id)
    await way.town.test.app.db.transaction((tx) => insertDeputy(tx, { id: uuidv7(way.town.test.app.clock), staffId: way.as.approver.id, deputyId: way.as.clerk.id, from: '2026-03-02', until: '2026-03-04', reason: '从前定的', madeAt: '2026-03-01T02:00:00Z', endedAt: null }))
    expect((await way.look('clerk', id)).actions.filter(({ inNameOf }) => inNameOf !== undefined)).toEqual([])
    expect(because(await way.act('clerk', id, 'forward', { opinion: '以科长名义' }))).toBe('level')
    expect((await way.act('clerk', id, 'grant')).status).toBe(403)
  })

  it('is named by those who decide only, for days to come, and ended by either of the two, by nobody else', async () => {
    const { applicant } = await way.submitted()
    const body = { deputy: way.as.colleague.id, from: '2026-03-03', until: '2026-03-04', reason: '休假' }
    expect((await way.as.clerk.post('/deputies', { ...body, deputy: way.as.approver.id })).status).toBe(403)
    expect((await applicant.get('/deputies')).status).toBe(403)
    expect((await way.town.test.asNobody.get('/deputies')).status).toBe(401)
    for (const wrong of [{ from: '2026-03-01' }, { until: '2026-03-02' }, { until: '2027-03-04' }]) expect((await way.as.head.post('/deputies', { ...body, ...wrong })).status).toBe(400)
    const named = await way.as.head.post<{ deputies: { id: string; ended: boolean; of: { name: string } }[] }>('/deputies', body)
    const id = named.body.deputies.find(({ of }) => of.name === '局长丙')?.id
    expect((await way.as.west.post(`/deputies/${id}/end`)).status).toBe(404)
    expect((await way.as.energy.post(`/deputies/${id}/end`)).status).toBe(404)
    const ended = await way.as.colleague.post<typeof named.body>(`/deputies/${id}/end`)
    expect(ended.body.deputies.find((each) => each.id === id)).toMatchObject({ ended: true })
  })
})
