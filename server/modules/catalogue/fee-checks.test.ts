// What packs state about fees: a plain amount and a fee with items mean the same, and what could not be computed is refused.
import { describe, expect, test } from 'vitest'
import { loadPacks } from './load-packs.ts'
import { brokenRules, changed, inFolder } from './tiny-pack.ts'

const first = 'tiny/services/first.yaml'
const stating = (fee: string) => changed(first, '\nlimits:', `\nfee: ${fee}\nlimits:`)
const serviceWith = (fee: string) => inFolder(stating(fee), (folder) => loadPacks(folder, { on: '2026-03-02' })).catalogueFor('990000').services['first']
const rules = (fee: string) => brokenRules(stating(fee)).map(({ rule }) => rule)
const one = (more: string, id = 'card') => `{id: ${id}, name: 工本费, amount: [{from: '2020-01-01', fen: 500, source: {title: 收费办法}}, {from: '2024-01-01', fen: 700, source: {title: 新收费办法}}]${more}}`
const items = (...each: string[]) => `{items: [${each.join(', ')}]}`

describe('a fee', () => {
  test('of one amount is one item, due before the result', () => {
    expect(serviceWith("[{from: '2020-01-01', fen: 500, source: {title: 收费办法}}]")).toMatchObject({ fee: 500, feeBasis: { title: '收费办法' }, charge: { due: 'result', items: [{ fen: 500, reductions: [], legalBasis: { title: '收费办法' } }] } })
  })

  test('of items takes the amount in force and keeps formulas, bearer and what is given back', () => {
    expect(serviceWith(`{due: handling, bearer: 银行, refund: never, items: [${one(", quantity: '1 + 1'")}]}`)).toMatchObject({ fee: 700, charge: { due: 'handling', bearer: { 'zh-CN': '银行' }, refund: 'never', items: [{ fen: 700, quantity: { text: '1 + 1' }, legalBasis: { title: '新收费办法' } }] } })
  })

  test('charged by somebody else at published prices is said with its law, and nothing of it is collected', () => {
    const priced = inFolder(changed(first, '\nlimits:', '\npriced: {says: 公证处按公开的标准收费。, legalBasis: {title: 公证法, article: 第四十六条}}\nlimits:'), (folder) => loadPacks(folder, { on: '2026-03-02' })).catalogueFor('990000').services['first']
    expect(priced).toMatchObject({ fee: 0, priced: { says: { 'zh-CN': '公证处按公开的标准收费。' }, legalBasis: { article: '第四十六条' } } })
    expect(priced?.charge).toBeUndefined()
  })

  test('of nothing charges nothing', () => {
    expect(serviceWith("[{from: '2020-01-01', fen: 0, source: {title: 收费办法}}]")?.charge).toBeUndefined()
  })
})

describe('refused are', () => {
  test('a quantity that is no number, and one below zero', () => {
    expect(rules(items(one(", quantity: '\"two\"'")))).toEqual(['fee-not-money'])
    expect(rules(items(one(", quantity: '1 = 1'")))).toEqual(['fee-not-money'])
    expect(rules(items(one(", quantity: '1 - 2'")))).toEqual(['fee-not-money'])
  })

  test('a negative amount, a concept nobody defined, a rule that cannot be read', () => {
    expect(rules("[{from: '2020-01-01', fen: -5, source: {title: 收费办法}}]")).not.toEqual([])
    expect(rules(items(one(', when: nobody.knows')))).toEqual(['rule-concept-unknown'])
    expect(rules(items(one(", when: '1 +'")))).toEqual(['rule-syntax'])
  })

  test('items and reductions of one id stated twice', () => {
    expect(rules(items(one(''), one('')))).toEqual(['id-duplicate'])
    const half = '{id: half, name: 减半, when: "true", pays: 50, legalBasis: {title: 收费办法}}'
    expect(rules(items(one(`, reductions: [${half}, ${half}]`)))).toEqual(['id-duplicate'])
  })
})
