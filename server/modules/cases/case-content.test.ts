// What officials see of sensitive values before they ask for more: the ends of long numbers, of all else nothing.
import { describe, expect, it } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import type { Catalogue, Concept } from '../catalogue/index.ts'
import type { CaseValue } from './case.ts'
import { checksOf, contentOf } from './case-content.ts'
import { inventCase } from './testing.ts'

const catalogue = testingPacks('2026-03-02').catalogueFor('990101')
const choices = [{ value: 'mental', name: { 'zh-CN': '精神障碍' } }, { value: 'psychosocial-disorder', name: { 'zh-CN': '心理社会障碍' } }]

const knowing = (type: Concept['type'], sensitive: boolean): Catalogue => ({
  ...catalogue, concepts: { 'applicant.secret': { id: 'applicant.secret', name: { 'zh-CN': '秘密' }, subject: 'applicant', type, constraint: type === 'choice' ? { choices } : {}, sensitive } },
})
const shown = (type: Concept['type'], value: CaseValue['value'], sensitive = true) =>
  contentOf(knowing(type, sensitive), inventCase({ content: [{ concept: 'applicant.secret', value, source: 'applicant' }] }))[0]

describe('masked values', () => {
  it('a number shows at most a quarter at each end, and nothing at all below nine characters', () => {
    const masks = Array.from({ length: 12 }, (_, index) => shown('bankAccount', 'ABCDEFGHIJKL'.slice(0, index + 1))?.value)
    expect(masks).toEqual([...Array.from({ length: 8 }, () => '******'), 'AB*****HI', 'AB******IJ', 'AB*******JK', 'ABC******JKL'])
    expect(shown('idNumber', '440305199005219994')?.value).toBe('4403**********9994')
    expect(shown('bankAccount', '6222'.repeat(8))?.value).toBe(`6222${'*'.repeat(24)}6222`)
  })

  it('words, choices, yes and no, days, quantities and addresses are hidden wholly, whatever their length', () => {
    const values: [Concept['type'], CaseValue['value']][] = [
      ['text', '急性心肌梗死'], ['text', '急性前壁心肌梗死伴心力衰竭'], ['longText', '孩子上课时需要有人陪着，坐前排。'], ['choice', 'mental'], ['choice', 'psychosocial-disorder'], ['boolean', true], ['boolean', false],
      ['date', '1990-05-21'], ['integer', 39], ['decimal', 1.5], ['money', 326_000], ['address', '样例市东山区山前街道1号'], ['region', '990101'],
    ]
    for (const [type, value] of values) expect(shown(type, value), `${type} ${value}`).toMatchObject({ value: '******', display: { 'zh-CN': '******' }, masked: true, type: 'text' })
  })

  it('what is empty or not sensitive is shown as it is', () => {
    for (const value of [null, '']) expect(shown('text', value)).toMatchObject({ value, masked: false })
    expect(shown('choice', 'mental', false)).toMatchObject({ value: 'mental', display: { 'zh-CN': '精神障碍' }, masked: false, type: 'choice' })
  })

  it('what a rule looked at is masked in the same way', () => {
    const service = Object.values(catalogue.services).find(({ requirements }) => requirements.length > 0)
    const requirement = service?.requirements[0]?.id ?? ''
    const one = inventCase({ service: service?.id ?? '', checks: [{ requirement, holds: true, inputs: [{ concept: 'applicant.secret', value: 'mental' }] }] })
    expect(checksOf(knowing('choice', true), one)[0]?.inputs).toMatchObject([{ value: '******', display: { 'zh-CN': '******' } }])
  })
})
