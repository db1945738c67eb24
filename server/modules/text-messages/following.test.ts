// Who is told without asking: whoever called or left a number hears that it was received and answered, an applicant that something is to be
// added or that there is a result; once, by a link that cannot be guessed and leads where they read and rate.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { handIn, turnable } from '../../testing/telescope.ts'
import { listCasesWithIds } from '../cases/index.ts'
import { openTown, type Town } from '../ratings/testing.ts'
import { answer, officialsOf, report, type Officials } from '../requests/testing.ts'
import { openTextOffice, sweep, type Arrived, type TextOffice } from './testing.ts'

const linkIn = (message: Arrived | undefined): string => /\/s\/[A-Za-z0-9]{22}$/.exec(message?.content ?? '')?.[0] ?? ''

describe('a request', () => {
  const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
  let office: TextOffice
  let test: TestApp
  let officials: Officials
  beforeAll(async () => {
    office = await openTextOffice(() => clock.now())
    test = await startTestApp({ clock, environment: { REGION: '990100', ...office.environment({ SMS_QUIET: '22-8' }) } })
    officials = await officialsOf(test)
  })
  afterAll(async () => {
    await test.close()
    await office.stop()
  })
  const arrivedAt = async (phone: string) => (await office.arrived()).filter((each) => each.phone === phone).toReversed()
  const anonymous = (key: string, phone: string) => test.asNobody.post<{ number: string; token: string }>('/anonymous-requests', { key, kind: 'report', text: '东山区山前街道的路灯太亮，请问什么时候装遮光罩？', category: 'sky/lamps/bright', place: { region: '990101', address: '山前街道一号' }, phone })
  const idOf = async (number: string) => (await officials.clerk.get<{ requests: { id: string }[] }>(`/requests?view=ofUnit&words=${number}`)).body.requests[0]?.id ?? ''

  it('reported without login is received and answered by text message, and its link leads to the progress, where it is rated', async () => {
    const { number, token } = (await anonymous('text-message-0001', '154 1111 0001')).body
    await test.runJobs()
    const [receipt] = await arrivedAt('15411110001')
    expect(receipt?.content).toMatch(new RegExp(`^【示例政务】您反映的问题收到了，编号${number}，最晚2026年3月\\d+日答复。`))
    const opened = await test.server.inject({ url: linkIn(receipt) })
    expect([opened.statusCode, opened.headers.location, opened.headers['cache-control']]).toEqual([302, `/requests/progress/${token}`, 'no-store'])
    await answer(officials, await idOf(number))
    await test.runJobs()
    const [, answered] = await arrivedAt('15411110001')
    expect(answered?.content).toContain(`有答复了，编号${number}。`)
    expect((await test.server.inject({ url: linkIn(answered) })).headers.location).toBe(`/requests/progress/${token}`)
    expect((await test.asNobody.post(`/request-progress/${token}/rate`, { grade: 'satisfied', solved: true })).status).toBe(200)
    expect(`${receipt?.content}${answered?.content}`).not.toMatch(/路灯|一号/)
  })

  it('with a number somebody typed waits for the morning; without one nothing is sent', async () => {
    turnTo('2026-03-02T15:00:00Z')
    await anonymous('text-message-0002', '15411110002')
    await anonymous('text-message-0003', '')
    await test.runJobs()
    expect(await arrivedAt('15411110002')).toEqual([])
    turnTo('2026-03-03T00:00:00Z')
    await sweep(test)
    expect(await arrivedAt('15411110002')).toHaveLength(1)
    turnTo('2026-03-02T02:00:00Z')
  })

  it('of somebody logged in has its receipt in the inbox, and its answer there and by text message, once a round', async () => {
    const resident = await test.as({ person: { phone: '15411110004' } })
    const { id } = (await report(resident)).body
    await answer(officials, id)
    await test.runJobs()
    expect((await arrivedAt('15411110004')).map(({ content }) => content.includes('有答复了'))).toEqual([true])
    await resident.post(`/my-requests/${id}/rate`, { grade: 'very-unsatisfied', solved: false })
    await test.runJobs()
    expect(await arrivedAt('15411110004')).toHaveLength(1)
  })

  it('answered while its caller is on the telephone is told once, at any hour', async () => {
    turnTo('2026-03-02T15:30:00Z')
    const agent = await test.as({ staff: [{ role: 'agent', region: '990100', line: 'government-services' }] })
    const call = async (phone: string) => {
      const { id } = (await agent.post<{ id: string }>('/hotline/rings', { phone })).body
      await agent.post(`/hotline/calls/${id}/take`, {})
      return id
    }
    const take = (id: string, more: object) => agent.post(`/hotline/calls/${id}/requests`, { key: 'form-0001', kind: 'consult', text: '东山区山前街道的路灯什么时候装遮光罩？', category: 'sky/lamps/bright', region: '990101', anonymous: true, ...more })
    const first = await call('15411110005')
    expect((await take(first, {})).status).toBe(201)
    await agent.post(`/hotline/calls/${first}/finish`, { wrapUp: 'request', note: '' })
    const second = await call('15411110006')
    expect((await take(second, { answer: { text: '山前街道的路灯下周三统一加装遮光罩，装好以后灯光不会再照进窗户。' } })).status).toBe(201)
    await agent.post(`/hotline/calls/${second}/finish`, { wrapUp: 'answered', note: '' })
    await test.runJobs()
    expect((await arrivedAt('15411110005')).map(({ content }) => content.includes('收到了'))).toEqual([true])
    expect(await arrivedAt('15411110006')).toEqual([])
    turnTo('2026-03-03T00:00:00Z')
    await sweep(test)
    expect((await arrivedAt('15411110006')).map(({ content }) => content.includes('有答复了'))).toEqual([true])
  })

  it('is not found by a guessed code, and whoever tries many is slowed down', async () => {
    const guess = (code: string) => test.server.inject({ url: `/s/${code}`, remoteAddress: '198.51.100.7' })
    const codes = ['x', 'A'.repeat(22), `${'A'.repeat(21)}-`, ...Array.from({ length: 20 }, (_, each) => `B${String(each).padStart(21, '0')}`)]
    const replies: number[] = []
    for (const code of codes) replies.push((await guess(code)).statusCode)
    expect(replies.filter((status) => status === 302)).toEqual([])
    expect(replies.at(-1)).toBe(429)
    const [known] = await arrivedAt('15411110001')
    expect((await test.server.inject({ url: linkIn(known), remoteAddress: '198.51.100.7' })).statusCode).toBe(302)
  })
})

