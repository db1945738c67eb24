// Savings between two ways of applying: how many fewer, what share, and which are worth saying.
// Figures are invented.
import { describe, expect, it } from 'vitest'
import { savedIn, tellingSavings } from './saved.ts'

const before = { applications: 4, fields: 100, evidence: 8, trips: 3, workingDays: 40 }

describe('a saving', () => {
  it('is the difference and its share of what was before', () => {
    expect(savedIn('fields', before, { ...before, fields: 25 })).toEqual({ id: 'fields', before: 100, after: 25, less: 75, share: 0.75 })
  })

  it('is never negative, and nothing where there was nothing', () => {
    expect(savedIn('fields', before, { ...before, fields: 103 })).toMatchObject({ less: 0, share: 0 })
    expect(savedIn('trips', { ...before, trips: 0 }, { ...before, trips: 0 })).toMatchObject({ less: 0, share: 0 })
  })

  it('is told only where something is saved', () => {
    expect(tellingSavings(before, { ...before, applications: 1, trips: 0, workingDays: 10 }).map(({ id }) => id)).toEqual(['trips', 'workingDays'])
    expect(tellingSavings(before, before)).toEqual([])
  })
})
