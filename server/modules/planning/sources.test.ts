// Where each value comes from, and what a person is told when a registry that should know is silent.
import { describe, expect, it } from 'vitest'
import type { Registry, Service } from '../catalogue/definitions.ts'
import { asked, catalogueOf, concept, law, matter, matterService, planOf, question, registry, registryFact, rule, service } from './testing/telescope-catalogue.ts'
import type { Plan } from './plan.ts'

const concepts = [
  concept('observer.idNumber', 'idNumber'), concept('observer.name'), concept('observer.birthDate', 'date'), concept('observer.isMinor', 'boolean', { derived: rule('observer.birthDate > date("2008-03-01")') }),
  concept('guardian.idNumber', 'idNumber'), concept('guardian.name'), concept('lease.number'), concept('lease.code', 'text', { derived: rule('lease.number') }), concept('lease.holder'), concept('site.region', 'region'),
]
const residents = registry('residents', { observer: 'observer.idNumber', guardian: 'guardian.idNumber' }, ['observer.name', 'observer.birthDate', 'guardian.name'])

const of = (services: readonly Service[], registries: readonly Registry[] = [residents]) =>
  catalogueOf({ concepts, services, registries, matter: matter(services.map(({ id }) => matterService(id))) })

const find = (plan: Plan, id: string) => plan.concepts.find((each) => each.concept === id)
const simple = of([service('site', { concepts: ['observer.idNumber', 'observer.name'] })])

describe('a value somebody in government has', () => {
  it('is expected from its registry, which is asked with consent', () => {
    const plan = planOf(simple)
    expect(asked(plan)).toEqual(['observer.idNumber'])
    expect(find(plan, 'observer.name')).toMatchObject({ source: { kind: 'registry', registry: 'residents', state: 'notAsked' }, locked: false })
    expect(plan.consents).toEqual([{ registry: 'residents', consent: true, concepts: ['observer.name'], legalBasis: law, neededBy: ['site'] }])
  })

  it('is locked once a registry, the profile or an earlier result has given it', () => {
    const given = planOf(simple, { known: [registryFact('observer.name', 'Wei'), { concept: 'observer.idNumber', value: '990101', source: { kind: 'profile' }, asOf: '2026-01-01' }] })
    expect(find(given, 'observer.name')).toMatchObject({ source: { kind: 'registry', state: 'answers' }, value: 'Wei', locked: true })
    expect(find(given, 'observer.idNumber')).toMatchObject({ source: { kind: 'profile' }, value: '990101', locked: true })
    expect(asked(given)).toEqual([])
  })

  it('is asked again when disputed, with what the person answers', () => {
    const plan = planOf(simple, { known: [{ ...registryFact('observer.name', 'Wei'), disputed: true }], answers: { 'observer.name': 'Wai' } })
    expect(find(plan, 'observer.name')).toMatchObject({ source: { kind: 'ask' }, askedBecause: 'disputed', value: 'Wai', locked: false })
  })

  it('is computed rather than asked when a disputed value can be derived', () => {
    const plan = planOf(of([service('site', { concepts: ['observer.isMinor'] })], []), { known: [{ ...registryFact('observer.isMinor', true), disputed: true }] })
    expect(find(plan, 'observer.isMinor')?.source).toEqual({ kind: 'derived', from: ['observer.birthDate'] })
  })

  it('says so when a disputed value is the answer to a scenario question', () => {
    const catalogue = catalogueOf({ concepts, services: [service('site', { concepts: ['lease.holder'] })], matter: matter([matterService('site')], { scenario: [question('lease.holder')] }) })
    expect(find(planOf(catalogue, { known: [{ ...registryFact('lease.holder', 'x'), disputed: true }] }), 'lease.holder')).toMatchObject({ source: { kind: 'scenario' }, askedBecause: 'disputed' })
  })

  it.each([['unavailable', 'registryUnavailable'], ['declined', 'declined'], ['noRecord', 'noRecord'], ['answers', 'noRecord']] as const)(
    'is asked with the reason when the registry state is %s', (state, askedBecause) => {
      const plan = planOf(simple, { registries: { residents: state }, answers: { 'observer.idNumber': '990101' } })
      expect(find(plan, 'observer.name')).toMatchObject({ source: { kind: 'ask' }, askedBecause })
      expect(plan.consents).toMatchObject([{ registry: 'residents', concepts: ['observer.name'] }])
    })

  it('is still expected for another person when the registry has answered about the first only', () => {
    const both = of([service('site', { concepts: ['observer.idNumber', 'observer.name', 'guardian.idNumber', 'guardian.name'] })])
    const known = [registryFact('observer.name', 'Wei')]
    const first = planOf(both, { registries: { residents: 'answers' }, known, answers: { 'observer.idNumber': '990101' } })
    expect(find(first, 'guardian.name')).toMatchObject({ source: { kind: 'registry', state: 'notAsked' } })
    const answers = { 'observer.idNumber': '990101', 'guardian.idNumber': '990102' }
    expect(find(planOf(both, { registries: { residents: 'answers' }, known, answers }), 'guardian.name')).toMatchObject({ askedBecause: 'noRecord' })
    const exact = planOf(both, { registries: { residents: 'answers', 'residents guardian.idNumber': 'notAsked' }, known, answers })
    expect(find(exact, 'guardian.name')).toMatchObject({ source: { kind: 'registry', state: 'notAsked' } })
  })

  it('comes first from a registry that needs no consent, and from the next one when that is down', () => {
    const open = registry('open', { observer: 'observer.idNumber' }, ['observer.name'], { consent: false })
    const catalogue = of([service('site', { concepts: ['observer.name'] })], [residents, open])
    const plan = planOf(catalogue)
    expect(find(plan, 'observer.name')?.source).toMatchObject({ registry: 'open' })
    expect(plan.consents).toMatchObject([{ registry: 'open', consent: false }])
    expect(find(planOf(catalogue, { registries: { open: 'unavailable' } }), 'observer.name')?.source).toMatchObject({ registry: 'residents' })
  })
})

