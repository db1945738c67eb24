// Deciding in the name of an absent colleague: both named, for the period and not a day longer, and never more than the absent one may.
// Naming is for those who decide; ending is for both.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { because, openLongWay, type LongWay } from './testing-long-way.ts'

describe('a deputy', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('a deputy decides in the name of an absent colleague, both named, and not a day longer', async () => {
    const { id } = await way.accepted()
    await way.answered(id)
    await way.act('clerk', id, 'forward', { opinion: '材料齐全' })
    const named = await way.as.approver.post('/deputies', { deputy: way.as.clerk.id, from: '2026-03-03', until: '2026-03-04', reason: '出差' })
    expect(named.status).toBe(200)
    expect((await way.as.approver.post('/deputies', { deputy: way.as.energy.id, from: '2026-03-03', until: '2026-03-04', reason: '出差' })).status).toBe(400)
    expect(because(await way.act('clerk', id, 'forward', { opinion: '今天还不行' }))).toBe('level')
    await way.turnTo('2026-03-05T02:00:00Z')
    expect(because(await way.act('clerk', id, 'forward', { opinion: '已经过了' }))).toBe('level')
    await way.turnTo('2026-03-04T02:00:00Z')
    expect((await way.look('clerk', id)).actions.find(({ action }) => action === 'forward')).toMatchObject({ possible: true, inNameOf: '科长乙' })
    const done = await way.act('clerk', id, 'forward', { opinion: '符合条件' })
    expect(done.body.history.at(-1)).toMatchObject({ action: 'forward', actorName: '受理员甲', detail: { inNameOf: '科长乙' } })
    expect((await way.act('clerk', id, 'grant')).status).toBe(403)
  })

  it('is named by those who decide only, for days to come, and ended by either of the two, by nobody else', async () => {
    const { applicant } = await way.submitted()
    const body = { deputy: way.as.clerk.id, from: '2026-03-03', until: '2026-03-04', reason: '休假' }
    expect((await way.as.clerk.post('/deputies', { ...body, deputy: way.as.approver.id })).status).toBe(403)
    expect((await applicant.get('/deputies')).status).toBe(403)
    expect((await way.town.test.asNobody.get('/deputies')).status).toBe(401)
    for (const wrong of [{ from: '2026-03-01' }, { until: '2026-03-02' }, { until: '2027-03-04' }]) expect((await way.as.head.post('/deputies', { ...body, ...wrong })).status).toBe(400)
    const named = await way.as.head.post<{ deputies: { id: string; ended: boolean; of: { name: string } }[] }>('/deputies', body)
    const id = named.body.deputies.find(({ of }) => of.name === '局长丙')?.id
    expect((await way.as.west.post(`/deputies/${id}/end`)).status).toBe(404)
    expect((await way.as.energy.post(`/deputies/${id}/end`)).status).toBe(404)
    const ended = await way.as.clerk.post<typeof named.body>(`/deputies/${id}/end`)
    expect(ended.body.deputies.find((each) => each.id === id)).toMatchObject({ ended: true })
  })
})
