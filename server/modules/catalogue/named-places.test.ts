// Which places a text names.
import { expect, test } from 'vitest'
import { namedPlaces } from './named-places.ts'

const region = (code: string, name: string, level: string) => [code, { code, name: { 'zh-CN': name }, level }] as const
const regions = Object.fromEntries([region('990000', '样例省', 'province'), region('990100', '样例市', 'city'), region('990101', '东山区', 'district'), region('990101001', '山前街道', 'street')])

const codes = (text: string) => namedPlaces(regions, text).map(({ code, word }) => `${code} ${word}`)

test('a district is named with and without what its name ends in, a street by its whole name only', () => {
  expect(codes('我在东山住')).toEqual(['990101 东山'])
  expect(codes('东山区在哪办')).toEqual(['990101 东山区'])
  expect(codes('山前的路灯')).toEqual([])
  expect(codes('山前街道的路灯')).toEqual(['990101001 山前街道'])
})

test('the smallest place comes first, and nothing is named where no place is', () => {
  expect(codes('样例省样例市东山区')).toEqual(['990101 东山区', '990100 样例市', '990000 样例省'])
  expect(codes('望远镜丢了')).toEqual([])
})
