// Published figures say whether their aims are reached, from the run itself: also when the run has no such figure.
import { describe, expect, it } from 'vitest'
import type { Line, Report } from '../bench/harness.ts'
import { benchmarkTable } from './benchmarks-table.ts'

const line = (metric: string, unit: string, median: number, subject = 'tongban'): Line => ({ subject, metric, unit, median, min: median, max: median })
const reportOf = (benchmark: string, results: Line[]): Report => ({ benchmark, rounds: 5, results, machine: { cpu: 'invented', cores: 2, memoryGb: 8, node: 'v24.0.0', at: '2026-03-02T00:00:00.000Z' } })
const aimsIn = (table: string): string[] => table.split('\n').filter((each) => each.startsWith('Aim:'))

describe('an aim', () => {
  it('to stay below is reached up to the limit itself and not above it', () => {
    const aimAt = (value: number) => aimsIn(benchmarkTable(reportOf('credentials', [line('shown code checked, p95', 'ms', value)]))).find((each) => each.includes('p95'))
    expect(aimAt(30)).toBe('Aim: shown code checked, p95, tongban, at most 30 ms. Measured: 30 ms — **reached**.')
    expect(aimAt(30.4)).toContain('**not reached**')
  })

  it('to come to is reached from the limit itself and not below it', () => {
    const aimAt = (value: number) => aimsIn(benchmarkTable(reportOf('exchange', [line('calls per second', '1/s', value)]))).find((each) => each.includes('calls per second'))
    expect(aimAt(800)).toBe('Aim: calls per second, tongban, at least 800 1/s. Measured: 800 1/s — **reached**.')
    expect(aimAt(799)).toContain('**not reached**')
  })

  it('is of our own figure, never of a peer’s, and is not left out when the run has none', () => {
    const aims = aimsIn(benchmarkTable(reportOf('credentials', [line('issue', '/s per core', 9000, 'jose')])))
    expect(aims[0]).toBe('Aim: issue, tongban, at least 1000. This run has no figure.')
    expect(aims.every((each) => !each.includes('reached'))).toBe(true)
  })
})
