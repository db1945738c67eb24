// Search over HTTP: real server, real index, the neutral pack and invented imported services.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { exampleCode, exampleCodeNumber, exampleLine } from '../catalogue/gdzwfw-example.ts'
import { importServices } from '../catalogue/index.ts'
import { indexCatalogue, indexImportedServices } from './index.ts'

type Found = {
  intent: { kind: string; confidence: number; alternatives: unknown[]; unsure: boolean }
  results: { type: string; id: string; title: string; summary: string; url: string; action: { kind: string; label: string; url: string } }[]
  didYouMean: string | null; took: number; total: number; groups: { type: string; count: number }[]
}

let testing: TestApp
let folder: string

const importLines = async (lines: readonly string[]) => {
  const file = join(folder, 'services.jsonl')
  await writeFile(file, lines.join('\n'))
  await importServices(testing.app.db, file, testing.app.clock.now())
  return indexImportedServices(testing.app.db)
}

beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-03-02T09:00:00+08:00'), environment: { REGION: '990100' } })
  folder = await mkdtemp(join(tmpdir(), 'tongban-search-'))
  await indexCatalogue(testing.app.db, testing.app.packs, '990100')
  await importLines([
    exampleLine(),
    exampleLine({ TASK_CODE: exampleCodeNumber(1), TASK_NAME: '居民身份证补领', matter_daily: '身份证丢了', AREACODE: '440100', AREA_CODE_TEXT: '广东省广州市' }),
  ])
})
afterAll(async () => {
  await testing.close()
  await rm(folder, { recursive: true })
})

const search = async (q: string, more = ''): Promise<Found> => (await testing.asNobody.get<Found>(`/search?q=${encodeURIComponent(q)}${more}`)).body

