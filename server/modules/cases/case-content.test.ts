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

describe('places', () => {
  const place = (code: string, level: Catalogue['regions'][string]['level'], parent: string | null, zh: string, en?: string) => [code, { code, level, parent, name: { 'zh-CN': zh, ...(en === undefined ? {} : { en }) } }] as const
  const regions = Object.fromEntries([
    place('440000', 'province', null, '广东省', 'Guangdong'), place('440300', 'city', '440000', '深圳市', 'Shenzhen'), place('440305', 'district', '440300', '南山区', 'Nanshan'), place('440305007', 'street', '440305', '粤海街道'),
  ])
  const name = (value: string) => contentOf({ ...knowing('region', false), regions }, inventCase({ content: [{ concept: 'applicant.secret', value, source: 'applicant' }] }))[0]?.display

  it('are written with what they lie in, up to the city', () => {
    expect(name('440305')).toEqual({ 'zh-CN': '深圳市南山区', en: 'Nanshan, Shenzhen' })
    expect(name('440305007')).toEqual({ 'zh-CN': '深圳市南山区粤海街道' })
    expect([name('440300'), name('440000')]).toEqual([{ 'zh-CN': '深圳市', en: 'Shenzhen' }, { 'zh-CN': '广东省', en: 'Guangdong' }])
  })

  it('the packs do not know are named by the nearest above with their code, another province by its name', () => {
    expect(name('440306')).toEqual({ 'zh-CN': '深圳市（440306）', en: 'Shenzhen (440306)' })
    expect(name('310101')?.['zh-CN']).toBe('上海（310101）')
    expect(name('990199')).toEqual({ 'zh-CN': '990199' })
  })
})

describe('where a value is from', () => {
  it('is named by the registry, the result or the application; an e-licence says when it was issued', () => {
    const [registry] = Object.values(catalogue.registries)
    const [service] = Object.values(catalogue.services)
    const from = (source: CaseValue['source'], id: string) => contentOf(catalogue, inventCase({ content: [{ concept: 'applicant.name', value: '示例', source, from: id }] }))[0]?.sourceName ?? null
    expect(from('registry', registry?.id ?? '')).toEqual(registry?.name)
    expect(from('registry', 'gone')).toEqual({ 'zh-CN': 'gone' })
    expect(from('result', service?.id ?? '')).toEqual(service?.result.name)
    expect([from('credential', 'identity-card'), from('applicant', 'x')]).toEqual([null, null])
    const [gone] = contentOf(catalogue, inventCase({ content: [{ concept: 'gone.concept', value: '示例', source: 'derived', from: 'applicant.name also.gone' }] }))
    expect(gone).toMatchObject({ name: { 'zh-CN': 'gone.concept' }, type: 'text', subject: '', inputs: [catalogue.concepts['applicant.name']?.name, { 'zh-CN': 'also.gone' }] })
  })
})
