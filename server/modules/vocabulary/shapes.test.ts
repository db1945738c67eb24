// Checking against SHACL shapes: what is in order, what is found, which release of a folder counts.
// The shapes are a few of our own; the official ones are used when they are on the machine.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { exampleLine } from '../catalogue/gdzwfw-example.ts'
import { readServiceLine } from '../catalogue/gdzwfw.ts'
import { addressesBelow } from './code-lists.ts'
import { chinese, link, plain, resource } from './description.ts'
import { describeImported } from './imported-description.ts'
import { describeCatalogue } from './pack-description.ts'
import { checkShapes, NoShapes } from './shapes.ts'

const shape = (most: number) => `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> . @prefix dct: <http://purl.org/dc/terms/> .
<urn:shape> a sh:NodeShape ; sh:targetClass cpsv:PublicService ; sh:property [ sh:path dct:title ; sh:minCount 1 ; sh:maxCount ${most} ], [ sh:path cv:hasCost ; sh:class cv:Cost ],
  [ sh:path dct:description ; sh:minCount 1 ; sh:severity sh:Warning ] .`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-shapes-'))
  for (const [release, most] of [['9.9.9', 1], ['10.0.0', 2]] as const) {
    await mkdir(join(folder, 'releases', release), { recursive: true })
    await writeFile(join(folder, 'releases', release, 'shapes.ttl'), shape(most))
  }
  await writeFile(join(folder, 'vocabulary.ttl'), '<urn:a> <urn:b> <urn:c> .')
})
afterAll(() => rm(folder, { recursive: true }))

const service = (id: string, more: Parameters<typeof resource>[2] = {}) => resource(`urn:${id}`, 'cpsv:PublicService', { 'dct:title': chinese(id), 'dct:description': chinese(id), ...more })

describe('a check', () => {
  test('of resources in order finds nothing and counts them', async () => {
    expect(await checkShapes(folder, [[service('a')], [service('b')]])).toMatchObject({ services: 2, resources: 2, violations: 0, warnings: 0, results: [] })
  })
  test('uses the newest release of a folder', async () => {
    expect(await checkShapes(folder, [[service('a', { 'dct:title': [chinese('a'), { text: 'a', language: 'en' }] })]])).toMatchObject({ files: ['releases/10.0.0/shapes.ttl'], violations: 0 })
  })
  test('names resource, property and severity', async () => {
    const report = await checkShapes(folder, [[resource('urn:a', 'cpsv:PublicService', { 'dct:identifier': plain('a') })]])
    expect(report).toMatchObject({ violations: 1, warnings: 1 })
    expect(report.results.map(({ severity, resource: about, property }) => `${severity} ${about} ${property}`).sort()).toEqual(['violation urn:a dct:title', 'warning urn:a dct:description'])
  })
  test('finds a link to a thing of another class, and accepts one to the right class', async () => {
    expect((await checkShapes(folder, [[service('a', { 'cv:hasCost': link('urn:free') }), resource('urn:free', 'cv:Output', {})]])).violations).toBe(1)
    expect((await checkShapes(folder, [[service('a', { 'cv:hasCost': link('urn:free') }), resource('urn:free', 'cv:Cost', {})]])).violations).toBe(0)
  })
  test('counts what is wrong with a shared resource once, however many groups it is in', async () => {
    const wrong = resource('urn:wrong', 'cpsv:PublicService', { 'dct:description': chinese('x') })
    expect((await checkShapes(folder, [[wrong, service('a')], [wrong, service('b')]])).violations).toBe(1)
  })
  test('needs shapes', async () => {
    await mkdir(join(folder, 'empty'), { recursive: true })
    await expect(checkShapes(join(folder, 'empty'), [])).rejects.toThrow(NoShapes)
  })
})

const data = process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const official = join(data, 'cpsv-ap')
describe.runIf(existsSync(official))('the official shapes (TONGBAN_DATA)', () => {
  const at = addressesBelow('https://tongban.example')
  test('find nothing in a pack and in an imported service', async () => {
    const packs = testingPacks('2026-03-02')
    const read = readServiceLine(exampleLine({ co_department: '无' }))
    if (!('service' in read)) throw new Error('the example is a service')
    const report = await checkShapes(official, [[...describeCatalogue(at, packs.catalogueFor(packs.packs[0]?.region ?? ''))], describeImported(at, read.service)])
    expect(report.results).toEqual([])
  })
})
