// What officials type as an amount.
import { expect, test } from 'vitest'
import { fenOf } from './amount.ts'

test('yuan with up to two decimals become fen without rounding', () => {
  expect(['80', '80.5', '80.05', '１２．３０', '1.15'].map(fenOf)).toEqual([8000, 8050, 8005, 1230, 115])
})

test('nothing, zero, signs and more decimals are no amount', () => {
  expect(['', '0', '0.00', '-3', '1.234', '1,000', '八十'].map(fenOf)).toEqual(Array.from({ length: 7 }, () => undefined))
})
