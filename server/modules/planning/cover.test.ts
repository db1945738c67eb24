// The fewest documents: exact against trying everything, and honest about what could not be proven.
import { describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { fewestDocuments, searchLimit, type CoverNeed } from './cover.ts'

const need = (id: string, ...anyOf: string[]): CoverNeed => ({ id, anyOf })

/** Tries every set of documents. */
const bruteForce = (needs: readonly CoverNeed[]): number => {
  const documents = [...new Set(needs.flatMap(({ anyOf }) => anyOf))]
  let fewest = documents.length
  for (let set = 0; set < 2 ** documents.length; set += 1) {
    const taken = new Set(documents.filter((_, at) => (set >> at) & 1))
    if (taken.size < fewest && needs.every(({ anyOf }) => anyOf.some((each) => taken.has(each)))) fewest = taken.size
  }
  return fewest
}

const needsOver = (documents: number, most: number) =>
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: documents - 1 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: most })
    .map((all) => all.map((anyOf, at) => need(`n${at}`, ...anyOf.map((each) => `d${each}`))))

/** The fewest for every set of needs, each from the sets it grows out of: as many documents as there may be. */
const byTable = (needs: readonly CoverNeed[]): number => {
  const covers = [...new Set(needs.flatMap(({ anyOf }) => anyOf))].map((document) => needs.reduce((bits, { anyOf }, at) => (anyOf.includes(document) ? bits | (1 << at) : bits), 0))
  const fewest = new Uint8Array(2 ** needs.length).fill(255)
  fewest[0] = 0
  for (let set = 0; set < fewest.length; set += 1) for (const each of covers) fewest[set | each] = Math.min(fewest[set | each] ?? 255, (fewest[set] ?? 255) + 1)
  return fewest.at(-1) ?? 255
}

/** The same numbers every run, without a clock or randomness. */
const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    // mulberry32: 32-bit arithmetic throughout, so that the low bits are as good as the high ones
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

describe('the fewest documents', () => {
  it('are as few as trying every combination finds, proven, and meet every need with something it accepts', () => {
    fc.assert(fc.property(needsOver(9, 12), (needs) => {
      const cover = fewestDocuments(needs)
      expect(cover.documents).toBe(bruteForce(needs))
      expect(cover.atLeast).toBe(cover.documents)
      expect(new Set(cover.chosen.values()).size).toBe(cover.documents)
      for (const { id, anyOf } of needs) expect(anyOf).toContain(cover.chosen.get(id))
    }), { numRuns: 150 })
  })

  it('are as few as a table of all sets of needs says, with many documents to choose from', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const next = numbers(seed)
      const needs = Array.from({ length: 15 }, (_, at) => need(`n${at}`, ...new Set(Array.from({ length: 2 + next(4) }, () => `d${next(14 + seed)}`))))
      const cover = fewestDocuments(needs)
      expect([cover.documents, cover.atLeast]).toEqual([byTable(needs), byTable(needs)])
    }
  })

  it('are the same whatever the order of the needs', () => {
    const shuffled = needsOver(8, 10).chain((needs) => fc.tuple(fc.constant(needs), fc.shuffledSubarray(needs, { minLength: needs.length })))
    fc.assert(fc.property(shuffled, ([needs, others]) => {
      expect(new Map([...fewestDocuments(others).chosen].sort())).toEqual(new Map([...fewestDocuments(needs).chosen].sort()))
    }))
  })

  it('follow the order of the authors where several are as good', () => {
    expect(fewestDocuments([need('a', 'second', 'first')]).chosen.get('a')).toBe('second')
    expect(fewestDocuments([]).documents).toBe(0)
  })

  it('beat always taking the document that meets most', () => {
    const needs = [need('1', 'big', 'left'), need('2', 'big', 'left'), need('3', 'big', 'right'), need('4', 'big', 'right'), need('5', 'left'), need('6', 'right')]
    expect(fewestDocuments(needs)).toMatchObject({ documents: 2, atLeast: 2 })
  })

  it('come with a lower bound when there are too many needs to prove it', () => {
    const next = numbers(7)
    const needs = Array.from({ length: 130 }, (_, at) => need(`n${String(at).padStart(3, '0')}`, ...new Set([`d${next(40)}`, `d${next(40)}`, `d${next(40)}`])))
    const cover = fewestDocuments(needs)
    expect(cover.atLeast).toBeGreaterThan(0)
    expect(cover.atLeast).toBeLessThan(cover.documents)
    for (const { id, anyOf } of needs) expect(anyOf).toContain(cover.chosen.get(id))
  })
})

describe('forty requirements', () => {
  /** Documents each good for `each` of forty needs, drawn by a fixed generator; a need nothing is good for has a document of its own. */
  const drawn = (seed: number, documents: number, each: number): CoverNeed[] => {
    const next = numbers(seed)
    const anyOf: string[][] = Array.from({ length: 40 }, () => [])
    for (let at = 0; at < documents; at += 1) for (const good of new Set(Array.from({ length: each }, () => next(40)))) anyOf[good]?.push(`d${at}`)
    return anyOf.map((own, at) => ({ id: `n${String(at).padStart(2, '0')}`, anyOf: own.length > 0 ? own : [`own${at}`] }))
  }
  const shapes = [20, 60, 100].flatMap((documents) => [2, 3, 4, 6, 8].map((each) => [documents, each] as const))

  it.each(shapes)('and %i documents good for up to %i of them each are covered by the provably fewest, within the steps there are', (documents, each) => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const cover = fewestDocuments(drawn(seed, documents, each))
      expect(cover.documents).toBe(cover.atLeast)
      expect(cover.steps).toBeLessThan(searchLimit)
    }
  })

  it('and 200 documents good for up to 6 of them each come with a lower bound, and no claim of more, when the steps are used up', () => {
    const needs = drawn(1, 200, 6)
    const cover = fewestDocuments(needs)
    expect(cover.steps).toBe(searchLimit)
    expect(cover.atLeast).toBeGreaterThanOrEqual(6)
    expect(cover.atLeast).toBeLessThan(cover.documents)
    for (const { id, anyOf } of needs) expect(anyOf).toContain(cover.chosen.get(id))
  })
})
