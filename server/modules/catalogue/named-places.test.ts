// Which places a text names.
import { expect, test } from 'vitest'
import type { Region } from './definitions.ts'
import { namedPlaces } from './named-places.ts'

const region = (code: string, name: string, level: Region['level'], notIn?: readonly string[]) => [code, { code, name: { 'zh-CN': name }, level, parent: null, ...(notIn && { notIn }) }] as const
const regions = Object.fromEntries([
  region('990000', '样例省', 'province'), region('990100', '样例市', 'city'), region('990101', '东山区', 'district', ['东山再起']), region('990102', '西河县', 'district'), region('990101001', '山前街道', 'street'),
  region('990200', '邻城市', 'city'), region('990201', '高明区', 'district'),
])

const codes = (text: string) => namedPlaces({ regions, region: '990100' }, text).map(({ code, word }) => `${code} ${word}`)

test('a district is named with and without what its name ends in, a street by its whole name only', () => {
  expect(codes('我在东山住')).toEqual(['990101 东山'])
  expect(codes('东山区在哪办')).toEqual(['990101 东山区'])
  expect(codes('山前的路灯')).toEqual([])
  expect(codes('山前街道的路灯')).toEqual(['990101001 山前街道'])
})

test('of the places of one level the one named last comes first: where somebody goes to', () => {
  expect(codes('从西河搬到东山')).toEqual(['990101 东山', '990102 西河'])
  expect(codes('从东山搬到西河县')).toEqual(['990102 西河县', '990101 东山'])
})

test('a word that holds the name of a place and means something else names none', () => {
  expect(codes('东山再起')).toEqual([])
  expect(codes('在东山东山再起')).toEqual(['990101 东山'])
})

test('a district of another city is named by its whole name only', () => {
  expect(codes('高明的办法')).toEqual([])
  expect(codes('高明区怎么走')).toEqual(['990201 高明区'])
  expect(codes('邻城怎么走')).toEqual(['990200 邻城'])
})

test('the smallest place comes first, and nothing is named where no place is', () => {
  expect(codes('样例省样例市东山区')).toEqual(['990101 东山区', '990100 样例市', '990000 样例省'])
  expect(codes('望远镜丢了')).toEqual([])
})
