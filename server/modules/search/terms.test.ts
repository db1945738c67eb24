// Normalising text and cutting it into terms.
import { expect, test } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { hasTerm, normalise, termsOf } from './terms.ts'

test('full width, capitals, traditional characters and signs make no difference', () => {
  expect(normalise('Ｒ字签证（延期）')).toBe('r 字签证 延期')
  expect(normalise('出生醫學證明')).toBe('出生医学证明')
  expect(normalise('《中华人民共和国残疾人证》  新办')).toBe('中华人民共和国残疾人证 新办')
  expect(normalise('A类 和B类')).toBe('a 类 和 b 类')
})

test('nothing but signs and emoji is nothing', () => {
  expect(normalise(' 😀——！？\0\t<> ')).toBe('')
  expect(termsOf('')).toEqual([])
})

test('Chinese is cut into pairs of neighbours, other scripts into words', () => {
  expect(termsOf(normalise('社保卡 ABC 2021年'))).toEqual(['社保', '保卡', 'abc', '2021', '年'])
})

test('a character alone is a term of what is indexed, so that one can ask for it', () => {
  expect(termsOf('纳税', { singles: true })).toEqual(['纳税', '纳', '税'])
  expect(termsOf(normalise('税'))).toEqual(['税'])
})

test('characters outside the basic plane are one character each', () => {
  expect(termsOf(normalise('𠮷野家'))).toEqual(['𠮷野', '野家'])
})

test('a Latin word is found whole only', () => {
  expect(hasTerm('birth certificate 出生', 'birth')).toBe(true)
  expect(hasTerm('birthday 出生', 'birth')).toBe(false)
  expect(hasTerm('出生证', '生证')).toBe(true)
})

test('whatever is typed, terms are short and hold letters and digits only', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
    for (const term of termsOf(normalise(text), { singles: true })) {
      expect(term).toMatch(/^[\p{L}\p{N}]+$/u)
      expect([...term].length).toBeLessThanOrEqual(40)
    }
  }))
})

test('a text has every term it is cut into', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
    const normalised = normalise(text)
    for (const term of termsOf(normalised)) if ([...term].length < 40) expect(hasTerm(normalised, term)).toBe(true)
  }))
})
