// Documents: what registries and other services make unnecessary, and how few are left to upload.
import { describe, expect, it } from 'vitest'
import type { EvidenceType, Registry, Service } from '../catalogue/definitions.ts'
import type { Plan } from './plan.ts'
import { asked, catalogueOf, concept, evidence, matter, matterService, planOf, registry, registryFact, service } from './testing/telescope-catalogue.ts'

const concepts = [concept('observer.idNumber', 'idNumber'), concept('observer.name'), concept('observer.address', 'address'), concept('use.public', 'boolean')]
const residents = registry('residents', { observer: 'observer.idNumber' }, ['observer.name', 'observer.address'])

const of = (services: readonly Service[], types: readonly EvidenceType[], registries: readonly Registry[] = [residents]) =>
  catalogueOf({ concepts, services, evidence: types, registries, matter: matter(services.map(({ id }) => matterService(id))) })

const uploads = (plan: Plan) => plan.evidence.filter(({ source }) => source.kind === 'upload').map((each) => each.evidence)
const needing = (id: string, ...anyOf: string[]) => service(id, { evidence: [{ id: 'n', anyOf }] })

const card = evidence('idCard', { registries: ['residents'], proves: ['observer.name', 'observer.address'] })

describe('a document a registry makes unnecessary', () => {
  const catalogue = of([needing('site', 'idCard')], [card])

  it('is not asked while the registry is expected to answer; the key it needs is', () => {
    const plan = planOf(catalogue)
    expect(plan.evidence).toMatchObject([{ evidence: 'idCard', needs: ['site/n'], source: { kind: 'registry', registry: 'residents' }, uploaded: false }])
    expect(asked(plan)).toEqual(['observer.idNumber'])
    expect(plan.consents).toMatchObject([{ registry: 'residents', concepts: ['observer.address', 'observer.name'], neededBy: ['site'] }])
    expect(plan.views.site).toEqual([])
  })

  it('is not asked once the registry has given everything it proves', () => {
    const known = [registryFact('observer.name', 'Wei'), registryFact('observer.address', 'Hill 1')]
    const plan = planOf(catalogue, { known, registries: { residents: 'answers' } })
    expect(uploads(plan)).toEqual([])
    expect(asked(plan)).toEqual([])
  })

  it.each([
    ['is down', { residents: 'unavailable' }, 'registryUnavailable'], ['was declined', { residents: 'declined' }, 'declined'], ['has no record', { residents: 'noRecord' }, 'noRecord'],
  ] as const)('is asked with the reason when the registry %s', (_, registries, askedBecause) => {
    expect(planOf(catalogue, { registries, answers: { 'observer.idNumber': '990101' } }).evidence).toMatchObject([{ evidence: 'idCard', source: { kind: 'upload' }, askedBecause }])
  })

  it('is asked when part of what it proves is missing or disputed', () => {
    const answers = { 'observer.idNumber': '990101' }
    const missing = planOf(catalogue, { answers, known: [registryFact('observer.name', 'Wei')], registries: { residents: 'answers' } })
    expect(missing.evidence).toMatchObject([{ source: { kind: 'upload' }, askedBecause: 'noRecord' }])
    const disputed = planOf(catalogue, { answers, known: [{ ...registryFact('observer.name', 'Wei'), disputed: true }, registryFact('observer.address', 'x')] })
    expect(disputed.evidence).toMatchObject([{ source: { kind: 'upload' }, askedBecause: 'disputed' }])
  })

  it('is not proven by what the profile or another registry says', () => {
    const known = [registryFact('observer.name', 'Wei', 'other'), registryFact('observer.address', 'x', 'other')]
    expect(uploads(planOf(catalogue, { known, registries: { residents: 'unavailable' } }))).toEqual(['idCard'])
  })

  it('needs nothing but the registry when it proves no concept in particular', () => {
    const bare = of([needing('site', 'extract')], [evidence('extract', { registries: ['residents'] })])
    expect(uploads(planOf(bare, { registries: { residents: 'answers' } }))).toEqual([])
    expect(uploads(planOf(bare))).toEqual([])
    expect(planOf(bare, { registries: { residents: 'noRecord' } }).evidence).toMatchObject([{ source: { kind: 'upload' }, askedBecause: 'noRecord' }])
  })

  it('is taken from the first registry that answers', () => {
    const second = registry('second', { observer: 'observer.idNumber' }, ['observer.name', 'observer.address'])
    const both = of([needing('site', 'idCard')], [{ ...card, registries: ['residents', 'second', 'unheardOf'] }], [residents, second])
    expect(planOf(both, { registries: { residents: 'unavailable' } }).evidence).toMatchObject([{ source: { kind: 'registry', registry: 'second' } }])
  })

  it('is preferred to any document that would have to be uploaded', () => {
    const plan = planOf(of([needing('site', 'letter', 'idCard')], [card, evidence('letter')]))
    expect(plan.evidence).toMatchObject([{ evidence: 'idCard', alternatives: ['letter'] }])
  })
})

