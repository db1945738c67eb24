// A choice counts when it was really searched from there and is really found; only then does it lift a result, and only words it has become popular.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { clicksFor, followLearnt, learn } from '../searches/chosen.ts'
import { writeNoted } from '../searches/noting.ts'
import { noteChosen } from './choosing.ts'
import { indexCatalogue } from './index.ts'

const licence = { type: 'matter', id: 'keep-telescope' }
const q = '望远镜'

describe('a choice', () => {
  const { clock, turnTo: turn } = turnable('2026-03-02T09:00:00+08:00')
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    await indexCatalogue(test.app.db, test.app.packs, '990100')
  })
  afterAll(() => test.close())

  const searchFrom = async (from: string, words: string, region?: string): Promise<string> => {
    const reply = await test.asNobody.request({ method: 'GET', url: `/api/v1/search?q=${encodeURIComponent(words)}${region === undefined ? '' : `&region=${region}`}`, remoteAddress: from })
    return (JSON.parse(reply.body) as { ticket: string }).ticket
  }
  const click = async (from: string, body: object) => {
    const reply = await test.asNobody.request({ method: 'POST', url: '/api/v1/search/clicks', remoteAddress: from, headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ q, ...licence, ...body }) })
    return [reply.statusCode, (JSON.parse(reply.body) as { noted?: boolean }).noted]
  }
  const searchAndClick = async (from: string, words: string, body: object = {}) => click(from, { q: words, ticket: await searchFrom(from, words), ...body })
  const counted = async (words: string) => {
    await writeNoted(test.app)
    return test.app.db.read<{ document: string; visitors: number; telling: number }[]>`select document, sum(visitors)::int as visitors, sum(telling)::int as telling from search_clicks where words = ${words} group by 1 order by 1`
  }
  const popular = async (region = '990100') => (await test.asNobody.get<{ questions: string[] }>(`/search/popular?region=${region}`)).body.questions
  const night = async () => {
    await writeNoted(test.app)
    await learn(test.app)
    await followLearnt(test.app)
  }

  it('is counted once a day for a visitor, after their own search; addresses of one IPv6 network are one visitor', async () => {
    for (const from of ['203.0.113.1', '203.0.113.1', '2001:db8:1:2::a', '2001:db8:1:2::b']) expect(await searchAndClick(from, q)).toEqual([202, true])
    expect(await counted(q)).toEqual([{ document: 'matter/keep-telescope', visitors: 2, telling: 2 }])
    expect((await (await test.as({ person: {} })).post<{ noted: boolean }>('/search/clicks', { q, ...licence, ticket: 'x' })).body).toEqual({ noted: false })
  })

  it('is not counted for words that were not searched, from elsewhere, for another place, or long ago', async () => {
    const ticket = await searchFrom('203.0.113.9', q)
    const before = await counted(q)
    for (const body of [{ ticket, q: '观星' }, { ticket, region: '990101' }, { ticket: '' }, { ticket: `${ticket}x` }, { ticket: `z${ticket}` }, { ticket: ticket.replace('.', '.A').slice(0, -1) }]) expect(await click('203.0.113.9', body)).toEqual([202, false])
    expect(await click('203.0.113.10', { ticket })).toEqual([202, false])
    turn('2026-03-02T11:01:00+08:00')
    expect(await click('203.0.113.9', { ticket })).toEqual([202, false])
    expect(await counted(q)).toEqual(before)
    turn('2026-03-02T10:30:00+08:00')
    expect(await click('203.0.113.9', { ticket, q: '望远镜？' })).toEqual([202, true])
  })

  it('is not counted for what there is not, or what these words do not find', async () => {
    expect(await searchAndClick('203.0.113.20', q, { id: 'nowhere' })).toEqual([202, false])
    expect(await searchAndClick('203.0.113.20', q, { type: 'help' })).toEqual([202, false])
    expect(await searchAndClick('203.0.113.20', '平行宇宙中转站')).toEqual([202, false])
    expect(await counted('平行宇宙中转站')).toEqual([])
  })

  it('is refused when it is none, or comes from another site', async () => {
    const ticket = await searchFrom('203.0.113.1', q)
    for (const body of [{ type: 'nothing' }, { q: '' }, { extra: 1 }, { region: '999' }, { ticket: undefined }]) expect((await click('203.0.113.1', { ticket, ...body }))[0]).toBe(400)
    const foreign = await test.asNobody.request({ method: 'POST', url: '/api/v1/search/clicks', headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' }, payload: JSON.stringify({ q, ...licence, ticket }) })
    expect(foreign.statusCode).toBe(403)
  })

  it('of many lifts the result and makes words popular; words that only contain something found never become popular', async () => {
    for (let nth = 0; nth < 6; nth += 1) {
      expect(await searchAndClick(`198.51.100.${nth}`, q)).toEqual([202, true])
      expect(await searchAndClick(`2001:db8:${nth}:1::1`, '恭喜发财加我好友望远镜')).toEqual([202, true])
    }
    await night()
    expect(clicksFor(test.app, q).get('matter/keep-telescope')).toBeGreaterThan(0.2)
    expect(await popular()).toEqual([q])
    expect([await popular('990101'), await popular('440300')]).toEqual([[q], []])
  })

  it('without a search before, as of an answer that helped, lifts the result and makes nothing popular', async () => {
    for (let nth = 0; nth < 6; nth += 1) expect(await noteChosen(test.app, { q: '我想观星', type: 'matter', id: 'keep-telescope', region: undefined, visitor: { ip: `192.0.2.${nth}` }, searched: false })).toBe(true)
    expect(await noteChosen(test.app, { q: '我想观星', type: 'matter', id: 'nowhere', region: undefined, visitor: { ip: '192.0.2.9' }, searched: false })).toBe(false)
    turn('2026-03-02T12:00:00+08:00')
    await night()
    expect(clicksFor(test.app, '我想观星').get('matter/keep-telescope')).toBeGreaterThan(0.2)
    expect(await popular()).toEqual([q])
  })

  it('taken from suggestions while typing lifts the result for these words and makes nothing popular', async () => {
    for (let nth = 0; nth < 6; nth += 1) {
      const from = `203.0.113.${100 + nth}`
      const reply = await test.asNobody.request({ method: 'GET', url: `/api/v1/search?q=${encodeURIComponent('望远镜许')}&typing=true`, remoteAddress: from })
      expect(await click(from, { q: '望远镜许', ticket: reply.json<{ ticket: string }>().ticket, typing: true })).toEqual([202, true])
    }
    expect(await counted('望远镜许')).toEqual([{ document: 'matter/keep-telescope', visitors: 6, telling: 0 }])
    turn('2026-03-02T12:30:00+08:00')
    await night()
    expect(clicksFor(test.app, '望远镜许').get('matter/keep-telescope')).toBeGreaterThan(0.2)
    expect(await popular()).toEqual([q])
  })
})
