// Fees computed from answers: units, conditions, reductions, rounding, and what is not known yet.
import { describe, expect, it } from 'vitest'
import type { FeeItem, ServiceFee } from '../catalogue/definitions.ts'
import { feeFor } from './fees.ts'
import { catalogueOf, concept, law, matter, rule, service } from './testing/telescope-catalogue.ts'

const item = (stated: Partial<FeeItem> = {}): FeeItem => ({ id: 'fee', name: { 'zh-CN': '费' }, fen: 1000, reductions: [], legalBasis: law, ...stated })
const catalogueWith = (charge: ServiceFee) => catalogueOf({
  concepts: [concept('site.area', 'decimal'), concept('site.price', 'money'), concept('observer.poor', 'boolean'), concept('observer.student', 'boolean')],
  services: [{ ...service('site', {}), charge }], matter: matter([]),
})
const feeOf = (items: FeeItem[], values: Parameters<typeof feeFor>[2] = {}) => feeFor(catalogueWith({ due: 'result', items }), 'site', values, '2026-03-01')

describe('a fee', () => {
  it('is the sum of its items, each so many units', () => {
    expect(feeOf([item(), item({ id: 'area', fen: 60, quantity: rule('ceiling(site.area)') })], { 'site.area': 12.3 })).toMatchObject({ fen: 1000 + 13 * 60, dependsOn: [] })
  })

  it('by value is rounded to whole fen, half a fen up, without the faults of binary fractions', () => {
    const byValue = (price: number) => feeOf([item({ fen: 1, quantity: rule('site.price * 0.0005') })], { 'site.price': price })?.fen
    expect([byValue(1000), byValue(3000), byValue(2999), byValue(201_000_000)]).toEqual([1, 2, 1, 100_500])
    expect(feeOf([item({ fen: 115, reductions: [{ id: 'r', name: { 'zh-CN': '减' }, when: rule('true'), pays: 70, legalBasis: law }] })])?.fen).toBe(81)
  })

  it('leaves out what is not charged, and a service that charges nothing has none', () => {
    expect(feeOf([item({ when: rule('site.area > 100') })], { 'site.area': 5 })).toMatchObject({ fen: 0, lines: [] })
    expect(feeOf([item({ quantity: rule('0') })])).toMatchObject({ fen: 0, lines: [] })
    expect(feeFor(catalogueOf({ concepts: [], services: [service('site', {})], matter: matter([]) }), 'site', {}, '2026-03-01')).toBeUndefined()
  })
})

describe('a reduction', () => {
  const reductions = [
    { id: 'student', name: { 'zh-CN': '学生减半' }, when: rule('observer.student'), pays: 50, legalBasis: law },
    { id: 'poor', name: { 'zh-CN': '低保免收' }, when: rule('observer.poor'), pays: 0, legalBasis: law },
  ]
  it('that leaves least counts, with its name and law', () => {
    expect(feeOf([item({ reductions })], { 'observer.student': true, 'observer.poor': true })).toMatchObject({ fen: 0, lines: [{ reduction: { name: { 'zh-CN': '低保免收' }, pays: 0, legalBasis: law } }] })
  })
  it('whose ground nobody stated does not count, and what it hangs on is named', () => {
    expect(feeOf([item({ reductions })], { 'observer.student': true })).toMatchObject({ fen: 500, dependsOn: ['observer.poor'] })
  })
})

describe('what is not known', () => {
  it('leaves the sum open and says what it depends on', () => {
    expect(feeOf([item(), item({ id: 'area', quantity: rule('site.area') })])).toMatchObject({ fen: null, dependsOn: ['site.area'] })
    expect(feeOf([item({ when: rule('site.area > 100') })])).toMatchObject({ fen: null, dependsOn: ['site.area'] })
  })
  it('is an amount below zero too: then the authority says what it comes to', () => {
    expect(feeOf([item({ quantity: rule('site.area - 10') })], { 'site.area': 5 })).toMatchObject({ fen: null, dependsOn: [] })
  })
})
