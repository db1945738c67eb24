// A service for each one of several: twins have a certificate each, what they share is asked once, and one of them is planned as before.
import { describe, expect, it } from 'vitest'
import { checkRequirements } from './requirements.ts'
import { decideByTable } from './deciding.ts'
import { withNamesOfEach } from './names-of-each.ts'
import { withInstances } from './instances.ts'
import type { Answers } from './plan.ts'
import type { DecisionTable } from '../catalogue/definitions.ts'
import { asked, catalogueOf, concept, evidence, matter, matterService, planOf, registryFact, rule, service, law } from './testing/telescope-catalogue.ts'

const named = (text: string) => ({ 'zh-CN': text })
const star = {
  id: 'star', name: named('双星'), repeats: { count: 'star.count', max: 3, own: ['star.name', 'star.mass', 'star.code', 'star.heavy'] },
}
const concepts = [
  concept('star.name'), concept('star.mass', 'integer'), concept('star.code'), concept('star.count', 'integer'), concept('star.place'),
  concept('star.heavy', 'boolean', { derived: rule('star.mass > 5') }), concept('club.name'),
]
const each = (id: string, when?: string) => ({ ...matterService(id, when), each: 'star' })
const certificate = service('certificate', { concepts: ['star.name', 'star.mass', 'star.place'], brings: ['star.code'], days: [2, 5], requirements: { light: 'not(star.heavy)' } })
const entry = service('entry', { concepts: ['star.name', 'star.code', ['star.place', 'star.mass > 3']], dependsOn: ['certificate'], evidence: [{ id: 'paper', anyOf: ['paper'] }], days: [3, 5] })
const party = service('party', { concepts: ['club.name', 'star.name'], dependsOn: ['entry'], evidence: [{ id: 'papers', anyOf: ['paper'] }], days: [1, 5] })
const catalogue = withInstances(catalogueOf({
  concepts, services: [certificate, entry, party], evidence: [evidence('paper', { each: 'star', resultOf: 'certificate' })],
  matter: matter([each('certificate'), each('entry', 'star.mass > 0'), matterService('party')], {
    subjects: [star, { id: 'club', name: named('社团') }],
    topics: [{ id: 'stars', name: named('双星'), subjects: [], concepts: ['star.name', 'star.mass', 'star.place', 'star.count', 'club.name'] }],
  }),
}))
const twins = { 'star.count': 2, 'star.mass': 4, 'star.2.mass': 9, 'star.place': '天鹅座' }

describe('one of what may be several', () => {
  it('keeps the plain names, while nobody has said how many there are or that it is one', () => {
    const said: Answers[] = [{}, { 'star.count': 1 }]
    for (const answers of said) {
      const plan = planOf(catalogue, { answers: { ...answers, 'star.mass': 4 } })
      expect(plan.services.map((one) => one.service)).toEqual(['certificate', 'entry', 'party'])
      expect(plan.concepts.some((one) => one.concept.includes('.2.'))).toBe(false)
    }
  })

  it('is asked how many there are by the services each has, in nobody\'s form', () => {
    const plan = planOf(catalogue)
    expect(asked(plan)).toContain('star.count')
    expect(Object.values(plan.views).flat()).not.toContain('star.count')
  })
})

