// Scenario questions: which services they decide, which are still worth asking, which comes first.
import { describe, expect, it } from 'vitest'
import type { Matter, Service } from '../catalogue/definitions.ts'
import { catalogueOf, choiceOf, concept, evidence, matter, matterService, planOf, question, registryFact, rule, service } from './testing/telescope-catalogue.ts'

const concepts = [
  concept('use.public', 'boolean'), concept('use.nights', 'boolean'), choiceOf('site.kind', ['hill', 'roof', 'field']), concept('site.height', 'integer'),
  concept('observer.name'), concept('use.any', 'boolean', { derived: rule('use.public or use.nights') }),
]

const of = (parts: Partial<Matter> & { services: Matter['services'] }, services: readonly Service[]) =>
  catalogueOf({ concepts, services, matter: matter(parts.services, parts), evidence: [evidence('plan')] })

const plain = ['site', 'sky', 'night', 'crowd'].map((id) => service(id, {}))
const state = (plan: ReturnType<typeof planOf>, id: string) => plan.services.find((each) => each.service === id)?.state
const questions = (plan: ReturnType<typeof planOf>) => plan.questions.map((each) => each.concept)

describe('the services of a matter', () => {
  const catalogue = of({
    scenario: [question('use.public'), question('use.nights')],
    services: [matterService('site'), matterService('night', 'use.nights'), matterService('crowd', 'use.public and use.nights')],
  }, plain)

  it('are included without a condition, and undecided while theirs is not settled', () => {
    const plan = planOf(catalogue)
    expect(plan.services.map((each) => each.state)).toEqual(['included', 'undecided', 'undecided'])
    expect(plan.settled).toBe(false)
  })

  it('are excluded as soon as one answer rules them out, and say which answer would change it', () => {
    const plan = planOf(catalogue, { answers: { 'use.nights': false } })
    expect(state(plan, 'night')).toBe('excluded')
    expect(state(plan, 'crowd')).toBe('excluded')
    expect(plan.settled).toBe(true)
    expect(plan.services[1]?.dependsOnAnswers).toEqual(['use.nights'])
  })

  it('name every answer together when no single one would change it', () => {
    const plan = planOf(catalogue, { answers: { 'use.nights': false, 'use.public': false } })
    expect(plan.services[2]?.dependsOnAnswers).toEqual(['use.public', 'use.nights'])
  })

  it('name what is still open while they are undecided', () => {
    expect(planOf(catalogue, { answers: { 'use.nights': true } }).services[2]?.dependsOnAnswers).toEqual(['use.public'])
  })

  it('do not name what a registry knows, since the person cannot change it', () => {
    const plan = planOf(catalogue, { known: [registryFact('use.nights', false)] })
    expect(plan.services[1]).toMatchObject({ state: 'excluded', dependsOnAnswers: [] })
  })

  it('are left out when their condition cannot be evaluated at all', () => {
    const broken = of({ services: [matterService('site', 'observer.name > 3')], scenario: [question('observer.name')] }, plain)
    expect(state(planOf(broken, { answers: { 'observer.name': 'Wei' } }), 'site')).toBe('excluded')
  })
})

describe('leaving services out', () => {
  const chain = [service('site', {}), service('sky', { dependsOn: ['site'] }), service('night', { dependsOn: ['sky'] }), service('crowd', {})]
  const catalogue = of({ services: [matterService('site', undefined, true), matterService('sky'), matterService('night'), matterService('crowd')] }, chain)

  it('declines an optional service and everything that needs its result', () => {
    const plan = planOf(catalogue, { declinedServices: ['site'] })
    expect(plan.services.map((each) => each.state)).toEqual(['declined', 'declined', 'declined', 'included'])
    expect(plan.services[0]?.dependsOnAnswers).toEqual([])
  })

  it('is not possible for a service that is not optional', () => {
    expect(state(planOf(catalogue, { declinedServices: ['crowd'] }), 'crowd')).toBe('included')
  })

  it('does not touch those that need the result of a service the scenario excludes', () => {
    const other = of({ scenario: [question('use.public')], services: [matterService('site', 'use.public', true), matterService('sky')] }, chain)
    const plan = planOf(other, { answers: { 'use.public': false }, declinedServices: ['site'] })
    expect(plan.services.map((each) => each.state)).toEqual(['excluded', 'included'])
  })
})

