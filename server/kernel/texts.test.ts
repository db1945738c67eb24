// What names have in common, for authorities of which nobody knows yet whose it will be.
// Chinese is compared letter by letter, other languages word by word.
import { describe, expect, it } from 'vitest'
import { commonEnd } from './texts.ts'

describe('the common end of names', () => {
  it('is the letters all Chinese names end in', () => {
    expect(commonEnd(['南山卫健局', '福田卫健局', '大鹏新区卫健局'])).toBe('卫健局')
    expect(commonEnd(['南山公安分局'])).toBe('南山公安分局')
  })

  it('is whole words in other languages', () => {
    expect(commonEnd(['Nanshan Health', 'Futian Health'])).toBe('Health')
    expect(commonEnd(['Nanshan Police', 'Futian Health'])).toBe('')
  })

  it('is nothing when one letter or no name is left', () => {
    expect([commonEnd(['南山局', '福田处']), commonEnd(['南山局', '公安局']), commonEnd([])]).toEqual(['', '', ''])
  })
})
