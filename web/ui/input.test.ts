// How typed dates and numbers are understood.
// Chinese keyboards give full-width digits and 年月日; people type eight digits.
import { describe, expect, it } from 'vitest'
import { readDate } from './date.ts'
import { readNumber } from './number.ts'

describe('a typed date', () => {
  it.each(['20261116', '2026-11-16', '2026/11/16', '2026.11.16', '2026年11月16日', '２０２６－１１－１６', ' 2026 年 11 月 16 号 '])('%s is understood', (text) => {
    expect(readDate(text)).toBe('2026-11-16')
  })

  it('may leave out leading zeros when it has separators', () => {
    expect(readDate('2026-1-6')).toBe('2026-01-06')
  })

  it.each(['', '2026', '202611', '2026-13-01', '2026-02-29', '20260431', '16-11-2026', '明天', '2026-11-16T00:00'])('"%s" is not taken for one', (text) => {
    expect(readDate(text)).toBeUndefined()
  })

  it('knows leap years', () => {
    expect(readDate('2028-02-29')).toBe('2028-02-29')
  })
})

describe('a typed number', () => {
  it('may carry separators and full-width digits', () => {
    expect(['1234.5', '1,234.5', '１，２３４．５', ' 12 345 ', '-3', '.5'].map(readNumber)).toEqual([1234.5, 1234.5, 1234.5, 12345, -3, 0.5])
  })

  it('is nothing else', () => {
    expect(['', '-', '.', '1e5', '0x10', '12元', '1.2.3', '∞'].map(readNumber)).toEqual(Array(8).fill(undefined))
  })
})
