// A call from ringing to wrapped up: taken by one agent, with what is known of the caller, taken down in one go, answered at once or sent on.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { packsWithLamps } from '../open311/testing.ts'
import { findRequest } from '../requests/index.ts'

type Calls = { waiting: { id: string; phone: string | null; front: boolean; handedOver: boolean }[]; mine: string | null; today: { finished: number } }
type Call = { id: string; state: string; phone: string | null; transcript: { who: string; text: string }[]; caller: { callsToday: number; names: string[]; requests: { number: string; title: string; ofThisCall: boolean }[] } }
type Down = { id: string; number: string; state: string; again: boolean; front: boolean }
type Refused = { error: { code: string; details: unknown } }

const key = 'telephone-exchange-key'
let now = new Date('2026-11-16T02:20:00Z')
let test: TestApp
let agent: TestClient
let second: TestClient
const posting = (role: Posting['role'], region = '990100'): Posting => ({ role, region, line: 'government-services' })
beforeAll(async () => {
  test = await startTestApp({ clock: { now: () => now }, packs: packsWithLamps('2026-11-16'), environment: { REGION: '990100', HOTLINE_KEY: key } })
  agent = await test.as({ staff: [posting('agent')], name: '话务员甲' })
  second = await test.as({ staff: [posting('agent')], name: '话务员乙' })
})
afterAll(() => test.close())
beforeEach(() => {
  now = new Date(now.getTime() + 60_000)
})

let nth = 0
const exchange = (path: string, body: object, authorization = `Bearer ${key}`) => test.server.inject({ method: 'POST', url: `/hotline/calls${path}`, headers: { 'content-type': 'application/json', authorization }, payload: JSON.stringify(body) })
const ring = async (phone: string | null = '13800138000') => {
  nth += 1
  return { key: `call-${nth}`, id: (await exchange('', { key: `call-${nth}`, line: '12345', phone })).json<{ call: string }>().call }
}
const take = async (phone?: string | null) => {
  const call = await ring(phone)
  return { ...call, body: (await agent.post<Call>(`/hotline/calls/${call.id}/take`, {})).body }
}
const finish = (id: string, wrapUp = 'request') => agent.post<Call & Refused>(`/hotline/calls/${id}/finish`, { wrapUp, note: '' })
const form = { key: 'form-0001', kind: 'help', text: '南园路的路灯坏了三天。', category: 'urban/street-lamps/broken-lamp', address: '山前街道南园路 12 号', name: '陈小满', anonymous: false }
const takeDown = (id: string, more: object = {}) => agent.post<Down & Refused>(`/hotline/calls/${id}/requests`, { ...form, ...more })

describe('the telephone exchange', () => {
  it('reports a call once, with its key, and that somebody hung up', async () => {
    const { key: call, id } = await ring()
    expect((await exchange('', { key: call, line: '12345', phone: '13800138000' })).json()).toEqual({ call: id })
    expect((await exchange('', { key: 'other', line: '12345', phone: null }, 'Bearer wrong')).statusCode).toBe(401)
    expect((await exchange('', { key: 'other' })).statusCode).toBe(400)
    expect((await agent.get<Calls>('/hotline/calls')).body.waiting).toMatchObject([{ id, phone: '138****8000', front: false, handedOver: false }])
    expect((await exchange('/hang-up', { key: call })).statusCode).toBe(200)
    expect((await exchange('/hang-up', { key: 'unknown' })).statusCode).toBe(404)
    expect((await agent.get<Calls>('/hotline/calls')).body.waiting).toEqual([])
  })
})