describe('a case', () => {
  let office: TextOffice
  let town: Town
  let clerk: TestClient
  let approver: TestClient
  beforeAll(async () => {
    office = await openTextOffice(() => town.test.app.clock.now())
    town = await openTown(office.environment({ SMS_INVITE_AFTER: '60' }))
    clerk = await town.official('clerk')
    approver = await town.official('approver')
  })
  afterAll(async () => {
    await town.close()
    await office.stop()
  })
  let nth = 0
  let phone = ''
  let resident: TestClient
  beforeEach(async () => {
    nth += 1
    phone = `154222200${String(nth).padStart(2, '0')}`
    resident = await town.test.as({ person: { phone } })
  })
  const texts = async () => (await office.arrived()).filter((each) => each.phone === phone).toReversed().map(({ content }) => content)

  it('that needs something more is told of at once', async () => {
    const { cases } = await handIn(resident)
    const permit = cases.find(({ service }) => service === 'telescope-permit')
    await clerk.post(`/cases/${permit?.id}/supplement-request`, { revision: 1, items: [{ what: '看不清' }] })
    await town.test.runJobs()
    expect((await texts()).filter((text) => text.includes(`需要补充材料，编号${permit?.number}`))).toHaveLength(1)
  })

  it('that has ended is told of once, and its applicant is invited once to rate it without logging in', async () => {
    await town.decided(approver, resident)
    await town.test.runJobs()
    const invitations = (await office.arrived()).filter((each) => each.phone === phone && each.content.includes('办完了'))
    expect((await texts()).filter((text) => text.includes('有结果了'))).toHaveLength(1)
    expect(invitations).toHaveLength(1)
    const { headers } = await town.test.server.inject({ url: linkIn(invitations[0]) })
    expect(headers.location).toMatch(/^\/rate\/[\w-]{50}$/)
    const rated = await town.test.asNobody.post(`/ratings/links/${String(headers.location).split('/')[2]}`, { grade: 'satisfied', tags: [], words: '' })
    expect(rated.status).toBe(201)
    const { ratings } = (await resident.get<{ ratings: { grade: string }[] }>('/ratings/own')).body
    expect(ratings).toMatchObject([{ grade: 'satisfied' }])
  })

  it('that was rated meanwhile, or whose result somebody does not want to hear of, is left alone', async () => {
    await resident.put('/message-choices', { muted: ['caseGranted'] })
    const { caseId } = await town.decided(approver, resident)
    expect((await resident.post('/ratings', { kind: 'case', id: caseId, grade: 'satisfied', tags: [], words: '' })).status).toBe(201)
    await town.test.runJobs()
    const [one] = await listCasesWithIds(town.test.app.db.read, [caseId])
    expect((await texts()).filter((text) => text.includes('有结果了') || text.includes(one?.number ?? ''))).toEqual([])
  })
})
