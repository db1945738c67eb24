// What may be said of a benefit: its fields, figures only where they are the published ones.
import { describe, expect, it } from 'vitest'
import { shippedPacks } from '../../testing/packs.ts'
import type { Benefit } from '../catalogue/index.ts'
import { benefitSubject } from './benefit-passages.ts'
import type { Slot } from './passage.ts'

const packs = shippedPacks('2026-11-22')
const [catalogue, benefits] = [packs.catalogueFor('440300'), packs.benefitsFor('440300')]
const of = (id: string, change: (benefit: Benefit) => Benefit = (each) => each) => {
  const benefit = benefits[id]
  if (!benefit) throw new Error(id)
  return benefitSubject(catalogue, change(benefit), '440305')
}
const told = ({ passages }: ReturnType<typeof of>, slot: Slot, language: 'zh-CN' | 'en' = 'zh-CN') => passages.filter((each) => each.slot === slot).flatMap(({ sentences }) => sentences.map((each) => each[language] ?? '')).join('')
const published = (benefit: Benefit): Benefit => ({ ...benefit, amount: { ...benefit.amount, example: false } })

describe('a benefit', () => {
  it('says its amount where that is one figure, or figures by age, in both languages', () => {
    expect(told(of('national-childcare-subsidy'), 'amount')).toBe('每年 3600 元。')
    expect(told(of('national-childcare-subsidy'), 'amount', 'en')).toBe('3600 yuan a year.')
    expect(told(of('high-age-allowance', published), 'amount')).toMatch(/^满 100 周岁的每月 \d+ 元。满 90 周岁的每月 \d+ 元。其他符合条件的每月 \d+ 元。$/)
  })

  it('says how it is worked out where the rule is none of these', () => {
    expect(told(of('birth-allowance'), 'amount')).toContain('日平均工资')
  })

  it('says no figure of money that is only an example, neither as the amount nor beside it', () => {
    for (const benefit of Object.values(benefits).filter(({ amount }) => amount.example)) {
      const { passages } = of(benefit.id)
      expect(passages.filter(({ slot }) => slot === 'amount')).toEqual([])
      for (const { slot, sentences } of passages.filter((each) => each.slot === undefined)) for (const each of sentences) expect([slot, each['zh-CN']]).not.toEqual([slot, expect.stringMatching(/\d\s*(?:元|万|%)/)])
    }
    expect(Object.values(benefits).filter(({ amount }) => amount.example).length).toBeGreaterThan(10)
  })

  it('says who gets it, how it comes, how often, from whom in that district, and what it rests on', () => {
    const benefit = of('disability-living')
    expect(told(benefit, 'conditions')).toBe('要都符合的条件：户口在广东；持有残疾人证；是低保家庭。')
    expect(told(benefit, 'how')).toContain('确认以后就发')
    expect(told(of('high-age-allowance'), 'how')).toContain('不用申请')
    expect(told(benefit, 'period')).toBe('每月发一次。')
    expect(told(benefit, 'authority')).toMatch(/^由.*南山.*民政.*发放。$/)
    expect(told(benefit, 'law')).toContain('《国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见》')
  })

  it('says where its source has not been compared with the published text', () => {
    expect(told(of('several-disabled-household'), 'law')).toContain('还没有对照公布的文本')
  })

  it('leads to its page', () => {
    expect(new Set(of('disability-living').passages.map(({ url }) => url))).toEqual(new Set(['/benefits/disability-living']))
  })
})