describe('a call', () => {
  it('is taken by one agent, who has one at a time', async () => {
    const { id } = await take()
    expect((await second.post<Refused>(`/hotline/calls/${id}/take`, {})).body.error.code).toBe('not_allowed_now')
    expect((await second.get(`/hotline/calls/${id}`)).status).toBe(404)
    const next = await ring('13900139000')
    expect((await agent.post<Refused>(`/hotline/calls/${next.id}/take`, {})).body.error).toMatchObject({ code: 'not_allowed_now', details: { because: 'another' } })
    expect((await agent.get<Calls>('/hotline/calls')).body.mine).toBe(id)
    await finish(id)
    expect((await agent.post<Call>(`/hotline/calls/${next.id}/take`, {})).body.state).toBe('talking')
    await finish(next.id, 'silent')
  })

  it('shows earlier requests of the same number, and how often it called today', async () => {
    const first = await take('15400000101')
    expect(first.body.caller).toMatchObject({ callsToday: 1, requests: [] })
    const { number } = (await takeDown(first.id)).body
    await finish(first.id)
    const again = await take('154-0000-0101')
    expect(again.body.caller).toMatchObject({ callsToday: 2, names: ['陈小满'], requests: [{ number, title: '南园路的路灯坏了三天', ofThisCall: false }] })
    await finish(again.id, 'followUp')
    const hidden = await take(null)
    expect(hidden.body).toMatchObject({ phone: null, caller: { callsToday: 1, requests: [] } })
    await finish(hidden.id, 'wrongNumber')
  })

  it('becomes a request of the caller, once, however often the form is sent', async () => {
    const { id } = await take('15400000202')
    const [one, other] = [await takeDown(id), await takeDown(id)]
    expect(one).toMatchObject({ status: 201, body: { again: false } })
    expect(other.body).toMatchObject({ id: one.body.id, again: true })
    expect(await findRequest(test.app.db.read, one.body.id)).toMatchObject({ channel: 'hotline', kind: 'help', contact: { name: '陈小满', phone: '15400000202' }, course: { callId: id } })
    const anonymous = await takeDown(id, { key: 'form-0002', kind: 'report', anonymous: true, text: '有人半夜往河里倒污水。' })
    expect(await findRequest(test.app.db.read, anonymous.body.id)).toMatchObject({ anonymous: true, contact: { phone: '15400000202' } })
    expect((await agent.post<Call>(`/hotline/calls/${id}/hang-up`, {})).body.state).toBe('wrappingUp')
    expect((await finish(id)).body).toMatchObject({ state: 'finished', wrapUp: 'request' })
    expect((await takeDown(id, { key: 'form-0003' })).body.error.code).toBe('not_allowed_now')
  })

  it('that only asks something is answered at once and closed with the answer and its source', async () => {
    const dispatcher = await test.as({ staff: [posting('dispatcher')] })
    const words = { category: null, ask: '办事大厅周六几点开门', answer: '办事大厅周六上午九点开门，中午十二点关门。', source: { title: '样例市政务服务中心公告', url: null }, validUntil: '2026-12-31', audience: 'public' }
    const { id: entry } = (await agent.post<{ id: string }>('/knowledge-entries', { region: '990100', words })).body
    await dispatcher.post(`/knowledge-entries/${entry}/act`, { revision: 1, step: 'release' })
    const { id } = await take('15400000303')
    const suggested = (await agent.post<{ knowledge: { id: string; answer: string; source: string }[] }>('/hotline/suggestions', { text: '办事大厅周六几点开门' })).body
    expect(suggested.knowledge).toMatchObject([{ id: entry, answer: words.answer, source: words.source.title }])
    const down = await takeDown(id, { kind: 'consult', text: '办事大厅周六几点开门？', category: undefined, address: undefined, answer: { text: words.answer, knowledge: entry } })
    expect(down.body).toMatchObject({ state: 'answered' })
    expect(await findRequest(test.app.db.read, down.body.id)).toMatchObject({ understood: { notes: ['按知识库“办事大厅周六几点开门”答复，依据：样例市政务服务中心公告'] } })
    await finish(id, 'answered')
  })

  it('about what somebody else has reported is handled with that, and the caller hears the same answer', async () => {
    const one = await take('15400000707')
    const lead = (await takeDown(one.id, { text: '海边步道的路灯全灭了，晚上散步看不见。' })).body
    await finish(one.id)
    const { id } = await take('15400000808')
    const { similar } = (await agent.post<{ similar: { id: string; seconds: number }[] }>('/hotline/suggestions', { text: '海边步道路灯全灭了，晚上散步看不见', address: form.address })).body
    expect(similar).toMatchObject([{ id: lead.id, seconds: 0 }])
    const down = await takeDown(id, { text: '海边步道路灯全灭了，晚上散步看不见', sameAs: lead.id })
    expect(down.body).toMatchObject({ state: 'joined', joined: true })
    expect((await takeDown(id, { text: '海边步道路灯全灭了，晚上散步看不见', sameAs: lead.id })).body).toMatchObject({ id: down.body.id, again: true })
    expect(await findRequest(test.app.db.read, down.body.id)).toMatchObject({ parentId: lead.id, contact: { phone: '15400000808' } })
    expect(await findRequest(test.app.db.read, lead.id)).toMatchObject({ seconds: 1 })
    // Who was joined leads to whoever leads, danger goes before everything, and what is elsewhere does not exist.
    expect((await takeDown(id, { key: 'form-0004', text: '那边的路灯还是不亮', sameAs: down.body.id })).body).toMatchObject({ joined: true })
    expect(await findRequest(test.app.db.read, lead.id)).toMatchObject({ seconds: 2 })
    expect((await takeDown(id, { key: 'form-0005', text: '步道上有人掉进海里了，快救人', sameAs: lead.id })).status).toBe(409)
    expect((await takeDown(id, { key: 'form-0006', sameAs: '0199aaaa-0000-7000-8000-000000000000' })).status).toBe(404)
    await finish(id)
  })

  it('about what many have said word for word is answered at once, or handled with the one the agent names', async () => {
    const text = '紫藤巷的广告牌整夜亮着，照得几栋楼的人都睡不着，请问什么时候能关掉？'
    const sent: Down[] = []
    for (const nr of [1, 2, 3, 4, 5]) {
      const { id } = await take(`1540000091${nr}`)
      sent.push((await takeDown(id, { text })).body)
      await finish(id)
      now = new Date(now.getTime() + 1000) // Which came first is told by the clock.
    }
    expect(sent.at(-1)?.state).toBe('joined')
    const { id } = await take('15400000916')
    expect((await takeDown(id, { text, kind: 'consult', answer: { text: '紫藤巷的广告牌从今晚起十一点关灯，业主已经答应，您今晚可以看看。' } })).body).toMatchObject({ state: 'answered' })
    expect((await takeDown(id, { key: 'form-0007', text, sameAs: sent[1]?.id })).body).toMatchObject({ state: 'joined' })
    await finish(id)
  })

  it('from somebody in danger is not answered with a ready answer', async () => {
    const { id } = await take('15400000404')
    expect((await agent.post<{ emergency: string | null }>('/hotline/suggestions', { text: '楼上着火了，有人被困在里面' })).body.emergency).not.toBeNull()
    expect((await takeDown(id, { kind: 'consult', text: '楼上着火了，有人被困在里面，怎么办', answer: { text: '请您稍候，马上有人联系您。' } })).status).toBe(409)
    expect((await takeDown(id, { text: '楼上着火了，有人被困在里面' })).body).toMatchObject({ front: true })
    await finish(id, 'emergency')
  })

  it('can be invented in demo mode, where there is no telephone exchange', async () => {
    const { id } = (await agent.post<{ id: string }>('/hotline/rings', { phone: '15400000505' })).body
    expect((await agent.get<Calls>('/hotline/calls')).body.waiting.map((each) => each.id)).toEqual([id])
    await agent.post(`/hotline/calls/${id}/take`, {})
    await finish(id, 'dropped')
  })
})

