// What officials are told, in words: one case or several, in both languages.
import { expect, it } from 'vitest'
import { staffMessageKinds, staffWordsOf } from './staff-message.ts'

const detail = { number: '440305-20261122-00008-5', service: { 'zh-CN': '出生登记', en: 'Birth registration' }, authority: { 'zh-CN': '南山公安分局' }, days: 2, by: '彭晚棠', text: '请看一下。', day: { 'zh-CN': '11月30日', en: '30 November' }, place: '示例路 1 号', resource: { 'zh-CN': '人口库', en: 'Population register' } }

it('one case is named, several are counted', () => {
  expect(staffWordsOf({ kind: 'casesLate', detail: { ...detail, count: 1 } }, 'zh-CN')).toEqual({ title: '已超期：1 件', body: '440305-20261122-00008-5“出生登记”已过承诺办结日，请尽快办理。' })
  expect(staffWordsOf({ kind: 'casesLate', detail: { ...detail, count: 3 } }, 'zh-CN').body).toBe('440305-20261122-00008-5“出生登记”等 3 件已过承诺办结日，请尽快办理。')
  expect(staffWordsOf({ kind: 'casesLate', detail: { ...detail, count: 3 } }, 'en').body).toBe('Past the promised day: 440305-20261122-00008-5, Birth registration and 2 more.')
})

it('every kind has words without holes', () => {
  for (const kind of staffMessageKinds) for (const language of ['zh-CN', 'zh-HK', 'en'] as const) {
    const { title, body } = staffWordsOf({ kind, detail: { ...detail, count: 2 } }, language)
    expect(title + body).not.toMatch(/[{}]/)
  }
})
