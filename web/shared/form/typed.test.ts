// Times, amounts and card numbers as people type them.
// What means nothing stays undefined, so the field keeps the text.
import { describe, expect, it } from 'vitest'
import { inFours, masked, moneyText, readMoney, readTime } from './typed.ts'

describe('a typed time', () => {
  it.each(['6:42', '06:42', '0642', '642', '6：42', '６：４２', '6点42', '6时42分', ' 6 : 42 '])('%s is understood', (text) => {
    expect(readTime(text)).toBe('06:42')
  })

  it('may be a full hour', () => {
    expect([readTime('22点'), readTime('0:00')]).toEqual(['22:00', '00:00'])
  })

  it.each(['', '6', '24:00', '12:60', '1:2:3', '早上', '-1:00'])('"%s" is not taken for one', (text) => {
    expect(readTime(text)).toBeUndefined()
  })
})

describe('a typed amount', () => {
  it('is read in yuan and kept in fen', () => {
    expect(['18632.4', '18,632.40', '１８６３２．４０元', '¥ 18632.40', '18632.', '0'].map(readMoney)).toEqual([1863240, 1863240, 1863240, 1863240, 1863200, 0])
  })

  it('has no more than two decimals and no sign', () => {
    expect(['1.234', '-5', '1e3', 'abc', '', '1.2.3'].map(readMoney)).toEqual(Array(6).fill(undefined))
  })

  it('is written back without losing a fen', () => {
    expect([1863240, 1200, 5, 0].map(moneyText)).toEqual(['18632.40', '12', '0.05', '0'])
    expect([1863240, 1200, 5].map(moneyText).map(readMoney)).toEqual([1863240, 1200, 5])
  })
})

describe('an identifier', () => {
  it('stands in fours, as on a card', () => {
    expect([inFours('6219990000000001018'), inFours('6219 9900'), inFours('')]).toEqual(['6219 9900 0000 0001 018', '6219 9900', ''])
  })

  it('is hidden in the middle, the shorter the more of it', () => {
    expect(['440305199005219994', '15400000101', 'A99900102', '9999', ''].map(masked)).toEqual(['4403**********9994', '1540***0101', 'A9*****02', '****', ''])
  })
})
