// Who is heard before a result is revoked: its holder alone; other residents find nothing, officials and strangers are refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLongWay, type LongWay } from './testing-long-way.ts'

describe('being heard before a revocation', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('is for the holder of the result alone, and only while it is proposed', async () => {
    const { id, applicant } = await way.granted()
    const [path, said] = [`/my-cases/${id}/proposal`, { text: '我没有隐瞒' }]
    expect((await applicant.get<{ proposal: unknown }>(path)).body.proposal).toBeNull()
    expect((await applicant.post(`${path}/statement`, said)).status).toBe(409)
    await way.act('clerk', id, 'proposals', { action: 'revoke', reasons: '申请时隐瞒了事实', law: '行政许可法第六十九条' })
    const other = (await way.submitted()).applicant
    expect([(await other.get(path)).status, (await other.post(`${path}/statement`, said)).status]).toEqual([404, 404])
    expect([(await way.as.head.get(path)).status, (await way.as.head.post(`${path}/statement`, said)).status]).toEqual([403, 403])
    expect([(await way.town.test.asNobody.get(path)).status, (await way.town.test.asNobody.post(`${path}/statement`, said)).status]).toEqual([401, 401])
    expect((await applicant.post(`${path}/statement`, said)).status).toBe(200)
  })
})
