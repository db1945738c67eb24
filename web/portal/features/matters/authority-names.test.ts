// What an authority is called before and after its district is known.
// Places and bureaus are invented.
import { describe, expect, it } from 'vitest'
import type { Authority } from '../../../../server/modules/catalogue/definitions.ts'
import { authorityName } from './authority-names.ts'

const bureau = (line: string, region: string, shortName: string, en: string): Authority => ({ line, region, name: { 'zh-CN': shortName }, shortName: { 'zh-CN': shortName, en } })
const catalogue = {
  region: '990100',
  authorities: [
    bureau('sky', '990000', '省星空厅', 'Province Sky'), bureau('sky', '990101', '东湖星空局', 'East Lake Sky'), bureau('sky', '990102', '西山星空局', 'West Hill Sky'),
    bureau('harbour', '990000', '省港务厅', 'Province Harbour'), bureau('funds', '990100', '市基金中心', 'City Funds'), bureau('sky', '980101', '外省星空局', 'Elsewhere Sky'),
  ],
}
const name = (line: string, region: string, language: 'zh-CN' | 'en' = 'zh-CN') => authorityName(catalogue, line, region, (texts) => texts[language] ?? texts['zh-CN'])

describe('the name of an authority', () => {
  it('is its own when the district is known', () => {
    expect(name('sky', '990102')).toBe('西山星空局')
  })

  it('is what the districts have in common while it is not', () => {
    expect([name('sky', '990100'), name('sky', '990000'), name('sky', '990100', 'en')]).toEqual(['星空局', '星空局', 'Sky'])
  })

  it('is that of the only one in the city, or of the nearest above', () => {
    expect([name('funds', '990101'), name('harbour', '990101')]).toEqual(['市基金中心', '省港务厅'])
  })

  it('is the line itself when the catalogue has nobody', () => {
    expect(name('forests', '990101')).toBe('forests')
  })
})
