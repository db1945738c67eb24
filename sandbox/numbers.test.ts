// Tests of the check digits, on examples printed in the standards and on numbers with one character changed.
import { expect, test } from 'vitest'
import { idBirthDate, idSex, isBankCard, isCreditCode, isDate, isIdNumber, newIdNumber } from './numbers.ts'

test('the example of GB 11643 is valid and every other check digit is not', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true)
  for (const digit of '0123456789') expect(isIdNumber(`11010519491231002${digit}`)).toBe(false)
})

test('an ID number with a date of birth that does not exist is invalid', () => {
  expect(isDate('2023-02-29')).toBe(false)
  expect(isDate('2024-02-29')).toBe(true)
  expect(isDate('2024-2-9')).toBe(false)
  expect(isIdNumber('440305202302299990')).toBe(false)
})

test('an ID number tells the date of birth and the sex', () => {
  expect(idBirthDate('11010519491231002X')).toBe('1949-12-31')
  expect(idSex('11010519491231002X')).toBe('female')
})

test('a newborn gets the first free fictional number that fits region, date and sex', () => {
  const taken = new Set<string>()
  const next = (): string => {
    const idNumber = newIdNumber('440305', '2026-11-14', 'male', (number) => taken.has(number))
    taken.add(idNumber)
    return idNumber
  }
  const numbers = [next(), next()]
  expect(numbers.map((number) => number.slice(0, 17))).toEqual(['44030520261114999', '44030520261114997'])
  expect(numbers.every(isIdNumber)).toBe(true)
})

test('when every fictional number of a day is taken the registry says so instead of inventing one', () => {
  expect(() => newIdNumber('440305', '2026-11-14', 'female', () => true)).toThrow(/No fictional ID number is left/)
})

test('a unified social credit code needs its alphabet and its check character', () => {
  expect(isCreditCode('91350100M000100Y43')).toBe(true)
  expect(isCreditCode('91350100M000100Y44')).toBe(false)
  expect(isCreditCode('91350100O000100Y43')).toBe(false)
  expect(isCreditCode('')).toBe(false)
})

test('a bank card number needs its Luhn digit', () => {
  expect(isBankCard('4111111111111111')).toBe(true)
  expect(isBankCard('4111111111111112')).toBe(false)
})
