// The spreadsheet template: cells become statements, headings nobody knows are kept for the report, hostile archives are refused.
// Archives are built here, byte by byte, stored without compression.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Unreadable } from './parsing.ts'
import { readDescription } from './reading.ts'
import { quadsOfSpreadsheet } from './spreadsheet.ts'
import { unzip } from './zip.ts'

const number = (value: number, bytes: number): Buffer => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}

/** A ZIP archive of these files; checksums are left out, nobody reads them. */
const archive = (files: Record<string, Buffer | string>, packed = false): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content)
    const body = packed ? deflateRawSync(plain) : plain
    const method = number(packed ? 8 : 0, 2)
    const local = Buffer.concat([number(0x04034b50, 4), Buffer.alloc(4), method, Buffer.alloc(8), number(body.length, 4), number(plain.length, 4), number(name.length, 2), Buffer.alloc(2), Buffer.from(name), body])
    directory.push(Buffer.concat([number(0x02014b50, 4), Buffer.alloc(6), method, Buffer.alloc(8), number(body.length, 4), number(plain.length, 4), number(name.length, 2), Buffer.alloc(12), number(at, 4), Buffer.from(name)]))
    parts.push(local)
    at += local.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...parts, index, number(0x06054b50, 4), Buffer.alloc(4), number(directory.length, 2), number(directory.length, 2), number(index.length, 4), number(at, 4), Buffer.alloc(2)])
}

const inline = (column: string, row: number, text: string) => `<c r="${column}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
const sheet = (...rows: string[][]) => `<worksheet><sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells.map((text, column) => inline(String.fromCharCode(65 + column), index + 1, text)).join('')}</row>`).join('')}</sheetData></worksheet>`
const workbook = { 'xl/worksheets/sheet1.xml': sheet(['PSURI', 'Name', 'Keyword', 'Has Cost', 'Mood'], ['boat', 'Boats &amp; ships', 'boat; ship', 'free', 'calm']), 'xl/worksheets/sheet2.xml': sheet(['CostURI', 'Identifier'], ['free', 'free']) }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-xlsx-'))
})
afterAll(() => rm(folder, { recursive: true }))
const read = async (bytes: Buffer) => {
  const path = join(folder, 'a.xlsx')
  await writeFile(path, bytes)
  return readDescription(quadsOfSpreadsheet(path, 'urn:file:'))
}
const problem = (bytes: Buffer) => read(bytes).then(() => 'read', (error: unknown) => (error instanceof Unreadable ? error.problem : error))

test.each([false, true])('rows become resources, keys become links, lists are cut (compressed: %s)', async (packed) => {
  const { resources, unmapped } = await read(archive(workbook, packed))
  expect(resources.get('urn:file:boat')).toEqual({
    iri: 'urn:file:boat', types: ['cpsv:PublicService'],
    properties: { 'dct:title': [{ text: 'Boats & ships' }], 'dcat:keyword': [{ text: 'boat' }, { text: 'ship' }], 'cv:hasCost': [{ iri: 'urn:file:free' }] },
  })
  expect(resources.get('urn:file:free')?.types).toEqual(['cv:Cost'])
  expect(unmapped).toMatchObject([{ property: 'urn:tongban:column:Mood', count: 1, example: 'calm' }])
})

describe('a spreadsheet is refused', () => {
  test('that is no archive', async () => expect(await problem(Buffer.from('PSURI;Name'))).toBe('grammar'))
  test('that has none of the template’s sheets', async () => expect(await problem(archive({ 'xl/worksheets/sheet1.xml': sheet(['Name'], ['x']) }))).toBe('format'))
  test('that declares entities', async () => expect(await problem(archive({ 'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${workbook['xl/worksheets/sheet1.xml']}` }))).toBe('document_type'))
})

test('an archive that unpacks to more than it may is not unpacked', () => {
  const bomb = archive({ a: Buffer.alloc(1_000_000) }, true)
  expect(bomb.length).toBeLessThan(5000)
  expect(() => unzip(bomb, () => true, 100_000)).toThrow()
  expect(unzip(bomb, () => false, 100_000).size).toBe(0)
})
