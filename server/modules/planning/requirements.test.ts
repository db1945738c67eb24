// Requirements checked against what an authority holds: the ground of automatic decisions.
import { describe, expect, it } from 'vitest'
import { checkRequirements } from './requirements.ts'
import { catalogueOf, concept, law, matter, rule, service } from './testing/telescope-catalogue.ts'

const catalogue = catalogueOf({
  concepts: [concept('observer.birthDate', 'date'), concept('site.height', 'integer'), concept('observer.isAdult', 'boolean', { derived: rule('observer.birthDate <= date("2008-03-01")') })],
  services: [service('site', { requirements: { adult: 'observer.isAdult', low: 'site.height <= 30', born: 'observer.birthDate <= today' } })],
  matter: matter([]),
})
const check = (values: Parameters<typeof checkRequirements>[2]) => checkRequirements(catalogue, 'site', values, '2026-03-01')

describe('a requirement', () => {
  it('holds, fails, or is not known, with what it read and its law', () => {
    const checks = check({ 'observer.birthDate': '1990-01-01', 'site.height': null })
    expect(checks).toMatchObject([
      { requirement: 'adult', holds: true, inputs: { 'observer.isAdult': true }, rule: 'observer.isAdult', legalBasis: law },
      { requirement: 'low', holds: null, inputs: { 'site.height': null } },
      { requirement: 'born', holds: true, inputs: { 'observer.birthDate': '1990-01-01' } },
    ])
    expect(check({ 'site.height': 31 })[1]).toMatchObject({ holds: false })
  })

  it('uses a derived value the case holds without its inputs', () => {
    expect(check({ 'observer.isAdult': true })[0]).toMatchObject({ holds: true, inputs: { 'observer.isAdult': true } })
  })

  it('is looked for only in a service the catalogue has', () => {
    expect(() => checkRequirements(catalogue, 'toString', {}, '2026-03-01')).toThrow('not_found')
  })
})