describe('scenario questions', () => {
  it('are not put when the answer is known, from whatever source', () => {
    const catalogue = of({ scenario: [question('use.nights')], services: [matterService('night', 'use.nights')] }, plain)
    expect(questions(planOf(catalogue))).toEqual(['use.nights'])
    expect(questions(planOf(catalogue, { known: [registryFact('use.nights', true)] }))).toEqual([])
    expect(questions(planOf(catalogue, { known: [{ ...registryFact('use.nights', true), disputed: true }] }))).toEqual(['use.nights'])
  })

  it('are not put when they can no longer change anything', () => {
    const catalogue = of({ scenario: [question('use.public'), question('use.nights')], services: [matterService('crowd', 'use.public or use.nights')] }, plain)
    const plan = planOf(catalogue, { answers: { 'use.public': true } })
    expect(questions(plan)).toEqual([])
    expect(plan.settled).toBe(true)
  })

  it('wait for the question their condition depends on, and read as nothing when it rules them out', () => {
    const catalogue = of({
      scenario: [question('site.kind', 'use.public'), question('use.public')],
      services: [matterService('site', 'site.kind = "roof"')],
    }, plain)
    expect(questions(planOf(catalogue))).toEqual(['use.public'])
    expect(questions(planOf(catalogue, { answers: { 'use.public': true } }))).toEqual(['site.kind'])
    const ruledOut = planOf(catalogue, { answers: { 'use.public': false, 'site.kind': 'roof' } })
    expect(ruledOut).toMatchObject({ settled: true, questions: [] })
    expect(state(ruledOut, 'site')).toBe('excluded')
  })

  it('that wait for each other are put all the same rather than never', () => {
    const catalogue = of({
      scenario: [question('use.public', 'use.nights'), question('use.nights', 'use.public')], services: [matterService('site', 'use.public')],
    }, plain)
    expect(questions(planOf(catalogue))).toContain('use.public')
  })

  it('are put for what a chosen service needs even when they select none', () => {
    const listed = service('site', { concepts: ['use.public'] })
    const inRule = service('site', { concepts: [['observer.name', 'use.public']] })
    const inEvidence = service('site', { evidence: [{ id: 'n', anyOf: ['plan'], when: 'use.public' }] })
    const inRequirement = service('site', { requirements: { r: 'use.any = true' } })
    for (const each of [listed, inRule, inEvidence, inRequirement]) {
      const parts = { scenario: [question('use.public')], services: [matterService('site')] }
      expect(questions(planOf(of(parts, [each])))).toEqual(['use.public'])
    }
  })

  it('are not put for a service that is still undecided', () => {
    const needy = service('site', { concepts: ['use.public'] })
    const catalogue = of({ scenario: [question('use.public'), question('use.nights')], services: [matterService('site', 'use.nights')] }, [needy])
    expect(questions(planOf(catalogue))).toEqual(['use.nights'])
    expect(questions(planOf(catalogue, { answers: { 'use.nights': true } }))).toEqual(['use.public'])
    expect(questions(planOf(catalogue, { answers: { 'use.nights': false } }))).toEqual([])
  })

  it('also cover what a condition reads but no question asks, under the name of the concept', () => {
    const catalogue = of({ services: [matterService('site', 'site.height > 10')] }, plain)
    expect(planOf(catalogue).questions).toEqual([{ concept: 'site.height', ask: { 'zh-CN': 'site.height' }, choices: [] }])
    expect(state(planOf(catalogue, { answers: { 'site.height': 12 } }), 'site')).toBe('included')
  })

  it('carry their help and choices', () => {
    const catalogue = of({ scenario: [{ ...question('site.kind'), help: { 'zh-CN': '看场地证明' } }], services: [matterService('site', 'site.kind = "hill"')] }, plain)
    expect(planOf(catalogue).questions[0]).toMatchObject({ help: { 'zh-CN': '看场地证明' }, choices: [{ value: 'hill' }, { value: 'roof' }, { value: 'field' }] })
  })
})

describe('the next question', () => {
  it('is the one after which the fewest further questions are expected', () => {
    // no public use settles everything; asking about nights or the site first leaves more to ask
    const catalogue = of({
      scenario: [question('use.nights'), question('site.kind'), question('use.public')],
      services: [matterService('night', 'use.public and use.nights'), matterService('sky', 'use.public and site.kind = "hill"')],
    }, plain)
    expect(questions(planOf(catalogue))).toEqual(['use.public', 'use.nights', 'site.kind'])
  })

  it('follows the order of the matter when none is better', () => {
    const catalogue = of({
      scenario: [question('use.nights'), question('use.public')], services: [matterService('night', 'use.nights'), matterService('crowd', 'use.public')],
    }, plain)
    expect(questions(planOf(catalogue))).toEqual(['use.nights', 'use.public'])
  })

  it('counts a question whose answers cannot be listed as one less to ask', () => {
    const catalogue = of({
      scenario: [question('site.height'), question('use.public')], services: [matterService('night', 'use.public and site.height > 3')],
    }, plain)
    expect(questions(planOf(catalogue))).toEqual(['use.public', 'site.height'])
  })

  it('is still found, looking only some answers ahead, when the scenario is large', () => {
    const many = Array.from({ length: 9 }, (_, at) => choiceOf(`part.q${at}`, ['a', 'b', 'c', 'd', 'e']))
    const gate = concept('part.gate', 'boolean')
    const catalogue = catalogueOf({
      concepts: [...many, gate], services: many.map(({ id }) => service(id, {})),
      matter: matter(many.map(({ id }) => matterService(id, `part.gate and ${id} = "a"`)), { scenario: [...many.map(({ id }) => question(id)), question('part.gate')] }),
    })
    expect(questions(planOf(catalogue))[0]).toBe('part.gate')
  })
})
