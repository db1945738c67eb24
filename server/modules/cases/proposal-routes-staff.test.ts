// Proposals over HTTP: one official proposes, another decides; before a revocation the holder is heard, in writing or at a hearing.
// Whoever proposed may take it back, the head may return it, and everybody else reaches none of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { because, openLongWay, type LongWay } from './testing-long-way.ts'

type Mine = { proposal: { action: string; reasons: string; answerUntil: string; mayAnswer: boolean; statement: { text: string; hearing: boolean } | null; hearing: { heldOn: string; held: boolean } | null } | null }

const revoking = { action: 'revoke', reasons: '申请时隐瞒了事实', law: '行政许可法第六十九条' }

describe('what only a head decides', () => {
  let way: LongWay
  beforeAll(async () => { way = await openLongWay() })
  afterAll(() => way.town.close())

  const titles = async (client: { get: LongWay['as']['head']['get'] }) => (await client.get<{ messages: { title: string }[] }>('/messages')).body.messages.map(({ title }) => title)

  it('is proposed by one and decided by another, who finds it in the inbox and the list', async () => {
    const { id } = await way.granted()
    expect((await way.act('head', id, 'proposals', { ...revoking, action: 'cancel' })).status).toBe(200)
    expect(because(await way.act('head', id, 'result/cancel'))).toBe('proposer')
    expect(because(await way.act('head', id, 'proposals/return', { opinion: '不同意' }))).toBe('proposer')
    expect(because(await way.act('clerk', id, 'proposals/drop'))).toBe('proposer')
    expect((await way.act('head', id, 'proposals/drop')).status).toBe(200)
    await way.act('clerk', id, 'proposals', { ...revoking, action: 'cancel', law: '行政许可法第七十条' })
    expect(because(await way.act('approver', id, 'proposals', revoking))).toBe('proposed')
    const { proposals } = (await way.as.head.get<{ proposals: { caseId: string; action: string; by: string; mine: boolean; heard: boolean }[] }>('/cases/proposals')).body
    expect(proposals).toMatchObject([{ caseId: id, action: 'cancel', by: '受理员甲', mine: false, heard: true }])
    expect((await way.as.west.get<{ proposals: unknown[] }>('/cases/proposals')).body.proposals).toEqual([])
    const inbox = (await way.as.head.get<{ messages: { kind: string; caseId: string }[] }>('/staff-messages')).body.messages
    expect(inbox).toContainEqual(expect.objectContaining({ kind: 'decisionProposed', caseId: id }))
    expect((await way.act('head', id, 'result/cancel', { opinion: '同意' })).body.course.result).toMatchObject({ standing: 'cancelled' })
    expect((await way.as.head.get<{ proposals: unknown[] }>('/cases/proposals')).body.proposals).toEqual([])
  })

  it('before a revocation the holder is told and heard: not decided until they have spoken or five working days are over', async () => {
    const { id, applicant, logIn } = await way.granted()
    await way.act('approver', id, 'proposals', revoking)
    expect(because(await way.act('head', id, 'result/revoke'))).toBe('heard')
    expect((await applicant.get<Mine>(`/my-cases/${id}/proposal`)).body.proposal).toMatchObject({ action: 'revoke', reasons: '申请时隐瞒了事实', answerUntil: '2026-03-09', mayAnswer: true })
    expect(await titles(applicant)).toContainEqual(expect.stringContaining('请您说明'))
    await way.turnTo('2026-03-09T02:00:00Z')
    expect(because(await way.act('head', id, 'result/revoke'))).toBe('heard')
    await way.turnTo('2026-03-10T02:00:00Z')
    const late = await (await logIn()).post(`/my-cases/${id}/proposal/statement`, { text: '等一等' })
    expect(late.status).toBe(409)
    expect((await way.act('head', id, 'result/revoke', { opinion: '事实清楚' })).body).toMatchObject({ course: { result: { standing: 'revoked' } } })
  })

  it('a hearing the holder asks for is called seven working days ahead, recorded, and only then it is decided', async () => {
    const { id, applicant } = await way.granted()
    await way.act('clerk', id, 'proposals', revoking)
    expect(because(await way.act('clerk', id, 'proposals/hearing/record', { record: '没有开过' }))).toBe('unproposed')
    expect((await applicant.post<Mine>(`/my-cases/${id}/proposal/statement`, { text: '我要求听证', hearing: true })).body.proposal).toMatchObject({ mayAnswer: false, statement: { hearing: true } })
    expect((await applicant.post(`/my-cases/${id}/proposal/statement`, { text: '再说一次' })).status).toBe(409)
    expect(because(await way.act('head', id, 'result/revoke'))).toBe('heard')
    expect((await way.act('clerk', id, 'proposals/hearing', { heldOn: '2026-03-10', place: '三楼会议室' })).body.error.details).toMatchObject({ earliest: '2026-03-11' })
    await way.act('clerk', id, 'proposals/hearing', { heldOn: '2026-03-11', place: '三楼会议室' })
    expect(because(await way.act('clerk', id, 'proposals/hearing', { heldOn: '2026-03-12', place: '三楼会议室' }))).toBe('once')
    expect(await titles(applicant)).toContainEqual(expect.stringContaining('请参加听证'))
    expect(because(await way.act('clerk', id, 'proposals/hearing/record', { record: '还没到' }))).toBe('early')
    await way.turnTo('2026-03-11T08:00:00Z')
    await way.act('clerk', id, 'proposals/hearing/record', { record: '当事人到场陈述。' })
    expect((await way.act('head', id, 'result/revoke', { opinion: '听证后仍应撤销' })).body.course.result).toMatchObject({ standing: 'revoked' })
  })

  it('returned by the head, nothing changes and the holder reads that it stays', async () => {
    const { id, applicant } = await way.granted()
    await way.act('clerk', id, 'proposals', revoking)
    expect((await way.act('clerk', id, 'proposals/return', { opinion: '不够充分' })).status).toBe(403)
    expect((await way.act('approver', id, 'proposals/return', { opinion: '不够充分' })).status).toBe(403)
    expect((await way.act('head', id, 'proposals/return', { opinion: '证据不够充分' })).body.course.result).toMatchObject({ standing: 'valid' })
    expect(await titles(applicant)).toContainEqual(expect.stringContaining('不撤销了'))
    expect((await applicant.get<Mine>(`/my-cases/${id}/proposal`)).body.proposal).toBeNull()
    expect(because(await way.act('head', id, 'result/revoke'))).toBe('unproposed')
  })

  it('residents and strangers reach none of it, another district finds nothing', async () => {
    const { id, applicant } = await way.granted()
    await way.act('clerk', id, 'proposals', revoking)
    const seen = { revision: 1 }
    const asked: [string, Record<string, unknown>][] = [
      ['proposals', { ...seen, ...revoking }],
      ['proposals/return', { ...seen, opinion: '不同意' }],
      ['proposals/drop', seen],
      ['proposals/hearing', { ...seen, heldOn: '2026-04-01', place: '会议室' }],
      ['proposals/hearing/record', { ...seen, record: '记录' }],
    ]
    for (const [path, body] of asked) {
      expect((await applicant.post(`/cases/${id}/${path}`, body)).status, path).toBe(403)
      expect((await way.town.test.asNobody.post(`/cases/${id}/${path}`, body)).status, path).toBe(401)
      expect((await way.as.west.post(`/cases/${id}/${path}`, body)).status, path).toBe(404)
    }
    expect((await applicant.get('/cases/proposals')).status).toBe(403)
  })
})
