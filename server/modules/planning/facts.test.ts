// Which of several known values is used, and what counts as known.
import { describe, expect, it } from 'vitest'
import { createFacts } from './facts.ts'
import type { KnownFact } from './plan.ts'
import { compileRule } from './rule.ts'
import { catalogueOf, choiceOf, concept, matter, registryFact, rule } from './testing/telescope-catalogue.ts'

const catalogue = catalogueOf({
  concepts: [
    concept('observer.name'), concept('observer.birthDate', 'date'), choiceOf('site.kind', ['hill', 'roof']), concept('site.area', 'decimal'),
    concept('observer.isAdult', 'boolean', { derived: rule('observer.birthDate <= date("2008-03-01")') }),
    concept('circle.a', 'boolean', { derived: rule('circle.b') }), concept('circle.b', 'boolean', { derived: rule('circle.a') }),
    concept('site.tags', 'text', { derived: rule('[site.kind]') }),
  ],
  services: [], matter: matter([]),
})

const of = (more: Partial<Parameters<typeof createFacts>[0]>) => createFacts({ catalogue, on: '2026-03-01', answers: {}, ...more })
const profile = (value: string, asOf = '2026-01-01'): KnownFact => ({ concept: 'observer.name', value, source: { kind: 'profile' }, asOf })

describe('facts', () => {
  it('prefer the profile to a registry, a registry to a result, and any of them to an answer', () => {
    const result: KnownFact = { concept: 'observer.name', value: 'R', source: { kind: 'result', service: 'site' }, asOf: '2026-02-28' }
    const answers = { 'observer.name': 'A' }
    expect(of({ answers }).answer('observer.name')).toBe('A')
    expect(of({ answers, known: [result] }).answer('observer.name')).toBe('R')
    expect(of({ answers, known: [result, registryFact('observer.name', 'G')] }).answer('observer.name')).toBe('G')
    expect(of({ answers, known: [result, registryFact('observer.name', 'G'), profile('P')] }).answer('observer.name')).toBe('P')
  })

  it('prefer the newer of two from the same kind of source, whatever their order', () => {
    const known = [profile('old', '2025-01-01'), profile('new', '2026-01-01')]
    expect(of({ known }).answer('observer.name')).toBe('new')
    expect(of({ known: known.toReversed() }).answer('observer.name')).toBe('new')
    const same = [profile('b'), profile('a')]
    expect(of({ known: same }).answer('observer.name')).toBe(of({ known: same.toReversed() }).answer('observer.name'))
  })

  it('are set aside once disputed, from all sources', () => {
    const facts = of({ known: [profile('P'), { ...registryFact('observer.name', 'G'), disputed: true }], answers: { 'observer.name': 'A' } })
    expect(facts.isDisputed('observer.name')).toBe(true)
    expect(facts.fact('observer.name')).toBeUndefined()
    expect(facts.answer('observer.name')).toBe('A')
  })

  it('of a registry the person has declined are not used, and empty ones say nothing', () => {
    expect(of({ known: [registryFact('observer.name', 'G')], registries: { residents: 'declined' } }).value('observer.name')).toBeUndefined()
    expect(of({ known: [registryFact('observer.name', null)] }).value('observer.name')).toBeUndefined()
  })

  it('treat an answer that cannot be right as not given', () => {
    const facts = of({ answers: { 'observer.birthDate': '2007-02-30', 'site.kind': 'lake', 'site.area': 'much' } })
    for (const id of ['observer.birthDate', 'site.kind', 'site.area', 'observer.isAdult']) expect(facts.value(id)).toBeUndefined()
    expect(facts.answer('observer.birthDate')).toBe('2007-02-30')
  })

  it('compute derived concepts as soon as their inputs are known, and never take them from answers', () => {
    expect(of({ answers: { 'observer.isAdult': true } }).answer('observer.isAdult')).toBeUndefined()
    expect(of({ answers: { 'observer.isAdult': false, 'observer.birthDate': '1990-05-01' } }).answer('observer.isAdult')).toBe(true)
    expect(of({ answers: { 'site.kind': 'hill' } }).answer('site.tags')).toBeNull()
  })

  it('take derived values as given where a frozen case holds them without their inputs', () => {
    const facts = of({ answers: { 'observer.isAdult': true }, acceptDerived: true })
    expect(facts.value('observer.isAdult')).toBe(true)
  })

  it('leave concepts that are derived from each other unknown', () => {
    expect(of({}).value('circle.a')).toBeUndefined()
  })

  it('read a question that is not put as nothing, unless somebody knows the answer', () => {
    const questions = new Map([['site.kind', { when: compileRule(rule('observer.name = "Wei"').expression) }]])
    const answers = { 'observer.name': 'Lin', 'site.kind': 'roof' }
    expect(of({ answers, questions }).value('site.kind')).toBeNull()
    expect(of({ answers, questions, known: [registryFact('site.kind', 'hill')] }).value('site.kind')).toBe('hill')
    expect(of({ answers: { ...answers, 'observer.name': 'Wei' }, questions }).value('site.kind')).toBe('roof')
    expect(of({ answers: { 'site.kind': 'roof' }, questions }).value('site.kind')).toBe('roof')
  })

  it('can be looked at as if one answer were different', () => {
    const facts = of({ answers: { 'site.kind': 'roof', 'observer.name': 'Wei' } })
    const other = facts.assuming('site.kind', 'hill')
    expect(other.value('site.kind')).toBe('hill')
    expect(other.value('observer.name')).toBe('Wei')
    expect(facts.value('site.kind')).toBe('roof')
  })
})
