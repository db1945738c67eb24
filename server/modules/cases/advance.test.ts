// What the system does by itself: starts dependents, stops what lost its ground, grants what rules can decide, and nothing twice.
import { describe, expect, it } from 'vitest'
import type { Service } from '../catalogue/definitions.ts'
import { advance, fillFromResult, resultContent } from './advance.ts'
import type { Case, CaseCheck, CaseValue } from './case.ts'
import { inventCase } from './testing.ts'

const service = (id: string, resultConcepts: string[] = [], form: string[] = []): Service => ({
  id, name: { 'zh-CN': id }, summary: { 'zh-CN': id }, kind: '行政确认', line: 'health', level: 'district', legalBasis: [{ title: '示例规定' }],
  limits: { statutory: 20, promised: 5, legalBasis: { title: '示例规定' } }, fee: 0, trips: 1, dependsOn: [], concepts: form.map((concept) => ({ concept, required: false, constraint: {} })), requirements: [], evidence: [],
  decision: 'automatic', result: { name: { 'zh-CN': id }, prefix: id.toUpperCase(), concepts: resultConcepts }, guide: { 'zh-CN': '' }, version: '1',
})

const holds = (value: boolean | null): CaseCheck[] => [{ requirement: 'r', holds: value, inputs: [] }]

const run = (cases: Case[], services: Service[], check: (one: Case) => CaseCheck[] = () => holds(true), fits = () => true) =>
  advance({ cases, services: Object.fromEntries(services.map((each) => [each.id, each])), check, fits, decide: () => undefined, workingDay: () => null, today: '2026-11-16', at: '2026-11-16T08:00:00.000Z' })

const first = inventCase({ id: 'c1', service: 'first', automatic: true })
const second = inventCase({ id: 'c2', service: 'second', automatic: true, state: 'waiting', dependsOn: ['first'], content: [{ concept: 'child.number', value: null, source: 'result', from: 'first' }] })
const third = inventCase({ id: 'c3', service: 'third', state: 'waiting', dependsOn: ['second'] })
const services = [service('first', ['child.number']), service('second'), service('third')]

describe('advancing an application', () => {
  it('grants in the order of dependencies and hands results on', () => {
    const { cases, steps, results } = run([first, second, third], services)
    expect(steps.map((step) => `${step.caseId} ${step.action}`)).toEqual(['c1 accept', 'c1 grant', 'c2 release', 'c2 accept', 'c2 grant', 'c3 release'])
    expect(cases.map((one) => one.state)).toEqual(['granted', 'granted', 'submitted'])
    expect(cases[1]?.content).toEqual([{ concept: 'child.number', value: `FIRST-${first.number}`, source: 'result', from: 'first' }])
    expect(results).toHaveLength(2)
  })

  it('leaves to a person what a rule does not settle, and still shows what the rule saw', () => {
    const { cases, steps, results } = run([first, second, third], services, () => holds(null))
    expect(steps).toEqual([])
    expect(results).toEqual([])
    expect(cases[0]).toMatchObject({ state: 'submitted', checks: holds(null) })
  })

  it('shows a person what the rules see of a case that is theirs to decide', () => {
    const { cases, steps } = run([inventCase({ id: 'c7', service: 'manual' })], [service('manual')])
    expect(steps).toEqual([])
    expect(cases[0]?.checks).toEqual(holds(true))
  })

  it('never refuses by itself: a failed condition goes to a person', () => {
    expect(run([first], services, () => holds(false)).steps).toEqual([])
  })

  it('stops only what depends on a refused case, over any number of steps', () => {
    const refused = { ...first, state: 'refused' as const }
    const independent = inventCase({ id: 'c4', service: 'fourth', automatic: true })
    const { cases } = run([refused, second, third, independent], [...services, service('fourth')])
    expect(cases.map((one) => one.state)).toEqual(['refused', 'stopped', 'stopped', 'granted'])
  })

  it('leaves to a person a result whose values no rule can give, and a case that lacks a value of an earlier result', () => {
    expect(run([first], services, () => holds(true), () => false).steps).toEqual([])
    const lacking = { ...second, state: 'submitted' as const }
    expect(run([{ ...first, state: 'granted' }, lacking], services).steps).toEqual([])
  })

  it('doing it again changes nothing', () => {
    const once = run([first, second, third], services)
    const twice = run(once.cases, services)
    expect(twice.steps).toEqual([])
    expect(twice.results).toEqual([])
  })

  it('starts the clock of a dependent when it is released, not before', () => {
    expect(third.clockFrom).toBeNull()
    expect(run([first, second, third], services).cases[2]).toMatchObject({ clockFrom: '2026-11-16' })
  })

  it('decides nothing over documents nobody has looked at', () => {
    const documents = (source: 'upload' | 'registry') => ({ ...first, evidence: [{ evidence: 'card', needs: [], source, files: [] }] })
    expect(run([documents('registry')], services).cases[0]?.state).toBe('granted')
    expect(run([documents('upload')], services).cases[0]?.state).toBe('submitted')
  })

  it('a case that waits for two results waits for both', () => {
    const both = inventCase({ id: 'c5', service: 'both', state: 'waiting', dependsOn: ['first', 'manual'] })
    const manual = inventCase({ id: 'c6', service: 'manual' })
    expect(run([first, manual, both], [...services, service('both'), service('manual')]).cases[2]?.state).toBe('waiting')
  })
})