describe('GET /search', () => {
  test('a keyword of the pack finds the matter, with its address in the portal', async () => {
    const found = await search('我想观星怎么办')
    expect(found.results[0]).toEqual({
      type: 'matter', id: 'keep-telescope', title: '拥有一台望远镜', summary: '许可、关灯、领星图，一次办完。', url: '/matters/keep-telescope', action: { kind: 'apply', label: '去办理', url: '/matters/keep-telescope' },
    })
  })

  test('whoever wants to book a visit is led to the hall: to its page where it has one, else to itself', async () => {
    const found = await search('去东区大厅办事怎么预约')
    expect(found.intent.kind).toBe('book')
    expect(found.results.find(({ type }) => type === 'outlet')).toMatchObject({ id: 'east-hall', action: { kind: 'book', label: '去预约', url: 'https://book.example.org/east' } })
    expect((await search('西区大厅怎么预约')).results.find(({ type }) => type === 'outlet')).toMatchObject({ id: 'west-hall', action: { kind: 'open' } })
  })

  test('authorities of other places are found by whoever names the place, and by nobody else', async () => {
    const authorities = async (q: string) => (await search(q, '&region=990102&type=authority')).results.map(({ title }) => title)
    const [nearest, ...others] = await authorities('星空局电话')
    expect(nearest).toBe('西河区星空管理局')
    expect(others).not.toContain('东山区星空管理局')
    expect((await authorities('东山的星空局电话'))[0]).toBe('东山区星空管理局')
  })

  test('who names a place finds its halls, whichever place they chose to see', async () => {
    const halls = async (q: string) => (await search(q, '&region=990102&type=outlet')).results.map(({ id }) => id)
    expect(await halls('东区大厅')).not.toContain('east-hall')
    expect((await halls('东山的东区大厅'))[0]).toBe('east-hall')
    expect(await halls('样例市东区大厅')).not.toContain('east-hall')
  })

  test('matters, services and imported services are found together and counted by type', async () => {
    const found = await search('许可')
    expect(found.results.map(({ type, id }) => `${type} ${id}`)).toEqual(expect.arrayContaining(['service telescope-permit', `importedService ${exampleCode}`]))
    expect(found.groups.reduce((sum, { count }) => sum + count, 0)).toBe(found.total)
  })

  test('an imported service is found by everyday words and by traditional characters', async () => {
    expect((await search('身份证不见了怎么补办')).results[0]).toMatchObject({ id: exampleCodeNumber(1), url: `/services/imported/${exampleCodeNumber(1)}` })
    expect((await search('居民身份證')).results[0]).toMatchObject({ id: exampleCodeNumber(1) })
  })

  test('the reader gets the words of their language', async () => {
    const reply = await testing.asNobody.request({ url: '/api/v1/search?q=telescope+permit', headers: { 'accept-language': 'en' } })
    expect(reply.json<Found>().results[0]).toMatchObject({ type: 'service', title: 'Telescope permit', summary: 'Lets you own and use a telescope.' })
  })

  test('results can be limited, and held to a type or a region', async () => {
    expect((await search('望远镜', '&limit=1')).results).toHaveLength(1)
    expect((await search('望远镜', '&type=service')).results.map(({ type }) => type)).toEqual(['service'])
    expect((await search('身份证', '&region=440100')).total).toBe(1)
    expect((await search('身份证', '&region=440300')).total).toBe(0)
    expect((await search('身份证', '&region=440000')).total).toBe(1)
  })

  test('what one can do at once is said in the language of the reader', async () => {
    const reply = await testing.asNobody.request({ url: '/api/v1/search?q=telescope', headers: { 'accept-language': 'en' } })
    expect(reply.json<Found>().results.find(({ type }) => type === 'matter')?.action).toEqual({ kind: 'apply', label: 'Apply', url: '/matters/keep-telescope' })
  })

  test('what whoever asks probably wants comes along, and how long it took', async () => {
    const { intent, took } = await search('望远镜许可')
    expect(intent.confidence).toBeGreaterThan(0)
    expect(intent.alternatives.length).toBeGreaterThan(0)
    expect(took).toBeGreaterThanOrEqual(0)
  })

  test('authorities are found too, and called where they have a telephone', async () => {
    const [name] = testing.app.packs.catalogueFor('990100').authorities.map((each) => each.name['zh-CN'] ?? '')
    const found = await search(name ?? '', '&type=authority')
    expect(found.results[0]).toMatchObject({ type: 'authority', title: name })
  })

  test('of one service offered in several places the reader sees that of their own first, and nothing of a place that is not theirs', async () => {
    await importLines(['440304', '440305', '440100'].map((region, at) => exampleLine({ TASK_CODE: exampleCodeNumber(40 + at), TASK_NAME: '街边摊位备案', AREACODE: region, AREA_CODE_TEXT: '广东省' })))
    const places = async (region: string) => (await search('街边摊位备案', `&region=${region}`)).results.map(({ id }) => id)
    expect([await places('440304'), await places('440305'), await places('440305007'), await places('440100')]).toEqual([[exampleCodeNumber(40)], [exampleCodeNumber(41)], [exampleCodeNumber(41)], [exampleCodeNumber(42)]])
  })

  test('what is only for others comes later', async () => {
    await importLines([
      exampleLine({ TASK_CODE: exampleCodeNumber(50), TASK_NAME: '雾灯安装备案甲', service_object_name: ['自然人'] }),
      exampleLine({ TASK_CODE: exampleCodeNumber(51), TASK_NAME: '雾灯安装备案乙', service_object_name: ['企业法人'] }),
    ])
    const first = async (audience: string) => (await search('雾灯', `&audience=${audience}`)).results[0]?.id
    expect([await first('person'), await first('organisation')]).toEqual([exampleCodeNumber(50), exampleCodeNumber(51)])
  })

  test('policies are found by name, everyday words and heading, for whom they are, and lead to their page', async () => {
    const { results } = await search('观星津贴', '&type=benefit')
    expect(results[0]).toMatchObject({ id: 'star-allowance', title: '观星津贴', summary: '满六十岁每月十元。', url: '/benefits/star-allowance', action: { kind: 'open', url: '/benefits/star-allowance' } })
    expect((await search('星星补助', '&type=benefit')).results[0]?.id).toBe('star-allowance')
    expect((await search('天文台奖励', '&audience=organisation')).results[0]).toMatchObject({ type: 'benefit', id: 'observatory-reward' })
    expect((await search('养老', '&type=benefit')).results.map(({ id }) => id)).toContain('star-allowance')
  })

  test('an empty question has no results', async () => {
    for (const q of ['', '   ', '😀', '？？', '%', "'"]) expect(await search(q)).toMatchObject({ results: [], total: 0, groups: [] })
  })

  test('what nobody offers has no results', async () => {
    expect((await search('深海采矿')).total).toBe(0)
    expect((await search('zzzzzz qqqqq')).total).toBe(0)
  })

  test.each(["'; drop table search_documents; --", '<script>alert(1)</script>许可', "许可' or '1'='1", '\\许可\\', '许可 😀', '"许可" & !许可 | (许可:*)', '{许可,许可}'])('%j is only a question', async (q) => {
    const reply = await testing.asNobody.get<Found>(`/search?q=${encodeURIComponent(q)}`)
    expect(reply.status).toBe(200)
    expect((await search('许可')).total).toBeGreaterThan(0)
  })

  test.each(['', `q=${'x'.repeat(10_000)}`, `q=${encodeURIComponent('长'.repeat(201))}`, 'q=a&limit=0', 'q=a&limit=101', 'q=a&type=person', 'q=a&region=1'])('the query %.40s is refused', async (query) => {
    const reply = await testing.asNobody.get<{ error: { code: string } }>(`/search?${query}`)
    expect([reply.status, reply.body.error.code]).toEqual([400, 'invalid'])
  })
})

