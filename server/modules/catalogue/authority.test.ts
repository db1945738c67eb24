// Which authority serves a place.
import { expect, test } from 'vitest'
import type { Authority, Catalogue } from './definitions.ts'
import { authorityOf, lineNameOf, listAuthoritiesOf } from './authority.ts'

const authority = (line: string, region: string): Authority => ({ line, region, name: { 'zh-CN': `${line}${region}` }, shortName: { 'zh-CN': line } })
const region = (code: string, level: Catalogue['regions'][string]['level']) => ({ code, level, name: { 'zh-CN': code }, parent: null })
const catalogueOf = (code: string): Catalogue => ({
  region: code, on: '2026-01-01', concepts: {}, registries: {}, evidence: {}, services: {}, matters: {},
  regions: { '990000': region('990000', 'province'), '990100': region('990100', 'city'), '990101': region('990101', 'district'), '990102': region('990102', 'district') },
  authorities: [authority('health', '990000'), authority('health', '990101'), authority('health', '990102'), authority('tax', '990100')],
})
const city = catalogueOf('990100')

test('the authority of the place itself comes first', () => {
  expect(authorityOf(city, 'health', '990101')?.region).toBe('990101')
})

test('where a place has none, the nearest above it serves', () => {
  expect(authorityOf(city, 'tax', '990101001')?.region).toBe('990100')
  expect(authorityOf(city, 'health', '990100')?.region).toBe('990000')
})

test('a line nobody has there has no authority', () => {
  expect(authorityOf(city, 'fire', '990101')).toBeUndefined()
  expect(authorityOf(city, 'tax', '880000')).toBeUndefined()
})

test('a district service seen from the city is handled by the authorities of the districts', () => {
  expect(listAuthoritiesOf(city, { line: 'health', level: 'district' }).map((each) => each.region)).toEqual(['990101', '990102'])
})

test('seen from a district, the district itself or the level above it handles a service', () => {
  expect(listAuthoritiesOf(catalogueOf('990102'), { line: 'health', level: 'district' }).map((each) => each.region)).toEqual(['990102'])
  expect(listAuthoritiesOf(catalogueOf('990102'), { line: 'tax', level: 'city' }).map((each) => each.region)).toEqual(['990100'])
})

test('a line is called what its authorities are called without their place: by the cities, else the districts', () => {
  const places: Catalogue['regions'] = {
    '990000': { ...region('990000', 'province'), name: { 'zh-CN': '样例省' } }, '990100': { ...region('990100', 'city'), name: { 'zh-CN': '样例市', en: 'Sample City' } },
    '990101': { ...region('990101', 'district'), name: { 'zh-CN': '东山区', en: 'East District' } }, '990102': { ...region('990102', 'district'), name: { 'zh-CN': '西河区', en: 'West District' } },
  }
  const called = (code: string, zh: string, en?: string): Authority => ({ line: 'x', region: code, name: { 'zh-CN': zh }, shortName: { 'zh-CN': zh, ...(en === undefined ? {} : { en }) } })
  const nameOf = (...authorities: Authority[]) => lineNameOf({ regions: places, authorities }, 'x')
  expect(nameOf(called('990000', '省人社厅'), called('990101', '东山人社局'), called('990100', '市人社局'))).toEqual({ 'zh-CN': '人社局' })
  expect(nameOf(called('990000', '省医保局'), called('990101', '东山医保局', 'East Insurance'), called('990102', '西河区医保局', 'West Insurance'))).toEqual({ 'zh-CN': '医保局', en: 'Insurance' })
  expect(nameOf(called('990000', '人民银行样例省分行'))).toEqual({ 'zh-CN': '人民银行省分行' })
  expect(nameOf()).toEqual({ 'zh-CN': 'x' })
})