describe('a document that is the result of another service', () => {
  const lease = evidence('lease', { resultOf: 'site' })

  it('is never asked when that service is part of the application, which then goes first', () => {
    const plan = planOf(of([service('site', { days: [5, 10] }), needing('sky', 'lease')], [lease]))
    expect(plan.evidence).toMatchObject([{ evidence: 'lease', source: { kind: 'result', service: 'site' } }])
    expect(plan.services[1]).toMatchObject({ dependsOn: ['site'], start: 5 })
  })

  it('is asked when that service is not part of it, or waits for the one that needs the document', () => {
    expect(uploads(planOf(of([needing('sky', 'lease')], [lease])))).toEqual(['lease'])
    expect(uploads(planOf(of([service('site', { dependsOn: ['sky'] }), needing('sky', 'lease')], [lease])))).toEqual(['lease'])
    expect(uploads(planOf(of([needing('site', 'lease')], [lease])))).toEqual(['lease'])
  })
})

describe('documents to upload', () => {
  const types = ['plan', 'letter', 'insurance', 'booklet'].map((id) => evidence(id))

  it('are as few as possible: one that several needs accept is asked once', () => {
    const plan = planOf(of([needing('site', 'plan', 'booklet'), needing('sky', 'letter', 'booklet'), needing('night', 'insurance')], types))
    expect(uploads(plan)).toEqual(['booklet', 'insurance'])
    expect(plan.evidence[0]).toMatchObject({ needs: ['site/n', 'sky/n'], neededBy: ['site', 'sky'], alternatives: [] })
    expect(plan.after.evidence).toBe(2)
    expect(plan.uploadsAtLeast).toBeUndefined()
  })

  it('are asked only where their condition holds or is not settled', () => {
    const catalogue = of([service('site', { evidence: [{ id: 'n', anyOf: ['plan'], when: 'use.public' }] })], types)
    expect(uploads(planOf(catalogue))).toEqual(['plan'])
    expect(uploads(planOf(catalogue, { answers: { 'use.public': true } }))).toEqual(['plan'])
    expect(uploads(planOf(catalogue, { answers: { 'use.public': false } }))).toEqual([])
  })

  it('count as uploaded by the kind of document, and are then used wherever they are accepted', () => {
    const catalogue = of([needing('site', 'plan', 'booklet'), needing('sky', 'letter', 'booklet')], types)
    const plan = planOf(catalogue, { uploaded: ['plan'] })
    expect(plan.evidence).toMatchObject([{ evidence: 'plan', uploaded: true, alternatives: ['booklet'] }, { evidence: 'letter', uploaded: false }])
    expect(planOf(catalogue, { uploaded: ['plan', 'letter'] }).evidence.every(({ uploaded }) => uploaded)).toBe(true)
  })

  it('count as uploaded when every need they meet has its upload', () => {
    const catalogue = of([needing('site', 'booklet'), needing('sky', 'booklet')], types)
    expect(planOf(catalogue, { uploaded: ['site/n'] }).evidence).toMatchObject([{ uploaded: false }])
    expect(planOf(catalogue, { uploaded: ['site/n', 'sky/n'] }).evidence).toMatchObject([{ uploaded: true }])
  })

  it('come with the bound when the fewest could not be proven', () => {
    const many = Array.from({ length: 90 }, (_, at) => service(`s${String(at).padStart(2, '0')}`, { evidence: [{ id: 'n', anyOf: [`d${at}`, `d${at + 1}`] }] }))
    const plan = planOf(of(many, Array.from({ length: 91 }, (_, at) => evidence(`d${at}`))))
    expect([plan.uploadsAtLeast, plan.after.evidence]).toEqual([31, 45])
  })
})
