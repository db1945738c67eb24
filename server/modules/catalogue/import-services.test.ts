// A whole file into a real PostgreSQL: every line accounted for, nothing lost, a second time nothing changed.
// The real scrape is tried when it is there (TONGBAN_DATA, or shared/data beside the project).
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { createTestDatabase, type TestDatabase } from '../../../tools/test-database.ts'
import { openDatabase, type Database } from '../../kernel/db.ts'
import { exampleCodeNumber, exampleCodes, exampleLine } from './gdzwfw-example.ts'
import { longestLine } from './import-lines.ts'
import { importServices, type ImportReport } from './import-services.ts'
import { listImportedRows } from './browse-store.ts'
import { findImportedService, findImportedSource, listImportRejections } from './imported-service-store.ts'

const at = new Date('2026-03-02T01:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'tongban-import-'))
const path = join(folder, 'services.jsonl')

let testDatabase: TestDatabase
let database: Database
beforeAll(async () => {
  testDatabase = await createTestDatabase()
  database = openDatabase({ url: testDatabase.url, connections: 2 })
})
afterAll(async () => {
  await database.close()
  await testDatabase.drop()
  rmSync(folder, { recursive: true })
})
const empty = () => database.transaction(async (tx) => void (await tx`truncate imported_services, imported_service_rejections`))
beforeEach(empty)

const line = (number: number, changes: Record<string, unknown> = {}) => exampleLine({ ...exampleCodes(number), ...changes })
const importText = (content: string | Buffer): Promise<ImportReport> => {
  writeFileSync(path, content)
  return importServices(database, path, at)
}
const rejectionsOf = (content: string | Buffer) => listImportRejections(database.read, createHash('sha256').update(content).digest('hex'))
const counts = ({ read, imported, updated, unchanged, rejected }: ImportReport) => ({ read, imported, updated, unchanged, rejected: rejected.length })

test('a file is imported, and a second time nothing changes', async () => {
  const content = Array.from({ length: 1203 }, (_, index) => line(index)).join('\n')
  expect(counts(await importText(content))).toEqual({ read: 1203, imported: 1203, updated: 0, unchanged: 0, rejected: 0 })
  expect(counts(await importText(content))).toEqual({ read: 1203, imported: 0, updated: 0, unchanged: 1203, rejected: 0 })
})
test('a newer file updates what differs, adds what is new and leaves the rest alone', async () => {
  await importText([line(1), line(2)].join('\n'))
  expect(counts(await importText([line(1), line(2, { handle_time_limit: '1(工作日)' }), line(3)].join('\n')))).toEqual({ read: 3, imported: 1, updated: 1, unchanged: 1, rejected: 0 })
})
test('blank lines, Windows line ends, byte order marks and a missing last line end do no harm', async () => {
  const report = await importText(`\ufeff${line(1)}\r\n\r\n   \n\u3000\n${line(2)}`)
  expect(report).toEqual({ read: 2, imported: 2, updated: 0, unchanged: 0, rejected: [], warnings: { blank_line: 3, byte_order_mark: 1 } })
})
test('rejected lines are reported with line, code and reason, and kept as they were', async () => {
  const content = [line(1), '{"TASK_CODE": "broken', line(2, { DEPT_NAME: '' }), line(3, { AREACODE: '110000' }), '[]'].join('\n')
  const report = await importText(content)
  expect(report.rejected).toEqual([
    { line: 2, code: null, reason: expect.stringMatching(/^json_broken: 这一行不是完整的 JSON（.+）$/) },
    { line: 3, code: exampleCodeNumber(2), reason: 'authority_missing: 没有写明实施部门（DEPT_NAME）' },
    { line: 4, code: exampleCodeNumber(3), reason: 'region_outside: 地区不在广东省（44 开头）之内（110000）' },
    { line: 5, code: null, reason: 'not_an_object: 这一行是 JSON，但不是一个对象' },
  ])
  expect((await rejectionsOf(content)).map(({ line: number, raw }) => [number, raw])).toEqual([2, 3, 4, 5].map((number) => [number, content.split('\n')[number - 1]]))
  await importText(content)
  expect(await rejectionsOf(content)).toHaveLength(4)
})

describe('a code that comes twice in a file', () => {
  test('with the same content is a warning; the repeat is counted as unchanged and kept', async () => {
    const content = [line(1), line(2), line(1, { _id: 'scraped again' })].join('\n')
    for (const imported of [2, 0]) {
      expect(await importText(content)).toEqual({ read: 3, imported, updated: 0, unchanged: 3 - imported, rejected: [], warnings: { duplicate_identical: 1 } })
    }
    expect(await rejectionsOf(content)).toMatchObject([{ line: 3, reason: 'duplicate_identical', raw: line(1, { _id: 'scraped again' }) }])
  })
  test('with other content is rejected, and the first stays also when imported again', async () => {
    const content = [line(1), line(1, { TASK_NAME: '别的名称' })].join('\n')
    for (const imported of [1, 0]) {
      const report = await importText(content)
      expect(counts(report)).toEqual({ read: 2, imported, updated: 0, unchanged: 1 - imported, rejected: 1 })
      expect(report.rejected).toEqual([{ line: 2, code: exampleCodeNumber(1), reason: 'duplicate_code: 同一文件里前面已有这个实施编码，而内容不同；保留前面的一行（见第 1 行）' }])
    }
    expect((await findImportedService(database.read, exampleCodeNumber(1)))?.name).toBe('街头艺人演出许可（个人）（首次申请）')
  })
  test('also counts far apart, in different batches', async () => {
    const content = [...Array.from({ length: 1100 }, (_, index) => line(index)), line(5)].join('\n')
    expect(await importText(content)).toMatchObject({ read: 1101, imported: 1100, unchanged: 1, warnings: { duplicate_identical: 1 } })
  })
})

describe('bytes', () => {
  test('in GB 18030 are read with a warning, their own bytes kept', async () => {
    // 甲 in GB 18030 is BC D7.
    const [before = '', after = ''] = `{"TASK_CODE":"${exampleCodeNumber(1)}","TASK_NAME":"@","DEPT_NAME":"A","AREACODE":"440300"}`.split('@')
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xbc, 0xd7]), Buffer.from(after)])
    expect(await importText(bytes)).toMatchObject({ imported: 1, warnings: { encoding_gb18030: 1 } })
    expect((await findImportedService(database.read, exampleCodeNumber(1)))?.name).toBe('甲')
    expect(await findImportedSource(database.read, exampleCodeNumber(1))).toMatchObject({ raw: bytes.toString('base64'), rawEncoding: 'base64' })
  })
  test('in UTF-16 with a byte order mark are read', async () => expect(await importText(Buffer.from(`\ufeff${line(1)}\n${line(2)}\n`, 'utf16le'))).toMatchObject({ read: 2, imported: 2 }))
  test('that are no text, and NUL, are rejected and kept to the byte', async () => {
    const junk = gzipSync(line(1)).filter((byte) => byte !== 0x0a)
    const content = Buffer.concat([Buffer.from('{"a":"\0"}\n'), junk, Buffer.from('\n'), Buffer.from(line(2))])
    expect(counts(await importText(content))).toEqual({ read: 3, imported: 1, updated: 0, unchanged: 0, rejected: 2 })
    expect((await rejectionsOf(content)).map(({ raw, rawEncoding }) => [rawEncoding, Buffer.from(raw, 'base64').equals(junk)])).toEqual([['base64', false], ['base64', true]])
  })
  test('of an overlong line are kept; the lines around it are imported', async () => {
    const long = line(2, { accept_standard: '长'.repeat(longestLine / 2) })
    const content = [line(1), long, line(3)].join('\n')
    const report = await importText(content)
    expect(counts(report)).toEqual({ read: 3, imported: 2, updated: 0, unchanged: 0, rejected: 1 })
    expect(report.rejected).toEqual([{ line: 2, code: exampleCodeNumber(2), reason: 'line_too_long: 这一行超过 1 MiB，不像一个事项' }])
    expect((await rejectionsOf(content))[0]?.raw).toBe(long)
  })
  test('none at all, and only blank lines, give an empty report', async () => {
    expect(await importText('')).toEqual({ read: 0, imported: 0, updated: 0, unchanged: 0, rejected: [], warnings: {} })
    expect(await importText('\n\n')).toMatchObject({ read: 0, warnings: { blank_line: 2 } })
  })
})

