// The saving, counted: before by the same engine without sharing, after by the plan, and a trace for each difference.
import { describe, expect, it } from 'vitest'
import type { Service } from '../catalogue/definitions.ts'
import { catalogueOf, choiceOf, concept, evidence, law, matter, matterService, planOf, question, registry, rule, service } from './testing/telescope-catalogue.ts'

const concepts = [
  concept('observer.idNumber', 'idNumber'), concept('observer.name'), concept('observer.phone', 'phone'), concept('observer.birthDate', 'date'), choiceOf('site.kind', ['hill', 'roof']),
  concept('observer.isMinor', 'boolean', { derived: rule('observer.birthDate > date("2008-03-01")') }), concept('lease.number'),
]
const types = [evidence('idCard', { registries: ['residents'], proves: ['observer.name'] }), evidence('lease', { resultOf: 'site' }), evidence('plan'), evidence('letter')]
const residents = registry('residents', { observer: 'observer.idNumber' }, ['observer.name'])

const services: Service[] = [
  service('site', {
    concepts: ['observer.idNumber', 'observer.name', 'observer.phone', 'site.kind'], brings: ['lease.number'], trips: 2, tripsOnline: 1, days: [5, 20],
    evidence: [{ id: 'who', anyOf: ['idCard'] }, { id: 'where', anyOf: ['plan'] }, { id: 'safe', anyOf: ['letter', 'plan'] }],
  }),
  service('sky', {
    concepts: ['observer.idNumber', 'observer.name', 'observer.isMinor', 'lease.number'], dependsOn: ['site'], trips: 1, days: [3, 10],
    evidence: [{ id: 'who', anyOf: ['idCard'] }, { id: 'lease', anyOf: ['lease'] }, { id: 'where', anyOf: ['plan'] }],
  }),
]
const catalogue = catalogueOf({ concepts, services, evidence: types, registries: [residents], matter: matter([matterService('site'), matterService('sky')], { scenario: [question('site.kind')] }) })

describe('the burden', () => {
  const plan = planOf(catalogue, { answers: { 'site.kind': 'hill' } })

  it('before is every service with its own form, documents, visits and legal limit, one after another', () => {
    // in the first service the plan also serves as proof of safety, so it takes two documents, not three
    expect(plan.before).toEqual({ applications: 2, fields: 7, evidence: 5, trips: 3, workingDays: 30 })
  })

  it('after is what this plan asks: fields and scenario questions, uploads, and visits that cannot be avoided', () => {
    // ID number, phone, birth date and the scenario question; the plan of the place
    expect(plan.after).toEqual({ applications: 1, fields: 4, evidence: 1, trips: 1, workingDays: 8 })
  })

  it('names for each field not asked how often it was, why it is not, by what law, and who receives it all the same', () => {
    expect(plan.savings.filter(({ kind }) => kind === 'field')).toEqual([
      { kind: 'field', id: 'observer.idNumber', name: { 'zh-CN': 'observer.idNumber' }, before: 2, source: { kind: 'shared' }, neededBy: ['site', 'sky'] },
      { kind: 'field', id: 'observer.name', name: { 'zh-CN': 'observer.name' }, before: 2, source: { kind: 'registry', registry: 'residents', state: 'notAsked' }, neededBy: ['site', 'sky'], legalBasis: law },
      { kind: 'field', id: 'lease.number', name: { 'zh-CN': 'lease.number' }, before: 1, source: { kind: 'result', service: 'site' }, neededBy: ['sky'] },
    ])
  })

  it('names for each document not asked the same', () => {
    expect(plan.savings.filter(({ kind }) => kind === 'evidence')).toEqual([
      { kind: 'evidence', id: 'idCard', name: { 'zh-CN': 'idCard' }, before: 2, source: { kind: 'registry', registry: 'residents' }, neededBy: ['site', 'sky'], legalBasis: law },
      { kind: 'evidence', id: 'lease', name: { 'zh-CN': 'lease' }, before: 1, source: { kind: 'result', service: 'site' }, neededBy: ['sky'] },
      { kind: 'evidence', id: 'plan', name: { 'zh-CN': 'plan' }, before: 2, source: { kind: 'shared' }, neededBy: ['site', 'sky'] },
    ])
  })

  it('counts before what stands on the forms of the situation, whatever is known of the person: what need not be filled in is a saving nobody receives', () => {
    const form: [string, string] = ['observer.guardian', 'observer.isMinor']
    const one = catalogueOf({
      concepts: [...concepts, concept('observer.guardian')], registries: [residents],
      services: [service('site', { concepts: ['observer.idNumber', 'observer.birthDate', form] })], matter: matter([matterService('site')]),
    })
    const stranger = planOf(one)
    const grown = planOf(one, { answers: { 'observer.birthDate': '1980-01-01' } })
    expect([stranger.before, stranger.after.fields, grown.after.fields]).toEqual([grown.before, 3, 2])
    expect(grown.before.fields).toBe(3)
    expect(grown.savings).toContainEqual({ kind: 'field', id: 'observer.guardian', name: { 'zh-CN': 'observer.guardian' }, before: 1, source: { kind: 'derived', from: ['observer.isMinor'] }, neededBy: [] })
    expect(Object.values(grown.views).flat()).not.toContain('observer.guardian')
  })

  it('counts a scenario question that is still open, and one answered that no service lists', () => {
    expect(planOf(catalogue).after.fields).toBe(4)
  })

  it('does not count as saved what a requirement derives without the form listing it', () => {
    const one = catalogueOf({ concepts, services: [service('site', { requirements: { r: 'observer.isMinor' } })], matter: matter([matterService('site')]) })
    expect(planOf(one)).toMatchObject({ before: { fields: 0 }, after: { fields: 1 }, savings: [] })
  })
})