describe('a decision table', () => {
  const table = { name: { 'zh-CN': '样例表' }, hitPolicy: 'FIRST' as const, legalBasis: [{ title: '样例法' }], version: 'v1', inputs: [], values: [], rows: [] }
  const proposing = (decision: 'approve' | 'tentative' | 'refuse') => ({ version: 'v1', inputs: [], verdict: { decision, by: 'rows' as const, rows: [], open: [], values: {}, ...(decision === 'tentative' ? { checkDays: 5 } : {}) } })
  const decided = (decision: 'approve' | 'tentative' | 'refuse', requirement: boolean | null) =>
    advance({ cases: [first], services: { first: { ...service('first'), table } }, check: () => holds(requirement), fits: () => true, decide: () => proposing(decision), workingDay: () => '2026-11-23', today: '2026-11-16', at: '2026-11-16T08:00:00.000Z' })

  it('grants only when every condition of the service is known to hold: one that fails or is not known goes to a person', () => {
    for (const decision of ['approve', 'tentative'] as const) {
      expect(decided(decision, true).cases[0]?.state).toBe('granted')
      for (const requirement of [false, null]) {
        const { cases, decisions, results } = decided(decision, requirement)
        expect([cases[0]?.state, results]).toEqual(['submitted', []])
        expect(decisions).toMatchObject([{ decision: 'person', held: 'requirement' }])
      }
    }
  })

  it('refuses where its law leaves nothing to weigh, whatever else is not known', () => {
    expect(decided('refuse', null).cases[0]?.state).toBe('refused')
  })
})

describe('results', () => {
  it('state what is known, what the approver gave, and their own number for what only they create', () => {
    const one = inventCase({ content: [{ concept: 'child.name', value: '知秋', source: 'applicant' }] })
    expect(resultContent(service('first', ['child.name', 'child.book', 'child.number'], ['child.name']), one, 'N-1', () => true, { 'child.book': 'B-9' })).toEqual([
      { concept: 'child.name', value: '知秋', source: 'applicant' },
      { concept: 'child.book', value: 'B-9', source: 'result', from: 'first' },
      { concept: 'child.number', value: 'N-1', source: 'result', from: 'first' },
    ])
  })

  it('leave out what nobody knows: a form’s own field is never filled with a number, nor an ID number with another kind of number', () => {
    const certificate = service('first', ['child.name', 'father.name', 'child.idNumber'], ['child.name', 'father.name'])
    const one = inventCase({ content: [{ concept: 'child.name', value: '知秋', source: 'applicant' }, { concept: 'father.name', value: null, source: 'applicant' }] })
    expect(resultContent(certificate, one, 'N-1', (concept) => concept !== 'child.idNumber', { 'father.name': '某人' }).map(({ concept, value }) => `${concept} ${value}`)).toEqual(['child.name 知秋'])
  })

  it('take the place of what the applicant wrote, of nothing a registry or the result of another service says, and reach no case that has ended', () => {
    const knowing = (value: Pick<CaseValue, 'source' | 'from'>) => fillFromResult({ ...second, content: [{ concept: 'child.number', value: 'X', ...value }] }, 'first', [{ concept: 'child.number', value: 'Y', source: 'result' }]).content
    expect(knowing({ source: 'applicant' })).toEqual([{ concept: 'child.number', value: 'Y', source: 'result', from: 'first' }])
    expect(knowing({ source: 'result', from: 'first' })).toMatchObject([{ value: 'Y' }])
    for (const kept of [{ source: 'registry', from: 'births' }, { source: 'result', from: 'third' }, { source: 'profile' }, { source: 'derived', from: 'child.name' }] as const) expect(knowing(kept)).toMatchObject([{ value: 'X', ...kept }])
    const ended = { ...second, state: 'withdrawn' as const }
    expect(fillFromResult(ended, 'first', [{ concept: 'child.number', value: 'Y', source: 'result' }])).toBe(ended)
  })
})
