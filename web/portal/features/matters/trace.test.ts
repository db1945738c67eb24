// The trace of what is not asked: how savings are gathered into lines, and that the lines come to the figures above them.
// Real plans of an invented matter are summed; single savings are written by hand.
import { describe, expect, it } from 'vitest'
import type { Answers, Saving } from '../../../../server/modules/planning/plan.ts'
import { catalogueOf, choiceOf, concept, evidence, matter, matterService, planOf, question, registry, service } from '../../../../server/modules/planning/testing/telescope-catalogue.ts'
import { sparedBy, sumOfTrace, traceOf } from './trace.ts'

const services = ['permit', 'lease'].map((id) => ({ service: id, line: `${id} line` })) as Parameters<typeof traceOf>[0]['services']
const saving = (id: string, source: Saving['source'], more: Partial<Saving> = {}): Saving => ({ kind: 'field', id, name: { 'zh-CN': id }, before: 2, source, neededBy: ['permit'], ...more })
const fromResidents = { kind: 'registry', registry: 'residents', state: 'notAsked' } as const

describe('the lines of a trace', () => {
  it('gather what one source says about one person on one legal ground', () => {
    const law = { title: '观星场地管理办法', article: '第三条' }
    const savings = [saving('observer.name', fromResidents), saving('observer.address', fromResidents, { neededBy: ['lease'] }), saving('owner.name', fromResidents), saving('observer.phone', fromResidents, { legalBasis: law })]
    const lines = traceOf({ savings, services })
    expect(lines.map(({ names, before, lines: receivers }) => [names.map((name) => name['zh-CN']), before, receivers])).toEqual([
      [['observer.name', 'observer.address'], 4, ['permit line', 'lease line']], [['owner.name'], 2, ['permit line']], [['observer.phone'], 2, ['permit line']],
    ])
  })

  it('put fields before documents and registries before what is only shared', () => {
    const savings = [saving('card', { kind: 'upload' }, { kind: 'evidence' }), saving('observer.phone', { kind: 'shared' }), saving('site.area', { kind: 'derived', from: ['site.length'] }), saving('observer.name', fromResidents)]
    expect(traceOf({ savings, services }).map(({ kind, source }) => [kind, source.kind])).toEqual([['field', 'registry'], ['field', 'derived'], ['field', 'shared'], ['evidence', 'upload']])
  })

  it('count the one time that a shared thing is still asked', () => {
    expect([sparedBy(saving('a', { kind: 'shared' }, { before: 5 })), sparedBy(saving('a', fromResidents, { before: 5 }))]).toEqual([4, 5])
  })
})

describe('the sum of a trace', () => {
  const catalogue = catalogueOf({
    concepts: [choiceOf('site.kind', ['hill', 'roof']), concept('observer.idNumber', 'idNumber'), concept('observer.name'), concept('observer.address'), concept('observer.phone')],
    services: [
      service('permit', { concepts: ['observer.name', 'observer.address', 'observer.phone'], evidence: [{ id: 'who', anyOf: ['card'] }] }),
      service('lease', { concepts: ['observer.name', 'observer.phone'], evidence: [{ id: 'who', anyOf: ['card'] }] }),
    ],
    registries: [registry('residents', { observer: 'observer.idNumber' }, ['observer.name', 'observer.address'])],
    evidence: [evidence('card', { registries: ['residents'], proves: ['observer.name'] })],
    matter: matter([matterService('permit'), matterService('lease', 'site.kind = "hill"')], { scenario: [question('site.kind')] }),
  })

  it.each<Answers>([{}, { 'site.kind': 'hill' }, { 'site.kind': 'roof' }])('explains the difference between before and after exactly, for %j', (answers) => {
    const plan = planOf(catalogue, { answers })
    const { fields, evidence: documents, extra } = sumOfTrace(plan)
    const lines = traceOf(plan)
    const spared = (kind: Saving['kind']) => lines.filter((line) => line.kind === kind).reduce((total, line) => total + line.spared, 0)
    expect(fields).toBe(Math.max(0, plan.before.fields - plan.after.fields))
    expect(spared('field') - extra).toBe(plan.before.fields - plan.after.fields)
    expect([documents, spared('evidence')]).toEqual([plan.before.evidence - plan.after.evidence, plan.before.evidence - plan.after.evidence])
  })
})
