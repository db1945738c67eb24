// The catalogue as linked data over HTTP: for everybody, in both formats, whole or one service.
// The neutral testing pack and one invented imported service.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { clockAt } from '../../testing/clock.ts'
import { exampleCodeNumber, exampleCodes, exampleLine } from '../catalogue/gdzwfw-example.ts'
import { importServices } from '../catalogue/index.ts'
import { quadsIn } from './parsing.ts'
import { readDescription } from './reading.ts'

let testing: TestApp
let folder: string
beforeAll(async () => {
  testing = await startTestApp({ clock: clockAt('2026-03-02T09:00:00+08:00'), environment: { REGION: '990100', PUBLIC_URL: 'https://tongban.example' } })
  folder = await mkdtemp(join(tmpdir(), 'tongban-vocabulary-'))
  await writeFile(join(folder, 'one.jsonl'), exampleLine(exampleCodes(1)))
  await importServices(testing.app.db, join(folder, 'one.jsonl'), testing.app.clock.now())
})
afterAll(async () => {
  await testing.close()
  await rm(folder, { recursive: true })
})

const services = async (path: string, format: 'ttl' | 'jsonld') => {
  const reply = await testing.asNobody.request({ method: 'GET', url: `/api/v1${path}` })
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-type']).toBe(format === 'ttl' ? 'text/turtle; charset=utf-8' : 'application/ld+json; charset=utf-8')
  const { resources, unmapped } = await readDescription(quadsIn([Buffer.from(reply.body)], format, 'urn:x-base:/'))
  expect(unmapped).toEqual([])
  return [...resources.values()].filter(({ types }) => types.includes('cpsv:PublicService')).map(({ iri }) => iri)
}

describe.each(['ttl', 'jsonld'] as const)('as %s', (format) => {
  test('the whole catalogue holds every service of the served region and every imported one', async () => {
    const ids = Object.keys(testing.app.packs.catalogueFor('990100').services)
    const found = await services(`/catalogue.${format}`, format)
    expect(found.sort()).toEqual([...ids.map((id) => `https://tongban.example/id/990100/services/${id}`), `https://tongban.example/id/imported/${exampleCodeNumber(1)}`].sort())
  })
  test('one service of a pack stands alone', async () => {
    const [id = ''] = Object.keys(testing.app.packs.catalogueFor('990100').services)
    expect(await services(`/services/${id}.${format}`, format)).toEqual([`https://tongban.example/id/990100/services/${id}`])
  })
  test('one imported service stands alone', async () => {
    expect(await services(`/services/${exampleCodeNumber(1)}.${format}`, format)).toEqual([`https://tongban.example/id/imported/${exampleCodeNumber(1)}`])
  })
  test('a service nobody has and a region not served are not found, a region that is none is refused', async () => {
    const status = async (path: string) => (await testing.asNobody.request({ method: 'GET', url: `/api/v1${path}` })).statusCode
    expect(await status(`/services/constructor.${format}`)).toBe(404)
    expect(await status(`/catalogue.${format}?region=110000`)).toBe(404)
    expect(await status(`/catalogue.${format}?region=x`)).toBe(400)
  })
})