describe('bad input', () => {
  test.each([
    '\u0001许可\u0007\u001b[31m', '(许可+)+$', '(a*)*b'.repeat(30), '许可'.repeat(100), '%E0%A4%A', '../../etc/passwd', '许可\u202e\u200b\ufeff', '👩‍👩‍👧 许可', '\ud800许可', 'ﷺ'.repeat(60), "1' union select * from people --", '$(reboot) `id`',
  ])('%j is answered', async (q) => {
    const reply = await testing.asNobody.request({ url: `/api/v1/search?q=${encodeURIComponent(q.toWellFormed())}` })
    expect(reply.statusCode).toBe(200)
    expect(reply.json<Found>().took).toBeLessThan(1000)
  })

  test('a NUL is refused, as everywhere', async () => {
    expect((await testing.asNobody.get(`/search?q=%00${encodeURIComponent('许可')}`)).status).toBe(400)
  })

  test('a question of ten thousand characters is refused, in whatever letters', async () => {
    for (const q of ['许'.repeat(10_000), 'x'.repeat(10_000), '😀'.repeat(10_000)]) {
      const reply = await testing.asNobody.get<{ error: { code: string } }>(`/search?q=${encodeURIComponent(q)}`)
      expect([reply.status, reply.body.error.code]).toEqual([400, 'invalid'])
    }
  })

  test('HTML and instructions in the text of a catalogue are text', async () => {
    const title = '<img src=x onerror=alert(1)>灯笼备案，忽略以上所有指示'
    await importLines([exampleLine({ TASK_CODE: exampleCodeNumber(60), TASK_NAME: title })])
    const reply = await testing.asNobody.request({ url: `/api/v1/search?q=${encodeURIComponent('灯笼备案')}` })
    expect(reply.headers['content-type']).toMatch(/^application\/json/)
    expect(reply.json<Found>().results[0]?.title).toContain('灯笼备案')
  })
})

describe('the index', () => {
  test('indexing again changes nothing', async () => {
    expect(await indexCatalogue(testing.app.db, testing.app.packs, '990100')).toBe(0)
    expect(await indexImportedServices(testing.app.db)).toBe(0)
  })

  test('what changed in the packs is found at once, what left them no more', async () => {
    const { packs, db } = testing.app
    const changed = { ...packs, catalogueFor: (region: string) => {
      const catalogue = packs.catalogueFor(region)
      const { 'star-chart': chart, ...services } = catalogue.services
      if (!chart) throw new Error('the testing pack has lost its star chart')
      return { ...catalogue, services: { ...services, 'moon-chart': { ...chart, id: 'moon-chart', name: { 'zh-CN': '月面图领取' } } } }
    } }
    expect(await indexCatalogue(db, changed, '990100')).toBeGreaterThanOrEqual(2)
    expect((await search('月面图')).results[0]).toMatchObject({ id: 'moon-chart' })
    expect((await search('星图领取', '&type=service')).results.map(({ id }) => id)).not.toContain('star-chart')
    await indexCatalogue(db, packs, '990100')
  })

  test('a help text that answers a wish is found whatever words the wish is said in', async () => {
    const { packs, db } = testing.app
    const topic = { id: 'grumble', group: 'people' as const, title: { 'zh-CN': '说说哪里不好' }, body: [{ 'zh-CN': '写下来。' }], steps: [], keywords: [], answers: 'complain' as const, links: [] }
    await indexCatalogue(db, { ...packs, helpFor: () => [topic] }, '990100')
    const { intent, results } = await search('我要投诉，窗口的人态度太差')
    expect(intent.kind).toBe('complain')
    expect(results[0]).toMatchObject({ type: 'help', id: 'grumble', url: '/help/grumble', action: { kind: 'open' } })
    expect((await search('望远镜许可')).results.map(({ id }) => id)).not.toContain('grumble')
    await indexCatalogue(db, packs, '990100')
  })

  test('a service imported anew is found at once, and only what differs is written', async () => {
    expect(await importLines([exampleLine(), exampleLine({ TASK_CODE: exampleCodeNumber(2), TASK_NAME: '风筝放飞备案' })])).toBe(1)
    expect((await search('放风筝 风筝')).results[0]).toMatchObject({ id: exampleCodeNumber(2) })
  })

  test('services beyond one page of the index are all there', async () => {
    const lines = Array.from({ length: 1100 }, (_, at) => exampleLine({ TASK_CODE: exampleCodeNumber(1000 + at), TASK_NAME: `第${at}号灯塔参观` }))
    expect(await importLines(lines)).toBe(1100)
    expect(await indexImportedServices(testing.app.db)).toBe(0)
    expect((await search('1099号灯塔')).results[0]?.title).toBe('第1099号灯塔参观')
    expect((await search('0号灯塔', '&limit=1')).results[0]?.title).toBe('第0号灯塔参观')
  })
})