describe('the key of a registry', () => {
  it('is asked even when no form lists it, because it saves the rest', () => {
    const plan = planOf(of([service('site', { concepts: ['observer.name?', 'observer.birthDate'] })]))
    expect(asked(plan)).toEqual(['observer.idNumber'])
    expect(find(plan, 'observer.idNumber')).toMatchObject({ required: true, neededBy: ['site'] })
    expect(plan.views.site).toEqual(['observer.name', 'observer.birthDate'])
  })

  it('cannot be what a service of the same application brings only later', () => {
    const records = registry('records', { lease: 'lease.number' }, ['lease.holder'])
    const services = [service('site', { brings: ['lease.number'] }), service('sky', { concepts: ['lease.holder'] })]
    expect(asked(planOf(of(services, [records])))).toEqual(['lease.holder'])
    expect(asked(planOf(of(services.slice(1), [records])))).toEqual(['lease.number'])
    expect(asked(planOf(of([...services.slice(0, 1), service('sky', { concepts: ['lease.holder'] })], [registry('records', { lease: 'lease.code' }, ['lease.holder'])])))).toEqual(['lease.holder'])
  })

  it('may be printed on a result when the service itself asks for it first', () => {
    const services = [service('site', { concepts: ['observer.idNumber'], brings: ['observer.idNumber'] }), service('sky', { concepts: ['observer.name'] })]
    expect(asked(planOf(of(services)))).toEqual(['observer.idNumber'])
  })

  it('is asked once when two registries would each find the key of the other', () => {
    const one = registry('one', { observer: 'guardian.name', guardian: 'observer.name' }, ['observer.name', 'guardian.name'])
    const plan = planOf(of([service('site', { concepts: ['observer.name', 'guardian.name'] })], [one]))
    expect(asked(plan)).toHaveLength(1)
    const known = planOf(of([service('site', { concepts: ['observer.name', 'guardian.name'] })], [one]), { answers: { 'observer.name': 'Wei', 'guardian.name': 'Lin' } })
    expect(known.concepts.every(({ source }) => source.kind === 'registry')).toBe(true)
  })

  it('is planned too when it is known and its turn had passed, and is not what a default only takes for granted', () => {
    const lent = (more: Parameters<typeof concept>[2] = {}) => catalogueOf({
      concepts: [concept('lease.code', 'text', more), concept('site.holder')], services: [service('site', { concepts: ['site.holder'] })],
      registries: [registry('byCode', { site: 'lease.code' }, ['site.holder']), registry('byHolder', { lease: 'site.holder' }, ['lease.code'])], matter: matter([matterService('site')]),
    })
    const said = planOf(lent(), { answers: { 'lease.code': 'A7' } })
    expect(find(said, 'site.holder')).toMatchObject({ source: { kind: 'registry', registry: 'byCode' } })
    expect(find(said, 'lease.code')).toMatchObject({ value: 'A7', neededBy: ['site'] })
    expect(asked(planOf(lent({ default: rule('"A1"') })))).toEqual(['site.holder'])
  })
})

