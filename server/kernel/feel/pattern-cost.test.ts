// Patterns that could keep a server busy are refused, ordinary ones are not, and what is accepted is quick on hostile texts.
import { describe, expect, it } from 'vitest'
import { isCheapPattern, longestMatched } from './pattern-cost.ts'

describe('a pattern', () => {
  it.each([
    '(a+)+$', '(?:[a-z]+)+9', '(a*)*b', '(a|a)*b', '(?:a|ab?)*c', '(?:a?){300}', '([a-zA-Z]+)*', '(.*a){20}', 'a*a*a*b', '.*.*x', '(?:x+x+)+y', '(?:\\w|\\d)+!', '(\\u{4e00}|[一-龥])*x', '(?:)*', '((ab)+|(abab)+)+c', '\\p{L}*\\p{Lu}*[a-z]*1',
  ])('%s with too many ways to read a text is refused', (pattern) => {
    expect(isCheapPattern(pattern)).toBe(false)
  })

  it.each([
    '[^@\\s]+@[^@\\s]+', '[\\p{Script=Han}·]{2,30}', '\\d{6}', '(?:粤|桂)[A-Z][A-Z0-9]{5,6}', '[A-Z]+(?:-[A-Z]+)*', '\\d{1,3}(?:,\\d{3})*(?:\\.\\d{2})?', '(?:\\d{1,3}\\.){3}\\d{1,3}', '.*foo', '1[3-9]\\d{9}', '0\\d{2,3}-?\\d{7,8}', '(?<a>x|y){2}', '', '^(a|b)*$',
  ])('%s is accepted', (pattern) => {
    expect(isCheapPattern(pattern)).toBe(true)
  })

  it('that is accepted is tried quickly on the texts that suit it least', () => {
    for (const pattern of ['a*a*b', '[A-Z]+(?:-[A-Z]+)*!', '(?:a|b)*c', '\\d{1,3}(?:,\\d{3})*!']) {
      expect(isCheapPattern(pattern), pattern).toBe(true)
      const start = performance.now()
      for (const text of ['a', 'A', 'A-', 'ab', '1,111']) new RegExp(pattern, 'u').test(text.repeat(longestMatched).slice(0, longestMatched))
      expect(performance.now() - start, pattern).toBeLessThan(1000)
    }
  })
})
