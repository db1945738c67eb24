// Which page numbers are offered in a long list.
// undefined is the gap drawn as "…".
import { describe, expect, it } from 'vitest'
import { pageNumbers } from './pages.ts'

describe('page numbers', () => {
  it('are all shown when there are few', () => {
    expect(pageNumbers(2, 3)).toEqual([1, 2, 3])
    expect(pageNumbers(1, 1)).toEqual([1])
  })

  it('keep the ends and the neighbours of the current page', () => {
    expect(pageNumbers(5, 9)).toEqual([1, undefined, 4, 5, 6, undefined, 9])
    expect(pageNumbers(1, 9)).toEqual([1, 2, undefined, 9])
  })

  it('never put a gap where a single page is missing', () => {
    expect(pageNumbers(4, 9)).toEqual([1, 2, 3, 4, 5, undefined, 9])
    expect(pageNumbers(6, 8)).toEqual([1, undefined, 5, 6, 7, 8])
  })
})
