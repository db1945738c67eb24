// Which concepts a rule reads: the base of dependency analysis, so nothing may be missing and nothing invented.
// The rules are read by the real parser.
import { expect, test } from 'vitest'
import { conceptsOf } from './expression.ts'
import { parse, parseUnaryTests } from './parse.ts'

const reads = (text: string): string[] => conceptsOf(parse(text))

test('every concept is listed once, in the order it is read', () => {
  expect(reads('parents.married = true and child.birthDate <= today and not(parents.married = false)')).toEqual(['parents.married', 'child.birthDate'])
})

test('concepts are found in every kind of expression', () => {
  const text = `if a.a = 1 then -b.b + c.c else {k: d.d, l: [e.e, f.f between g.g and h.h]}.k
    + (i.i in (j.j, [k.k..l.l], < m.m))
    + count(n.n[item > o.o]) + (some x in p.p satisfies x = q.q) + (for x in 1..r.r return s.s)
    + substring(string: t.t, start position: 1) + (u.u instance of number) + (function(v) v.v + w.w)(y.y)`
  expect(reads(text)).toEqual([...'abcdfgehijklmnopqrstuwy'].toSorted().flatMap((letter) => (letter === 'e' ? ['e.e'] : [`${letter}.${letter}`])))
})

test('names bound inside the expression are no concepts', () => {
  expect(reads('for x in children.ages, y in x.z return x.a + y + count(partial)')).toEqual(['children.ages'])
  expect(reads('{ fee: office.fee, total: fee * 2 }')).toEqual(['office.fee'])
  expect(reads('(function(a) a.b)(1)')).toEqual([])
})

test('today and now are supplied by the caller and are no concepts', () => {
  expect(reads('child.birthDate < today and today() < date(now)')).toEqual(['child.birthDate'])
})

test('a property of a date is not part of the concept, unless the concept would have one name only', () => {
  expect(reads('child.birthDate.year = 2026')).toEqual(['child.birthDate'])
  expect(reads('office.year = 2026')).toEqual(['office.year'])
  expect(reads('child.birth.place = "x"')).toEqual(['child.birth.place'])
})

test('an undotted name inside a filter may be a field of the item and is not listed', () => {
  expect(reads('family.children[age > limits.age and item.sex = sex]')).toEqual(['family.children', 'limits.age'])
})

test('the tested value of a decision table cell is not a concept', () => {
  expect(conceptsOf(parseUnaryTests('> limits.age, ? = mother.age'))).toEqual(['limits.age', 'mother.age'])
})
