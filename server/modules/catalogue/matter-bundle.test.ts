// The bundle of a matter: plans made from it are those of the whole catalogue, and it holds nothing else.
import { describe, expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { testingPacks } from '../../testing/packs.ts'
import { makePlan, type Answers, type RegistryState } from '../planning/index.ts'
import type { Catalogue, Concept } from './definitions.ts'
import { bundleFor } from './matter-bundle.ts'

const whole = testingPacks('2026-03-02').catalogueFor('990101')

const withMore = (catalogue: Catalogue): Catalogue => ({
  ...catalogue,
  regions: { ...catalogue.regions, '110000': { code: '110000', name: { 'zh-CN': '远方' }, level: 'province', parent: null } },
  authorities: [...catalogue.authorities, { line: 'sky', region: '110000', name: { 'zh-CN': '远方星空局' }, shortName: { 'zh-CN': '远方' } }, { line: 'sea', region: '990101', name: { 'zh-CN': '海洋局' }, shortName: { 'zh-CN': '海洋' } }],
  concepts: { ...catalogue.concepts, 'boat.name': { id: 'boat.name', name: { 'zh-CN': '船名' }, subject: 'boat', type: 'text', constraint: {}, sensitive: false } },
  evidence: { ...catalogue.evidence, 'boat-licence': { id: 'boat-licence', name: { 'zh-CN': '船舶证' }, registries: [], proves: [], accept: [], maxBytes: 1 } },
  registries: { ...catalogue.registries, boats: { id: 'boats', name: { 'zh-CN': '船舶库' }, line: 'sea', keys: { boat: 'boat.name' }, answers: { 'boat.name': 'name' }, replaces: [], consent: false, legalBasis: { title: '样例' } } },
})

const anyAnswer = ({ type, constraint }: Concept) => {
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer({ min: 0, max: 3000 })
  return constraint.choices ? fc.constantFrom(...constraint.choices.map(({ value }) => value)) : fc.constantFrom('990101', '990102', '1990-05-21', '牧夫座80')
}
const anyAnswers: fc.Arbitrary<Answers> = fc.record(Object.fromEntries(Object.values(whole.concepts).map((concept) => [concept.id, anyAnswer(concept)])), { requiredKeys: [] })
  .map((given) => Object.fromEntries(Object.entries(given).flatMap(([concept, value]) => (value === undefined ? [] : [[concept, value]]))))
const anyRegistries = fc.record({ residents: fc.constantFrom<RegistryState>('answers', 'noRecord', 'unavailable', 'notAsked', 'declined') }, { requiredKeys: [] })

describe('bundleFor', () => {
  test('every plan made from the bundle is the plan made from the whole catalogue', () => {
    const catalogue = withMore(whole)
    const bundle = bundleFor(catalogue, 'keep-telescope')
    fc.assert(fc.property(anyAnswers, anyRegistries, fc.subarray(['star-chart']), (answers, registries, declinedServices) => {
      const input = { matter: 'keep-telescope', on: '2026-03-02', answers, known: [], registries, declinedServices, uploaded: [] }
      expect(makePlan({ ...input, catalogue: bundle })).toEqual(makePlan({ ...input, catalogue }))
    }), { numRuns: 200 })
  })

  test('what other matters need is left out', () => {
    const bundle = bundleFor(withMore(whole), 'keep-telescope')
    expect(Object.keys(bundle.registries)).toEqual(['residents'])
    expect(bundle.concepts['boat.name']).toBeUndefined()
    expect(bundle.evidence['boat-licence']).toBeUndefined()
    expect(bundle.regions['110000']).toBeUndefined()
    expect(bundle.authorities.map(({ line, region }) => `${line} ${region}`)).toEqual(['sky 990101', 'energy 990101'])
  })

  test('a registry keeps only the answers the matter uses, and the key it is asked by comes along', () => {
    const { residents } = whole.registries
    if (!residents) throw new Error('the testing pack has lost its registry')
    const registry = { ...residents, answers: { ...residents.answers, 'boat.name': 'boat' } }
    const bundle = bundleFor({ ...whole, registries: { residents: registry } }, 'keep-telescope')
    expect(Object.keys(bundle.registries['residents']?.answers ?? {}).sort()).toEqual(['applicant.address', 'applicant.birthDate', 'applicant.region'])
    expect(bundle.concepts['applicant.idNumber']).toBeDefined()
  })

  test('the bundle of a city holds the authorities of its districts, so that any of them can turn out competent', () => {
    const bundle = bundleFor(testingPacks('2026-03-02').catalogueFor('990100'), 'keep-telescope')
    expect(bundle.authorities.map(({ region }) => region).sort()).toEqual(['990101', '990101', '990102', '990102'])
  })

  test('a matter that does not exist has an empty bundle', () => {
    expect(bundleFor(whole, 'nothing')).toMatchObject({ matters: {}, services: {}, evidence: {} })
  })
})
