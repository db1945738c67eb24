// How the results of the steps of `npm test` add up to the one line the build server reads.
// The runner itself is proven by every build.
import { describe, expect, it } from 'vitest'
import { countsOf, failureLine, inTurns, isFailureLine, parseCounts, steps, summary } from './test-steps.ts'

describe('the line with the counts of a step', () => {
  it('is recognised only when it stands alone', () => {
    expect(parseCounts('12 passed, 3 failed')).toEqual({ passed: 12, failed: 3 })
    expect(parseCounts('unit: 12 passed, 3 failed')).toBeUndefined()
    expect(parseCounts('12 passed')).toBeUndefined()
  })
})

describe('the counts of a step', () => {
  it('are one check where the step does not count', () => {
    expect(countsOf(true, undefined)).toEqual({ passed: 1, failed: 0 })
    expect(countsOf(false, undefined)).toEqual({ passed: 0, failed: 1 })
  })

  it('never hide that the step failed, even when each of its checks passed', () => {
    expect(countsOf(false, { passed: 9, failed: 0 })).toEqual({ passed: 9, failed: 1 })
    expect(countsOf(false, { passed: 9, failed: 2 })).toEqual({ passed: 9, failed: 2 })
  })
})

describe('the summary', () => {
  it('ends with the sum of all steps alone on its line', () => {
    const text = summary([
      { step: { name: 'types' }, ok: true, counts: { passed: 1, failed: 0 }, seconds: 0.8 },
      { step: { name: 'unit' }, ok: false, counts: { passed: 40, failed: 2 }, seconds: 61 },
    ])
    expect(text.trimEnd().split('\n').at(-1)).toBe('41 passed, 2 failed')
    expect(text).toContain('✗ unit')
  })

  it('names every check that failed once more, above the sum', () => {
    const line = failureLine('server/a.test.ts › knows its days', 'expected 3\n\n  to be 4')
    expect(isFailureLine(line)).toBe(true)
    expect(['newborn-staff   ✗ 公安 / the police', '✓ all well'].map(isFailureLine)).toEqual([true, false])
    expect(summary([], [line.trimEnd()])).toBe('\n\n\n✗ server/a.test.ts › knows its days: expected 3 ⏎ to be 4\n\n0 passed, 0 failed\n')
  })
})

describe('the steps', () => {
  it('have names of their own, because `npm test -- <name>` asks for one', () => {
    const names = steps.map((step) => step.name)
    expect(new Set(names).size).toBe(names.length)
  })
  it('all run, also when one is asked for whose neighbour is not', () => {
    expect(inTurns(steps).flat()).toEqual(steps)
    expect(inTurns(steps)[0]?.map(({ name }) => name)).toEqual(['types', 'lint', 'packs'])
    expect(inTurns(steps.filter(({ name }) => name === 'lint' || name === 'unit')).map((turn) => turn.map(({ name }) => name))).toEqual([['lint'], ['unit']])
  })
})
