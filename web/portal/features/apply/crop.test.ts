// Framing a document in a photograph.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cropBox, moveEdge, wholePicture, type Edge } from './crop.ts'

describe('an edge', () => {
  it('stays inside the picture and does not pass the other one, wherever it is moved', () => {
    const edge = fc.constantFrom<Edge>('left', 'right', 'top', 'bottom')
    fc.assert(fc.property(fc.array(fc.tuple(edge, fc.double({ min: -1, max: 2, noNaN: true }))), (moves) => {
      const crop = moves.reduce((now, [which, to]) => moveEdge(now, which, to), wholePicture)
      expect(Math.min(crop.left, crop.top)).toBeGreaterThanOrEqual(0)
      expect(Math.max(crop.right, crop.bottom)).toBeLessThanOrEqual(1)
      expect(Math.min(crop.right - crop.left, crop.bottom - crop.top)).toBeGreaterThan(0.09)
    }))
  })

  it('cuts whole pixels out of the picture', () => {
    expect(cropBox(wholePicture, 1920, 1080)).toEqual({ x: 0, y: 0, width: 1920, height: 1080 })
    expect(cropBox(moveEdge(moveEdge(wholePicture, 'left', 0.25), 'bottom', 0.5), 1920, 1080)).toEqual({ x: 480, y: 0, width: 1440, height: 540 })
  })
})
