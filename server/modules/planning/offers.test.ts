// What is taken when nobody says otherwise: usual values and earlier answers. And how long what a registry said counts.
import { describe, expect, it } from 'vitest'
import { checkAnswers, neededAnswers, unaskedRegistries } from './answers.ts'
import type { KnownFact, PlanInput } from './plan.ts'
import { asked, catalogueOf, choiceOf, concept, matter, matterService, planOf, question, registry, registryFact, rule, service } from './testing/telescope-catalogue.ts'

const concepts = [
  { ...choiceOf('pay.way', ['bank', 'cash']), default: rule('"bank"') }, concept('pay.account', 'text', { default: rule('if pay.way = "bank" then owner.account else null') }),
  concept('owner.account'), concept('owner.address', 'text', { validDays: 30 }), concept('owner.name'),
]
const catalogue = catalogueOf({ concepts, services: [service('s', { concepts: ['pay.way', 'owner.address', 'pay.account'], requirements: { r: 'pay.way = "bank"' } })], matter: matter([matterService('s')]) })
const source = (id: string, more: Partial<PlanInput> = {}) => planOf(catalogue, more).concepts.find((each) => each.concept === id)
const earlier = (value: string, asOf = '2026-02-20T03:00:00Z'): KnownFact => ({ concept: 'owner.address', value, source: { kind: 'earlier', application: 'A1' }, asOf })

describe('a usual value', () => {
  it('is not asked, is shown unlocked, and rules read it', () => {
    expect(source('pay.way')).toMatchObject({ source: { kind: 'default' }, value: 'bank', locked: false })
    const plan = planOf(catalogue)
    expect([plan.before.fields, plan.after.fields, plan.savings.map(({ id, source: by }) => [id, by.kind])]).toEqual([3, 2, [['pay.way', 'default']]])
    expect(checkAnswers(plan, catalogue, {}).map((each) => each.concept)).not.toContain('pay.way')
  })

  it('gives way to what the person says, and comes back when that is cleared', () => {
    expect(source('pay.way', { answers: { 'pay.way': 'cash' } })).toMatchObject({ source: { kind: 'ask' }, value: 'cash' })
    expect(source('pay.way', { answers: { 'pay.way': null } })).toMatchObject({ source: { kind: 'default' } })
  })

  it('worked out from others is asked as long as they are unknown, and asks for none of them', () => {
    expect(source('pay.account')?.source.kind).toBe('ask')
    expect(asked(planOf(catalogue))).not.toContain('owner.account')
    expect(source('pay.account', { known: [registryFact('owner.account', '6219')] })).toMatchObject({ source: { kind: 'default' }, value: '6219' })
  })

  it('that some service cannot take is asked instead', () => {
    const strict = catalogueOf({ concepts, services: [service('s', { concepts: [['pay.way', true, { choices: [{ value: 'cash', name: { 'zh-CN': '现金' } }] }]] })], matter: matter([matterService('s')]) })
    expect(planOf(strict).concepts[0]).toMatchObject({ source: { kind: 'ask' } })
    expect(planOf(strict).concepts[0]).not.toHaveProperty('value')
  })

  it('never answers a scenario question', () => {
    const scenario = catalogueOf({ concepts, services: [service('s', { concepts: ['owner.name'] })], matter: matter([matterService('s', 'pay.way = "bank"')], { scenario: [question('pay.way')] }) })
    expect(planOf(scenario).questions.map((each) => each.concept)).toEqual(['pay.way'])
  })
})

