// The competent authority: the right line, at the right level, where the matter belongs.
import { describe, expect, it } from 'vitest'
import { competentRegion } from './competence.ts'
import { catalogueOf, matter, service } from './testing/telescope-catalogue.ts'

const seat = (line: string, region: string) => ({ line, region, name: { 'zh-CN': line }, shortName: { 'zh-CN': line } })
const catalogue = {
  ...catalogueOf({ concepts: [], services: [], matter: matter([]) }),
  authorities: [seat('parks', '990100'), seat('parks', '990101'), seat('observatory', '990000')],
  regions: { '990200': { code: '990200', name: { 'zh-CN': '县级市' }, level: 'district' as const, parent: '990000' } },
}
const region = (level: 'province' | 'city' | 'district' | 'street', place?: string | null, line = 'parks') => competentRegion(catalogue, service('site', { level, line }), place)

describe('the competent authority', () => {
  it('sits in the region of its level that contains the place', () => {
    expect(region('district', '990101003')).toBe('990101')
    expect(region('city', '990101003')).toBe('990100')
    expect(region('province', '990101', 'observatory')).toBe('990000')
  })

  it('is the next one above where that region has none', () => {
    expect(region('district', '990102')).toBe('990100')
    expect(region('street', '990101003')).toBe('990101')
    expect(region('city', '990101', 'observatory')).toBe('990000')
  })

  it('is the place itself where it is not divided as far as the level', () => {
    expect(region('district', '990100')).toBe('990100')
  })

  it('stands for the region of the catalogue while the place is not known', () => {
    expect([region('city'), region('city', null), region('city', '')]).toEqual(['990100', '990100', '990100'])
  })

  it('keeps the region of the level when nobody of that line is known', () => {
    expect(region('city', '990101', 'customs')).toBe('990100')
  })

  it('goes by the level the catalogue gives a region, whatever its code looks like', () => {
    expect(region('district', '990200', 'customs')).toBe('990200')
  })
})
