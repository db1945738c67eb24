// Two books compared, and the table that is taken away.
import { describe, expect, it } from 'vitest'
import { compareDay, toCsv } from './statement.ts'
import type { StatementLine } from './provider.ts'

const line = (number: string, fen: number, what: StatementLine['what'] = 'payment', orderNumber = 'O1'): StatementLine => ({ what, number, orderNumber, fen, at: '2026-03-02T02:00:00Z', method: 'wallet' })
const own = (number: string, fen: number) => ({ number, orderNumber: 'O1', region: '990101', fen })
const regionOf = (order: string) => (order === 'O1' ? '990101' : undefined)

describe('a day', () => {
  it('that agrees has no differences', () => {
    expect(compareDay({ payments: [own('A', 5)], refunds: [own('R', 5)] }, [line('A', 5), line('R', 5, 'refund')], regionOf)).toEqual([])
  })
  it('shows what is only here, only there, of another amount, and of an order that is not ours', () => {
    const found = compareDay({ payments: [own('A', 5), own('B', 7)], refunds: [] }, [line('B', 8), line('C', 9), line('D', 1, 'payment', 'O9')], regionOf)
    expect(found.map(({ kind, reference, hereFen, thereFen }) => [kind, reference, hereFen, thereFen])).toEqual([['amount', 'B', 7, 8], ['notHere', 'C', null, 9], ['unknownOrder', 'D', null, 1], ['notThere', 'A', 5, null]])
  })
  it('never takes a refund for a payment of the same number', () => {
    expect(compareDay({ payments: [own('A', 5)], refunds: [] }, [line('A', 5, 'refund')], regionOf).map(({ kind, what }) => `${kind} ${what}`)).toEqual(['notThere payment', 'notHere refund'])
  })
})

describe('the table', () => {
  it('quotes what needs it and keeps formulas from running', () => {
    expect(toCsv(['a', 'b'], [['x,"y"', '=1+1'], [null, 3]])).toBe('\uFEFFa,b\r\n"x,""y""",\'=1+1\r\n,3\r\n')
  })
})
