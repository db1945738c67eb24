// What can be wrong with an answer, type by type, also with hostile input.
import { describe, expect, it } from 'vitest'
import type { Concept, ConceptType, Constraint } from '../catalogue/definitions.ts'
import { checkAnswer, checkAnswers, lengthOf, neededAnswers, tidyAnswer } from './answers.ts'
import type { Answer } from './plan.ts'
import { catalogueOf, choiceOf, concept, matter, matterService, planOf, question, service } from './testing/telescope-catalogue.ts'

const on = '2026-03-01'
const check = (type: ConceptType, value: Answer, constraint: Constraint = {}) => checkAnswer(concept('a.a', type), constraint, value, on)

describe('an answer', () => {
  it.each<[ConceptType, Answer]>([
    ['text', 'Wei'], ['text', '𠮷野家😀'], ['text', "Robert'); DROP TABLE cases;--"], ['text', '<script>alert(1)</script>'], ['longText', 'one\n\ttwo'], ['address', '山路1号'],
    ['integer', 3], ['decimal', 0.5], ['money', 100], ['boolean', false], ['date', '2024-02-29'], ['time', '23:59'], ['time', '08:00:30'], ['dateTime', '2026-03-01T08:00'], ['dateTime', '2026-03-01T08:00:01.5Z'],
    ['idNumber', '11010519491231002x'], ['idNumber', ' 110105 19491231 002X '], ['uscc', '91350100M000100Y43'], ['phone', '13800138000'], ['phone', '0755-88880000'], ['phone', '+852 12345678'], ['phone', '400-800-1234'],
    ['region', '990100'], ['bankAccount', '6222 0000 0000 0000'], ['text', null], ['date', ''], ['integer', '  '],
  ])('of type %s may be %s', (type, value) => {
    expect(check(type, value)).toBeUndefined()
  })

  it.each<[ConceptType, Answer, string]>([
    ['text', 3, 'type'], ['text', 'a\u0000b', 'pattern'], ['text', 'a\nb', 'pattern'], ['text', '\ud800', 'pattern'], ['longText', 'a\u0007', 'pattern'], ['text', 'x'.repeat(201), 'tooLong'], ['text', 'x'.repeat(10_000), 'tooLong'],
    ['integer', 1.5, 'type'], ['integer', '3', 'type'], ['decimal', Number.NaN, 'type'], ['money', 0.5, 'type'], ['money', 1e300, 'type'], ['boolean', 'true', 'type'],
    ['date', '2026-02-30', 'date'], ['date', '1.3.2026', 'date'], ['date', 20260301, 'type'], ['time', '24:00', 'date'], ['dateTime', '2026-03-01', 'date'], ['dateTime', '2026-03-01T25:00', 'date'], ['dateTime', '2026-02-30T08:00', 'date'],
    ['idNumber', '110105194912310021', 'checkDigit'], ['idNumber', '110105194913310025', 'date'], ['idNumber', '12', 'pattern'], ['uscc', '91350100M000100Y44', 'checkDigit'], ['uscc', 'O', 'pattern'],
    ['phone', '12345', 'pattern'], ['region', 'north', 'pattern'], ['bankAccount', '12AB', 'pattern'], ['choice', 'a', 'choice'],
  ])('of type %s may not be %s: %s', (type, value, code) => {
    expect(check(type, value)).toBe(code)
  })

  it.each<[ConceptType, Answer, Constraint, string | undefined]>([
    ['text', '😀😀😀', { maxLength: 3 }, undefined], ['text', '😀😀😀', { maxLength: 2 }, 'tooLong'], ['text', '字', { minLength: 2 }, 'tooShort'],
    ['text', 'ab1', { pattern: '[a-z]+\\d' }, undefined], ['text', 'ab12', { pattern: '[a-z]+\\d' }, 'pattern'], ['phone', '110', { pattern: '\\d{3}' }, undefined],
    ['integer', 2, { minimum: 3 }, 'range'], ['integer', 4, { maximum: 3 }, 'range'], ['decimal', 3, { minimum: 3, maximum: 3 }, undefined],
    ['date', '2026-03-02', { latest: 'today' }, 'range'], ['date', '2026-01-01', { earliest: 'today-30' }, 'range'], ['date', '2026-03-01', { earliest: 'today', latest: 'today' }, undefined],
    ['dateTime', '2026-03-02T08:00', { latest: 'today' }, 'range'],
    ['choice', 'b', { choices: [{ value: 'a', name: { 'zh-CN': 'a' } }] }, 'choice'], ['choice', 'a', { choices: [{ value: 'a', name: { 'zh-CN': 'a' } }] }, undefined],
  ])('%s %s under %o: %s', (type, value, constraint, code) => {
    expect(check(type, value, constraint)).toBe(code)
  })

  it('has its length counted as people count: one for an emoji or a rare character', () => {
    expect(lengthOf('a😀𠮷')).toBe(3)
  })
})

describe('keeping an answer', () => {
  it.each<[Partial<Concept>, Answer, Answer]>([
    [{ type: 'idNumber' }, ' 11010519491231002x', '11010519491231002X'], [{ type: 'uscc' }, '９1350100m000100y43', '91350100M000100Y43'], [{ type: 'bankAccount' }, '6222 0000', '62220000'],
    [{ type: 'text' }, '  Wei　', 'Wei'], [{ type: 'text' }, ' \t', null], [{ type: 'integer' }, 3, 3], [{ type: 'boolean' }, false, false],
  ])('%o of %s keeps %s', (parts, value, kept) => {
    expect(tidyAnswer({ ...concept('a.a'), ...parts }, value)).toBe(kept)
  })
})

describe('all answers of an application', () => {
  const catalogue = catalogueOf({
    concepts: [concept('observer.name'), concept('observer.phone', 'phone'), choiceOf('site.kind', ['hill', 'roof']), concept('use.public', 'boolean')],
    services: [service('site', { concepts: ['observer.name', 'observer.phone?', 'site.kind'] })],
    matter: matter([matterService('site', 'use.public')], { scenario: [question('use.public'), question('site.kind')] }),
  })

  it('lack the open questions first', () => {
    const plan = planOf(catalogue)
    expect(neededAnswers(plan)).toEqual(['use.public'])
    expect(checkAnswers(plan, catalogue, {})).toEqual([{ concept: 'use.public', code: 'required' }])
  })

  it('lack what is required and blank, not what is optional', () => {
    const answers = { 'use.public': true, 'site.kind': 'hill', 'observer.name': '  ' }
    const plan = planOf(catalogue, { answers })
    expect(neededAnswers(plan)).toEqual(['observer.name'])
    expect(checkAnswers(plan, catalogue, answers)).toEqual([{ concept: 'observer.name', code: 'required' }])
  })

  it('are checked one by one, and unknown concepts are named', () => {
    const good = { 'use.public': true, 'site.kind': 'hill', 'observer.name': 'Wei', 'observer.phone': '13800138000' }
    const plan = planOf(catalogue, { answers: good })
    expect(checkAnswers(plan, catalogue, good)).toEqual([])
    expect(checkAnswers(plan, catalogue, { ...good, 'observer.phone': 'x', 'site.kind': 'lake', toString: 'x' })).toEqual([
      { concept: 'observer.phone', code: 'pattern' }, { concept: 'site.kind', code: 'choice' }, { concept: 'toString', code: 'unknown' },
    ])
  })
})
