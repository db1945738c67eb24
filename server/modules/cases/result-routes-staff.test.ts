// What becomes of a result after the decision: handed over, corrected in a new edition, revoked by the head; nothing of it by anybody else.
// The applicant reads of it in tracking.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { openRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { TrackingReply } from '../../testing/telescope.ts'
import type { CaseValue } from './case.ts'
import { because, openLongWay, type LongWay } from './testing-long-way.ts'

describe('a result after the decision', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  it('a result is handed over, corrected in a new edition, and revoked by the head only; then nothing holds any more', async () => {
    const { id, applicant, application } = await way.granted()
    expect((await way.look('head', id)).course.result).toMatchObject({ standing: 'valid', edition: 1, deliverBy: '2026-03-16' })
    expect((await way.act('clerk', id, 'deliver', { how: 'counter' })).status).toBe(200)
    expect(because(await way.act('clerk', id, 'deliver', { how: 'counter' }))).toBe('once')
    expect((await way.act('approver', id, 'result/correct', { values: { 'telescope.lampNumber': 'L1' }, reasons: '写错了' })).status).toBe(422)
    expect((await way.act('approver', id, 'result/correct', { values: { 'telescope.model': '牧夫座90' }, reasons: '型号写错' })).body.course.result).toMatchObject({ standing: 'corrected', edition: 2 })
    const [old] = await way.town.test.app.db.read<{ row: string; sealed: string }[]>`select concat(e.result_id, ' ', e.edition) as row, e.sealed from result_editions e join results r on r.id = e.result_id where r.case_id = ${id}`
    const { content } = openRow<{ content: CaseValue[] }>(sealedTables.resultEditions, old?.row ?? '', old?.sealed ?? '')
    expect(content.find(({ concept }) => concept === 'telescope.model')?.value).toBe('牧夫座80')
    expect(because(await way.act('head', id, 'result/cancel'))).toBe('unproposed')
    await way.act('clerk', id, 'proposals', { action: 'revoke', reasons: '隐瞒事实', law: '行政许可法第六十九条' })
    expect((await way.act('approver', id, 'result/revoke')).status).toBe(403)
    expect((await way.as.west.post(`/cases/${id}/result/revoke`, { revision: 1 })).status).toBe(404)
    await applicant.post(`/my-cases/${id}/proposal/statement`, { text: '我没有隐瞒' })
    const revoked = await way.act('head', id, 'result/revoke')
    expect(revoked.body).toMatchObject({ state: 'granted', course: { result: { standing: 'revoked' } } })
    for (const action of ['result/cancel', 'result/revoke']) expect(because(await way.act('head', id, action))).toBe('result')
    expect((await applicant.get<TrackingReply>(`/applications/${application}`)).body.cases.find((one) => one.id === id)).toMatchObject({ state: 'granted', course: { standing: 'revoked', deliveredOn: '2026-03-02' } })
    expect((await listAuditOf(way.town.test.app.db.read, 'case', id)).map(({ action }) => action)).toContain('cases.revoke')
  })

  it('residents and strangers reach none of it, the same office of another district finds nothing', async () => {
    const { id, applicant } = await way.accepted()
    const seen = { revision: 1 }
    const reasons = '理由如下'
    const asked: [string, Record<string, unknown>][] = [
      ['deliver', { ...seen, how: 'post' }],
      ['result/correct', { ...seen, values: { 'telescope.model': 'x' }, reasons }],
      ['result/revoke', seen],
      ['result/cancel', seen],
    ]
    for (const [path, body] of asked) {
      expect((await applicant.post(`/cases/${id}/${path}`, body)).status, path).toBe(403)
      expect((await way.town.test.asNobody.post(`/cases/${id}/${path}`, body)).status, path).toBe(401)
      expect((await way.as.west.post(`/cases/${id}/${path}`, body)).status, path).toBe(404)
    }
  })
})
