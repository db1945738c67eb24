// Registries and groups: a list of shareholders under one key, people found one by one, and answers too old to rely on.
import { describe, expect, it } from 'vitest'
import type { Catalogue, Registry } from '../catalogue/index.ts'
import { withInstances } from '../planning/index.ts'
import { catalogueOf, concept, matter, matterService, registry, service } from '../planning/testing/telescope-catalogue.ts'
import { factsOf, possibleLookUps } from './registry.ts'

const subjects = [{ id: 'owner', name: { 'zh-CN': '股东' }, many: { min: 1, max: 4, ask: { 'zh-CN': '几位股东？' } } }]
const catalogueWith = (own: Registry): Catalogue =>
  withInstances(catalogueOf({ concepts: [concept('firm.code'), concept('owner.name'), concept('owner.share', 'integer'), concept('owner.number')], services: [service('s', { concepts: ['owner.name'] })], matter: matter([matterService('s')], { subjects }), registries: [own] }))
const registryIn = (catalogue: Catalogue): Registry => {
  const found = Object.values(catalogue.registries)[0]
  if (!found) throw new Error('no registry')
  return found
}

describe('a registry that keeps a group in a list', () => {
  const catalogue = catalogueWith(registry('firms', { owner: 'firm.code' }, [], { answers: { 'owner.name': 'shareholders.name', 'owner.share': 'shareholders.share' } }))
  const firms = registryIn(catalogue)
  const wanted = ['owner.count', 'owner.1.name', 'owner.1.share']
  const shareholders = [{ name: '林', share: 60 }, { name: '周', share: 30 }, { name: '吴' }]
  const factsFrom = (record: Record<string, unknown>, asOf = '2026-03-01T00:00:00Z', own = firms) => factsOf(own, catalogue, { concepts: wanted }, { record, asOf }, '2026-03-02')

  it('is asked once for all of them', () => {
    expect(possibleLookUps(firms, catalogue, wanted, { 'firm.code': 'A1' }, [])).toMatchObject([{ keyConcept: 'firm.code', concepts: wanted }])
  })

  it('says how many there are and the same of each, whoever was asked about; what is missing stays unknown', () => {
    expect(factsFrom({ shareholders }).facts.map(({ concept: id, value }) => [id, value])).toEqual([
      ['owner.count', 3], ['owner.1.name', '林'], ['owner.2.name', '周'], ['owner.3.name', '吴'], ['owner.1.share', 60], ['owner.2.share', 30],
    ])
  })

  it.each([[{}], [{ shareholders: '林' }], [{ shareholders: [] }]])('is not believed where %j is no such list', (record) => {
    expect(factsFrom(record).facts).toEqual([])
  })

  it('is not believed when there are more than there may be, nor when what it says is too old', () => {
    const five = Array.from({ length: 5 }, (_, at) => ({ name: `名${at}`, share: 20 }))
    expect(factsFrom({ shareholders: five })).toMatchObject({ unfit: expect.arrayContaining(['owner.count']) })
    expect(factsFrom({ shareholders }, '2026-02-20T00:00:00Z', { ...firms, freshDays: 5 }).facts).toEqual([])
    expect(factsFrom({ shareholders }, '2026-02-26T00:00:00Z', { ...firms, freshDays: 5 }).facts).not.toEqual([])
  })
})

it('a registry that knows people one by one is asked for each by their own number', () => {
  const catalogue = catalogueWith(registry('people', { owner: 'owner.number' }, ['owner.name']))
  const values = { 'owner.1.number': 'N1', 'owner.2.number': 'N2' }
  expect(possibleLookUps(registryIn(catalogue), catalogue, ['owner.1.name', 'owner.2.name', 'owner.3.name'], values, [])).toMatchObject([
    { keyConcept: 'owner.1.number', key: 'N1', concepts: ['owner.1.name'] }, { keyConcept: 'owner.2.number', key: 'N2', concepts: ['owner.2.name'] },
  ])
})
