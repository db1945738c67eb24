// What people rated poorly reaches the designers of the place: counted since the last edition and before it, read without who said it, dealt
// with by a change, and back when it is rated poorly again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { turnable } from '../../testing/telescope.ts'
import { designerIn, handInName, openGrove, type Grove } from '../designs/testing.ts'

type Counted = { poor: number; rated: number; days: number; tags: { tag: string; times: number }[] }
type Item = { of: string; page: string; name: string; design: string | null; state: string; revision: number; recurs: boolean; turn: { at: string; edition: number | null } | null; since: Counted; earlier: Counted | null; last: { note: string } | null; can: string[] }
type Detail = Item & { region: string; decisions: { step: string; note: string; edition: number | null; byName: string }[]; editions: { number: number; title: string }[] }
type List = { region: string; parts: Item[]; counts: { state: string; count: number }[] }
type Ratings = { ratings: { grade: string; tags: string[]; words: string | null; after: number | null }[]; next: string | null }

describe('a guide people rated poorly', () => {
  const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
  let grove: Grove
  let designer: TestClient
  beforeAll(async () => {
    grove = await openGrove(clock)
    await signIn()
  })
  afterAll(() => grove.close())

  const signIn = async () => { designer = await grove.test.as(designerIn('990000', '方知远')) }
  let people = 0
  const rate = async (said: { id?: string; page?: string; grade?: string; tags?: string[]; words?: string }, name = '陆小川') => {
    people += 1
    // An hour apart: many ratings from one address at once are looked at first.
    turnTo(new Date(clock.now().getTime() + 3_700_000).toISOString())
    const resident = await grove.test.as({ person: { name, subject: `rater-${people}`, idNumber: inventIdNumber(9100 + people) } })
    const reply = await resident.post<{ id: string }>('/ratings', { kind: 'guide', id: 'plant', grade: 'unsatisfied', tags: [], words: '', ...said })
    expect(reply.status).toBe(201)
    await signIn()
  }
  const list = async (client = designer, query = '') => (await client.get<List>(`/improvements${query}`)).body
  const part = async (page = '', client = designer) => (await client.get<Detail>(`/improvements/part?of=plant&page=${page}`)).body
  const decide = (client: TestClient, body: object) => client.post<Detail>('/improvements', { of: 'plant', page: 'documents', step: 'deal', note: '把材料的名字写成平常话', ...body })

  it('is listed by part with how many said so of how many who rated it, and which tags they chose', async () => {
    await rate({ page: 'documents', tags: ['unclear-guide'], words: '我叫陆小川，材料看不懂，电话 13812345678' })
    await rate({ page: 'documents', tags: ['unclear-guide', 'asked-too-much'] })
    await rate({ page: 'documents', grade: 'very-satisfied', tags: ['clear-guide'] })
    await rate({ grade: 'very-unsatisfied' })
    await rate({ grade: 'satisfied' })
    const { region, parts, counts } = await list()
    expect(region).toBe('990000')
    expect(parts.map(({ of, page, name, design, state, since: { poor, rated }, turn, earlier }) => [of, page, name, design, state, poor, rated, turn, earlier])).toEqual([
      ['plant', 'documents', '种一棵树', 'matters/plant', 'open', 2, 3, null, null], ['plant', '', '种一棵树', 'matters/plant', 'open', 1, 2, null, null],
    ])
    expect(parts[0]?.since.tags.map(({ tag, times }) => [tag, times])).toEqual([['unclear-guide', 2], ['asked-too-much', 1]])
    expect(counts).toEqual([{ state: 'open', count: 2 }, { state: 'dealt', count: 0 }, { state: 'setAside', count: 0 }])
  })

  it('is read in their words, newest first, without names and numbers, page by page', async () => {
    const first = (await designer.get<Ratings>('/improvements/ratings?of=plant&page=documents&limit=1')).body
    expect(first.ratings).toEqual([{ id: expect.any(String) as string, at: expect.any(String) as string, grade: 'unsatisfied', tags: ['指南看不明白', '要的材料多、重复填'], words: null, after: null }])
    const second = (await designer.get<Ratings>(`/improvements/ratings?of=plant&page=documents&limit=1&after=${first.next}`)).body
    expect(second.next).toBeNull()
    expect(second.ratings[0]?.words).toContain('材料看不懂')
    expect(second.ratings[0]?.words).not.toMatch(/陆小川|13812345678/)
  })

  it('does not count while a rating is held, nor when it was excluded', async () => {
    const { since } = await part('documents')
    await rate({ page: 'documents', tags: ['form-hard'] })
    const [row] = await grove.test.app.db.read<{ id: string }[]>`select id from ratings order by at desc limit 1`
    await grove.test.app.db.transaction((tx) => tx`insert into rating_questions (rating_id, kind, region, line, grounds, asked_at) select id, 'hold', region, line, 'burst', at from ratings where id = ${row?.id ?? ''}`)
    expect((await part('documents')).since).toEqual(since)
    await grove.test.app.db.transaction((tx) => tx`update rating_questions set verdict = 'excluded', reasons = '同一人', decided_at = now() where rating_id = ${row?.id ?? ''}`)
    expect((await part('documents')).since).toEqual(since)
  })

  it('is seen by designers and supervisors of the place, decided by its designers only', async () => {
    const { test } = grove
    for (const [client, status] of [[test.asNobody, 401], [await test.as({ person: {} }), 403], [await test.as(designerIn('990000', '办事员', 'clerk')), 403]] as const) expect((await client.get('/improvements')).status).toBe(status)
    const supervisor = await test.as(designerIn('990000', '督察', 'supervisor'))
    expect((await list(supervisor)).parts).toHaveLength(2)
    expect((await decide(supervisor, { revision: 0 })).status).toBe(403)
    // Guides were rated for the province; of the city alone nothing is known, and the province is not the city's to decide.
    const city = await test.as(designerIn('990100'))
    expect(await list(city)).toMatchObject({ region: '990100', parts: [] })
    expect((await city.get('/improvements?region=990000')).status).toBe(404)
    expect((await decide(city, { revision: 0 })).status).toBe(404)
    expect((await decide(city, { revision: 0, region: '990000' })).status).toBe(404)
  })

  it('is dealt with once, by one of two who try; what is wrong is refused', async () => {
    expect((await decide(designer, { revision: 0, page: 'fees' })).status).toBe(404)
    expect((await decide(designer, { revision: 0, step: 'reopen' })).status).toBe(409)
    expect((await decide(designer, { revision: 0, note: ' ' })).status).toBe(400)
    expect((await decide(designer, { revision: 0, edition: 1 })).status).toBe(400)
    expect((await decide(designer, { revision: 4 })).status).toBe(409)
    const both = await Promise.all([1, 2].map(() => decide(designer, { revision: 0 })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await part('documents')).toMatchObject({ state: 'dealt', revision: 1, recurs: false, decisions: [{ step: 'deal', note: '把材料的名字写成平常话', byName: '方知远' }], since: { poor: 0, rated: 0 }, earlier: { poor: 2, rated: 3, days: 30 } })
    expect((await list(designer, '?state=dealt')).parts.map(({ page }) => page)).toEqual(['documents'])
    expect((await listAuditOf(grove.test.app.db.read, 'improvement', 'plant documents')).map(({ action }) => action)).toEqual(['improvements.deal'])
  })

  it('is open again after three more, and shows them beside those before', async () => {
    for (const _ of [1, 2, 3]) await rate({ page: 'documents', tags: ['unclear-guide'] })
    const again = await part('documents')
    expect(again).toMatchObject({ state: 'open', recurs: true, since: { poor: 3, rated: 3 }, earlier: { poor: 2, rated: 3 } })
    expect((await list()).parts[0]).toMatchObject({ page: 'documents', recurs: true })
  })

  it('is counted from the edition that changed it, which a decision may name', async () => {
    turnTo(new Date(clock.now().getTime() + 3_700_000).toISOString())
    const author = await grove.test.as(designerIn('990000', '顾一'))
    const handed = await handInName(author, '栽一棵树')
    const reviewer = await grove.test.as(designerIn('990000', '向三'))
    expect((await reviewer.post(`/designs/${handed.id}/release`, { revision: handed.revision, comment: '同意' })).status).toBe(200)
    // What somebody dealt with stays counted from their change; the whole, which nobody decided about, from the edition.
    expect((await part()).turn).toMatchObject({ edition: 1 })
    expect((await part()).earlier).toMatchObject({ poor: 1, rated: 2 })
    await rate({ page: 'documents', grade: 'satisfied', tags: ['clear-guide'] })
    expect((await part('documents')).turn).toMatchObject({ edition: null })
    const done = await decide(designer, { revision: 1, edition: 1, note: '标题改成大家说的话' })
    expect(done.body).toMatchObject({ state: 'dealt', turn: { edition: 1 }, since: { poor: 0, rated: 1 }, earlier: { poor: 5, rated: 6 }, editions: [{ number: 1 }], decisions: [{ edition: 1 }, { edition: null }] })
    expect((await designer.get<Ratings>('/improvements/ratings?of=plant&page=documents')).body.ratings.map(({ after }) => after)).toEqual([null, null, null, null, null])
  })

  it('is set aside with a reason and stays so, until somebody opens it again', async () => {
    const aside = await decide(designer, { page: '', revision: 0, step: 'setAside', note: '说的是天气，不是指南' })
    expect(aside.body).toMatchObject({ state: 'setAside', can: ['deal', 'reopen'] })
    for (const _ of [1, 2, 3]) await rate({ grade: 'very-unsatisfied' })
    expect((await part()).state).toBe('setAside')
    expect((await decide(designer, { page: '', revision: 1, step: 'reopen', note: '又有人说了' })).body.state).toBe('open')
  })

  it('keeps what was decided: rows are only added', async () => {
    await expect(grove.test.app.db.transaction((tx) => tx`update improvement_decisions set note = ''`)).rejects.toThrow('append-only')
  })
})
