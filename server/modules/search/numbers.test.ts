// Reading numbers in characters, and writing them.
import { expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { inCharacters, numberOf, otherNumbers } from './numbers.ts'

test.each([['一百二十', 120], ['两千', 2000], ['十', 10], ['十五', 15], ['三百零二', 302], ['二', 2]])('%s is %i', (text, number) => expect(numberOf(text)).toBe(number))

test('what is no number is not read as one', () => {
  for (const text of ['', '一二三', '百科', '社保', '120']) expect(numberOf(text), text).toBeUndefined()
})

test('a number written in characters is read as the same number', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
    expect(numberOf(inCharacters(number) ?? '')).toBe(number)
  }))
})

test('numbers in a text are written the other way', () => {
  expect(otherNumbers('一百二十平方')).toBe('120平方')
  expect(otherNumbers('12号')).toBe('十二号')
  expect(otherNumbers('社保卡')).toBeUndefined()
  expect(otherNumbers('12345')).toBeUndefined()
})
