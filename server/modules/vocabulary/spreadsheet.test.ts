// The spreadsheet template: cells become statements, headings nobody knows are kept for the report, hostile archives are refused.
// Spreadsheets are made here, as small as the format allows.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../kernel/zip.ts'
import { Unreadable } from './parsing.ts'
import { readDescription } from './reading.ts'
import { quadsOfSpreadsheet } from './spreadsheet.ts'

const archive = (files: Record<string, string>): Buffer => zipOf(new Map(Object.entries(files)))

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

test('rows become resources, keys become links, lists are cut', async () => {
  const { resources, unmapped } = await read(archive(workbook))
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
  test('that is damaged', async () => {
    const damaged = archive(workbook)
    damaged[60] = (damaged[60] ?? 0) ^ 255
    expect(await problem(damaged)).toBe('grammar')
  })
  test('that unfolds to more than it may', async () => expect(await problem(archive({ 'xl/worksheets/sheet1.xml': ' '.repeat(70 * 1024 * 1024) }))).toBe('too_large'))
  test('that declares entities', async () => expect(await problem(archive({ 'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${workbook['xl/worksheets/sheet1.xml']}` }))).toBe('document_type'))
})

test('shared texts are read, an empty row is a row of its own', async () => {
  const cell = (at: string, text: number) => `<c r="${at}" t="s"><v>${text}</v></c>`
  const rows = `<worksheet><cols><col min="1"/></cols><sheetData><row r="1">${cell('A1', 0)}${cell('B1', 1)}</row><row r="2"/><row r="3"><c s="1" r="A3" t="s"><v>2</v></c><c r="B3"/>${cell('C3', 1)}</row></sheetData></worksheet>`
  const texts = '<sst><si><t>PSURI</t></si><si><t xml:space="preserve">Name</t></si><si><r><t>bo</t></r><r><t>at</t></r></si><si/></sst>'
  const { resources } = await read(archive({ 'xl/worksheets/sheet1.xml': rows, 'xl/sharedStrings.xml': texts }))
  expect([...resources.keys()]).toEqual(['urn:file:boat'])
})

test.each([
  ['rows', '<row r="1">'], ['cells', '<c r="A1">'], ['tags', '<row '], ['texts', '<row r="1"><c r="A1" t="inlineStr"><t>'],
])('a sheet of %s that never end is refused before anybody has to wait for it', async (_, start) => {
  expect(await problem(archive({ 'xl/worksheets/sheet1.xml': start.repeat(200_000) }))).toBe('format')
  expect(await problem(archive({ 'xl/worksheets/sheet1.xml': `<row r="1">${start.repeat(200_000)}</row>` }))).toBe('format')
}, 10_000)
