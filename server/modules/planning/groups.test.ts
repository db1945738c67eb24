// Matters about several people or things: how many are asked for, rules over all of them, look-ups, documents, views.
import { describe, expect, it } from 'vitest'
import { checkRequirements } from './requirements.ts'
import { checkAnswers, neededAnswers, unaskedRegistries } from './answers.ts'
import { withInstances } from './instances.ts'
import { listTopics } from './topics.ts'
import type { KnownFact } from './plan.ts'
import { asked, catalogueOf, concept, evidence, law, matter, matterService, planOf, registry, registryFact, rule, service, type CatalogueParts } from './testing/telescope-catalogue.ts'

const named = (text: string) => ({ 'zh-CN': text })
const many = { min: 1, max: 4, ask: named('有几位观星人？') }
const subjects = [{ id: 'watcher', name: named('观星人'), many }, { id: 'club', name: named('社团') }]
const concepts = [
  concept('watcher.name'), concept('watcher.age', 'integer'), concept('watcher.share', 'integer'), concept('watcher.guardian'), concept('watcher.adult', 'boolean', { derived: rule('watcher.age >= 18') }),
  concept('club.code'), concept('club.size', 'integer', { derived: rule('count(watcher)') }),
]
const club = (parts: Partial<CatalogueParts> = {}, size = many) =>
  withInstances(catalogueOf({
    concepts, services: [service('join', { concepts: ['watcher.name', 'watcher.age', ['watcher.guardian', 'watcher.age < 18']], requirements: { adult: 'some w in watcher satisfies w.age >= 18' } })],
    ...parts, matter: matter([matterService('join')], { topics: [{ id: 'all', name: named('全部'), subjects: [], concepts: ['watcher.name', 'watcher.age', 'watcher.guardian', 'club.code'] }], ...parts.matter, subjects: subjects.map((each) => (each.many ? { ...each, many: size } : each)) }),
  }))

describe('a group', () => {
  it('asks how many there are and, until that is known, only for those there must be', () => {
    const plan = planOf(club())
    expect(plan.concepts.map((each) => each.concept)).toEqual(['watcher.count', 'watcher.1.name', 'watcher.1.age', 'watcher.1.guardian'])
    expect(neededAnswers(plan)).toContain('watcher.count')
  })

  it('asks for each, one after the other, once their number is known', () => {
    const plan = planOf(club(), { answers: { 'watcher.count': 2, 'watcher.1.age': 40, 'watcher.2.age': 9 } })
    expect(plan.concepts.map((each) => each.concept)).toEqual(['watcher.count', 'watcher.1.name', 'watcher.1.age', 'watcher.2.name', 'watcher.2.age', 'watcher.2.guardian'])
    expect(plan.views['join']).toEqual(plan.concepts.map((each) => each.concept))
  })

  it('is not asked for its number when there is nothing to choose', () => {
    expect(asked(planOf(club({}, { ...many, min: 2, max: 2 })))).toEqual(['watcher.1.age', 'watcher.1.guardian', 'watcher.1.name', 'watcher.2.age', 'watcher.2.guardian', 'watcher.2.name'])
  })

  it.each([0, 5, 2.5, 'two'])('does not take %j for its number', (count) => {
    const catalogue = club()
    const plan = planOf(catalogue, { answers: { 'watcher.count': count } })
    expect(asked(plan)).toContain('watcher.1.name')
    expect(asked(plan)).not.toContain('watcher.2.name')
    expect(checkAnswers(plan, catalogue, { 'watcher.count': count }).map((each) => each.concept)).toContain('watcher.count')
  })

  it('forgets nothing of those taken away, but plans without them', () => {
    const plan = planOf(club(), { answers: { 'watcher.count': 1, 'watcher.1.age': 40, 'watcher.2.name': '林观星' } })
    expect(plan.concepts.some((each) => each.concept.startsWith('watcher.2'))).toBe(false)
  })

  it('names each where a name stands alone, and stands together on its page', () => {
    const catalogue = club()
    expect(catalogue.concepts['watcher.2.name']).toMatchObject({ name: { 'zh-CN': '观星人 2 · watcher.name' }, subject: 'watcher.2', instance: { group: 'watcher', number: 2, of: 'watcher.name' } })
    const [page] = listTopics(catalogue, planOf(catalogue, { answers: { 'watcher.count': 2 } }), {})
    expect(page?.asked.map((each) => each.concept)).toEqual(['watcher.count', 'watcher.1.name', 'watcher.1.age', 'watcher.1.guardian', 'watcher.2.name', 'watcher.2.age', 'watcher.2.guardian'])
  })
})

