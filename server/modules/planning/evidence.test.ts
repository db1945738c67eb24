// Documents: what registries and other services make unnecessary, and how few are left to upload.
import { describe, expect, it } from 'vitest'
import type { EvidenceType, Registry, Service } from '../catalogue/definitions.ts'
import type { Plan, PlanInput } from './plan.ts'
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

describe('what is at hand', () => {
  const ways = evidence('card', { registries: ['records'], proves: ['owner.name'], credential: { type: 'id-card' }, validDays: 30, commitment: { statement: { 'zh-CN': '属实' } } })
  const records = registry('records', { owner: 'owner.number' }, ['owner.name'])
  const held = { credentials: [{ id: 'c1', type: 'id-card' }], submitted: [{ upload: 'u1', evidence: 'card', application: 'A1', on: '2026-02-10' }] }
  const plan = (type: EvidenceType, more: Partial<PlanInput> = {}) =>
    planOf(catalogueOf({ concepts: [concept('owner.name'), concept('owner.number')], services: [service('s', { evidence: [{ id: 'who', anyOf: [type.id] }] })], evidence: [type], registries: [records], matter: matter([matterService('s')]) }), more)
  const kindOf = (...args: Parameters<typeof plan>) => plan(...args).evidence[0]?.source.kind
  const down = { registries: { records: 'unavailable' } } as const

  it('is used in this order: registry, e-licence, document handed in before, commitment, upload', () => {
    const { commitment: _commitment, ...bare } = ways
    expect([
      kindOf(ways, held), kindOf(ways, { ...held, ...down }), kindOf(ways, { submitted: held.submitted, ...down }), kindOf(ways, down), kindOf(bare, down),
    ]).toEqual(['registry', 'credential', 'submitted', 'commitment', 'upload'])
  })

  it('counts for an e-licence only while it is in force, and only if it belongs to whom it must', () => {
    expect(kindOf(ways, { ...down, credentials: [{ id: 'c1', type: 'id-card', validUntil: '2026-02-28' }] })).toBe('commitment')
    expect(kindOf(ways, { ...down, credentials: [{ id: 'c1', type: 'id-card', validUntil: '2026-03-01' }] })).toBe('credential')
    const fathers = { ...ways, credential: { type: 'id-card', holder: 'owner.number' } }
    const answers = { 'owner.number': 'N1' }
    expect([kindOf(fathers, { ...down, credentials: held.credentials, answers }), kindOf(fathers, { ...down, answers, credentials: [{ id: 'c2', type: 'id-card', holder: 'N1' }] }), kindOf(ways, { ...down, credentials: [{ id: 'c2', type: 'id-card', holder: 'N1' }] })])
      .toEqual(['commitment', 'credential', 'commitment'])
  })

  it('counts for an earlier document only as many days as the pack says, the newest first', () => {
    const on = (...days: string[]) => plan(ways, { ...down, submitted: days.map((day, at) => ({ upload: `u${at}`, evidence: 'card', application: 'A1', on: day })) }).evidence[0]?.source
    expect(on('2026-01-29')).toEqual({ kind: 'commitment' })
    expect(on('2026-01-30', '2026-02-20')).toEqual({ kind: 'submitted', upload: 'u1', application: 'A1', on: '2026-02-20' })
  })

  it('gives way to a document the person uploads instead of signing or reusing', () => {
    expect(plan(ways, { ...down, ...held, credentials: [], uploaded: ['card'] }).evidence[0]).toMatchObject({ source: { kind: 'upload' }, uploaded: true })
  })

  it('is done once signed; a commitment says when the document must follow and counts as no upload', () => {
    const due = { ...ways, commitment: { statement: { 'zh-CN': '属实' }, dueDays: 20 } }
    expect([plan(due, down).evidence[0], plan(due, { ...down, signed: ['card'] }).evidence[0]]).toMatchObject([{ source: { kind: 'commitment', dueDays: 20 }, uploaded: false, askedBecause: 'registryUnavailable' }, { uploaded: true }])
    expect([plan(due, down).after.evidence, plan(due, down).before.evidence, plan(due, down).savings.map(({ source }) => source.kind)]).toEqual([0, 1, ['commitment']])
  })
})
