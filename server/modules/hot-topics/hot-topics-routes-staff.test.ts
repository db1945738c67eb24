// What many report: like requests gather into a topic, a burst is told of; who may see it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { similarTo } from '../triage/index.ts'
import { gatherSome } from './gathering.ts'
import { alike, officialsOf, receive } from './testing.ts'
import { watch } from './watching.ts'

type Topic = { id: string; name: string; region: string; requests: number; thisWeek: number; lastWeek: number; inHand: boolean; heat: number }
type List = { topics: Topic[]; bursts: { category: string; requests: number; expected: number }[] }

describe('hot topics', () => {
  const { clock, turnTo } = turnable('2026-03-02')
  let test: TestApp
  let officials: Awaited<ReturnType<typeof officialsOf>>
  const list = async () => (await officials.watcher.get<List>('/hot-topics')).body
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    officials = await officialsOf(test)
    for (const text of alike) await receive(test, text, '13900002222')
    await receive(test, '河边长椅断了一条腿，坐上去就翻')
    await gatherSome(test.app)
  })
  afterAll(() => test.close())

  it('gather what says the same in one district, under a name its requests share', async () => {
    const [topic, ...others] = (await list()).topics
    expect(others).toEqual([])
    expect(topic).toMatchObject({ region: '990101', requests: 5, thisWeek: 5, lastWeek: 0, inHand: false })
    expect(topic?.name).toContain('望月小区')
    const shown = (await officials.watcher.get<{ trend: { day: string; requests: number }[]; newest: unknown[] }>(`/hot-topics/${topic?.id}`)).body
    expect(shown.trend).toEqual([{ day: '2026-03-02', requests: 5 }])
    expect(shown.newest).toHaveLength(5)
  })

  it('stay as they are when requests are gathered again', async () => {
    expect(await gatherSome(test.app)).toBe(0)
    expect((await list()).topics).toHaveLength(1)
  })

  it('find like requests before one is sent, in the same district only', async () => {
    const like = (region: string) => similarTo(test.app.db.read, { text: '望月小区观景灯太亮睡不着', region, at: clock.now() })
    expect((await like('990101')).length).toBeGreaterThanOrEqual(3)
    expect(await like('990102')).toEqual([])
    expect(await similarTo(test.app.db.read, { text: '公交车一直不来', region: '990101', at: clock.now() })).toEqual([])
  })

  it('warn within the hour when far more of a class come than before, once', async () => {
    expect(await watch(test.app)).toBe(1)
    expect(await watch(test.app)).toBe(0)
    const told = (await officials.watcher.get<{ messages: { kind: string; title: string }[] }>('/staff-messages')).body.messages
    expect(told.map(({ kind }) => kind)).toEqual(['requestBurst'])
    expect((await officials.elsewhere.get<{ messages: unknown[] }>('/staff-messages')).body.messages).toEqual([])
    expect((await list()).bursts).toMatchObject([{ category: 'sky/lamps/bright', requests: 6, expected: 0 }])
  })

  it('name callers who come again by their requests, never by number', async () => {
    const { callers } = (await officials.watcher.get<{ callers: { requests: number; newest: unknown[] }[] }>('/hot-topics/callers')).body
    expect(callers).toMatchObject([{ requests: 5 }])
    expect(JSON.stringify(callers)).not.toContain('13900002222')
  })

  it('name of such callers only what they brought to the places one watches', async () => {
    turnTo('2026-03-02T00:05:00Z')
    const { id } = await receive(test, '西河区的星象仪夜里嗡嗡响', '13900002222', '990102')
    await gatherSome(test.app)
    const callersOf = async (client: TestApp['asNobody']) => (await client.get<{ callers: { requests: number; newest: { id: string }[] }[] }>('/hot-topics/callers')).body.callers
    expect((await callersOf(officials.watcher))[0]).toMatchObject({ requests: 6, newest: expect.arrayContaining([expect.objectContaining({ id })]) as unknown })
    const [own] = await callersOf(officials.district)
    expect(own).toMatchObject({ requests: 5, newest: [{}, {}, {}] })
    expect(own?.newest.map((each) => each.id)).not.toContain(id)
  })

  it('are for those who watch over the region', async () => {
    const [topic] = (await list()).topics
    expect((await officials.clerk.get('/hot-topics')).status).toBe(403)
    expect((await officials.elsewhere.get<List>('/hot-topics')).body.topics).toEqual([])
    expect((await officials.elsewhere.get(`/hot-topics/${topic?.id}`)).status).toBe(404)
    expect((await test.asNobody.get('/hot-topics')).status).toBe(401)
    expect((await officials.arbiter.get<List>('/hot-topics')).body.topics).toHaveLength(1)
    expect((await officials.otherLine.get<List>('/hot-topics')).body).toEqual({ topics: [], bursts: [] })
    expect((await officials.otherLine.get('/hot-topics/callers')).body).toEqual({ callers: [] })
    expect((await officials.otherLine.get(`/hot-topics/${topic?.id}`)).status).toBe(404)
    expect((await officials.clerk.post('/hot-topics/refresh', {})).status).toBe(403)
    expect((await officials.watcher.post('/hot-topics/refresh', {})).body).toEqual({ looked: 0 })
  })
})
