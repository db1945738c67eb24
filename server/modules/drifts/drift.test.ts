// Drift as numbers: shares that moved, what is left to people, what they correct, words that are new.
import { describe, expect, it } from 'vitest'
import { driftOf, type DriftSample, type ReadRequest } from './drift.ts'
import { newTerms } from './new-terms.ts'

const read = (category: string, more: Partial<ReadRequest> = {}): ReadRequest => ({ title: '', text: '', readAs: category, abstained: false, category, named: null, reporter: 'somebody', ...more })
const sample = (lamps: number, noise: number, more: Partial<DriftSample> = {}): DriftSample => ({ requests: [...Array<ReadRequest>(lamps).fill(read('urban/lamps/dark')), ...Array<ReadRequest>(noise).fill(read('noise/building/night'))], rereads: [], ...more })
const learnt = { rows: { 'urban/lamps/dark': 30, 'urban/lamps/bright': 20, 'noise/building/night': 50 }, expectedSure: 0.6 }

describe('drift', () => {
  it('is nothing when classes come as often as before, and has a figure for each of them', () => {
    const { psi, moved, areas, warnings } = driftOf(sample(100, 100), sample(100, 100), learnt, [])
    expect([psi, moved, warnings]).toEqual([0, 0, []])
    expect(areas.map(({ area, requests, share, learnt: taught }) => [area, requests, share, taught])).toEqual([['noise', 100, 0.5, 0.5], ['urban', 100, 0.5, 0.5]])
  })

  it('warns when shares have moved much, by the sum of what each class adds', () => {
    const { moved, areas, warnings } = driftOf(sample(180, 20), sample(100, 100), learnt, [])
    // (0.9 − 0.5)·ln(0.9/0.5) + (0.1 − 0.5)·ln(0.1/0.5) ≈ 0.88
    expect(moved).toBeGreaterThan(0.8)
    expect(areas.reduce((sum, each) => sum + (each.moved ?? 0), 0)).toBeCloseTo(moved ?? 0, 3)
    expect(warnings).toEqual(['classes'])
  })

  it('says nothing of a handful, and of classes that came for the first time no infinity', () => {
    expect(driftOf(sample(5, 0), sample(0, 5), learnt, [])).toMatchObject({ moved: null, warnings: [] })
    expect(Number.isFinite(driftOf(sample(200, 0), sample(0, 200), learnt, []).moved)).toBe(true)
    expect(driftOf(sample(0, 0), sample(0, 0), { rows: {}, expectedSure: 0 }, []).areas).toEqual([])
  })

  it('warns when far more than expected is left to people, and when they correct far more than they should', () => {
    const left = sample(60, 40)
    const many = driftOf({ ...left, requests: left.requests.map((each, nth) => (nth < 65 ? { ...each, abstained: true } : each)) }, sample(60, 40), learnt, [])
    expect(many).toMatchObject({ abstained: { share: 0.65, expected: 0.4 }, warnings: ['abstained'] })
    expect(driftOf({ requests: left.requests.map((each, nth) => (nth < 12 ? { ...each, named: 'urban/lamps/bright' } : each)), rereads: [true, true, false] }, sample(60, 40), learnt, []))
      .toMatchObject({ corrected: { requests: 12, share: 0.12, nowRight: 0.6667 }, warnings: ['corrected'] })
  })

  it('counts as an error of the machine only what it read itself and an official named otherwise', () => {
    const requests = [
      read('urban/lamps/dark', { named: 'urban/lamps/bright' }), read('urban/lamps/dark', { named: 'urban/lamps/bright', abstained: true }), read('urban/lamps/dark', { named: 'urban/lamps/bright', readAs: null }),
      // The reporter chose the wrong one; the official came back to what the machine had read.
      read('urban/lamps/dark', { named: 'urban/lamps/dark' }), read('urban/lamps/dark'),
    ]
    expect(driftOf({ requests, rereads: [] }, sample(0, 0), learnt, []).corrected).toMatchObject({ requests: 1, share: 0.25 })
  })
})

describe('new words', () => {
  const said = (text: string, people: number, from = 0) => Array.from({ length: people }, (_, nth) => ({ reporter: `${from + nth}`, text }))

  it('are pieces many people write now, nobody wrote before, and no line has', () => {
    expect(newTerms([...said('无人机天天在头顶送货', 6), ...said('路灯不亮', 6, 10)], said('路灯不亮', 6), [], 5).map(({ term }) => term)).toContain('无人机天天')
    expect(newTerms(said('共享雨伞乱放', 6), [], ['共享雨伞乱放没人管'], 5)).toEqual([])
    expect(newTerms(said('共享雨伞乱放', 6), said('共享雨伞乱放', 6), [], 5)).toEqual([])
  })

  it('of few people, or of one who writes often, are nobody’s business', () => {
    expect(newTerms(said('共享雨伞乱放', 4), [], [], 5)).toEqual([])
    expect(newTerms(Array(9).fill({ reporter: 'one', text: '共享雨伞乱放' }), [], [], 5)).toEqual([])
  })
})
