// Geometry of the map: rounding to a metre, the corners of what is shown.
// Coordinates are near Shenzhen.
import { describe, expect, it } from 'vitest'
import { boundsOf, outlinesOf, pointsOf, rounded, type MapOutline } from './place.ts'

describe('a place on the map', () => {
  it('is kept to about a metre', () => {
    expect(rounded({ lat: 22.533_333_333, lng: 113.930_000_4 })).toEqual({ lat: 22.53333, lng: 113.93 })
  })

  it('lies within the corners of all that is shown, lines and areas alike', () => {
    const outlines = [
      { id: 'a', name: 'A', kind: 'area', region: '440305', rings: [[[113.9, 22.5], [114, 22.5], [114, 22.6]]] },
      { id: 'b', name: 'B', kind: 'line', region: '440300', rings: [[[113.8, 22.55], [114.1, 22.56]]] },
    ] as const
    expect(boundsOf(pointsOf(outlines))).toEqual([{ lat: 22.5, lng: 113.8 }, { lat: 22.6, lng: 114.1 }])
  })

  it('is looked for in its street, else in its district, else everywhere', () => {
    const area = (id: string, region: string): MapOutline => ({ id, name: id, kind: 'area', region, rings: [] })
    const outlines = [area('nanshan', '440305'), area('nantou', '440305001'), area('futian', '440304')]
    const found = (region: string | undefined) => outlinesOf(outlines, region).map(({ id }) => id)
    expect([found('440305001'), found('440305009'), found('440306'), found(undefined)]).toEqual([['nantou'], ['nanshan'], ['nanshan', 'nantou', 'futian'], ['nanshan', 'nantou', 'futian']])
  })

  it('has no corners where nothing is shown', () => {
    expect(boundsOf([])).toBeUndefined()
  })
})
