// One merged form: each concept once, the conditions of all services combined, each authority's own part kept apart.
import { describe, expect, it } from 'vitest'
import type { Concept, Matter, Service } from '../catalogue/definitions.ts'
import { asked, catalogueOf, concept, evidence, matter, matterService, planOf, question, rule, service } from './testing/telescope-catalogue.ts'

const concepts: Concept[] = [
  concept('observer.name', 'text', { constraint: { maxLength: 50 } }), concept('observer.phone', 'phone'), concept('observer.birthDate', 'date'),
  concept('guardian.name'), concept('use.public', 'boolean'), concept('site.region', 'region'),
  concept('observer.isMinor', 'boolean', { derived: rule('observer.birthDate > date("2008-03-01")') }),
]

const of = (services: readonly Service[], more: Partial<Matter> = {}) =>
  catalogueOf({ concepts, services, matter: matter(services.map(({ id }) => matterService(id)), more), evidence: [evidence('plan')] })

const find = (plan: ReturnType<typeof planOf>, id: string) => plan.concepts.find((each) => each.concept === id)

describe('the merged form', () => {
  it('asks a concept once for every service that needs it, required if any of them requires it', () => {
    const plan = planOf(of([service('site', { concepts: ['observer.name?'] }), service('sky', { concepts: ['observer.name', 'observer.phone?'] })]))
    expect(find(plan, 'observer.name')).toMatchObject({ required: true, neededBy: ['site', 'sky'], source: { kind: 'ask' } })
    expect(find(plan, 'observer.phone')).toMatchObject({ required: false, neededBy: ['sky'] })
    expect(plan.concepts).toHaveLength(2)
  })

  it('joins the constraints of the concept and of all services', () => {
    const plan = planOf(of([service('site', { concepts: [['observer.name', true, { minLength: 2 }]] }), service('sky', { concepts: [['observer.name', true, { maxLength: 9 }]] })]))
    expect(find(plan, 'observer.name')?.constraint).toEqual({ minLength: 2, maxLength: 9 })
  })

  it('leaves out the part of a constraint that contradicts the others', () => {
    const plan = planOf(of([service('site', { concepts: [['observer.name', true, { minLength: 2 }]] }), service('sky', { concepts: [['observer.name', true, { maxLength: 1 }]] })]))
    expect(find(plan, 'observer.name')?.constraint).toEqual({ maxLength: 50, minLength: 2 })
  })

  it('has a field with a condition only while the condition holds or is not settled', () => {
    const catalogue = of([service('site', { concepts: ['observer.birthDate', ['guardian.name', 'observer.isMinor']] })])
    expect(find(planOf(catalogue), 'guardian.name')).toMatchObject({ required: true })
    expect(find(planOf(catalogue, { answers: { 'observer.birthDate': '2015-01-01' } }), 'guardian.name')).toMatchObject({ required: true })
    expect(find(planOf(catalogue, { answers: { 'observer.birthDate': '1990-01-01' } }), 'guardian.name')).toBeUndefined()
  })

  it('asks what requirements and evidence rules read beyond the form, until they are settled', () => {
    const catalogue = of([service('site', { requirements: { adult: 'not(observer.isMinor) or guardian.name = "Wei"' }, evidence: [{ id: 'n', anyOf: ['plan'], when: 'use.public' }] })])
    expect(asked(planOf(catalogue))).toEqual(['guardian.name', 'observer.birthDate', 'use.public'])
    expect(asked(planOf(catalogue, { answers: { 'observer.birthDate': '1990-01-01', 'use.public': false } }))).toEqual(['observer.birthDate', 'use.public'])
  })

  it('asks what the conditions of its fields read', () => {
    expect(asked(planOf(of([service('site', { concepts: [['guardian.name', 'use.public']] })])))).toEqual(['guardian.name', 'use.public'])
  })

  it('asks for the place that decides which authority is competent', () => {
    const plan = planOf(of([service('site', { competentBy: 'site.region' })]))
    expect(asked(plan)).toEqual(['site.region'])
    expect(plan.views.site).toEqual([])
  })

  it('asks a scenario concept as a field when its question is not put but a service lists it', () => {
    const catalogue = of([service('site', { concepts: ['guardian.name'] })], { scenario: [question('use.public'), question('guardian.name', 'use.public')] })
    const plan = planOf(catalogue, { answers: { 'use.public': false, 'guardian.name': 'Lin' } })
    expect(find(plan, 'guardian.name')).toMatchObject({ source: { kind: 'ask' }, value: 'Lin' })
  })

  it('has no concept of a service that is undecided', () => {
    const catalogue = catalogueOf({ concepts, services: [service('site', { concepts: ['observer.name'] })], matter: matter([matterService('site', 'use.public')]) })
    expect(planOf(catalogue)).toMatchObject({ concepts: [], questions: [{ concept: 'use.public' }] })
  })
})

describe('what each authority receives', () => {
  it('is its own form and what its requirements and evidence rules read, nothing else', () => {
    const plan = planOf(of([
      service('site', { concepts: ['observer.name', ['guardian.name', 'use.public']], requirements: { adult: 'not(observer.isMinor)' } }),
      service('sky', { concepts: ['observer.phone'], evidence: [{ id: 'n', anyOf: ['plan'], when: 'use.public' }] }),
    ]), { answers: { 'use.public': true, 'observer.birthDate': '1990-01-01' } })
    expect(plan.views).toEqual({ site: ['observer.name', 'guardian.name', 'observer.isMinor'], sky: ['observer.phone', 'use.public'] })
  })

  it('does not contain the inputs of a derived concept it needs', () => {
    const plan = planOf(of([service('site', { concepts: ['observer.isMinor'] })]))
    expect(plan.views.site).toEqual(['observer.isMinor'])
    expect(find(plan, 'observer.birthDate')).toMatchObject({ neededBy: ['site'], source: { kind: 'ask' } })
  })
})
