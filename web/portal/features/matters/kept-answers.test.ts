// Answers kept over a login: damaged or foreign storage must never break the page.
// Only the reading is tested; writing is the browser's.
import { describe, expect, it } from 'vitest'
import { nothingKept, parseKept } from './kept-answers.ts'

describe('kept answers', () => {
  it('come back as they were', () => {
    const kept = { answers: { 'site.kind': 'hill', 'site.hasLamp': false, 'site.area': 12, 'site.name': null }, declined: ['lamp'], starting: true }
    expect(parseKept(JSON.stringify(kept))).toEqual(kept)
  })

  it.each([null, '', '{', 'null', '3', '"text"', '[]'])('are nothing when the storage holds %j', (stored) => {
    expect(parseKept(stored)).toEqual(nothingKept)
  })

  it('lose only what is damaged', () => {
    expect(parseKept('{"answers":{"a":1,"b":{"c":2},"d":["e"]},"declined":["x",7],"starting":"yes"}')).toEqual({ answers: { a: 1 }, declined: ['x'], starting: false })
    expect(parseKept('{"answers":"a","declined":"x"}')).toEqual(nothingKept)
  })
})
