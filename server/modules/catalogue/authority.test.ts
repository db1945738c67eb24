// Which authority serves a place.
import { expect, test } from 'vitest'
import type { Authority, Catalogue } from './definitions.ts'
import { authorityOf, listAuthoritiesOf } from './authority.ts'

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
