// The harness behind every published figure: rounds in turn, the first not counted, honest medians, and a peer that fails is said.
// Invented subjects; nothing is measured here.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { median, run, summarise, type Benchmark, type Subject } from './harness.ts'

const folder = mkdtempSync(join(tmpdir(), 'tongban-harness-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A subject whose rounds give these values, one after the other; what happens is noted in `log`. */
const invented = (subject: string, values: number[], log: string[]): Subject => ({
  subject,
  round: () => {
    log.push(`${subject} round`)
    const value = values.shift()
    return value === undefined ? Promise.reject(new Error(`${subject} fell over`)) : Promise.resolve([{ metric: 'speed', unit: '1/s', value }])
  },
  close: () => {
    log.push(`${subject} close`)
    return Promise.resolve()
  },
})
const benchmarkOf = (name: string, rounds: number, subjects: Subject[]): Benchmark => ({ name, about: 'invented', rounds, subjects: () => Promise.resolve(subjects) })

describe('rounds', () => {
  it('are taken in turn by all subjects, after one that is not counted, and everything is closed at the end', async () => {
    const log: string[] = []
    const said: string[] = []
    const { results } = await run(benchmarkOf('turns', 2, [invented('ours', [1000, 1, 3], log), invented('peer', [1000, 4, 8], log)]), (line) => said.push(line), folder)
    expect(log).toEqual(['ours round', 'peer round', 'ours round', 'peer round', 'ours round', 'peer round', 'ours close', 'peer close'])
    expect(results).toEqual([
      { subject: 'ours', metric: 'speed', unit: '1/s', median: 2, min: 1, max: 3 },
      { subject: 'peer', metric: 'speed', unit: '1/s', median: 6, min: 4, max: 8 },
    ])
    expect(said.map((line) => line.split('  ')[0])).toEqual(['warm-up', 'warm-up', 'round 1', 'round 1', 'round 2', 'round 2'])
  })

  it('end when a subject fails: it is named, all are closed, and the run of before is kept', async () => {
    await run(benchmarkOf('failing', 1, [invented('ours', [1, 2], [])]), () => {}, folder)
    const before = readFileSync(join(folder, 'failing.json'), 'utf8')
    const log: string[] = []
    await expect(run(benchmarkOf('failing', 2, [invented('ours', [1, 2, 3], log), invented('peer', [1], log)]), () => {}, folder)).rejects.toThrow('peer: peer fell over')
    expect(log.filter((line) => line.endsWith('close'))).toEqual(['ours close', 'peer close'])
    expect(readFileSync(join(folder, 'failing.json'), 'utf8')).toBe(before)
  })

  it('are not hidden by a subject that cannot be closed', async () => {
    const stuck: Subject = { ...invented('stuck', [1, 2], []), close: () => Promise.reject(new Error('does not close')) }
    const log: string[] = []
    await expect(run(benchmarkOf('stuck', 1, [stuck, invented('peer', [1, 2], log)]), () => {}, folder)).rejects.toThrow('does not close')
    expect(log).toContain('peer close')
  })
})

describe('a report', () => {
  it('is kept as it is returned: name, machine, rounds, results', async () => {
    const report = await run(benchmarkOf('kept', 1, [invented('ours', [1, 2], [])]), () => {}, folder)
    expect(JSON.parse(readFileSync(join(folder, 'kept.json'), 'utf8'))).toEqual(report)
    expect(report).toEqual({
      benchmark: 'kept', rounds: 1, results: [expect.objectContaining({ subject: 'ours' })],
      machine: { cpu: expect.any(String), cores: expect.any(Number), memoryGb: expect.any(Number), node: process.version, at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/) },
    })
    expect(readdirSync(folder)).toContain('kept.json')
  })
})

describe('figures', () => {
  it('have the middle value as median, of an even number the mean of the two in the middle, in whatever order they came', () => {
    expect([median([5, 1, 3]), median([4, 1, 3, 2]), median([7]), median([10, 9, 1])]).toEqual([3, 2.5, 7, 9])
    expect(median([])).toBeNaN()
  })

  it('are one line for each subject and metric, in the order first seen', () => {
    const figure = (metric: string, value: number) => ({ metric, unit: 'x', value })
    const lines = summarise([{ subject: 'b', figures: [figure('m', 2), figure('n', 1)] }, { subject: 'a', figures: [figure('m', 5)] }, { subject: 'b', figures: [figure('m', 4), figure('n', 1)] }])
    expect(lines.map(({ subject, metric, median: middle, min, max }) => [subject, metric, middle, min, max])).toEqual([['b', 'm', 3, 2, 4], ['b', 'n', 1, 1, 1], ['a', 'm', 5, 5, 5]])
  })
})
