// Gaps, overlaps and unreachable rows, each with values at which it shows.
import { describe, expect, it } from 'vitest'
import fc from '../../testing/fast-check.ts'
import { evaluate } from '../feel/compile.ts'
import { parseUnaryTests } from '../feel/parse.ts'
import { local, scopeOf } from '../feel/scope.ts'
import { samplesOf, typeOfCells, type Domain } from './axis.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import type { HitPolicy } from './hit-policy.ts'

const today = '2026-11-20'

const cover = (policy: HitPolicy, rows: string[][], domains: Domain[], outputs: string[] = rows.map((_, at) => String(at))): Coverage | undefined => {
  const axes = domains.map((domain, column) => ({ input: 'abc'[column] ?? '', samples: samplesOf(rows.map((row) => parseUnaryTests(row[column] ?? '-')), domain, today) ?? [] }))
  return coverageOf(policy, rows.length, axes, { rank: (row) => Number(outputs[row] ?? 0), same: (a, b) => outputs[a] === outputs[b] })
}

describe('the coverage of a table', () => {
  it('finds nothing wrong with a table that answers everything once', () => {
    expect(cover('UNIQUE', [['< 60', '-'], ['>= 60', 'true'], ['>= 60', 'false']], [{ type: 'integer' }, { type: 'boolean' }])).toEqual({ overlaps: [], unreachable: [] })
  })

  it('names a value no row answers', () => {
    expect(cover('UNIQUE', [['< 60'], ['> 60']], [{ type: 'integer' }])?.gap).toEqual({ a: '60' })
    expect(cover('UNIQUE', [['"young"']], [{ type: 'text', choices: ['young', 'old'] }])?.gap).toEqual({ a: 'old' })
    expect(cover('UNIQUE', [['<= today'], ['> today + duration("P1D")']], [{ type: 'date' }])?.gap).toEqual({ a: '2026-11-21' })
  })

  it('knows that between two whole numbers there is nothing', () => {
    expect(cover('UNIQUE', [['<= 59'], ['>= 60']], [{ type: 'integer' }])?.gap).toBeUndefined()
    expect(cover('UNIQUE', [['<= 59'], ['>= 60']], [{ type: 'number' }])?.gap).toEqual({ a: '59.5' })
  })

  it('names two rows that hold together, and where', () => {
    expect(cover('UNIQUE', [['[0..60]'], ['>= 60'], ['< 0']], [{ type: 'integer' }])?.overlaps).toEqual([{ rows: [0, 1], at: { a: '60' } }])
  })

  it('names rows that never count under the policy of the table', () => {
    expect(cover('FIRST', [['-'], ['>= 60']], [{ type: 'integer' }])?.unreachable).toEqual([1])
    expect(cover('FIRST', [['>= 60'], ['-']], [{ type: 'integer' }])?.unreachable).toEqual([])
    expect(cover('PRIORITY', [['>= 60'], ['-']], [{ type: 'integer' }], ['1', '0'])?.unreachable).toEqual([0])
    expect(cover('COLLECT', [['>= 200'], ['-']], [{ type: 'integer', maximum: 150 }])?.unreachable).toEqual([0])
  })

  it('says nothing where a cell reads other answers, or there is too much to try', () => {
    expect(samplesOf([parseUnaryTests('>= person.age')], { type: 'number' }, today)).toBeUndefined()
    const many = Array.from({ length: 60 }, (_, at) => [String(at), String(at), String(at)])
    expect(cover('FIRST', many, [{ type: 'integer' }, { type: 'integer' }, { type: 'integer' }])).toBeUndefined()
  })

  it('tries every value that some cell tells from its neighbours', () => {
    const bound = fc.integer({ min: -3, max: 3 })
    const text = fc.oneof(bound.map(String), fc.tuple(fc.constantFrom('<', '<=', '>', '>='), bound).map(([op, n]) => `${op} ${n}`), fc.tuple(bound, bound).map(([a, b]) => `[${Math.min(a, b)}..${Math.max(a, b)}]`), bound.map((n) => `not(${n})`))
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.integer({ min: -5, max: 5 }), (texts, value) => {
      const cells = texts.map((each) => parseUnaryTests(each))
      const passes = cells.map((cell) => evaluate(cell, local('?', value, scopeOf({}))) === true)
      const samples = samplesOf(cells, { type: 'integer' }, today) ?? []
      expect(samples.some((sample) => sample.passes.join() === passes.join()), `${value} in ${texts.join(' | ')}`).toBe(true)
    }), { numRuns: 300 })
  })
})

describe('the type of cells', () => {
  it('follows from their bounds', () => {
    const of = (...cells: string[]) => typeOfCells(cells.map((cell) => parseUnaryTests(cell)), today)
    expect([of('-', '>= 60'), of('"a", "b"'), of('true'), of('< today'), of('-')]).toEqual(['number', 'text', 'boolean', 'date', undefined])
  })
})
