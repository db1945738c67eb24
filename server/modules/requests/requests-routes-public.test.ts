// Requests without login: the preview, anonymous reports, the progress link, what everybody may read; saying the same as somebody else.
// Access: nobody needs a role, and nobody learns who reports.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inventIdNumber } from '../../testing/invented.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { sweepRequests } from './sweeping.ts'
import { answer, officialsOf, report, type Officials, type OwnReply } from './testing.ts'

describe('requests everybody sees', () => {
  const { clock, turnTo } = turnable(on)
  let test: TestApp
  let resident: TestClient
  let neighbour: TestClient
  let officials: Officials
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    officials = await officialsOf(test)
  })
  let people = 0
  beforeEach(async () => {
    people += 1
    resident = await test.as({ person: { name: '丘小溪', phone: '13900002222', subject: `resident-${people}`, idNumber: inventIdNumber(7800 + people) } })
    neighbour = await test.as({ person: { name: '石开朗', phone: '13900003333', subject: `neighbour-${people}`, idNumber: inventIdNumber(7900 + people) } })
  })
  afterAll(() => test.close())

  const reported = async (given: Parameters<typeof report>[1] = {}, who = resident): Promise<OwnReply> => (await report(who, given)).body

  it('anybody may report without login; the link shows how far it is and nothing of what was told, and a guessed link leads nowhere', async () => {
    const sent = await test.asNobody.post<{ token: string; number: string; state: string }>('/anonymous-requests', { key: 'anonymous-0001', kind: 'report', text: '东山区山前街道的路灯太亮，请问什么时候装遮光罩？', category: 'sky/lamps/bright', place: { region: '990101', address: '山前街道一号' } })
    expect(sent).toMatchObject({ status: 201, body: { state: 'dispatched' } })
    const progress = await test.asNobody.get<OwnReply>(`/request-progress/${sent.body.token}`)
    expect(progress.body.number).toBe(sent.body.number)
    expect(JSON.stringify(progress.body)).not.toMatch(/一号|遮光罩/)
    expect((await test.asNobody.get(`/request-progress/${sent.body.token.slice(0, 43)}_`)).status).toBe(404)
    expect((await test.asNobody.get('/request-progress/x')).status).toBe(404)
    const [one] = (await officials.clerk.get<{ requests: { id: string }[] }>(`/requests?view=ofUnit&words=${sent.body.number}`)).body.requests
    await answer(officials, one?.id ?? '')
    expect((await test.asNobody.post<OwnReply>(`/request-progress/${sent.body.token}/rate`, { grade: 'very-unsatisfied', solved: false })).body.state).toBe('unsolved')
    expect((await test.asNobody.post<OwnReply>(`/request-progress/${sent.body.token}/redo`, { why: '还是太亮，没有装。' })).body).toMatchObject({ state: 'dispatched', round: 2 })
    await test.asNobody.post(`/request-progress/${sent.body.token}/words`, { words: '没有装，我家在二单元。' })
    const { history } = (await test.asNobody.get<OwnReply>(`/request-progress/${sent.body.token}`)).body
    expect(history.map(({ action }) => action)).toEqual(expect.arrayContaining(['rate', 'redo', 'add']))
    expect(JSON.stringify(history)).not.toContain('没有装')
    expect((await test.asNobody.post(`/request-progress/${sent.body.token}/rate`, { grade: 'satisfied', solved: true })).status).toBe(409)
  })

  it('a solved one becomes public a day later if its reporter agreed, without people in it, and may be taken down', async () => {
    const text = '我叫丘小溪，电话13900002222，梧桐里的路灯太亮，请问什么时候装遮光罩？'
    const [agreed, silent] = [await reported({ text, mayPublish: true }), await reported({ text: '松林道的路灯太亮，请问什么时候装遮光罩？' })]
    for (const { id } of [agreed, silent]) {
      await answer(officials, id)
      await resident.post(`/my-requests/${id}/rate`, { grade: 'satisfied', solved: true })
    }
    await sweepRequests(test.app)
    expect((await test.asNobody.get<{ requests: unknown[] }>('/public-requests')).body.requests).toEqual([])
    turnTo('2026-03-04')
    await sweepRequests(test.app)
    officials = await officialsOf(test)
    const found = (await test.asNobody.get<{ requests: { id: string }[] }>('/public-requests')).body.requests
    expect(found.map(({ id }) => id)).toEqual([agreed.id])
    const shown = await test.asNobody.get<{ text: string; answer: string }>(`/public-requests/${agreed.id}`)
    expect(shown.body.answer).toContain('遮光罩')
    expect(JSON.stringify(shown.body)).not.toMatch(/丘小溪|13900002222/)
    expect((await test.asNobody.get(`/public-requests/${silent.id}`)).status).toBe(404)
    expect((await officials.dispatcher.post(`/requests/${agreed.id}/hide`, { reason: '涉及隐私' })).body).toEqual({ hidden: true })
    expect((await test.asNobody.get(`/public-requests/${agreed.id}`)).status).toBe(404)
    turnTo(on)
  })

  it('anybody may read how quickly requests are answered', async () => {
    expect((await test.asNobody.get<{ deadlines: Record<string, unknown> }>('/request-terms')).body.deadlines).toEqual({ life: { hours: 2 }, utility: { hours: 24 }, ordinary: { days: 7 }, complex: { days: 15 } })
  })

  it('what leads to people is taken out of what everybody reads: landlines, accounts, number plates', async () => {
    const one = await reported({ text: '粤B·D12345天天堵在梧桐里路灯下，请问能不能管？我座机0755-26001234，微信qiu_xiaoxi88。', mayPublish: true })
    await answer(officials, one.id, { text: '已请车主把车移走，梧桐里路灯下画了禁停线，车不再堵着。', outcome: 'solved' })
    await resident.post(`/my-requests/${one.id}/rate`, { grade: 'satisfied', solved: true })
    turnTo('2026-03-04')
    await sweepRequests(test.app)
    const shown = await test.asNobody.get<{ text: string }>(`/public-requests/${one.id}`)
    expect(shown.body.text).toContain('梧桐里路灯')
    expect(JSON.stringify(shown.body)).not.toMatch(/12345|26001234|qiu_xiaoxi/)
    turnTo(on)
  })

  it('somebody about to report the same is shown it, and may second it instead, once', async () => {
    const one = await reported({ text: '石桥头的星象仪夜里嗡嗡响，吵得整条街睡不着，请问能不能修一修？' })
    const preview = await neighbour.post<{ similar: { id: string; title: string }[]; unit: { line: string } | null }>('/request-previews', { text: '石桥头的星象仪夜里嗡嗡响，吵得整条街睡不着觉。', category: 'sky/lamps/bright', place: { region: '990101' } })
    expect(preview.body).toMatchObject({ unit: { line: 'sky' }, similar: [{ id: one.id }] })
    for (const _ of [1, 2]) expect((await neighbour.post(`/requests/${one.id}/second`, { seconds: true, follows: true })).body).toEqual({ seconds: 1, mine: true, follows: true })
    expect((await resident.post(`/requests/${one.id}/second`, { seconds: true, follows: true })).status).toBe(409)
    await answer(officials, one.id, { text: '石桥头的星象仪已经修好，夜里不再嗡嗡响。', outcome: 'solved' })
    await test.runJobs()
    expect((await neighbour.get<{ messages: { kind: string }[] }>('/messages')).body.messages.map(({ kind }) => kind)).toContain('requestFollowed')
  })
  it('whoever tries links that lead nowhere is slowed down; good links of the same address open all the same', async () => {
    const sent = await test.asNobody.post<{ token: string }>('/anonymous-requests', { key: 'anonymous-0002', kind: 'report', text: '东山区河边的观景灯整夜亮着，请问什么时候关？', category: 'sky/lamps/bright', place: { region: '990101' } })
    const tried: number[] = []
    for (let nth = 0; nth < 25; nth += 1) tried.push((await test.asNobody.get(`/request-progress/${'x'.repeat(42)}${nth + 10}`)).status)
    expect(new Set(tried)).toEqual(new Set([404, 429]))
    expect((await test.asNobody.post(`/request-progress/${'y'.repeat(44)}/words`, { words: '还没修好' })).status).toBe(429)
    expect((await test.asNobody.get(`/request-progress/${sent.body.token}`)).status).toBe(200)
    expect((await test.asNobody.get('/request-terms')).status).toBe(200)
  })
})
