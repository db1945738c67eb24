// The catalogue of resources in DCAT-AP 3: what every consumer of the profile relies on; the official shapes are used when they are on the machine.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { addressesBelow, checkShapes } from '../vocabulary/index.ts'
import { describeResources } from './resource-description.ts'
import { resourceOfRegistry, type Resource } from './resource.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990100')
const residents = catalogue.registries['residents']
if (!residents) throw new Error('the testing pack has changed')
const one: Resource = { id: 'residents', origin: 'pack', region: '990100', line: 'sky', content: resourceOfRegistry(residents, catalogue), draft: null, edition: 1, revision: 1, publishedAt: '2026-03-02T02:00:00.000Z' }
const content = one.content ?? resourceOfRegistry(residents, catalogue)
const place = { catalogue, endpoint: 'https://tongban.example/api/v1/exchange/calls', documentation: 'https://tongban.example/api/openapi.json' }
const described = (...resources: Resource[]) => [...describeResources(addressesBelow('https://tongban.example'), place, resources)]
const ofType = (resources: ReturnType<typeof described>, type: string) => resources.filter(({ types }) => types.includes(type))

describe('the catalogue in DCAT-AP', () => {
  it('lists each shared resource as a dataset and the service it is asked by, with publisher, contact, theme, frequency and access rights', () => {
    const all = described(one)
    const base = 'https://tongban.example/id/resources'
    expect(ofType(all, 'dcat:Catalog')[0]?.properties).toMatchObject({ 'dcat:dataset': [{ iri: `${base}/residents` }], 'dcat:service': [{ iri: `${base}/residents/service` }] })
    const [dataset] = ofType(all, 'dcat:Dataset')
    for (const word of ['dct:title', 'dct:description', 'dct:publisher', 'dcat:contactPoint', 'dcat:theme', 'dct:modified']) expect(dataset?.properties[word]?.length).toBeGreaterThan(0)
    expect(dataset?.properties).toMatchObject({
      'dct:accrualPeriodicity': [{ iri: 'http://publications.europa.eu/resource/authority/frequency/CONT' }], 'dct:accessRights': [{ iri: 'http://publications.europa.eu/resource/authority/access-right/RESTRICTED' }],
    })
    expect(ofType(all, 'dcat:DataService')[0]?.properties).toMatchObject({ 'dcat:endpointURL': [{ iri: place.endpoint }], 'dcat:servesDataset': [{ iri: `${base}/residents` }] })
  })

  it('lists what is not shared without a way to it, and not what is unpublished', () => {
    expect(ofType(described({ ...one, content: { ...content, sharing: { type: 'none', reason: '法律规定' } } }), 'dcat:DataService')).toEqual([])
    expect(ofType(described({ ...one, content: null, draft: content }), 'dcat:Dataset')).toEqual([])
  })

  it('is open where every field is', () => {
    const open = { ...content, sharing: { type: 'unconditional' as const, reason: '' }, fields: content.fields.map((field) => ({ ...field, class: 'public' as const })) }
    expect(ofType(described({ ...one, content: open }), 'dcat:Dataset')[0]?.properties['dct:accessRights']).toEqual([{ iri: 'http://publications.europa.eu/resource/authority/access-right/PUBLIC' }])
  })
})

const data = process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const official = join(data, 'dcat-ap')
describe.runIf(existsSync(official))('the official shapes of DCAT-AP (TONGBAN_DATA)', () => {
  it('find no violation in the catalogue', async () => {
    expect((await checkShapes(official, [described(one)])).results.filter(({ severity }) => severity === 'violation')).toEqual([])
  })
})