test('a file that is not there, or is a folder, is refused with its path', async () => {
  await expect(importServices(database, join(folder, 'missing.jsonl'), at)).rejects.toMatchObject({ code: 'not_found', details: { file: join(folder, 'missing.jsonl') } })
  await expect(importServices(database, folder, at)).rejects.toMatchObject({ code: 'invalid', details: { problem: 'EISDIR' } })
})

test('whatever the lines are, each is counted once and kept in one of the two tables', async () => {
  const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('无', '\u0000', '\ud800', '（', '020-12345', '1(工作日)'))
  const rows = fc.record({ TASK_CODE: fc.constantFrom(1, 2, 3).map(exampleCodeNumber), TASK_NAME: texts, DEPT_NAME: texts, AREACODE: fc.constantFrom('440000', '110000', ''), material_intro: fc.array(texts), accept_standard: texts, theme_category: fc.array(texts) })
  const lines = fc.array(fc.oneof({ weight: 3, arbitrary: rows.map((row) => JSON.stringify(row)) }, { weight: 1, arbitrary: fc.json({ depthSize: 'small' }) }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')) }), { maxLength: 12 })
  await fc.assert(fc.asyncProperty(lines, async (all) => {
    await empty()
    const content = all.join('\n')
    const report = await importText(content)
    expect(report.read).toBe(report.imported + report.updated + report.unchanged + report.rejected.length)
    expect(report.read + (report.warnings['blank_line'] ?? 0)).toBe(content === '' ? 0 : content.split('\n').length - (content.endsWith('\n') ? 1 : 0))
    const kept = (await listImportedRows(database.read, {}, { limit: 100 })).length + (await rejectionsOf(content)).length
    expect(kept).toBe(report.read)
    expect(await importText(content)).toMatchObject({ read: report.read, imported: 0, updated: 0, rejected: report.rejected, warnings: report.warnings })
  }), { numRuns: 25 })
})

test('the real scrape of Guangdong is imported whole, and quickly', async ({ skip }) => {
  const data = process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
  const file = join(data, 'gd-services/services.jsonl')
  skip(!existsSync(file), `The real scrape is not here: ${file}. Set TONGBAN_DATA to the folder that holds gd-services.`)
  const start = process.cpuUsage()
  const report = await importServices(database, file, at)
  const { user } = process.cpuUsage(start)
  expect(report).toMatchObject({ read: 2000, imported: 2000, updated: 0, rejected: [] })
  expect(report.warnings).toMatchObject({ authority_uscc_invalid: 5, phone_unreadable: 17, conditions_cut_off: 286 })
  expect(counts(await importServices(database, file, at))).toEqual({ read: 2000, imported: 0, updated: 0, unchanged: 2000, rejected: 0 })
  // Microseconds of our own computing, about 0.4 s here: unlike the clock it does not depend on who else is busy.
  expect(user).toBeLessThan(2_000_000)
})