describe('a value another service of the application brings', () => {
  const site = service('site', { brings: ['lease.number'] })
  const sky = service('sky', { concepts: ['lease.number'], dependsOn: ['site'] })
  const night = service('night', { concepts: ['lease.number'], dependsOn: ['sky'] })

  it('is not asked of those that wait for it, directly or not', () => {
    const plan = planOf(of([site, sky, night]))
    expect(asked(plan)).toEqual([])
    expect(find(plan, 'lease.number')).toMatchObject({ source: { kind: 'result', service: 'site' }, locked: false })
  })

  it('is asked when one of its users does not wait for it', () => {
    expect(asked(planOf(of([site, sky, service('crowd', { concepts: ['lease.number'] })])))).toEqual(['lease.number'])
  })

  it('is asked when that service is not part of the application', () => {
    const catalogue = catalogueOf({ concepts, services: [site, sky], matter: matter([matterService('site', undefined, true), matterService('sky')]) })
    expect(planOf(catalogue, { declinedServices: ['site'] }).concepts).toEqual([])
    expect(asked(planOf(of([sky])))).toEqual(['lease.number'])
  })

  it('is preferred to a registry, which cannot have it yet', () => {
    const records = registry('records', { lease: 'lease.holder' }, ['lease.number'])
    expect(find(planOf(of([site, sky], [records])), 'lease.number')?.source.kind).toBe('result')
  })
})

describe('a derived value', () => {
  const catalogue = of([service('site', { concepts: ['observer.isMinor'] })])

  it('is never asked, only its inputs are', () => {
    const plan = planOf(of([service('site', { concepts: ['observer.isMinor'] })], []), { answers: { 'observer.birthDate': '2015-01-01' } })
    expect(find(plan, 'observer.isMinor')).toMatchObject({ source: { kind: 'derived', from: ['observer.birthDate'] }, value: true, locked: false })
    expect(asked(plan)).toEqual(['observer.birthDate'])
  })

  it('passes on why its inputs are asked when a registry is down', () => {
    const plan = planOf(catalogue, { registries: { residents: 'unavailable' } })
    expect(find(plan, 'observer.birthDate')).toMatchObject({ source: { kind: 'ask' }, askedBecause: 'registryUnavailable' })
    const direct = registry('direct', { observer: 'observer.idNumber' }, ['observer.isMinor'])
    const fallen = planOf(of([service('site', { concepts: ['observer.isMinor'] })], [direct]), { registries: { direct: 'unavailable' } })
    expect(find(fallen, 'observer.birthDate')).toMatchObject({ askedBecause: 'registryUnavailable' })
    const anyway = planOf(of([service('site', { concepts: ['observer.isMinor', 'observer.birthDate'] })], [direct]), { registries: { direct: 'unavailable' } })
    expect(find(anyway, 'observer.birthDate')?.askedBecause).toBeUndefined()
  })
})