describe('a rule over a group', () => {
  const withRule = (text: string) => club({ services: [service('join', { concepts: ['watcher.name'] }), service('guard', { concepts: ['club.code'] })], matter: matter([matterService('join'), matterService('guard', text)]) })
  const stateOf = (text: string, answers: Record<string, string | number | boolean>) => planOf(withRule(text), { answers }).services[1]?.state

  it.each([
    ['some w in watcher satisfies w.age < 18', { 'watcher.count': 2, 'watcher.1.age': 40, 'watcher.2.age': 9 }, 'included'],
    ['some w in watcher satisfies w.age < 18', { 'watcher.count': 2, 'watcher.1.age': 40, 'watcher.2.age': 39 }, 'excluded'],
    ['some w in watcher satisfies w.age < 18', { 'watcher.count': 2, 'watcher.2.age': 9 }, 'included'],
    ['some w in watcher satisfies w.age < 18', { 'watcher.1.age': 9 }, 'included'],
    ['some w in watcher satisfies w.age < 18', { 'watcher.1.age': 40 }, 'undecided'],
    ['every w in watcher satisfies w.age < 18', { 'watcher.count': 3, 'watcher.2.age': 40 }, 'excluded'],
    ['every w in watcher satisfies w.adult', { 'watcher.count': 2, 'watcher.1.age': 40, 'watcher.2.age': 39 }, 'included'],
    ['some a in watcher, b in watcher satisfies a.age - b.age > 30', { 'watcher.count': 2, 'watcher.1.age': 40, 'watcher.2.age': 9 }, 'included'],
    ['count(watcher) > 1', { 'watcher.count': 2 }, 'included'],
    ['watcher.count > 1', { 'watcher.count': 1 }, 'excluded'],
    ['sum(watcher.share) = 100', { 'watcher.count': 2, 'watcher.1.share': 60, 'watcher.2.share': 40 }, 'included'],
    ['sum(watcher.share) = 100', { 'watcher.count': 2, 'watcher.1.share': 60 }, 'undecided'],
    ['count(watcher[age < 18]) = 1', { 'watcher.count': 2, 'watcher.1.age': 40, 'watcher.2.age': 9 }, 'included'],
    ['max(for w in watcher return w.age) > 30', { 'watcher.count': 2, 'watcher.1.age': 40, 'watcher.2.age': 9 }, 'included'],
    ['club.size = 3', { 'watcher.count': 3 }, 'included'],
    ['some w in watcher[age < 18] satisfies get value(w, "share") > 5', { 'watcher.count': 1, 'watcher.1.age': 9, 'watcher.1.share': 6 }, 'included'],
  ] as const)('%s with %j: %s', (text, answers, state) => {
    expect(stateOf(text, answers)).toBe(state)
  })

  it('asks first for what still decides: the number, then what each has', () => {
    const text = 'some w in watcher satisfies w.age < 18'
    expect(planOf(withRule(text)).questions.map((each) => each.concept)).toEqual(['watcher.count', 'watcher.1.age'])
    expect(planOf(withRule(text), { answers: { 'watcher.count': 2, 'watcher.1.age': 40 } }).questions.map((each) => each.concept)).toEqual(['watcher.2.age'])
  })

  it('is checked for a case by as many as the authority was told of', () => {
    const catalogue = club()
    const check = (values: Record<string, number>) => checkRequirements(catalogue, 'join', values, '2026-03-01')[0]?.holds
    expect([check({ 'watcher.count': 2, 'watcher.1.age': 9, 'watcher.2.age': 40 }), check({ 'watcher.1.age': 9 }), check({})]).toEqual([true, false, null])
  })

  it('is checked for a case in which there are none', () => {
    const catalogue = club({ services: [service('join', { requirements: { none: 'count(watcher) = 0' } })] })
    expect(checkRequirements(catalogue, 'join', { 'watcher.count': 0 }, '2026-03-01')[0]?.holds).toBe(true)
  })
})

