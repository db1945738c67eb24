// The place a text is about: full and short names, roads with house numbers, what contradicts itself, and what only looks like a place.
import { describe, expect, it } from 'vitest'
import { gazetteerOf } from './gazetteer.ts'
import { areasAt } from './geography.ts'
import { readPlace } from './place-reading.ts'
import { catalogue, list } from './testing.ts'

const gazetteer = gazetteerOf(catalogue, list)
const read = (text: string, within = '990100') => readPlace(gazetteer, text, within)

describe('a place in a text', () => {
  it('is found by full and short names, joined where they fit', () => {
    expect(read('东山区山前街道的灯坏了')).toMatchObject({ region: '990101', street: '990101001' })
    expect(read('东山山前街道的灯坏了')).toMatchObject({ region: '990101', street: '990101001' })
    expect(read('西河这边没有路灯')).toMatchObject({ region: '990102' })
    expect(read('东山街道春晖社区漏水')).toMatchObject({ street: '990101002', community: 'spring' })
  })

  it('is the part of a long road a house number lies in, and the whole road without one', () => {
    expect(read('橡树大道88号门口很黑')).toMatchObject({ region: '990101', areas: ['oak-road'], address: '橡树大道88号' })
    expect(read('橡树大道120号门口很黑')).toMatchObject({ region: '990102' })
    expect(read('橡树大道很黑')).toMatchObject({ region: '990100' })
  })

  it('is in the grid a facility stands in, and has its point', () => {
    expect(read('星塔公园的灯坏了')).toMatchObject({ street: '990101001', grid: 'grid-1', lat: 22.505, lng: 113.905 })
  })

  it('is where something is, not where somebody comes from', () => {
    expect(read('我从西河区搬来，住在东山区山前街道')).toMatchObject({ region: '990101', street: '990101001' })
  })

  it('is less sure when names contradict each other, and nothing where there is none', () => {
    const [sure, torn] = [read('在东山区山前街道'), read('在东山区和西河区之间')]
    expect(torn?.confidence).toBeLessThan(sure?.confidence ?? 0)
    expect(read('请尽快处理，谢谢')).toBeUndefined()
    expect(read('希望光明正大地公开')).toBeUndefined()
  })
})

describe('a point on the map', () => {
  it('lies in the areas whose outline holds it or whose course is near, and in the finest of their regions', () => {
    const found = areasAt(list, { lng: 113.905, lat: 22.5052 })
    expect([found.region, found.areas.map(({ id }) => id)]).toEqual(['990101001', ['shanqian', 'grid-1', 'tower']])
    expect(areasAt(list, { lng: 113.95, lat: 22.5151 })).toMatchObject({ areas: [{ id: 'oak-road' }] })
    expect(areasAt(list, { lng: 113.95, lat: 22.5151 }).region).toBeUndefined()
    expect(areasAt(list, { lng: 0, lat: 0 }).areas).toEqual([])
  })
})