describe('each of several', () => {
  const plan = planOf(catalogue, { answers: twins })

  it('has each service of its own, one after the other as the matter has them', () => {
    expect(plan.services.map((one) => one.service)).toEqual(['certificate', 'certificate.2', 'entry', 'entry.2', 'party'])
    expect(catalogue.services['entry.2']).toMatchObject({ name: { 'zh-CN': '双星 2 · entry' }, instance: { group: 'star', number: 2, of: 'entry' } })
  })

  it('waits for its own results, and what is for all waits for every one', () => {
    const dependsOn = Object.fromEntries(plan.services.map((one) => [one.service, one.dependsOn]))
    expect(dependsOn).toEqual({ certificate: [], 'certificate.2': [], entry: ['certificate'], 'entry.2': ['certificate.2'], party: ['certificate', 'certificate.2', 'entry', 'entry.2'] })
    expect(plan.promisedDays).toBe(6)
  })

  it('is asked what is its own, and what they share is asked once', () => {
    expect(asked(planOf(catalogue, { answers: { 'star.count': 2 } }))).toEqual(['club.name', 'star.2.name', 'star.count', 'star.name', 'star.place'])
    expect(plan.concepts.find((one) => one.concept === 'star.place')?.neededBy).toEqual(['certificate', 'certificate.2', 'entry', 'entry.2'])
  })

  it('shows each authority its own, and all of them to who serves all', () => {
    expect(plan.views['certificate.2']).toEqual(['star.place', 'star.2.name', 'star.2.mass', 'star.2.heavy'])
    expect(plan.views['party']).toEqual(['star.name', 'club.name', 'star.2.name'])
  })

  it('takes documents from its own results', () => {
    expect(plan.evidence.map((one) => [one.evidence, one.source.kind, one.neededBy])).toEqual([['paper', 'result', ['entry', 'party']], ['paper.2', 'result', ['entry.2', 'party']]])
    expect(plan.concepts.find((one) => one.concept === 'star.2.code')?.source).toEqual({ kind: 'result', service: 'certificate.2' })
  })

  it('is included, required and decided by rules about itself', () => {
    const one = planOf(catalogue, { answers: { ...twins, 'star.2.mass': -1 } })
    expect(one.services.map(({ service: id, state }) => [id, state])).toContainEqual(['entry.2', 'excluded'])
    const holds = (id: string, values: Record<string, number>) => checkRequirements(catalogue, id, values, '2026-03-01')[0]?.holds
    expect([holds('certificate', { 'star.mass': 4, 'star.2.mass': 9 }), holds('certificate.2', { 'star.mass': 4, 'star.2.mass': 9 })]).toEqual([true, false])
  })

  it('are never more than the pack foresees, and what cannot be a number is one', () => {
    const count = (said: number | string) => planOf(catalogue, { answers: { 'star.count': said } }).services.filter((one) => one.service.startsWith('certificate')).length
    expect([count(9), count(0), count(2.5), count('two')]).toEqual([3, 1, 1, 1])
  })

  it('are as many as a registry says', () => {
    expect(planOf(catalogue, { known: [registryFact('star.count', 3)] }).services).toHaveLength(7)
  })

  it('can be left out alone where the service is optional', () => {
    const optional = { ...catalogue, matters: { telescope: matter([{ ...each('certificate'), optional: true }], { subjects: [star] }) } }
    const states = planOf(optional, { answers: twins, declinedServices: ['certificate.2'] }).services.map((one) => one.state)
    expect(states).toEqual(['included', 'declined'])
  })
})

it('each of a group that asks for its number has its services from the first', () => {
  const dog = { id: 'dog', name: named('狗'), many: { min: 1, max: 3, ask: named('几条狗？') } }
  const dogs = withInstances(catalogueOf({
    concepts: [concept('dog.name'), concept('dog.age', 'integer'), concept('owner.address')],
    services: [service('tag', { concepts: ['dog.name', 'owner.address', ['dog.age', 'count(dog) > 1']] }), service('list', { concepts: ['dog.name'], dependsOn: ['tag'] })],
    matter: matter([{ ...matterService('tag'), each: 'dog' }, matterService('list')], { subjects: [dog] }),
  }))
  const plan = planOf(dogs, { answers: { 'dog.count': 2 } })
  expect(plan.services.map((one) => [one.service, one.dependsOn])).toEqual([['tag.1', []], ['tag.2', []], ['list', ['tag.1', 'tag.2']]])
  expect(plan.views['tag.2']?.toSorted()).toEqual(['dog.2.age', 'dog.2.name', 'owner.address'])
  expect(planOf(dogs).services.map((one) => one.service)).toEqual(['tag.1', 'list'])
})

it('a decision table decides about each by its own values', () => {
  const table: DecisionTable = {
    name: named('表'), hitPolicy: 'FIRST', legalBasis: [law], inputs: [], values: [], version: '1',
    rows: [{ id: 'r', cells: {}, when: rule('star.mass > 5').expression, decision: 'approve', reason: named('够重'), law, noDiscretion: false, values: {} }],
  }
  const decided = withInstances(catalogueOf({ concepts, services: [{ ...certificate, table }], matter: matter([each('certificate')], { subjects: [star] }) }))
  const by = (id: string) => decideByTable(decided, id, { 'star.mass': 4, 'star.2.mass': 9 }, '2026-03-01')?.verdict.by
  expect([by('certificate'), by('certificate.2')]).toEqual(['noRow', 'rows'])
})

describe('names', () => {
  const values: Record<string, string> = { 'star.name': '牛郎', 'star.2.name': '织女' }
  const ids = ['certificate', 'certificate.2', 'party']
  const nameOf = (services: readonly string[], known = values) => {
    const renamed = withNamesOfEach(catalogue, 'telescope', services, (id) => known[id])
    return services.map((id) => renamed.services[id]?.name['zh-CN'])
  }
  it('say whom a service is for, where there are several', () => {
    expect(nameOf(ids)).toEqual(['certificate（牛郎）', 'certificate（织女）', 'party'])
  })
  it('leave the number where the name is not known, and are as always for a single one', () => {
    expect(nameOf(ids, {})).toEqual(['certificate', '双星 2 · certificate', 'party'])
    expect(withNamesOfEach(catalogue, 'telescope', ['certificate', 'party'], (id) => values[id])).toBe(catalogue)
  })
})