describe('a registry', () => {
  const registers = registry('register', { watcher: 'club.code' }, [], { answers: { 'watcher.name': 'members.name', 'watcher.age': 'members.age' } })
  const inRegister = club({ registries: [registers], services: [service('join', { concepts: ['club.code', 'watcher.name', 'watcher.age'] })] })

  it('that lists the group is asked for it by one key; only the key is asked for', () => {
    const plan = planOf(inRegister)
    expect(asked(plan)).toEqual(['club.code'])
    expect(unaskedRegistries(plan, {})).toEqual(['register'])
  })

  it('says how many there are and fills in each', () => {
    const facts: KnownFact[] = [registryFact('watcher.count', 2, 'register'), ...[1, 2].flatMap((n) => [registryFact(`watcher.${n}.name`, `林${n}`, 'register'), registryFact(`watcher.${n}.age`, 30 + n, 'register')])]
    const plan = planOf(inRegister, { known: facts, registries: { register: 'answers' }, answers: { 'club.code': 'A1' } })
    expect(asked(plan)).toEqual(['club.code'])
    expect(plan.concepts.filter(({ locked }) => locked)).toHaveLength(5)
    const doubted = planOf(inRegister, { known: facts.map((fact) => (fact.concept === 'watcher.count' ? { ...fact, disputed: true } : fact)), registries: { register: 'answers' }, answers: { 'club.code': 'A1', 'watcher.count': 3 } })
    expect(asked(doubted)).toEqual(['club.code', 'watcher.3.age', 'watcher.3.name', 'watcher.count'])
  })

  it('that knows people one by one is asked for each by their own number', () => {
    const people = registry('people', { watcher: 'watcher.name' }, ['watcher.age'])
    const plan = planOf(club({ registries: [people], services: [service('join', { concepts: ['watcher.name', 'watcher.age'] })] }), { answers: { 'watcher.count': 2, 'watcher.1.name': '林' } })
    expect(asked(plan)).toEqual(['watcher.1.name', 'watcher.2.name', 'watcher.count'])
    expect(plan.concepts.find((each) => each.concept === 'watcher.2.age')?.source).toMatchObject({ kind: 'registry', registry: 'people' })
  })
})

describe('documents of a group', () => {
  const card = evidence('card', { each: 'watcher', registries: ['people'], proves: ['watcher.age'] })
  const people = registry('people', { watcher: 'watcher.name' }, ['watcher.age'])
  const withCards = (more: Partial<typeof card> = {}) => club({ evidence: [{ ...card, ...more }], registries: [people], services: [service('join', { concepts: ['watcher.name'], evidence: [{ id: 'who', anyOf: ['card'], when: 'watcher.age > 5' }] })] })

  it('are one for each, each with its own way', () => {
    const plan = planOf(withCards(), { answers: { 'watcher.count': 2 }, known: [registryFact('watcher.1.age', 40, 'people'), registryFact('watcher.2.age', 3, 'people')], registries: { people: 'answers' } })
    expect(plan.evidence.map(({ evidence: id, source, needs }) => [id, source.kind, needs])).toEqual([['card.1', 'registry', ['join/who.1']]])
    const silent = planOf(withCards({ registries: [] }), { answers: { 'watcher.count': 2, 'watcher.1.age': 40, 'watcher.2.age': 41 } })
    expect([silent.after.evidence, silent.before.evidence]).toEqual([2, 2])
  })

  it('that prove something of all of them are one, and needed until all of it is known', () => {
    const list = withCards({ each: undefined, id: 'card' } as Partial<typeof card>)
    const known = [registryFact('watcher.1.age', 40, 'people')]
    const plan = (facts: typeof known, count: number) => planOf(list, { answers: { 'watcher.count': count, 'watcher.1.name': '林', 'watcher.2.name': '周' }, known: facts, registries: { people: 'answers' } }).evidence.map(({ source }) => source.kind)
    expect([plan(known, 1), plan(known, 2), plan([...known, registryFact('watcher.2.age', 41, 'people')], 2)]).toEqual([['registry'], ['upload'], ['registry']])
  })
})

it('a matter without groups is planned from the very catalogue it came in', () => {
  const catalogue = catalogueOf({ concepts: [concept('a.b')], services: [service('s', { concepts: ['a.b'] })], matter: matter([matterService('s')]) })
  expect(withInstances(catalogue)).toBe(catalogue)
  expect(law.title).toBeTruthy()
})
