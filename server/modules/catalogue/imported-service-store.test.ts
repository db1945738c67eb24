// Imported services in a real PostgreSQL: what a repeated write changes, how pages, filters and counts agree.
// Services are invented and built here.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tools/test-database.ts'
import { openDatabase, type Database } from '../../kernel/db.ts'
import { countImportedFacets, listImportedRows } from './browse-store.ts'
import { exampleCodeNumber, exampleCodes, exampleLine } from './gdzwfw-example.ts'
import { readServiceLine } from './gdzwfw.ts'
import {
  findImportedService, findImportedSource, insertImportRejections, listImportRejections, upsertImportedServices,
  type ImportedRow,
} from './imported-service-store.ts'
import type { BrowseFilter } from './service-browse.ts'

const first = new Date('2026-03-02T01:00:00Z')
const later = new Date('2026-04-01T01:00:00Z')

let testDatabase: TestDatabase
let database: Database
beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = openDatabase({ url: testDatabase.url, connections: 4 })
})
afterAll(async () => {
  await database.close()
  await testDatabase.drop()
})
beforeEach(() => database.transaction(async (tx) => void (await tx`truncate imported_services, imported_service_rejections`)))

const row = (number: number, changes: Record<string, unknown> = {}, hash = JSON.stringify(changes)): ImportedRow => {
  const raw = exampleLine({ ...exampleCodes(number), ...changes })
  const outcome = readServiceLine(raw)
  if (!('service' in outcome)) throw new Error(outcome.rejection)
  return { service: outcome.service, warnings: outcome.warnings, hash, raw, rawEncoding: 'utf-8' }
}
const write = (rows: ImportedRow[], at = first) => database.transaction((tx) => upsertImportedServices(tx, rows, at))
const codes = async (filter: BrowseFilter & { after?: string; limit?: number } = {}) => (await listImportedRows(database.read, filter, { limit: 100, ...filter })).map(({ id }) => Number(id.slice(-6)))

describe('writing', () => {
  test('a new service is imported and found again exactly', async () => {
    const one = row(1)
    expect(await write([one])).toEqual({ imported: 1, updated: 0, unchanged: 0 })
    expect(await findImportedService(database.read, one.service.code)).toEqual(one.service)
    expect(await findImportedService(database.read, exampleCodeNumber(2))).toBeUndefined()
  })
  test('the same service again changes nothing, not even its time', async () => {
    await write([row(1)])
    expect(await write([row(1)], later)).toEqual({ imported: 0, updated: 0, unchanged: 1 })
    expect(await findImportedSource(database.read, exampleCodeNumber(1))).toEqual({ raw: row(1).raw, rawEncoding: 'utf-8', warnings: [], importedAt: first, updatedAt: first })
  })
  test('changed content is updated and dated', async () => {
    await write([row(1), row(2)])
    expect(await write([row(1, { consult_phone: '无' }), row(2), row(3)], later)).toEqual({ imported: 1, updated: 1, unchanged: 1 })
    expect(await findImportedSource(database.read, exampleCodeNumber(1))).toMatchObject({ importedAt: first, updatedAt: later, warnings: ['no_phone'] })
  })
  test('another line with the same content replaces the stored line and is no update', async () => {
    await write([row(1)])
    const rescraped = row(1, { _id: 'another' }, row(1).hash)
    expect(await write([rescraped], later)).toEqual({ imported: 0, updated: 0, unchanged: 1 })
    expect(await findImportedSource(database.read, exampleCodeNumber(1))).toMatchObject({ raw: rescraped.raw, updatedAt: first })
  })
  test('nothing is fine too', async () => expect(await write([])).toEqual({ imported: 0, updated: 0, unchanged: 0 }))
  test('two imports at once neither fail nor count twice', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => row(index))
    const counts = await Promise.all([write(rows), write(rows.toReversed())])
    expect(counts.map((count) => count.imported).toSorted()).toEqual([0, 40])
  })
})

describe('reading', () => {
  beforeEach(() =>
    write([
      row(1, { AREACODE: '440000', AREA_CODE_TEXT: '广东省', theme_category: ['纳税'] }),
      row(2, { theme_category: ['纳税', '创业'], service_object_name: ['自然人', '企业法人'] }),
      row(3, { TASK_TYPE_TEXT: '公共服务', matter_type: '公共服务', theme_category: [] }),
      row(4, { TASK_TYPE_TEXT: '怪', matter_type: '怪' }),
    ]),
  )
  test.each<[string, BrowseFilter, number[]]>([
    ['nothing', {}, [1, 2, 3, 4]], ['its region, exactly', { region: '440300' }, [2, 3, 4]], ['its kind', { kind: 'licence' }, [1, 2]], ['a theme', { theme: '纳税' }, [1, 2]],
    ['an audience', { audience: 'enterprise' }, [2]], ['its authority', { authority: row(1).service.authority.code }, [1, 2, 3, 4]],
    ['several at once', { region: '440300', theme: '纳税', audience: 'person', kind: 'licence' }, [2]], ['what nobody has', { theme: "'; drop table imported_services--" }, []],
  ])('a service is listed by %s', async (_, filter, expected) => expect(await codes(filter)).toEqual(expected))
  test('pages follow each other without gap or repeat', async () => {
    expect(await codes({ limit: 3 })).toEqual([1, 2, 3])
    expect(await codes({ limit: 3, after: exampleCodeNumber(3) })).toEqual([4])
    expect(await codes({ limit: 3, after: exampleCodeNumber(4) })).toEqual([])
  })
  test('facets count what each choice would list, whatever is chosen', async () => {
    const chosen: BrowseFilter = { region: '440300', kind: 'licence' }
    const facets = await countImportedFacets(database.read, chosen)
    const counts = (facet: { value: string; count: number }[]) => Object.fromEntries(facet.map(({ value, count }) => [value, count]))
    expect(facets.total).toBe((await codes(chosen)).length)
    expect(counts(facets.regions)).toEqual({ 440000: 1, 440300: 1 })
    expect(counts(facets.kinds)).toEqual({ licence: 1, 'public-service': 1, unknown: 1 })
    expect(facets.authorities).toMatchObject([{ value: row(1).service.authority.code, name: { 'zh-CN': '示范市文化局' }, count: 1 }])
    for (const { value, count } of facets.themes) expect(await codes({ ...chosen, theme: value })).toHaveLength(count)
    expect(counts(facets.audiences)).toEqual({ enterprise: 1, person: 1 })
  })
})

test('lines that became no service are kept once per file, in file order', async () => {
  const rejected = [
    { line: 7, code: null, reason: 'json_broken' as const, detail: 'x', raw: '{', rawEncoding: 'utf-8' as const },
    { line: 2, code: exampleCodeNumber(1), reason: 'duplicate_identical' as const, detail: null, raw: 'AAA=', rawEncoding: 'base64' as const },
  ]
  for (const at of [first, later]) await database.transaction((tx) => insertImportRejections(tx, 'digest', rejected, at))
  expect(await listImportRejections(database.read, 'digest')).toEqual(rejected.toReversed())
  expect(await listImportRejections(database.read, 'another')).toEqual([])
})
