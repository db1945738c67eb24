// What nobody could answer reaches the designers of the place, and only them; answered it comes back when it fails again, set aside it stays away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAuditOf } from '../../kernel/audit-store.ts'
import type { Posting } from '../../kernel/authz.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { learn } from './chosen.ts'
import { noteSearch, noteUnanswered, writeNoted } from './noting.ts'

type One = { id: string; words: string; region: string; source: string; state: string; revision: number; times: number; remedy: string | null; note: string; decidedBy: string | null; can: string[] }
type List = { questions: One[]; counts: { state: string; count: number }[] }
const posting = (role: Posting['role'], region: string): Posting => ({ role, line: null, region })

describe('a question nobody could answer', () => {
  const { clock } = turnable('2026-03-02')
  let test: TestApp
  let designer: TestClient
  let elsewhere: TestClient
  let supervisor: TestClient
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
    designer = await test.as({ staff: [posting('designer', '990100')], name: '方知远' })
    elsewhere = await test.as({ staff: [posting('designer', '990102')] })
    supervisor = await test.as({ staff: [posting('supervisor', '990100')] })
  })
  afterAll(() => test.close())

  const list = async (client = designer, query = '') => {
    await writeNoted(test.app)
    return (await client.get<List>(`/search/unfound${query}`)).body
  }
  const find = async (words: string, query = '') => {
    const one = (await list(designer, query)).questions.find((each) => each.words === words)
    if (!one) throw new Error(`${words} is not listed`)
    return one
  }
  const step = (client: TestClient, one: One, to: string, body: object) => client.post<One>(`/search/unfound/${one.id}/${to}`, { revision: one.revision, ...body })

  it('is listed once with how often it was asked, most asked first, whoever left it', async () => {
    for (let nth = 0; nth < 3; nth += 1) noteSearch(test.app, { text: '云梯租借', found: 0 })
    noteSearch(test.app, { text: '找得到的', found: 4 })
    noteUnanswered(test.app, { text: '我叫林小满 想修灯塔', source: 'guidance', region: '990101' })
    noteUnanswered(test.app, { text: '云梯 租借', source: 'assistant' })
    const { questions, counts } = await list()
    expect(questions.map(({ words, times, source, region }) => [words, times, source, region])).toEqual([['云梯租借', 4, 'search', '990100'], ['我叫…想修灯塔', 1, 'guidance', '990101']])
    expect(counts).toEqual([{ state: 'open', count: 2 }, { state: 'answered', count: 0 }, { state: 'setAside', count: 0 }])
    expect((await list(designer, '?source=guidance')).questions).toHaveLength(1)
  })

  it('is seen by designers and supervisors of the place, decided by designers only', async () => {
    expect((await list(elsewhere)).questions).toEqual([])
    expect((await list(supervisor)).questions).toHaveLength(2)
    for (const [client, status] of [[test.asNobody, 401], [await test.as({ person: {} }), 403], [await test.as({ staff: [posting('clerk', '990100')] }), 403]] as const) expect((await client.get('/search/unfound')).status).toBe(status)
    const one = await find('云梯租借')
    const body = { remedy: 'keyword', note: '事项“高空作业车登记”加了关键词' }
    expect((await step(supervisor, one, 'answer', body)).status).toBe(403)
    expect((await step(elsewhere, one, 'answer', body)).status).toBe(404)
    expect((await step(designer, { ...one, revision: 9 }, 'answer', body)).status).toBe(409)
    expect((await step(designer, one, 'answer', { ...body, remedy: 'magic' })).status).toBe(400)
  })

  it('is answered by what was written for it, with an entry in the audit trail, and comes back when it is asked in vain again', async () => {
    const one = await find('云梯租借')
    const answered = (await step(designer, one, 'answer', { remedy: 'keyword', note: '加了关键词' })).body
    expect(answered).toMatchObject({ state: 'answered', remedy: 'keyword', note: '加了关键词', decidedBy: '方知远', can: ['setAside', 'reopen'] })
    expect((await listAuditOf(test.app.db.read, 'unfoundSearch', one.id)).map(({ action, region }) => [action, region])).toEqual([['unfound.answer', '990100']])
    expect((await step(designer, answered, 'answer', { remedy: 'other', note: '再答一次' })).status).toBe(409)
    noteSearch(test.app, { text: '云梯租借', found: 2 })
    expect((await find('云梯租借', '?state=answered')).times).toBe(4)
    noteSearch(test.app, { text: '云梯租借', found: 0 })
    expect(await find('云梯租借')).toMatchObject({ state: 'open', times: 5, remedy: null })
  })

  it('set aside with a reason stays away, however often it is asked, until a designer takes it up again', async () => {
    const one = await find('我叫…想修灯塔')
    expect((await step(designer, one, 'set-aside', { reason: ' ' })).status).toBe(400)
    const aside = (await step(designer, one, 'set-aside', { reason: '不是政务服务' })).body
    noteUnanswered(test.app, { text: '我叫王一 想修灯塔', source: 'guidance', region: '990101' })
    expect((await list()).questions.map(({ words }) => words)).toEqual(['云梯租借'])
    expect(await find('我叫…想修灯塔', '?state=setAside')).toMatchObject({ times: 2, note: '不是政务服务', revision: aside.revision })
    expect((await step(designer, aside, 'reopen', {})).body).toMatchObject({ state: 'open', note: '' })
  })

  it('is also what many search and find, but hardly anybody chooses', async () => {
    for (let nth = 0; nth < 25; nth += 1) noteSearch(test.app, { text: '灯塔参观', found: 3 })
    for (let nth = 0; nth < 5; nth += 1) noteSearch(test.app, { text: '少有人搜', found: 3 })
    await writeNoted(test.app)
    await learn(test.app)
    await learn(test.app)
    expect((await list(designer, '?source=clicks')).questions).toMatchObject([{ words: '灯塔参观', times: 25, state: 'open' }])
  })
})
