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

type Found = { results: { type: string; id: string; title: string; summary: string; url: string }[]; total: number; groups: { type: string; count: number }[] }

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
    expect(found.results[0]).toEqual({ type: 'matter', id: 'keep-telescope', title: '拥有一台望远镜', summary: '许可、关灯、领星图，一次办完。', url: '/matters/keep-telescope' })
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

  test('an empty question has no results', async () => {
    for (const q of ['', '   ', '😀', '？？', '%', "'"]) expect(await search(q)).toEqual({ results: [], total: 0, groups: [] })
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
