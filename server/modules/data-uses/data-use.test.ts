// Several logs as one list: whatever the logs hold, going page by page shows every entry once, in order; cells cannot run as formulas.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beforeIn, comparePlaces, cursorOf, dataUseKinds, placeOf, uuids, type Place } from './data-use.ts'
import { harmless } from './data-use-file.ts'

const place = fc.record({ at: fc.integer({ min: 0, max: 5 }).map((n) => new Date(Date.UTC(2026, 2, 2, 0, 0, n)).toISOString()), kind: fc.constantFrom(...dataUseKinds), key: fc.uuid() })

/** What a log answers: its own entries after a place, the latest first. */
const page = (all: readonly Place[], after: Place | undefined, limit: number): Place[] =>
  dataUseKinds.flatMap((kind) => {
    const before = beforeIn(kind, after, uuids)
    return all.filter((each) => each.kind === kind && (!before || each.at < before.at || (each.at === before.at && each.key < before.key))).sort(comparePlaces).slice(0, limit)
  }).sort(comparePlaces).slice(0, limit)

describe('the list of uses', () => {
  it('shows every entry of every log once, the latest first, however it is cut into pages', () => {
    fc.assert(fc.property(fc.uniqueArray(place, { selector: ({ key }) => key, maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (all, limit) => {
      const shown: Place[] = []
      for (let after: Place | undefined; ; ) {
        const next = page(all, after, limit)
        shown.push(...next)
        if (next.length < limit) break
        after = placeOf(cursorOf(next.at(-1) ?? { at: '', kind: 'lookUp', key: '' }))
      }
      expect(shown).toEqual(all.toSorted(comparePlaces))
    }))
  })

  it('takes no cursor it has not given', () => {
    for (const cursor of ['', 'nonsense', Buffer.from("2026-03-02T00:00:00.000Z lookUp ' or 1=1").toString('base64url'), Buffer.from('2026-99-99T00:00:00.000Z lookUp 00000000-0000-0000-0000-000000000000').toString('base64url')]) expect(placeOf(cursor)).toBeUndefined()
  })
})

describe('a cell of the list to take along', () => {
  it('never begins like a formula', () => {
    for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) expect(harmless(cell)).toBe(`'${cell}`)
    expect(harmless('新生儿出生')).toBe('新生儿出生')
  })
})
