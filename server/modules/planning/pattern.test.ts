// Two patterns that can never both hold, and pairs that can: checked by texts drawn from one of them.
import { describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { matchesPattern } from './constraint.ts'
import { excludeEachOther } from './pattern.ts'

describe('two patterns', () => {
  it.each([
    ['\\d{6}', '[A-Z]+'], ['[0-9]{6}', '\\d{8}'], ['A.*', 'B.*'], ['[\\u4e00-\\u9fff]{2,4}', '[A-Za-z ]+'], ['(?:粤|桂)B\\d{5}', '(?:粤|桂)A\\d{5}'], ['\\d+', ''],
    ['[^0-9]+', '\\d+'], ['1[3-9]\\d{9}', '0\\d{2,3}-?\\d{7,8}'], ['(?<a>x|y){2}', '[xy]{3,}'],
  ])('%s and %s exclude each other', (a, b) => {
    expect([excludeEachOther(a, b), excludeEachOther(b, a)]).toEqual([true, true])
  })

  it.each([
    ['\\d{6}', '[0-9]+'], ['A.*', '.*B'], ['(?:ab)*', 'a(?:ba)*b'], ['\\w+', '[A-Z]{2}'], ['a|b', 'b|c'], ['x{2,}', 'x{3}'], ['\\S+', '粤.{6}'], ['a??b', 'b'], ['', 'a*'],
  ])('%s and %s do not', (a, b) => {
    expect([excludeEachOther(a, b), excludeEachOther(b, a)]).toEqual([false, false])
  })

  it.each([['\\d+', '\\d*', 3, 2], ['(?:ab)*', '[ab]*', 3, 3], ['\\d{6}', '[0-9]+', 7, Infinity], ['\\d{6}', '[0-9]+', 0, 5]])('%s and %s exclude each other where the length is %d to %d', (a, b, min, max) => {
    expect(excludeEachOther(a, b, min, max)).toBe(true)
  })

  it.each([['(?=a)a', 'a'], ['(a)\\1', 'aa'], ['\\p{Script=Han}+', '[A-Z]+'], ['^a$', 'b'], ['a{1,9999}{1,9999}', 'b'], ['(?:a?){300}', '(?:b?){300}'], ['[', 'a']])('nothing is claimed of %s and %s', (a, b) => {
    expect(excludeEachOther(a, b)).toBeUndefined()
  })

  it('are never said to exclude each other when some text is matched by both', () => {
    const piece = fc.constantFrom('a', 'b', '[ab]', '\\d', '.', '(?:a|bc)', '(?:ab)*', 'a?', 'b{2}', '[^a]', '\\w+', '1{1,2}')
    const pattern = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''))
    const text = fc.array(fc.constantFrom('a', 'b', 'c', '1', '2'), { maxLength: 5 }).map((letters) => letters.join(''))
    fc.assert(fc.property(pattern, pattern, text, (a, b, word) => {
      if (matchesPattern(a, word) && matchesPattern(b, word)) {
        expect(excludeEachOther(a, b)).toBe(false)
        expect(excludeEachOther(a, b, word.length, word.length)).toBe(false)
      }
    }), { numRuns: 1500 })
  })
})
