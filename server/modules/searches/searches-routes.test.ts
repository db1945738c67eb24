// Searching, choosing, learning: noted beside the answer, by different people only, forgotten in time; popular is what many find.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runStatement } from '../../../tools/test-database.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { clicksFor, followLearnt, learn } from './chosen.ts'
import { noteClick, noteSearch, writeNoted } from './noting.ts'
import { eraseOldSearches } from './retaining.ts'

type Popular = { questions: string[] }

describe('what is searched', () => {
  const { clock, turnTo: turn } = turnable('2026-03-02')
  let test: TestApp
  beforeAll(async () => {
    test = await startTestApp({ clock, environment: { REGION: '990100' } })
  })
  afterAll(() => test.close())

  const rows = async () => {
    await writeNoted(test.app)
    return test.app.db.read<{ region: string; words: string; times: number; nothing_times: number }[]>`select region, words, times, nothing_times from searches order by region, words`
  }
  const click = (text: string, ip: string) => noteClick(test.app, { text, document: 'service/telescope-licence', visitor: { ip }, telling: true })
  const popular = async (region = '990100') => (await test.asNobody.get<Popular>(`/search/popular?region=${region}`)).body.questions
  const nights = async () => {
    await writeNoted(test.app)
    await learn(test.app)
    await learn(test.app)
    await followLearnt(test.app)
  }

  it('is counted by place and words, without numbers of people, and letters typed on the way are not', async () => {
    const ask = (q: string) => test.asNobody.get(`/search?q=${encodeURIComponent(q)}`)
    await ask('望远镜')
    await ask('望远镜？')
    await ask('没有这种东西 13800138000')
    await test.asNobody.get('/search?typing=true&q=wang')
    expect(await rows()).toMatchObject([
      { region: '990100', words: '望远镜', times: 2 },
      { region: '990100', words: '没有这种东西…', times: 1, nothing_times: 1 },
    ])
  })

  it('is written together, adds up, and is written when the server closes', async () => {
    for (let nth = 0; nth < 3; nth += 1) noteSearch(test.app, { text: '雾灯', found: nth, region: '990101' })
    await writeNoted(test.app)
    noteSearch(test.app, { text: '雾灯', found: 1, region: '990101' })
    expect((await rows()).find(({ words }) => words === '雾灯')).toMatchObject({ times: 4, nothing_times: 1 })
  })

  it('costs nobody an answer when it cannot be written', async () => {
    const broken = { ...test.app, db: { ...test.app.db, transaction: () => Promise.reject(new Error('away')) } }
    noteSearch(broken, { text: '雾灯', found: 1 })
    await expect(writeNoted(broken)).resolves.toBeUndefined()
  })

  it('lifts what many different people chose, and becomes popular; what one person clicks day after day does not', async () => {
    for (let nth = 0; nth < 6; nth += 1) click('夜观', `198.51.100.${nth}`)
    for (const day of ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09']) {
      turn(day)
      click('买我的镜片', '198.51.100.9')
      await writeNoted(test.app)
    }
    await nights()
    expect(clicksFor(test.app, '夜观？').get('service/telescope-licence')).toBeGreaterThan(0.2)
    expect(clicksFor(test.app, '买我的镜片').size).toBe(0)
    expect(clicksFor(test.app, '').size).toBe(0)
    expect(await popular()).toEqual(['夜观'])
    expect([await popular('990101'), await popular('440300')]).toEqual([['夜观'], []])
  })

  it('is not shown as popular where designers have set it aside, or when it is long', async () => {
    for (let nth = 0; nth < 5; nth += 1) for (const text of ['坏话', '很'.repeat(30)]) noteClick(test.app, { text, document: 'service/x', visitor: { ip: `192.0.2.${nth}` }, telling: true })
    await nights()
    expect(await popular()).toEqual(['夜观', '坏话'])
    await runStatement(test.databaseUrl, `insert into unfound_searches (id, region, words, source, state, revision, times, first_at, last_at) values (gen_random_uuid(), '990100', '坏话', 'search', 'setAside', 1, 1, now(), now())`)
    expect(await popular()).toEqual(['夜观'])
  })

  it('forgets at night who clicked, and after ninety days everything', async () => {
    expect((await test.app.db.read`select from search_click_marks where clicked_on < '2026-03-09'`).length).toBe(0)
    turn('2026-07-01')
    const step = { before: new Date('2026-04-02T00:00:00+08:00'), limit: 1000 }
    const due = await eraseOldSearches(test.app, { ...step, dry: true })
    expect(due).toBeGreaterThan(10)
    expect(await eraseOldSearches(test.app, { ...step, dry: false })).toBe(due)
    expect(await rows()).toEqual([])
    await nights()
    expect(await popular()).toEqual([])
    expect(clicksFor(test.app, '夜观').size).toBe(0)
  })
})
