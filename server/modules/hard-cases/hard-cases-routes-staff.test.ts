// The coordinators' desk: right role, wrong role, wrong region; sorting, meetings, the answer; two at once; taken in for somebody; time passing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { listAuditOf } from '../../kernel/audit-store.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable, on, uploadRequest } from '../../testing/telescope.ts'
import { hardCaseStateOf } from './hard-case.ts'
import { passDay } from './hard-cases-jobs.ts'
import { listHardCaseEvents } from './hard-cases-store.ts'
import { handInHardCase, lookAt, officialsOf, step, type Officials, type OwnReply } from './testing.ts'

type Desk = { hardCases: { id: string }[]; counts: Record<string, number>; coordinates: boolean }

describe('coordinating hard cases', () => {
  const { clock, turnTo } = turnable(on)
  let test: TestApp
  let resident: TestClient
  let officials: Officials
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    officials = await officialsOf(test)
  })
  afterAll(() => test.close())

  const received = async (account?: string) => {
    resident = await test.as({ person: { name: '丘小溪' } })
    return handInHardCase(resident, account)
  }
  const accepted = async (account?: string) => {
    const one = await received(account)
    await step(officials.coordinator, one.id, 'accept', { title: '路灯太亮', category: 'no-precedent' })
    return one
  }
  const answer = { words: '可以装遮光罩，能源局本周来装。', solution: '由能源局加装遮光罩。', by: ['东山能源局'], laws: [{ title: '样例星空条例', article: '第三条' }], category: 'no-precedent', keywords: ['路灯', ' 遮光 ', '路灯'] }

  it('those the pack names see it in their region, supervisors look on, everybody else finds nothing', async () => {
    const one = await received()
    expect(await lookAt(officials.coordinator, one.id)).toMatchObject({ state: 'received', applicant: '丘小溪', actions: expect.arrayContaining([{ action: 'accept', possible: true }, { action: 'conclude', possible: false, because: 'state' }]) })
    expect((await lookAt(officials.supervisor, one.id)).actions.every(({ because }) => because === 'role')).toBe(true)
    expect((await step(officials.supervisor, one.id, 'claim')).status).toBe(403)
    for (const client of [officials.elsewhere, officials.energy]) {
      expect((await client.get(`/hard-cases/${one.id}`)).status).toBe(404)
      expect((await client.post(`/hard-cases/${one.id}/claim`, { revision: 1 })).status).toBe(404)
    }
    expect((await officials.designer.get(`/hard-cases/${one.id}`)).status).toBe(403)
    expect((await resident.get(`/hard-cases/${one.id}`)).status).toBe(403)
    const desk = (await officials.coordinator.get<Desk>('/hard-cases?view=toSort&limit=10')).body
    expect(desk.hardCases.map(({ id }) => id)).toContain(one.id)
    expect((await officials.elsewhere.get<Desk>('/hard-cases')).body.hardCases).toEqual([])
    expect((await officials.energy.get<Desk>('/hard-cases')).body).toMatchObject({ coordinates: false, hardCases: [] })
  })

  it('is named and sorted, talked over in a meeting and answered; the applicant reads the plain words only', async () => {
    const one = await accepted()
    const meeting = { heldOn: '2026-03-02', place: '二楼会议室', attendees: [{ name: '能源局丙', unit: '东山能源局' }], minutes: '同意加装遮光罩。', decisions: [{ what: '装遮光罩', who: '能源局', byOn: '2026-03-06' }] }
    expect((await step(officials.coordinator, one.id, 'meetings', { ...meeting, heldOn: '2026-03-03' })).status).toBe(400)
    await step(officials.coordinator, one.id, 'meetings', meeting)
    const concluded = (await step(officials.coordinator, one.id, 'conclude', answer)).body
    expect(concluded).toMatchObject({ state: 'answered', title: '路灯太亮', keywords: ['路灯', '遮光'], coordinator: '协调员甲', answer: { kind: 'conclude', solution: '由能源局加装遮光罩。' } })
    const told = (await resident.get<OwnReply>(`/my-hard-cases/${one.id}`)).body
    expect(told.answer).toMatchObject({ words: answer.words, by: answer.by, laws: answer.laws })
    expect(JSON.stringify(told)).not.toContain('由能源局加装遮光罩')
    expect(JSON.stringify(told.history)).not.toContain('同意加装')
    expect((await resident.post<OwnReply>(`/my-hard-cases/${one.id}/solved`, {})).body.state).toBe('settled')
    expect((await listAuditOf(test.app.db.read, 'hardCase', one.id)).map(({ action }) => action).toReversed()).toEqual(['hardCases.submit', 'hardCases.accept', 'hardCases.meet', 'hardCases.conclude', 'hardCases.settle'])
    expect(hardCaseStateOf(await listHardCaseEvents(test.app.db.read, one.id))).toBe('settled')
  })

  it('is an ordinary service after all: the applicant is led to it; a service nobody offers is refused', async () => {
    const one = await received('望远镜要不要办许可，谁也说不清楚。')
    expect((await step(officials.coordinator, one.id, 'guide', { target: { type: 'service', id: 'constructor' }, words: '请办这一项。' })).status).toBe(400)
    await step(officials.coordinator, one.id, 'guide', { target: { type: 'service', id: 'telescope-permit' }, words: '请办望远镜许可。' })
    expect((await resident.get<OwnReply>(`/my-hard-cases/${one.id}`)).body).toMatchObject({ state: 'guided', answer: { kind: 'guide', target: { type: 'service', id: 'telescope-permit', name: { 'zh-CN': '望远镜许可' } } } })
  })

  it('two coordinators at once: one is first, the other is shown that it has changed and loses nothing', async () => {
    const one = await received()
    const { revision } = await lookAt(officials.coordinator, one.id)
    const body = { revision, to: '天文馆', words: '天文馆负责。' }
    const replies = await Promise.all([officials.coordinator, officials.second].map((client) => client.post<{ error?: { code: string; details: { revision: number } } }>(`/hard-cases/${one.id}/redirect`, body)))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(replies.find(({ status }) => status === 409)?.body.error).toMatchObject({ code: 'conflict', details: { revision: revision + 1 } })
  })

  it('nobody answers what was not taken on, nor in a category the place does not have', async () => {
    const one = await received()
    expect((await step(officials.coordinator, one.id, 'conclude', answer)).status).toBe(409)
    expect((await step(officials.coordinator, one.id, 'accept', { title: '路灯', category: 'constructor' })).status).toBe(400)
  })

  it('is taken in at a window for somebody: known by their number it is theirs as well, otherwise told by telephone', async () => {
    const idNumber = inventIdNumber(4242)
    const person = await test.as({ person: { name: '葛明', idNumber } })
    const clerk = await test.as({ staff: [{ role: 'window', region: '990101', line: 'energy' }], name: '窗口丁' })
    const body = { id: randomUUID(), region: '990101', account: '电话里说不清楚的一件事，先记下来。', wish: '', channel: 'window', applicant: '葛明', phone: '15400000102', idNumber }
    const taken = await clerk.post<{ id: string; number: string; mayOpen: boolean }>('/hard-cases', body)
    expect([taken.status, taken.body.mayOpen]).toEqual([201, false])
    expect((await clerk.post<{ number: string }>('/hard-cases', body)).body.number).toBe(taken.body.number)
    expect((await person.get<OwnReply>(`/my-hard-cases/${taken.body.id}`)).body).toMatchObject({ account: body.account, history: [{ actorName: '窗口丁' }] })
    expect((await clerk.request(uploadRequest(`/hard-cases/${taken.body.id}/files`))).statusCode).toBe(201)
    expect((await officials.energy.request(uploadRequest(`/hard-cases/${taken.body.id}/files`, '%PDF-1.4\n% other\n%%EOF\n'))).statusCode).toBe(404)
    expect((await clerk.get(`/hard-cases/${taken.body.id}`)).status).toBe(403)
    expect((await clerk.post('/hard-cases', { ...body, id: randomUUID(), applicant: '别人' })).status).toBe(400)
    expect((await officials.elsewhere.post('/hard-cases', { ...body, id: randomUUID() })).status).toBe(404)
    const { idNumber: _number, ...unknown } = body
    const called = await clerk.post<{ id: string }>('/hard-cases', { ...unknown, id: randomUUID(), channel: 'hotline', applicant: '没有账号的人' })
    expect((await officials.coordinator.get<{ hasAccount: boolean; channel: string }>(`/hard-cases/${called.body.id}`)).body).toMatchObject({ hasAccount: false, channel: 'hotline' })
  })

  it('opens documents only through its own case, and records it', async () => {
    const one = await received()
    await resident.request(uploadRequest(`/my-hard-cases/${one.id}/files`))
    const [file] = (await lookAt(officials.coordinator, one.id)).files
    const open = (client: TestClient, id: string) => client.request({ method: 'GET', url: `/api/v1/hard-cases/${id}/files/${file?.id}` })
    expect((await open(officials.coordinator, one.id)).statusCode).toBe(200)
    expect((await open(officials.elsewhere, one.id)).statusCode).toBe(404)
    expect((await open(officials.coordinator, (await received()).id)).statusCode).toBe(404)
    expect((await listAuditOf(test.app.db.read, 'hardCase', one.id))[0]?.action).toBe('hardCases.openFile')
  })

  it('finds earlier ones like it, with how they were solved, and services that may fit', async () => {
    const earlier = await accepted('路灯正对着我的阳台，望远镜看不见星星，两个局都说不归自己管。')
    await step(officials.coordinator, earlier.id, 'conclude', answer)
    const one = await received('路灯正对着我的阳台，望远镜什么也看不见，问了两个局都说不归自己管。')
    const { body } = await officials.coordinator.get<{ earlier: { id: string; solution: string }[] }>(`/hard-cases/${one.id}/suggestions`)
    expect(body.earlier.find(({ id }) => id === earlier.id)).toMatchObject({ solution: answer.solution })
  })

  it('a day that passes is recorded once, however often the job runs, and not when somebody was in time', async () => {
    const late = await received()
    const inTime = await accepted()
    const { revision } = await lookAt(officials.coordinator, late.id)
    turnTo('2026-03-05T02:00:00Z')
    for (const hardCaseId of [late.id, late.id, inTime.id]) await passDay(test.app, { hardCaseId, day: '2026-03-04' })
    const { coordinator } = await officialsOf(test) // sessions do not last for days
    const actions = async (id: string) => (await lookAt(coordinator, id)).history.map(({ action }) => action)
    expect(await actions(late.id)).toEqual(['submit', 'passDay'])
    expect(await actions(inTime.id)).toEqual(['submit', 'accept'])
    const seen = await lookAt(coordinator, late.id)
    expect([seen.late, seen.revision]).toEqual([true, revision])
    turnTo(on)
  })
})

