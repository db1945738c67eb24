// Opinions of other authorities: who sees the case and for what, one answer each, silence, and no decision before.
// The energy office is asked about every permit of the sky office.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lapse } from './lapsing.ts'
import { because, openLongWay, type LongWay } from './testing-long-way.ts'

describe('opinions of other authorities', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('another authority sees a case it was asked about, answers once, and decides nothing; its silence is recorded', async () => {
    const { id } = await way.accepted()
    const owed = await way.as.energy.get<{ opinions: { case: string; question: string; asker: string }[] }>('/opinions')
    expect(owed.body.opinions.filter((each) => each.case === id)).toMatchObject([{ question: '照明会不会受影响' }])
    expect(await way.look('energy', id)).toMatchObject({ asked: 1, actions: [] })
    expect((await way.as.energy.post(`/cases/${id}/forward`, { revision: 1, opinion: '不归我管' })).status).toBe(404)
    expect((await way.as.energy.post(`/cases/${id}/reveal`, { concept: 'applicant.idNumber', reason: 'identity' })).status).toBe(404)
    expect((await way.as.clerk.post(`/cases/${id}/opinions/1`, { agree: true, text: '自己同意' })).status).toBe(404)
    expect((await way.answered(id, false)).body.course.opinions).toMatchObject([{ answer: 'disagree' }])
    expect((await way.answered(id)).status).toBe(409)
    await way.act('clerk', id, 'forward', { opinion: '能源局不同意' })
    await way.act('approver', id, 'forward', { opinion: '见意见' })
    expect((await way.act('head', id, 'grant', { opinion: ' ' })).body.error.details).toEqual({ missing: 'opinion' })
    const silent = await way.accepted()
    await way.turnTo('2026-03-10T02:00:00Z')
    expect((await lapse(way.town.test.app)).silent).toBeGreaterThan(0)
    expect((await way.look('clerk', silent.id)).course.opinions).toMatchObject([{ answer: 'silent' }])
    expect((await way.as.energy.get<{ opinions: { case: string }[] }>('/opinions')).body.opinions.map((each) => each.case)).not.toContain(silent.id)
  })

  it('nobody decides while an opinion is awaited', async () => {
    const { id } = await way.accepted()
    await way.act('clerk', id, 'forward', { opinion: '先送审' })
    await way.act('approver', id, 'forward', { opinion: '先送审' })
    expect(because(await way.act('head', id, 'grant'))).toBe('opinions')
    expect((await way.look('head', id)).actions.find(({ action }) => action === 'refuse')).toMatchObject({ because: 'opinions' })
  })

  it('residents and strangers reach none of it, the same office of another district finds nothing', async () => {
    const { id, applicant } = await way.accepted()
    const seen = { revision: 1 }
    const opinion = '意见如下'
    const asked: [string, Record<string, unknown>][] = [
      ['opinions', seen],
      ['opinions/1', { agree: true, text: opinion }],
    ]
    for (const [path, body] of asked) {
      expect((await applicant.post(`/cases/${id}/${path}`, body)).status, path).toBe(403)
      expect((await way.town.test.asNobody.post(`/cases/${id}/${path}`, body)).status, path).toBe(401)
      expect((await way.as.west.post(`/cases/${id}/${path}`, body)).status, path).toBe(404)
    }
    expect((await applicant.get('/opinions')).status).toBe(403)
    expect((await way.town.test.asNobody.get('/opinions')).status).toBe(401)
  })
})
