// The remembered place counts only where it is served.
import { expect, test } from 'vitest'
import { districtServed } from './district.ts'

const region = (code: string) => ({ code, name: { 'zh-CN': code }, level: 'district' as const, parent: null })
const served = { region: '440300', regions: [region('440000'), region('440300'), region('440305')] }

test('a district that is served is where one asks from', () => {
  expect([districtServed('440305', served), districtServed('440300', served)]).toEqual(['440305', '440300'])
})

test('a district that is served no more, or by another city, or above what is served, is none: the city counts', () => {
  expect(['440311', '440106', '440000', '', 'x', '44030'].map((code) => districtServed(code, served))).toEqual(Array(6).fill(undefined))
})

test('until it is known what is served, what was remembered counts', () => {
  expect(districtServed('440305', undefined)).toBe('440305')
})
