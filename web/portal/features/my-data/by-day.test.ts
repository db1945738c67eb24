// Look-ups by day, as a calendar in Shanghai has them.
// Instants are invented.
import { expect, it } from 'vitest'
import { byDay } from './by-day.ts'

it('groups by the day in Shanghai and keeps the order', () => {
  const entries = ['2026-11-21T16:30:00Z', '2026-11-21T15:59:00Z', '2026-11-20T18:00:00Z'].map((at) => ({ at }))
  expect(byDay(entries).map(({ day, entries: own }) => [day, own.length])).toEqual([['2026-11-22', 1], ['2026-11-21', 2]])
  expect(byDay([])).toEqual([])
})
