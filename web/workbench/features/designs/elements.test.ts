// Elements written in more than one way: what the forms change is all that changes in the file of the pack.
// Some services of the packs with such elements are changed and put back.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isRecord, readValue } from '../../../../server/modules/designs/changes.ts'
import { endsWithClerk, feeAs, feeKind, fenOf, isOneAmount, termAs, toleranceAs, toleranceKind, withLine, withPart, yuanOf } from './elements.ts'
import { fieldsOf, listIn, type Fields } from './fields.ts'
import { overrideOf, rewrite } from './rewrite.ts'

const read = (text: string): Fields => fieldsOf(readValue(text)) ?? {}
const changedLines = (before: string, after: string) => after.split('\n').filter((line) => !before.split('\n').includes(line))

const service = `# 排水
id: drainage
fee:
  # 先交后办
  due: handling # 见清单
  laterKey: stays
  items:
    - id: card
      # 按份收
      name: 工本费
      amount: [{from: '2020-01-01', fen: 2000, source: {title: 样例条例, url: 'https://example.com'}}]
handling:
  levels:
    # 先看材料
    - {role: clerk, name: 审查}
    - {role: approver, name: {zh-CN: 批准, en: Approval}} # 再批
  future: {unknown: true}
evidence:
  - {id: photo, anyOf: [a-photo], tolerable: {dueDays: 5}, legalBasis: {title: 样例法}} # 照片
`

describe('a fee', () => {
  const amount = [{ from: '2020-01-01', fen: 500, source: { title: '样例法' } }]

  it('goes from one amount to items and back without losing a line', () => {
    const items = feeAs('items', amount, '2026-01-01')
    expect(feeKind(items)).toBe('items')
    expect(feeAs('amount', items, '2026-01-01')).toEqual(amount)
  })

  it('with a formula, a reduction or a bearer is more than one amount, and stays as it is', () => {
    const fee = { items: [{ id: 'card', name: '工本费', amount, quantity: 'a.b' }] }
    expect(isOneAmount(fee)).toBe(false)
    expect(feeAs('amount', fee, '2026-01-01')).toBe(fee)
    expect(isOneAmount({ bearer: '银行', items: [{ id: 'card', name: '工本费', amount }] })).toBe(false)
  })

  it('is typed in yuan and kept in whole fen', () => {
    expect([0, 0.01, 19.99, 80, 1234.5].map(fenOf)).toEqual([0, 1, 1999, 8000, 123450])
    expect([-1, 0.001, undefined].map(fenOf)).toEqual([undefined, undefined, undefined])
    expect(yuanOf(1999)).toBe(19.99)
  })

  it('that changes gets a line from a day on, with what the last one says', () => {
    expect(withLine(amount, '2026-05-01')).toEqual([...amount, { ...amount[0], from: '2026-05-01' }])
  })
})

describe('other elements', () => {
  it('a document may follow as usual, within ten days, in terms of its own, or never', () => {
    expect([undefined, true, { dueDays: 5 }, false].map(toleranceKind)).toEqual(['usual', 'ten', 'own', 'never'])
    expect(toleranceAs('own', { dueDays: 5, decideFirst: true })).toEqual({ dueDays: 5, decideFirst: true })
    expect(toleranceAs('usual', true)).toBeUndefined()
  })

  it('a clerk prepares and never decides last', () => {
    expect(endsWithClerk([{ role: 'approver' }, { role: 'clerk' }])).toBe(true)
    expect(endsWithClerk([{ role: 'clerk' }, { role: 'head' }])).toBe(false)
    expect(endsWithClerk([])).toBe(false)
  })

  it('a term in years is the same term in months', () => {
    expect(termAs('months', { years: 5, legalBasis: { title: '法' } })).toEqual({ months: 60, legalBasis: { title: '法' } })
    expect(termAs('years', { months: 60 })).toEqual({ years: 5 })
  })

  it('a part goes when nothing is left in it', () => {
    expect(withPart({ handling: { joint: true } }, 'handling', 'joint', undefined)).toEqual({})
  })
})

describe('in the file of the pack', () => {
  it('one level renamed changes that line; comments, order and keys the form does not know stay', () => {
    const before = read(service)
    const levels = listIn(fieldsOf(before['handling']) ?? {}, 'levels').map((level, index) => (index === 1 ? { ...level, name: { 'zh-CN': '核准', en: 'Approval' } } : level))
    const after = rewrite(service, withPart(before, 'handling', 'levels', levels))
    expect(changedLines(service, after)).toEqual(['    - {role: approver, name: {zh-CN: 核准, en: Approval}} # 再批'])
  })

  it('a fee and a tolerance changed in the form leave the rest byte by byte', () => {
    const before = read(service)
    const fee = withPart(before, 'fee', 'due', 'result')
    expect(changedLines(service, rewrite(service, fee))).toEqual(['  due: result # 见清单'])
    const [need] = listIn(before, 'evidence')
    const after = rewrite(service, { ...before, evidence: [{ ...need, tolerable: { dueDays: 15 } }] })
    expect(changedLines(service, after)).toEqual(['  - {id: photo, anyOf: [a-photo], tolerable: {dueDays: 15}, legalBasis: {title: 样例法}} # 照片'])
  })

  it('services of the packs come back the same value after a change and its opposite', () => {
    const root = new URL('../../../../packs/guangdong/services/', import.meta.url)
    const different = ['drainage-permit.yaml', 'home-title-transfer.yaml', 'disability-certificate-extension.yaml', 'pension-claim.yaml'].filter((file) => {
      const text = readFileSync(new URL(file, root), 'utf8')
      const before = readValue(text)
      if (!isRecord(before)) return true
      const scope = fieldsOf(before['crossRegion'])
      const changed = rewrite(text, { ...before, delivery: ['post'], crossRegion: { ...scope, scope: 'district' }, handling: { ...fieldsOf(before['handling']), precheck: true } })
      return JSON.stringify(readValue(rewrite(changed, before))) !== JSON.stringify(before)
    })
    expect(different).toEqual([])
  })

  it('a city that takes all reductions away omits each', () => {
    const inherited = { fee: { items: [{ id: 'card', reductions: [{ id: 'small', pays: 0 }] }] } }
    expect(overrideOf('x', inherited, { fee: { items: [{ id: 'card' }] } })).toEqual({ overrides: 'x', fee: { items: [{ id: 'card', reductions: [{ id: 'small', omit: true }] }] } })
  })
})
