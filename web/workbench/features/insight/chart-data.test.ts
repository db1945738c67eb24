// What charts are made of: no day is left out because nothing happened, and shares read as people say them.
import { expect, it } from 'vitest'
import { cellOf, datesOf } from './chart-data.ts'

it('every day of a span is there, and every month', () => {
  expect(datesOf({ grain: 'day', from: '2026-02-27', before: '2026-03-02' })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(datesOf({ grain: 'month', from: '2025-11-01', before: '2026-02-01' })).toEqual(['2025-11-01', '2025-12-01', '2026-01-01'])
})

it('a share is a percentage, a number has its thousands', () => {
  expect([cellOf(0.923, true), cellOf(1, true), cellOf(12_345)]).toEqual(['92.3%', '100%', '12,345'])
})
