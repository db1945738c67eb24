// Importing descriptions into a real PostgreSQL: what is stored, what a second import changes, and that errors change nothing.
// Files are written here; the real ones from abroad are read when they are on the machine.
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tools/test-database.ts'
import { openDatabase, type Database } from '../../kernel/db.ts'
import { findImportedService, getImportTotals } from '../catalogue/index.ts'
import { addressesBelow } from './code-lists.ts'
import { codeOf } from './described-service.ts'
import { findImportedDescription } from './exporting.ts'
import { importDescription } from './importing.ts'
import { Unreadable } from './parsing.ts'

const now = new Date('2026-03-02T01:00:00Z')
let testDatabase: TestDatabase
let db: Database
let folder: string
beforeAll(async () => {
  testDatabase = await createTestDatabase()
  db = openDatabase({ url: testDatabase.url, connections: 2 })
  folder = await mkdtemp(join(tmpdir(), 'tongban-rdf-'))
})
afterAll(async () => {
  await db.close()
  await testDatabase.drop()
  await rm(folder, { recursive: true })
})
beforeEach(() => db.transaction(async (tx) => void (await tx`truncate imported_services, described_services`)))

const prefixes = '@prefix cpsv: <http://purl.org/vocab/cpsv#> . @prefix cv: <http://data.europa.eu/m8g/> . @prefix dct: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix e: <http://e.example/> .\n'
const boat = `${prefixes}
e:boat a cpsv:PublicService ; dct:identifier "B-1" ; dct:title "Boat licence"@en ; dct:description "For small boats."@en ; cv:processingTime "P5D"^^<http://www.w3.org/2001/XMLSchema#duration> ;
  cv:hasCompetentAuthority e:harbour ; cpsv:hasInput e:plan ; cv:hasChannel [ a cv:Channel ; dct:identifier "web" ] ; dct:requires e:other .
e:harbour a cv:PublicOrganisation ; skos:prefLabel "Harbour Office"@en ; dct:spatial e:bay . e:bay a dct:Location ; dct:title "Silver Bay" .
e:plan a cv:Evidence ; dct:title "Plan of the boat"@en .
e:other a cpsv:PublicService ; dct:title "Mooring"@en .`

const put = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

describe('a description', () => {
  test('becomes services that can be browsed, with authority, place, documents and limit', async () => {
    const report = await importDescription(db, await put('boat.ttl', boat), now)
    expect(report).toMatchObject({ imported: 2, updated: 0, unchanged: 0, unmapped: [] })
    expect(await findImportedService(db.read, codeOf('http://e.example/boat'))).toMatchObject({
      name: 'Boat licence', authority: { name: 'Harbour Office' }, region: { code: '000000', name: 'Silver Bay' }, promisedLimit: { days: 5, unit: 'working' }, materials: ['Plan of the boat'], conditions: ['For small boats.'],
      sourceUrl: 'http://e.example/boat', platform: { name: 'boat.ttl' },
    })
  })

  test('is given on as it came, without the services it only names', async () => {
    await importDescription(db, await put('boat.ttl', boat), now)
    const resources = await findImportedDescription(db.read, addressesBelow('https://tongban.example'), codeOf('http://e.example/boat'))
    expect(resources?.map(({ types }) => types[0]).sort()).toEqual(['cpsv:PublicService', 'cv:Channel', 'cv:Evidence', 'cv:PublicOrganisation', 'dct:Location'])
    expect(resources?.[0]?.properties['dct:requires']).toEqual([{ iri: 'http://e.example/other' }])
    expect(resources?.some(({ iri }) => iri.startsWith('_:'))).toBe(false)
  })

  test('imported again changes nothing; changed, it is updated', async () => {
    await importDescription(db, await put('boat.ttl', boat), now)
    expect(await importDescription(db, await put('boat.ttl', boat), now)).toMatchObject({ imported: 0, updated: 0, unchanged: 2 })
    expect(await importDescription(db, await put('boat.ttl', boat.replace('small boats', 'large boats')), now)).toMatchObject({ imported: 0, updated: 1, unchanged: 1 })
  })

  test('in which services, requirements and places go round in circles is read to its end', async () => {
    const circle = `${prefixes} e:a a cpsv:PublicService ; dct:title "A" ; dct:requires e:b ; cv:holdsRequirement e:r . e:b a cpsv:PublicService ; dct:title "B" ; dct:requires e:a . e:r a cv:Requirement ; dct:title "R" ; cv:hasRequirement e:r .`
    expect(await importDescription(db, await put('circle.ttl', circle), now)).toMatchObject({ imported: 2 })
  })
})

describe('an error leaves the catalogue as it was', () => {
  test.each<[string, string, string]>([
    ['grammar in the last line', 'broken.ttl', `${boat}\n e:c e:d "`],
    ['a document type', 'bomb.rdf', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'],
    ['one service tied to thousands of things', 'tangled.ttl', `${prefixes} e:1 a cpsv:PublicService ; dct:title "1" ; cv:holdsRequirement ${Array.from({ length: 2100 }, (_, index) => `e:r${index}`).join(', ')} . ${Array.from({ length: 2100 }, (_, index) => `e:r${index} a cv:Requirement .`).join('\n')}`],
  ])('for %s', async (_, name, text) => {
    await expect(importDescription(db, await put(name, text), now)).rejects.toThrow(Unreadable)
    expect(await getImportTotals(db.read)).toMatchObject({ services: 0 })
  })
})

const real = join(process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url)), 'cpsv-ap-realdata')
describe.runIf(existsSync(real))('real descriptions (TONGBAN_DATA)', () => {
  test.each([['FinnishServices.ttl', 13], ['FinnishServices_2.ttl', 13], ['EstonianServices.rdf', 28], ['EstonianServices_2.rdf', 28], ['servizifamiglia.xlsx', 2]])('%s: every service is taken', async (name, services) => {
    expect((await importDescription(db, join(real, name), now)).services).toHaveLength(services)
  })
})