describe('an e-licence', () => {
  const stated = (value: string, asOf = '2025-06-01T03:00:00Z'): KnownFact => ({ concept: 'owner.address', value, source: { kind: 'credential', type: 'household-book', credential: 'c1' }, asOf })

  it('spares a field: what it states is shown with where it is from, unlocked, and counts as not asked', () => {
    expect(source('owner.address', { known: [stated('示例路1号')] })).toMatchObject({ source: { kind: 'credential', type: 'household-book', credential: 'c1' }, value: '示例路1号', locked: false })
    const plan = planOf(catalogue, { known: [stated('示例路1号')] })
    expect(plan.after.fields).toBe(planOf(catalogue).after.fields - 1)
    expect(plan.savings).toContainEqual(expect.objectContaining({ kind: 'field', id: 'owner.address', source: expect.objectContaining({ kind: 'credential' }) }))
    expect(neededAnswers(plan)).not.toContain('owner.address')
  })

  it('stands behind a registry and before an earlier answer, however old it is; the person may say otherwise', () => {
    expect(source('owner.address', { known: [stated('示例路1号'), registryFact('owner.address', '示例路3号')] })).toMatchObject({ value: '示例路3号', locked: true })
    expect(source('owner.address', { known: [earlier('示例路2号'), stated('示例路1号', '2019-01-01')] })).toMatchObject({ source: { kind: 'credential' }, value: '示例路1号' })
    expect(source('owner.address', { known: [stated('示例路1号')], answers: { 'owner.address': '示例路4号' } })).toMatchObject({ source: { kind: 'ask' }, value: '示例路4号' })
  })

  it('takes the place of a registry that was declined, and of none that is still to be asked', () => {
    const asking = catalogueOf({ concepts: [concept('owner.idNumber', 'idNumber'), concept('owner.address')], registries: [registry('residents', { owner: 'owner.idNumber' }, ['owner.address'])], services: [service('s', { concepts: ['owner.idNumber', 'owner.address'] })], matter: matter([matterService('s')]) })
    const of = (state: 'declined' | 'notAsked') => planOf(asking, { known: [stated('示例路1号')], registries: { residents: state } }).concepts.find((each) => each.concept === 'owner.address')?.source.kind
    expect([of('notAsked'), of('declined')]).toEqual(['registry', 'credential'])
  })

  it('with a value that cannot be right is not believed', () => {
    expect(source('pay.way', { known: [{ ...stated('shells'), concept: 'pay.way' }] })?.source.kind).toBe('default')
  })
})

describe('an earlier answer', () => {
  it('is offered for as many days as the pack says, the newest first', () => {
    expect(source('owner.address', { known: [earlier('示例路1号', '2026-02-01'), earlier('示例路2号')] })).toMatchObject({ source: { kind: 'earlier', application: 'A1' }, value: '示例路2号', locked: false })
    expect(source('owner.address', { known: [earlier('示例路1号', '2026-01-29')] })?.source.kind).toBe('ask')
    expect(neededAnswers(planOf(catalogue, { known: [earlier('示例路1号')] }))).not.toContain('owner.address')
  })

  it('gives way to a registry and to what the person says now', () => {
    expect(source('owner.address', { known: [earlier('示例路1号'), registryFact('owner.address', '示例路3号')] })).toMatchObject({ value: '示例路3号', locked: true })
    expect(source('owner.address', { known: [earlier('示例路1号')], answers: { 'owner.address': '示例路4号' } })).toMatchObject({ source: { kind: 'ask' }, value: '示例路4号' })
  })

  it('of a concept that does not last is not offered', () => {
    expect(planOf(catalogueOf({ concepts, services: [service('s', { concepts: ['owner.name'] })], matter: matter([matterService('s')]) }), { known: [{ ...earlier('林'), concept: 'owner.name' }] }).concepts[0]?.source.kind).toBe('ask')
  })
})

describe('what a registry said', () => {
  const residents = registry('residents', { owner: 'owner.name' }, ['owner.address'], { freshDays: 10 })
  const fresh = catalogueOf({ concepts, registries: [residents], services: [service('s', { concepts: ['owner.name', 'owner.address'] })], matter: matter([matterService('s')]) })
  const told = (asOf: string, more: Partial<PlanInput> = {}) =>
    planOf(fresh, { answers: { 'owner.name': '林' }, known: [{ ...registryFact('owner.address', '示例路1号', 'residents'), asOf }], registries: { residents: 'answers', 'residents owner.name': 'answers' }, ...more })

  it('counts for as many days as the pack says; then it is asked again, and the person is not', () => {
    expect(told('2026-02-19').concepts.find((each) => each.concept === 'owner.address')).toMatchObject({ value: '示例路1号', locked: true })
    const old = told('2026-02-18')
    expect(old.concepts.find((each) => each.concept === 'owner.address')).toMatchObject({ source: { kind: 'registry', state: 'notAsked' } })
    expect(old.concepts.find((each) => each.concept === 'owner.address')).not.toHaveProperty('value')
    expect([asked(old), unaskedRegistries(old, { residents: 'answers' })]).toEqual([['owner.name'], ['residents']])
  })

  it('counts however old it is where the caller has it looked up again', () => {
    expect(told('2020-01-01', { staleFacts: 'kept' }).concepts.find((each) => each.concept === 'owner.address')).toMatchObject({ value: '示例路1号' })
  })
})
