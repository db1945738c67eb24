// My results: each holder sees their own in the last edition with how it stands, nobody else any of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLongWay, type LongWay } from './testing-long-way.ts'

describe('my results', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('are seen by their holder, and what was cancelled stays to be read', async () => {
    const { id, applicant } = await way.granted()
    const mine = async () => (await applicant.get<{ results: { caseId: string; standing: string; inForce: boolean; ways: unknown[] }[] }>('/my-results')).body.results.filter(({ caseId }) => caseId === id)
    expect(await mine()).toMatchObject([{ standing: 'valid', inForce: true, ways: [] }])
    await way.act('clerk', id, 'proposals', { action: 'cancel', reasons: '持有人申请注销', law: '行政许可法第七十条' })
    await way.act('head', id, 'result/cancel')
    expect(await mine()).toMatchObject([{ standing: 'cancelled', inForce: false }])
    const other = (await way.submitted()).applicant
    expect((await other.get<{ results: { caseId: string }[] }>('/my-results')).body.results.filter(({ caseId }) => caseId === id)).toEqual([])
    expect([(await way.as.head.get('/my-results')).status, (await way.town.test.asNobody.get('/my-results')).status]).toEqual([403, 401])
  })
})
