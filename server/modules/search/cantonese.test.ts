// Cantonese questions in Mandarin words.
import { expect, test } from 'vitest'
import { inMandarin } from './cantonese.ts'
import { normalise } from './terms.ts'

test.each([
  ['點樣攞出世紙', '怎么领出世纸'], ['唔見咗身份證點算', '不见了身份证怎么办'], ['喺邊度搞離婚', '在哪里搞离婚'], ['幾時可以攞返', '什么时候可以领回'], ['有冇得補', '有没有得补'], ['揸貨車', '开货车'], ['阿爺過咗身', '爷爷过了身'],
])('%s is %s', (said, meant) => expect(inMandarin(normalise(said))).toBe(meant))

test('Mandarin stays as it is', () => {
  for (const said of ['网点查询', '重点企业', '睡觉', '今天点餐', '怎么办身份证']) expect(inMandarin(said), said).toBe(said)
})