describe('what others said', () => {
  it('is told to agents and dispatchers of the place, without names', async () => {
    const { id } = await take('15400000909')
    const lead = (await takeDown(id, { text: '我是陈小满，桥头的路灯全灭了，晚上过桥看不见。' })).body
    await finish(id)
    const asked = { text: '桥头的路灯全灭了，晚上过桥看不见', address: form.address }
    const told = async (client: TestClient) => (await client.post<{ similar: { id: string; title: string }[]; categories: unknown[] }>('/hotline/suggestions', asked)).body.similar
    const district = await test.as({ staff: [posting('dispatcher', '990101')] })
    for (const client of [agent, district]) expect((await told(client)).find((one) => one.id === lead.id)?.title).toBe('我是＊＊＊，桥头的路灯全灭了，晚上过桥看不见')
    for (const client of [await test.as({ staff: [posting('window')] }), await test.as({ staff: [posting('agent', '990102')] })]) expect(await told(client)).toEqual([])
    expect((await (await test.as({ staff: [posting('clerk')] })).post('/hotline/suggestions', asked)).status).toBe(403)
    expect((await test.asNobody.post('/hotline/suggestions', asked)).status).toBe(401)
  })
})

describe('the screen', () => {
  it('is for agents of the place', async () => {
    const { id } = await ring('15400000606')
    const elsewhere = await test.as({ staff: [posting('agent', '990200')] })
    expect((await elsewhere.get<Calls>('/hotline/calls')).body.waiting).toEqual([])
    expect((await elsewhere.post(`/hotline/calls/${id}/take`, {})).status).toBe(404)
    for (const client of [await test.as({ staff: [posting('clerk')] }), await test.as({ person: {} })]) expect((await client.get('/hotline/calls')).status).toBe(403)
    expect((await test.asNobody.get('/hotline/calls')).status).toBe(401)
    await exchange('/hang-up', { key: `call-${nth}` })
  })
})
