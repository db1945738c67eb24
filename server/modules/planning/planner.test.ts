// The whole plan of one small matter, told from the first question to a plan ready to be handed in.
import { describe, expect, it } from 'vitest'
import { neededAnswers, unaskedRegistries } from './answers.ts'
import { makePlan } from './planner.ts'
import { asked, catalogueOf, choiceOf, concept, evidence, matter, matterService, planOf, question, registry, registryFact, rule, service } from './testing/telescope-catalogue.ts'

const catalogue = catalogueOf({
  concepts: [
    concept('observer.idNumber', 'idNumber'), concept('observer.name'), concept('observer.phone', 'phone'), concept('site.region', 'region'), choiceOf('site.kind', ['hill', 'roof']),
    concept('telescope.aperture', 'integer', { constraint: { minimum: 1 } }), concept('telescope.isLarge', 'boolean', { derived: rule('telescope.aperture > 400') }), concept('lease.number'),
  ],
  services: [
    service('lease', { line: 'parks', competentBy: 'site.region', level: 'city', concepts: ['observer.idNumber', 'observer.name', 'site.region'], evidence: [{ id: 'who', anyOf: ['idCard'] }], brings: ['lease.number'], days: [3, 10] }),
    service('permit', { line: 'observatory', dependsOn: ['lease'], concepts: ['observer.idNumber', 'observer.name', 'lease.number', ['telescope.aperture', true, { maximum: 900 }]], evidence: [{ id: 'plan', anyOf: ['drawing'], when: 'telescope.isLarge' }], days: [5, 20] }),
    service('night', { line: 'parks', concepts: ['observer.name', 'observer.phone'], days: [1, 5] }),
  ],
  registries: [registry('residents', { observer: 'observer.idNumber' }, ['observer.name'])],
  evidence: [evidence('idCard', { registries: ['residents'], proves: ['observer.name'] }), evidence('drawing')],
  matter: matter([matterService('lease', 'site.kind = "hill"'), matterService('permit'), { ...matterService('night', undefined, true), because: { 'zh-CN': '夜间也要观测' } }], {
    scenario: [question('site.kind')],
    topics: [{ id: 'you', name: { 'zh-CN': '您' }, subjects: ['observer'], concepts: [] }, { id: 'place', name: { 'zh-CN': '场地' }, subjects: ['site', 'telescope'], concepts: [] }],
  }),
})

describe('putting up a telescope', () => {
  it('begins with the question that decides whether land is leased', () => {
    const plan = planOf(catalogue)
    expect(plan).toMatchObject({ matter: 'telescope', version: '1', region: '990100', on: '2026-03-01', settled: false, questions: [{ concept: 'site.kind' }] })
    expect(plan.services.map(({ state }) => state)).toEqual(['undecided', 'included', 'included'])
  })

  it('then asks three things for three services of two authorities, and the registry the rest', () => {
    const plan = planOf(catalogue, { answers: { 'site.kind': 'hill' } })
    expect(plan.settled).toBe(true)
    expect(asked(plan)).toEqual(['observer.idNumber', 'observer.phone', 'site.region', 'telescope.aperture'])
    expect(plan.concepts.map(({ concept: id, topic, source }) => [id, topic, source.kind])).toEqual([
      ['observer.idNumber', 'you', 'ask'], ['observer.name', 'you', 'registry'], ['observer.phone', 'you', 'ask'], ['site.region', 'place', 'ask'],
      ['telescope.aperture', 'place', 'ask'], ['telescope.isLarge', 'place', 'derived'], ['lease.number', 'other', 'result'],
    ])
    expect(plan.services).toMatchObject([
      { service: 'lease', line: 'parks', authorityRegion: '990100', dependsOnAnswers: ['site.kind'], start: 0, end: 3, critical: true },
      { service: 'permit', dependsOn: ['lease'], start: 3, end: 8, critical: true },
      { service: 'night', optional: true, because: { 'zh-CN': '夜间也要观测' }, start: 0, end: 1, critical: false },
    ])
  })

  it('is ready when the answers and the registry are in, and shows each authority only its part', () => {
    const answers = { 'site.kind': 'hill', 'observer.idNumber': '11010519491231002X', 'observer.phone': '13800138000', 'site.region': '990101', 'telescope.aperture': 200 }
    const plan = planOf(catalogue, { answers, registries: { residents: 'answers' }, known: [registryFact('observer.name', 'Wei')] })
    expect(neededAnswers(plan)).toEqual([])
    expect(unaskedRegistries(plan, { residents: 'answers' })).toEqual([])
    expect(plan.evidence.filter(({ source }) => source.kind === 'upload')).toEqual([])
    expect(plan.views).toEqual({
      lease: ['observer.idNumber', 'observer.name', 'site.region'],
      permit: ['observer.idNumber', 'observer.name', 'telescope.aperture', 'telescope.isLarge', 'lease.number'],
      night: ['observer.name', 'observer.phone'],
    })
    expect(plan.before).toEqual({ applications: 3, fields: 9, evidence: 1, trips: 3, workingDays: 35 })
    expect(plan.after).toEqual({ applications: 1, fields: 5, evidence: 0, trips: 0, workingDays: 8 })
  })

  it('survives the registry being down: the person is asked, told why, and uploads the card', () => {
    const plan = planOf(catalogue, { answers: { 'site.kind': 'hill' }, registries: { residents: 'unavailable' } })
    expect(asked(plan)).toContain('observer.name')
    expect(plan.concepts.find(({ concept: id }) => id === 'observer.name')).toMatchObject({ askedBecause: 'registryUnavailable', locked: false })
    expect(plan.evidence).toMatchObject([{ evidence: 'idCard', source: { kind: 'upload' }, askedBecause: 'registryUnavailable' }, { evidence: 'drawing' }])
  })

  it('is not ready while it counts on a registry that was never asked', () => {
    const plan = planOf(catalogue, { answers: { 'site.kind': 'hill' } })
    expect(unaskedRegistries(plan, {})).toEqual(['residents'])
    expect(unaskedRegistries(planOf(catalogue, { registries: { residents: 'unavailable' } }), { residents: 'unavailable' })).toEqual([])
  })

  it('is JSON, so that a frozen plan reads back the same', () => {
    const plan = planOf(catalogue, { answers: { 'site.kind': 'hill' } })
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })

  it('is refused for a matter or a service the catalogue does not have', () => {
    const input = { catalogue, on: '2026-03-01', answers: {}, known: [], registries: {}, declinedServices: [], uploaded: [] }
    expect(() => makePlan({ ...input, matter: 'constructor' })).toThrow('not_found')
    expect(() => planOf({ ...catalogue, services: {} })).toThrow('not_found')
  })
})
