// The request centre and the arbiter: right role, wrong role, wrong place; what comes back, rulings, joining and splitting, taking in for others,
// looking at who reports.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { answer, goodAnswer, look, officialsOf, report, step, type Officials, type OwnReply, type StaffReply } from './testing.ts'

describe('the request centre', () => {
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
  const mine = async (id: string, who = resident): Promise<OwnReply> => (await who.get<OwnReply>(`/my-requests/${id}`)).body

  it('is for its own place: agents do not dispatch, units do not rule, other districts find nothing', async () => {
    const one = await reported({ category: '', text: '说不清楚的一件事，劳驾看看归谁。' })
    const { revision } = await look(officials.dispatcher, one.id)
    expect((await officials.agent.post(`/requests/${one.id}/dispatch`, { revision })).status).toBe(403)
    expect((await officials.clerk.post(`/requests/${one.id}/decline`, { revision, why: '不归我们' })).status).toBe(403)
    expect((await officials.westDispatcher.post(`/requests/${one.id}/decline`, { revision, why: '不归我们' })).status).toBe(404)
    expect((await officials.dispatcher.post(`/requests/${one.id}/rule`, { revision, unit: { line: 'sky', region: '990101' }, why: '归星空局' })).status).toBe(403)
    expect((await resident.post(`/requests/${one.id}/dispatch`, { revision })).status).toBe(403)
    expect((await officials.westDispatcher.post('/requests', { key: 'elsewhere-0001', kind: 'report', text: '东山区路灯太亮。', place: { region: '990101' }, contact: {} })).status).toBe(404)
    expect((await officials.dispatcher.post(`/requests/${one.id}/decline`, { revision: revision + 5, why: '没有说明是什么事' })).status).toBe(409)
  })

  it('hides who reports from the unit, and shows it to the centre only with a reason that is kept', async () => {
    const one = await reported({ text: '我叫丘小溪，电话13900002222，楼下星空局的路灯太亮，请问什么时候装遮光罩？' })
    const seen = await look(officials.clerk, one.id)
    expect(seen).toMatchObject({ masked: true, contact: {} })
    expect(JSON.stringify(seen)).not.toMatch(/丘小溪|13900002222/)
    expect((await officials.clerk.post(`/requests/${one.id}/unmask`, { reason: '想知道' })).status).toBe(403)
    expect((await officials.dispatcher.post<StaffReply>(`/requests/${one.id}/unmask`, { reason: '要回访' })).body.contact).toMatchObject({ name: '丘小溪', phone: '13900002222' })
    expect((await listAuditOf(test.app.db.read, 'request', one.id)).some(({ action }) => action === 'requests.unmask')).toBe(true)
    await resident.post(`/my-requests/${one.id}/open-name`, {})
    expect((await look(officials.clerk, one.id)).contact.name).toBe('丘小溪')
  })

  it('comes back with a reason, is reviewed, and after the second unit only the arbiter rules', async () => {
    const one = await reported()
    expect((await step(officials.clerk, one.id, 'return', { why: '路灯归能源局', suggested: { line: 'energy', region: '990101' } })).body).toMatchObject({ state: 'returned', waitsOn: 'centre', returnedBy: [{ line: 'sky' }] })
    const dispatched = (await step(officials.dispatcher, one.id, 'dispatch', { unit: { line: 'energy', region: '990101' }, why: '星空局说归能源局' })).body
    expect(dispatched).toMatchObject({ state: 'dispatched', unit: { line: 'energy' } })
    expect(dispatched.dueAt).toBe(one.dueAt)
    await step(officials.energy, one.id, 'return', { why: '照明设施不是能源局的' })
    const refused = await step(officials.dispatcher, one.id, 'dispatch', { unit: { line: 'sky', region: '990101' }, why: '再送' })
    expect(refused.status).toBe(409)
    await step(officials.dispatcher, one.id, 'dispute', { why: '两家都说不归自己' })
    expect((await officials.arbiter.get<{ requests: { id: string }[] }>('/requests?view=arbiter')).body.requests.map(({ id }) => id)).toContain(one.id)
    expect((await officials.dispatcher.post(`/requests/${one.id}/rule`, { revision: 9, unit: { line: 'sky', region: '990101' }, why: '归星空局' })).status).toBe(403)
    expect((await step(officials.arbiter, one.id, 'rule', { unit: { line: 'sky', region: '990101' }, why: '星空条例写明' })).body).toMatchObject({ state: 'dispatched', unit: { line: 'sky' } })
    expect((await step(officials.clerk, one.id, 'return', { why: '还是不归我们' })).status).toBe(409)
    expect((await mine(one.id)).dueAt).toBe(one.dueAt)
  })

  it('a return that is not accepted stays with the unit', async () => {
    const one = await reported()
    await step(officials.clerk, one.id, 'return', { why: '不归我们' })
    expect((await step(officials.dispatcher, one.id, 'keep', { why: '职责清单写明是你们' })).body).toMatchObject({ state: 'dispatched', unit: { line: 'sky' } })
  })

  it('duplicates follow the one that leads: they hear the same answer and grade it for themselves', async () => {
    const [lead, same] = [await reported(), await reported({}, neighbour)]
    expect((await step(officials.dispatcher, same.id, 'join', { lead: lead.number })).body).toMatchObject({ state: 'joined' })
    expect(await mine(lead.id)).toMatchObject({ seconds: 1 })
    expect((await step(officials.dispatcher, lead.id, 'join', { lead: same.id })).status).toBe(409)
    await answer(officials, lead.id)
    await test.runJobs()
    expect(await mine(same.id, neighbour)).toMatchObject({ state: 'answered', leadNumber: lead.number, answers: [{ text: goodAnswer.text }] })
    await neighbour.post(`/my-requests/${same.id}/rate`, { grade: 'unsatisfied', solved: false })
    expect((await neighbour.post<OwnReply>(`/my-requests/${same.id}/redo`, { why: '我这边还是亮' })).body).toMatchObject({ state: 'dispatched', unit: { line: 'government-services' } })
    expect((await mine(lead.id)).state).toBe('answered')
  })

  it('one that is not the same after all goes its own way again', async () => {
    const [lead, other] = [await reported(), await reported({}, neighbour)]
    await step(officials.dispatcher, other.id, 'join', { lead: lead.id })
    expect((await step(officials.dispatcher, other.id, 'part')).body).toMatchObject({ state: 'received', waitsOn: 'centre' })
    expect((await mine(lead.id)).seconds).toBe(0)
  })

  it('is split into parts, and the reporter gets one answer when every part has its own', async () => {
    const one = await reported({ text: '东山区路灯太亮，圆顶也没有电，请问什么时候修好？', category: '' })
    const pieces = [{ text: '东山区路灯太亮，请装遮光罩。', category: 'sky/lamps/bright' }, { text: '东山区圆顶没有电，请修好。', category: 'sky/lamps/dark' }]
    const whole = (await step(officials.dispatcher, one.id, 'split', { pieces })).body
    expect(whole.children.map(({ unit }) => unit?.line)).toEqual(['sky', 'energy'])
    const [lamp, power] = whole.children
    await answer(officials, lamp?.id ?? '')
    await test.runJobs()
    expect((await mine(one.id)).state).toBe('split')
    await answer({ clerk: officials.energy, head: officials.energyHead }, power?.id ?? '', { text: '东山区圆顶的电已经修好，是保险断了。', outcome: 'solved' })
    await test.runJobs()
    const told = await mine(one.id)
    expect(told).toMatchObject({ state: 'answered' })
    expect(told.answers[0]?.text).toMatch(/^一、[^]*\n二、/)

    await resident.post(`/my-requests/${one.id}/rate`, { grade: 'unsatisfied', solved: false })
    const redo = (parts?: (string | undefined)[]) => resident.post<OwnReply>(`/my-requests/${one.id}/redo`, { why: '圆顶晚上还是没有电', ...(parts ? { parts } : {}) })
    expect((await redo()).status).toBe(400)
    expect((await redo([power?.id, (await reported()).id])).status).toBe(400)
    // Only the part that failed goes to the unit above; the other keeps its answer.
    expect((await redo([power?.id])).body).toMatchObject({ state: 'split', round: 2, parts: [{ state: 'answered', round: 1 }, { state: 'dispatched', round: 2, unit: { line: 'government-services' } }] })
    expect((await look(officials.clerk, lamp?.id ?? '')).state).toBe('answered')
    await answer({ clerk: officials.above, head: officials.above }, power?.id ?? '', { text: '东山区圆顶的电换了新线，晚上试过，已经有电。', outcome: 'solved' })
    await test.runJobs()
    expect(await mine(one.id)).toMatchObject({ state: 'answered', can: expect.arrayContaining([{ action: 'redo', possible: false, because: 'used' }]) as unknown, answers: [{ text: expect.stringMatching(/^一、已在山前街道[^]*\n二、东山区圆顶的电换了新线/) as string }, {}] })
  })

  it('is handed over, answered at once or declined, each with words for the reporter', async () => {
    const [service, question, other] = [await reported({ category: '' , text: '我想买一台望远镜，劳驾看看怎么办。' }), await reported({ kind: 'consult', category: '', text: '星空局周末上班吗？劳驾告诉我。' }), await reported({ category: '', text: '说不清楚的一件事，劳驾看看。' })]
    expect((await step(officials.dispatcher, service.id, 'hand-over', { target: { type: 'service', id: 'constructor' }, words: '请办许可' })).status).toBe(400)
    await step(officials.dispatcher, service.id, 'hand-over', { target: { type: 'service', id: 'telescope-permit' }, words: '请办望远镜许可。' })
    expect(await mine(service.id)).toMatchObject({ state: 'handedOver' })
    expect((await step(officials.agent, question.id, 'answer-at-once', { text: '星空局周末不上班，周一上午九点开门。', outcome: 'explained' })).body).toMatchObject({ state: 'answered' })
    expect((await step(officials.agent, question.id, 'call-back', { grade: 'very-satisfied', solved: true })).body).toMatchObject({ state: 'closed' })
    expect((await step(officials.agent, other.id, 'decline', { why: '说不清楚' })).status).toBe(403)
    await step(officials.dispatcher, other.id, 'decline', { why: '没有说明是什么事。' })
    expect((await mine(other.id)).history.at(-1)).toMatchObject({ action: 'decline', words: '没有说明是什么事。' })
  })

  it('an agent takes one in for a caller, who is known again by the number', async () => {
    const taken = await officials.agent.post<{ id: string; token: string }>('/requests', { key: 'call-0001-first', kind: 'report', text: '东山区路灯太亮，请装遮光罩。', category: 'sky/lamps/bright', place: { region: '990101' }, contact: { name: '来电人', phone: '0755-1234 5678' } })
    expect(taken.status).toBe(201)
    const progress = await test.asNobody.get<OwnReply>(`/request-progress/${taken.body.token}`)
    expect(progress.body).toMatchObject({ state: 'dispatched' })
    expect(JSON.stringify(progress.body)).not.toMatch(/来电人|1234/)
    expect((await officials.clerk.post('/requests', { key: 'call-0001-clerk', kind: 'report', text: '东山区路灯太亮。', contact: {} })).status).toBe(403)
  })

  it('the same text from many people is handled once, and each of them is counted', async () => {
    const text = '紫藤巷的广告牌整夜亮着，照得几栋楼的人都睡不着，请问什么时候能关掉？'
    const senders = await Promise.all(Array.from({ length: 6 }, (_, index) => test.as({ person: { name: '街坊', subject: `campaign-${index}`, idNumber: inventIdNumber(8600 + index) } })))
    const sent: OwnReply[] = []
    for (const [index, sender] of senders.entries()) {
      turnTo(new Date(Date.parse(on) + index * 1000).toISOString())
      sent.push((await report(sender, { text })).body)
    }
    expect(sent.map(({ state }) => state)).toEqual(['dispatched', 'dispatched', 'dispatched', 'dispatched', 'joined', 'joined'])
    const [lead] = sent
    const seconds = await Promise.all(sent.map(async ({ id }) => (await look(officials.clerk, id)).seconds))
    expect(seconds.reduce((all, each) => all + each, 0)).toBe(2)
    expect((await officials.dispatcher.get<{ similar: { id: string }[] }>(`/requests/${lead?.id}/similar`)).body.similar.length).toBeGreaterThan(2)
  })
})
