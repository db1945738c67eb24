// Days a licence has left and the day a reason speaks of.
import { describe, expect, it } from 'vitest'
import { daysUntil, isSoon, reasonDay } from './licence-view.ts'

describe('a licence that ends', () => {
  it('has its last day still to go, and ends soon from ninety days before', () => {
    expect(daysUntil('2026-11-22', '2026-11-22')).toBe(1)
    expect([isSoon('2027-02-19', '2026-11-22'), isSoon('2027-02-20', '2026-11-22')]).toEqual([true, false])
  })

  it('says from when or until when it can be extended, and no day where that is not the reason', () => {
    const days = { opensOn: '2026-12-01', closesOn: '2027-01-30' }
    expect([reasonDay({ because: 'early', ...days }), reasonDay({ because: 'late', ...days }), reasonDay({ because: 'pending', ...days })]).toEqual(['2026-12-01', '2027-01-30', undefined])
  })
})
