// The border between JSON answers and FEEL values, and how names are looked up.
// JSON knows no dates: the type of the concept decides.
import { expect, test } from 'vitest'
import { evaluate } from './compile.ts'
import { parse } from './parse.ts'
import { fromFeel, scopeOf, toFeel, type FeelInput, type FeelType } from './scope.ts'

const roundTrip = (value: FeelInput, type?: FeelType): unknown => fromFeel(toFeel(value, type))

test.each<[FeelInput, FeelType, unknown]>([
  ['2026-11-16', 'date', '2026-11-16'], ['2026-02-30', 'date', null], ['16.11.2026', 'date', null], [20261116, 'date', null],
  ['10:30:00', 'time', '10:30:00'], ['25:00:00', 'time', null], ['P1Y', 'duration', 'P1Y'], ['1 year', 'duration', null],
  ['2026-11-16T10:00:00', 'dateTime', '2026-11-16T10:00:00'], ['2026-11-16T10:00:00+09:00', 'dateTime', '2026-11-16T10:00:00+09:00'],
  ['soon', 'dateTime', null], ['2026-11-16T17:30:00.250Z', 'dateTime', '2026-11-17T01:30:00.25+08:00'],
  [3, 'number', 3], ['3.5', 'number', 3.5], ['', 'number', null], ['3 apples', 'number', null], [Number.NaN, 'number', null], [true, 'number', null],
  [true, 'boolean', true], ['false', 'boolean', false], ['true', 'boolean', true], ['yes', 'boolean', null], [1, 'boolean', null],
  ['小满', 'text', '小满'], [440305, 'text', '440305'], [true, 'text', null], [null, 'text', null], [undefined, 'date', null],
  [['2026-11-16', 'x'], 'date', ['2026-11-16', null]], [{ a: [1, undefined, Infinity] }, 'any', { a: [1, null, null] }],
])('%j read as %s gives %j', (value, type, expected) => {
  expect(roundTrip(value, type)).toEqual(expected)
})

test('values are left alone when no type is given', () => {
  expect(roundTrip({ born: '2026-11-16', list: [1, 'a', null] })).toEqual({ born: '2026-11-16', list: [1, 'a', null] })
})

test('an answer is read by the type of its concept, and today is a date', () => {
  const types: Record<string, FeelType> = { 'child.birthDate': 'date' }
  const scope = scopeOf({ 'child.birthDate': '2026-11-10' }, { today: '2026-11-16' }, (name) => types[name])
  expect(fromFeel(evaluate(parse('today - child.birthDate'), scope))).toBe('P6D')
  expect(evaluate(parse('child.birthDate + duration("P60D") >= today'), scope)).toBe(true)
})

test('a legal day is the day in China, also when an instant is given in UTC', () => {
  const scope = scopeOf({ submitted: toFeel('2026-11-16T17:00:00Z', 'dateTime') })
  expect(fromFeel(evaluate(parse('date(submitted)'), scope))).toBe('2026-11-17')
})

test('keys that mean something to JavaScript are ordinary keys', () => {
  const scope = scopeOf({ 'a.constructor': 1, c: JSON.parse('{"__proto__": {"x": 2}}') })
  expect(evaluate(parse('a.constructor'), scope)).toBe(1)
  expect(fromFeel(evaluate(parse('c'), scope))).toEqual(JSON.parse('{"__proto__": {"x": 2}}'))
  expect(evaluate(parse('c.x'), scope)).toBe(null)
})
