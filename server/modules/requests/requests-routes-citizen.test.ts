// A request from the report to the grade: sent straight to the unit, answered, done again by the unit above; time; who hears what.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { requestStateOf } from './request.ts'
import { listRequestEvents } from './requests-store.ts'
import { sweepRequests } from './sweeping.ts'
import { answer, goodAnswer, look, officialsOf, report, step, type Officials, type OwnReply } from './testing.ts'

const hour = 3_600_000

const reporter = (nth: number) => ({ name: '丘小溪', phone: `139000011${10 + nth}`, subject: `reporter-${nth}`, idNumber: inventIdNumber(7700 + nth) })

describe('a request', () => {
  const { clock, turnTo } = turnable(on)
  let test: TestApp
  let resident: TestClient
  let officials: Officials
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    officials = await officialsOf(test)
  })
  let people = 0
  beforeEach(async () => {
    people += 1
    resident = await test.as({ person: reporter(people) })
  })
  afterAll(() => test.close())

  /** Sessions do not last for days. */
  const turn = async (day: string): Promise<void> => {
    turnTo(day)
    officials = await officialsOf(test)
    resident = await test.as({ person: reporter(people) })
  }
  const mine = async (id: string): Promise<OwnReply> => (await resident.get<OwnReply>(`/my-requests/${id}`)).body
  const reported = async (given: Parameters<typeof report>[1] = {}): Promise<OwnReply> => (await report(resident, given)).body

  it('goes straight to the unit the duty list names, with the reasons, and is due after the days of its class', async () => {
    const one = await reported()
    expect(one).toMatchObject({ state: 'dispatched', waitsOn: 'unit', unit: { line: 'sky', region: '990101' }, category: 'sky/lamps/bright', front: false })
    expect(one.why.join()).toContain('职责清单写明由东山区星空管理局负责')
    expect(one.dueAt).toBe('2026-03-11T10:00:00.000Z')
    expect(one.history.map(({ action }) => action)).toEqual(['receive', 'dispatch'])
    expect(requestStateOf((await listRequestEvents(test.app.db.read, one.id)).map(({ action, detail }) => ({ action, detail })))).toBe('dispatched')
    expect((await listAuditOf(test.app.db.read, 'request', one.id)).map(({ action }) => action).toSorted()).toEqual(['requests.dispatch', 'requests.receive'])
    const inbox = await resident.get<{ messages: { kind: string; title: string }[] }>('/messages')
    expect(inbox.body.messages[0]).toMatchObject({ kind: 'requestReceived' })
  })

  it('is one request however often it is sent, and the key of another one is refused', async () => {
    const key = randomUUID()
    const [first, again, other] = [await report(resident, { key }), await report(resident, { key }), await report(resident, { key, text: '别的事情，和路灯没有关系。' })]
    expect([first.status, again.status, other.status]).toEqual([201, 201, 409])
    expect(again.body.id).toBe(first.body.id)
    const racing = randomUUID()
    const twice = await Promise.all([report(resident, { key: racing }), report(resident, { key: racing })])
    expect(twice.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(twice.map(({ body }) => body.id)).size).toBe(1)
  })

  it('waits at the request centre when the machine is not sure, and goes where a dispatcher sends it', async () => {
    const one = await reported({ category: '', text: '说不清楚的一件事，劳驾看看归谁。' })
    expect(one).toMatchObject({ state: 'received', waitsOn: 'centre', unit: null })
    expect((await step(officials.dispatcher, one.id, 'dispatch')).status).toBe(400)
    expect((await step(officials.dispatcher, one.id, 'dispatch', { unit: { line: 'nobody', region: '990101' } })).status).toBe(400)
    await step(officials.dispatcher, one.id, 'correct', { category: 'sky/dome/unlisted', urgency: 'complex' })
    expect((await step(officials.dispatcher, one.id, 'dispatch', { why: '按职责清单' })).body).toMatchObject({ state: 'dispatched', unit: { line: 'sky', region: '990101' } })
  })

  it('about danger stands before everything else and has two hours', async () => {
    const one = await reported({ category: 'sky/dome/falling', text: '东山区天文台的圆顶有一块板松了。' })
    expect(one).toMatchObject({ front: true, urgency: 'life' })
    expect(Date.parse(one.dueAt ?? '') - clock.now().getTime()).toBe(2 * hour)
    const queue = await officials.clerk.get<{ requests: { id: string; front: boolean }[] }>('/requests?view=unit')
    expect(queue.body.requests.map(({ front }) => front)).toEqual(queue.body.requests.map(({ front }) => front).toSorted((a, b) => Number(b) - Number(a)))
    expect(queue.body.requests.find(({ front }) => front)?.id).toBe(one.id)
    const told = await officials.clerk.get<{ messages: { kind: string }[] }>('/staff-messages')
    expect(told.body.messages.some(({ kind }) => kind === 'requestUrgent')).toBe(true)
  })

  it('is signed for, answered once somebody who leads the unit releases it, and graded once', async () => {
    const one = await reported()
    expect((await step(officials.clerk, one.id, 'answer', goodAnswer)).status).toBe(409)
    await step(officials.clerk, one.id, 'sign')
    const hollow = await step(officials.clerk, one.id, 'answer', { text: '您好，我局高度重视，正在积极协调，请耐心等待。', outcome: 'solved' })
    expect(hollow.status).toBe(422)
    await step(officials.clerk, one.id, 'answer', goodAnswer)
    expect((await step(officials.clerk, one.id, 'answer/release')).status).toBe(403)
    expect((await mine(one.id)).answers).toEqual([])
    await step(officials.head, one.id, 'answer/send-back', { why: '写清楚哪天装的' })
    await step(officials.clerk, one.id, 'answer', { ...goodAnswer, text: `${goodAnswer.text}3月2日装好。` })
    await step(officials.head, one.id, 'answer/release')
    expect(await mine(one.id)).toMatchObject({ state: 'answered', waitsOn: 'reporter', answers: [{ outcome: 'solved' }] })
    expect((await resident.post<OwnReply>(`/my-requests/${one.id}/rate`, { grade: 'satisfied', solved: true })).body).toMatchObject({ state: 'closed', grade: 'satisfied' })
    expect((await resident.post(`/my-requests/${one.id}/rate`, { grade: 'very-satisfied', solved: true })).status).toBe(409)
    expect((await resident.post(`/my-requests/${one.id}/redo`, { why: '再来一次' })).status).toBe(409)
  })

  it('is done again by the unit above when the reporter is not satisfied, once and within the days; comments move no clock', async () => {
    const one = await reported()
    await resident.post(`/my-requests/${one.id}/words`, { words: '今天晚上更亮了。' })
    expect((await mine(one.id)).dueAt).toBe(one.dueAt)
    await answer(officials, one.id)
    expect((await resident.post<OwnReply>(`/my-requests/${one.id}/rate`, { grade: 'unsatisfied', solved: false })).body.state).toBe('unsolved')
    const twice = await Promise.all([1, 2].map(() => resident.post<OwnReply>(`/my-requests/${one.id}/redo`, { why: '还是很亮，没有装遮光罩。' })))
    expect(twice.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await mine(one.id)).toMatchObject({ state: 'dispatched', round: 2, unit: { line: 'government-services', region: '990100' } })
    expect((await step(officials.clerk, one.id, 'sign')).status).toBe(403)
    await answer({ clerk: officials.above, head: officials.above }, one.id)
    await resident.post(`/my-requests/${one.id}/rate`, { grade: 'very-unsatisfied', solved: false })
    const again = await resident.post<{ error: { details: { because: string } } }>(`/my-requests/${one.id}/redo`, { why: '还是不满意。' })
    expect([again.status, again.body.error.details.because]).toEqual([409, 'used'])
  })

  it('cannot be done again after the days, whatever the page says', async () => {
    const one = await reported()
    await answer(officials, one.id)
    await resident.post(`/my-requests/${one.id}/rate`, { grade: 'unsatisfied', solved: false })
    await turn('2026-03-14')
    const late = await resident.post<{ error: { details: { because: string } } }>(`/my-requests/${one.id}/redo`, { why: '还是很亮。' })
    expect([late.status, late.body.error.details.because]).toEqual([409, 'late'])
    await turn(on)
  })

  it('is marked near, overdue and three times overdue, once each, and officials hear of it', async () => {
    const one = await reported()
    await turn('2026-03-11')
    await sweepRequests(test.app)
    expect((await look(officials.clerk, one.id)).mark).toBe(1)
    await turn('2026-03-12')
    await sweepRequests(test.app)
    await sweepRequests(test.app)
    expect((await look(officials.clerk, one.id)).mark).toBe(2)
    await turn('2026-04-30')
    await sweepRequests(test.app)
    expect((await look(officials.clerk, one.id)).mark).toBe(3)
    const marks = (await listRequestEvents(test.app.db.read, one.id)).filter(({ action }) => action === 'mark').map(({ detail }) => detail['mark'])
    expect(marks).toEqual([1, 2, 3])
    await turn(on)
  })

  const promised = { text: '遮光罩已经下单，3月6日前到山前街道给路灯装好，装好以后灯光不会照进阳台。', outcome: 'promised', promisedOn: '2026-03-06' }

  it('is taken up again by itself when what was promised for a day was not done', async () => {
    const [kept, broken] = [await reported(), await reported()]
    await answer(officials, kept.id, promised)
    await answer(officials, broken.id, promised)
    await step(officials.clerk, kept.id, 'fulfil', { words: '3月5日已装好。' })
    await turn('2026-03-08')
    await sweepRequests(test.app)
    expect((await mine(kept.id)).state).toBe('answered')
    expect(await mine(broken.id)).toMatchObject({ state: 'dispatched', round: 2, unit: { line: 'sky' } })
    await turn('2026-03-10')
    await sweepRequests(test.app)
    expect((await mine(kept.id)).state).toBe('closed')
    await turn(on)
  })

  const seen = (id: string) => look(officials.dispatcher, id)

  it('joined to another one goes along with what was promised there: done for both, or both wait for the next answer', async () => {
    const neighbour = () => test.as({ person: { name: '石开朗', subject: `promise-${people}`, idNumber: inventIdNumber(7990) } })
    const pair = async () => {
      const [lead, same] = [await reported(), (await report(await neighbour())).body]
      await step(officials.dispatcher, same.id, 'join', { lead: lead.id })
      await answer(officials, lead.id, promised)
      return { lead: lead.id, same: same.id }
    }
    const [kept, broken, told] = [await pair(), await pair(), await pair()]
    await test.runJobs()
    await step(officials.clerk, kept.lead, 'fulfil', { words: '3月5日已装好。' })
    await test.runJobs()
    await turn('2026-03-08')
    // One of the two says so before anybody looks.
    expect((await (await neighbour()).post<OwnReply>(`/my-requests/${told.same}/reopen`, { why: '没有人来装。' })).body).toMatchObject({ state: 'joined', round: 2, answers: [{ outcome: 'promised' }] })
    await test.runJobs()
    expect(await seen(told.lead)).toMatchObject({ state: 'dispatched', round: 2 })
    for (let again = 0; again < 2; again += 1) {
      await sweepRequests(test.app)
      await test.runJobs()
    }
    expect(await seen(kept.same)).toMatchObject({ state: 'answered', round: 1, answers: [{ kept: true }] })
    expect((await (await neighbour()).post(`/my-requests/${kept.same}/reopen`, { why: '没有人来装。' })).status).toBe(409)
    for (const { lead, same } of [broken, told]) {
      expect([(await seen(lead)).state, (await seen(same)).state]).toEqual(['dispatched', 'joined'])
      await answer(officials, lead)
      await test.runJobs()
      expect(await seen(same)).toMatchObject({ state: 'answered', round: 2, answers: [{ text: goodAnswer.text }, { outcome: 'promised' }] })
    }
    await turn(on)
  })

  it('split into parts is taken up again in the part that was promised and not done, and answered as one again', async () => {
    const pieces = [{ text: '东山区路灯太亮，请装遮光罩。', category: 'sky/lamps/bright' }, { text: '东山区圆顶没有电，请修好。', category: 'sky/lamps/dark' }]
    const whole = async () => {
      const one = await reported({ text: '东山区路灯太亮，圆顶也没有电，请问什么时候修好？', category: '' })
      const [lamp, power] = (await step(officials.dispatcher, one.id, 'split', { pieces })).body.children
      await answer(officials, lamp?.id ?? '', promised)
      await answer({ clerk: officials.energy, head: officials.energyHead }, power?.id ?? '', { text: '东山区圆顶的电已经修好，是保险断了。', outcome: 'solved' })
      return { id: one.id, lamp: lamp?.id ?? '' }
    }
    const [kept, broken] = [await whole(), await whole()]
    await test.runJobs()
    await step(officials.clerk, kept.lamp, 'fulfil', { words: '3月5日已装好。' })
    await test.runJobs()
    expect(await mine(kept.id)).toMatchObject({ state: 'answered', answers: [{ outcome: 'promised', kept: true }] })
    await turn('2026-03-08')
    for (let again = 0; again < 2; again += 1) {
      await sweepRequests(test.app)
      await test.runJobs()
    }
    expect(await mine(kept.id)).toMatchObject({ state: 'answered', round: 1 })
    expect(await mine(broken.id)).toMatchObject({ state: 'split', round: 2, parts: [{ state: 'dispatched', round: 2, unit: { line: 'sky' } }, { state: 'answered', round: 1 }] })
    await answer(officials, broken.lamp)
    await test.runJobs()
    expect(await mine(broken.id)).toMatchObject({ state: 'answered', answers: [{ text: expect.stringMatching(/^一、已在山前街道[^]*\n二、东山区圆顶/) as string }, { outcome: 'promised' }] })
    await turn(on)
  })
})
