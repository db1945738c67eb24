// Where boxes go in the lane diagram.
// The spans are a small invented process of three units.
import { describe, expect, it } from 'vitest'
import { layoutLanes, textWidth, type LaneSpan } from './lane-layout.ts'

const span = (id: string, lane: string, start: number, end: number, dependsOn: string[] = [], width = 100): LaneSpan => ({ id, lane, start, end, dependsOn, width })
const sizes = { width: 0, row: 60, box: 40, gap: 20 }

describe('the lane diagram', () => {
  it('puts what starts after another to its right and lets parallel work share the columns', () => {
    const { boxes } = layoutLanes(['a', 'b', 'c'], [span('first', 'a', 0, 1), span('left', 'b', 1, 3, ['first']), span('right', 'c', 1, 3, ['first'])], sizes)
    expect(boxes.get('first')).toEqual({ x: 10, y: 10, width: 100 })
    expect(boxes.get('left')).toEqual({ x: 130, y: 70, width: 100 })
    expect(boxes.get('right')).toEqual({ x: 130, y: 130, width: 100 })
  })

  it('gives overlapping work of one unit a row each', () => {
    const { lanes, height } = layoutLanes(['a', 'b'], [span('x', 'a', 0, 2), span('y', 'a', 1, 3), span('z', 'a', 3, 4), span('w', 'b', 0, 1)], sizes)
    expect(lanes).toEqual([{ id: 'a', y: 0, height: 120 }, { id: 'b', y: 120, height: 60 }])
    expect(height).toBe(180)
  })

  it('makes room for the longest words and stretches to the width there is', () => {
    const spans = [span('x', 'a', 0, 1, [], 200), span('y', 'a', 1, 2, ['x'], 100)]
    expect(layoutLanes(['a'], spans, sizes).minWidth).toBe(340)
    expect(layoutLanes(['a'], spans, { ...sizes, width: 400 }).boxes.get('y')?.width).toBe(130)
  })

  it('shares the room a long piece of work lacks among its columns', () => {
    const { boxes, minWidth } = layoutLanes(['a', 'b'], [span('x', 'a', 0, 1), span('y', 'a', 1, 2, ['x']), span('long', 'b', 0, 2, [], 300)], sizes)
    expect(minWidth).toBe(320)
    expect(boxes.get('long')?.width).toBe(300)
    expect(boxes.get('x')?.width).toBe(140)
  })

  it('gives a box to something that takes no time', () => {
    const { boxes } = layoutLanes(['a'], [span('x', 'a', 0, 5), span('at once', 'a', 5, 5, ['x'])], sizes)
    expect(boxes.get('at once')).toEqual({ x: 130, y: 10, width: 100 })
  })

  it('draws a line for each dependency, straight along a row, and none to what is not there', () => {
    const { links } = layoutLanes(['a', 'b'], [span('x', 'a', 0, 1), span('y', 'a', 1, 2, ['x', 'gone']), span('z', 'b', 1, 2, ['x'])], sizes)
    expect(links.map(({ from, to }) => [from, to])).toEqual([['x', 'y'], ['x', 'z']])
    expect(links[0]?.path).toBe('M110 30H130')
    expect(links[1]?.path).toMatch(/^M110 30H\d+C.* 130 90$/)
  })

  it('is empty without work', () => {
    expect(layoutLanes([], [], sizes)).toEqual({ minWidth: 0, height: 0, boxes: new Map(), lanes: [], links: [] })
  })

  it('reckons Chinese letters twice as wide as Latin ones', () => {
    expect(textWidth('出生登记', 16)).toBe(64)
    expect(textWidth('card', 16)).toBeLessThan(40)
  })
})
