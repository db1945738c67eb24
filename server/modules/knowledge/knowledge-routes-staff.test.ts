// The knowledge base: proposed by one, released by another, found while in force, missed where it is not there.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Posting } from '../../kernel/authz.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { packsWithLamps } from '../open311/testing.ts'
import { indexPublicKnowledge } from './index.ts'
import { unlistExpired } from './keeping.ts'

type Entry = { id: string; stage: string; revision: number; words: { answer: string; validUntil: string | null }; proposal: { by: string } | null; expired: boolean; reviewDue: boolean; can: string[] }
type Found = { entries: Entry[]; others: { type: string; id: string; url: string }[] }
type Listed = { entries: Entry[]; gaps: { words: string; times: number }[] }
type Refused = { error: { code: string } }

let now = new Date('2026-11-16T02:20:00Z')
let test: TestApp
let agent: TestClient
let dispatcher: TestClient
const posting = (role: Posting['role'], region = '990100'): Posting => ({ role, region, line: 'government-services' })
beforeAll(async () => {
  test = await startTestApp({ clock: { now: () => now }, packs: packsWithLamps('2026-11-16'), environment: { REGION: '990100' } })
  agent = await test.as({ staff: [posting('agent')], name: '话务员' })
  dispatcher = await test.as({ staff: [posting('dispatcher'), posting('agent')], name: '分派员' })
})
afterAll(() => test.close())

const words = { category: null, ask: '观星证可以代领吗', answer: '可以，带上双方证件和委托书。', source: { title: '样例观星条例 第三条', url: null }, validUntil: '2026-12-01', audience: 'public' }
const propose = async (client: TestClient, more: object = {}) => (await client.post<Entry>('/knowledge-entries', { region: '990100', words: { ...words, ...more } })).body
const act = (client: TestClient, { id, revision }: Entry, step: string, more: object = {}) => client.post<Entry & Refused>(`/knowledge-entries/${id}/act`, { revision, step, ...more })
const find = async (q: string, more = '') => (await agent.get<Found>(`/knowledge?q=${encodeURIComponent(q)}${more}`)).body

describe('an entry', () => {
  it('is found only once somebody else has released it, by agents and in the search of the portal', async () => {
    const proposed = await propose(dispatcher)
    expect(proposed).toMatchObject({ stage: 'proposed', proposal: { by: '分派员' } })
    expect((await find('观星证代领')).entries).toEqual([])
    expect((await act(dispatcher, proposed, 'release')).body.error.code).toBe('second_person')
    expect((await act(agent, proposed, 'release')).status).toBe(403)
    const other = await test.as({ staff: [posting('supervisor')], name: '督办' })
    const released = await act(other, proposed, 'release')
    expect(released.body).toMatchObject({ stage: 'published', reviewDue: true, expired: false })
    expect((await find('观星证能不能代领')).entries).toMatchObject([{ id: proposed.id }])
    const searched = await test.asNobody.get<{ results: { type: string; id: string }[] }>(`/search?q=${encodeURIComponent('观星证可以代领吗')}`)
    expect(JSON.stringify(searched.body)).toContain(proposed.id)
    expect((await test.asNobody.get<{ answer: { 'zh-CN': string } }>(`/answers/${proposed.id}`)).body.answer['zh-CN']).toBe(words.answer)
    expect((await act(other, proposed, 'release')).body.error.code).toBe('conflict')
  })

  it('keeps its words in force while others wait, and is retired or confirmed by who releases', async () => {
    const proposed = await propose(agent, { ask: '望远镜登记要多久' })
    const released = (await act(dispatcher, proposed, 'release')).body
    const reworded = (await agent.put<Entry>(`/knowledge-entries/${released.id}`, { revision: released.revision, words: { ...words, ask: '望远镜登记要多久', answer: '三个工作日。' } })).body
    expect((await find('望远镜登记要多久')).entries[0]?.words.answer).toBe(words.answer)
    const second = (await act(dispatcher, reworded, 'release')).body
    expect((await find('望远镜登记要多久')).entries[0]?.words.answer).toBe('三个工作日。')
    const confirmed = (await act(dispatcher, second, 'confirm', { validUntil: '2027-06-30' })).body
    expect(confirmed).toMatchObject({ words: { validUntil: '2027-06-30' }, reviewDue: false })
    const retired = (await act(dispatcher, confirmed, 'retire')).body
    expect(retired.stage).toBe('retired')
    expect((await find('望远镜登记要多久')).entries).toEqual([])
    expect((await act(dispatcher, retired, 'confirm')).body.error.code).toBe('not_allowed_now')
    expect((await act(dispatcher, (await propose(agent, { ask: '写错了的一条' })), 'discard')).body.stage).toBe('retired')
  })

  it('past its last day is shown to agents as expired, and to nobody else', async () => {
    const [first] = (await find('观星证代领')).entries
    now = new Date('2026-12-05T02:20:00Z')
    await unlistExpired(test.app)
    agent = await test.as({ staff: [posting('agent')], name: '话务员' })
    expect((await find('观星证代领')).entries).toMatchObject([{ id: first?.id, expired: true }])
    expect((await test.asNobody.get(`/answers/${first?.id}`)).status).toBe(404)
    await indexPublicKnowledge(test.app.db, now)
    expect(JSON.stringify((await test.asNobody.get(`/search?q=${encodeURIComponent('观星证可以代领吗')}`)).body)).not.toContain(first?.id)
  })
})

describe('what is not there', () => {
  it('is noted with nothing personal in it, counted, and closed once it is there', async () => {
    for (const phone of ['13800138000', '13800138001']) await agent.post('/knowledge-gaps', { region: '990100', words: `月亮证补办 ${phone}` })
    dispatcher = await test.as({ staff: [posting('dispatcher')] })
    const { gaps } = (await dispatcher.get<Listed>('/knowledge-entries')).body
    expect(gaps).toHaveLength(2)
    expect(JSON.stringify(gaps)).not.toContain('13800138000')
    expect((await agent.post('/knowledge-gaps/close', { region: '990100', words: gaps[0]?.words })).status).toBe(403)
    expect((await dispatcher.post('/knowledge-gaps/close', { region: '990100', words: gaps[0]?.words })).status).toBe(200)
    expect((await dispatcher.post('/knowledge-gaps/close', { region: '990100', words: gaps[0]?.words })).status).toBe(404)
    expect((await dispatcher.get<Listed>('/knowledge-entries')).body.gaps).toHaveLength(1)
  })
})

describe('the knowledge base', () => {
  it('is for those who handle requests, each in their region', async () => {
    const elsewhere = await test.as({ staff: [posting('dispatcher', '990200')] })
    expect((await elsewhere.post('/knowledge-entries', { region: '990100', words })).status).toBe(404)
    expect((await elsewhere.get<Listed>('/knowledge-entries')).body.entries).toEqual([])
    const [entry] = (await dispatcher.get<Listed>('/knowledge-entries')).body.entries
    expect(entry && (await act(elsewhere, entry, 'retire')).status).toBe(404)
    expect((await (await test.as({ person: {} })).get('/knowledge')).status).toBe(403)
    expect((await test.asNobody.get('/knowledge')).status).toBe(401)
  })
})
