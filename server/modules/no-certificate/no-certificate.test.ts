// What nobody has to bring, counted from the definitions: once as a document, and under every way that saves it.
import { describe, expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import type { Catalogue } from '../catalogue/definitions.ts'
import { reportNoCertificate } from './no-certificate.ts'

const on = '2026-03-02'
const packs = testingPacks(on)
const region = '990101'

const withEvidence = (change: (evidence: Catalogue['evidence']) => Catalogue['evidence']) => ({
  examples: [], catalogueFor: () => ({ ...packs.catalogueFor(region, on), evidence: change(packs.catalogueFor(region, on).evidence) }),
})
const plain = withEvidence((evidence) => evidence)

describe('documents nobody has to bring', () => {
  it('are those registries answer in whole and those a commitment stands in for; the rest is only asked', () => {
    const { total, list } = reportNoCertificate(plain, region, on)
    expect(total).toEqual({ services: 2, documents: 3, byCredential: 0, bySharing: 2, byCommitment: 1, asked: 4 })
    expect(list.map(({ service, need, registry, commitment }) => [service.id, need, registry, commitment])).toEqual(expect.arrayContaining([
      ['lamp-dimming', 'identity', 'residents', false], ['telescope-permit', 'identity', 'residents', false], ['telescope-permit', 'ownership', null, true],
    ]))
  })

  it('count once when several ways save them, and under each way', () => {
    const { total } = reportNoCertificate(withEvidence((evidence) => ({ ...evidence, 'identity-card': { ...evidence['identity-card'] ?? raise(), credential: { type: 'identity' } } })), region, on)
    expect(total).toMatchObject({ documents: 3, byCredential: 2, bySharing: 2 })
  })

  it('are not those of which a registry answers a part', () => {
    const { total } = reportNoCertificate(withEvidence((evidence) => ({ ...evidence, 'identity-card': { ...evidence['identity-card'] ?? raise(), proves: ['applicant.address', 'telescope.model'] } })), region, on)
    expect(total).toMatchObject({ bySharing: 0, documents: 1 })
  })

  it('are told by authority, the one that saves most first, and add up to the total', () => {
    const { authorities, total } = reportNoCertificate(plain, region, on)
    expect(authorities.map(({ documents }) => documents)).toEqual(authorities.map(({ documents }) => documents).toSorted((a, b) => b - a))
    for (const count of ['services', 'documents', 'byCredential', 'bySharing', 'byCommitment', 'asked'] as const) expect(authorities.reduce((sum, each) => sum + each[count], 0), count).toBe(total[count])
    expect(authorities.every(({ name, id }) => name['zh-CN'] !== id)).toBe(true)
  })

  it('are counted once for a service that a region and a place in it both have', () => {
    expect(reportNoCertificate({ ...plain, examples: [{ region: '990101' }, { region: '990102' }] }, '990100', on).total).toEqual(reportNoCertificate(plain, region, on).total)
  })
})

const raise = (): never => {
  throw new Error('the testing pack has no such document')
}
