// Agreement of two readers and the precision that follows, on small samples counted by hand.
import { expect, test } from 'vitest'
import { agreement, kappa, labelOf, percent, precision, precisionRow, type Label, type LabelledFinding } from './labelled-findings.ts'

const read = (first: Label, second: Label, times: number, more: Partial<LabelledFinding> = {}): LabelledFinding[] => Array.from({ length: times }, (_, at) => ({ id: `${first} ${second} ${at}`, first, second, ...more }))

test('kappa is agreement beyond chance', () => {
  const sample = [...read('right', 'right', 20), ...read('right', 'wrong', 5), ...read('wrong', 'right', 10), ...read('wrong', 'wrong', 15)]
  expect(agreement(sample)).toBeCloseTo(0.7)
  expect(kappa(sample)).toBeCloseTo(0.4)
})

test('readers who always agree and use both labels have a kappa of one, readers who never do one below nought', () => {
  expect(kappa([...read('right', 'right', 3), ...read('wrong', 'wrong', 2)])).toBeCloseTo(1)
  expect(kappa([...read('right', 'wrong', 2), ...read('wrong', 'right', 2)])).toBeCloseTo(-1)
})

test('with one label throughout, or nothing read, there is no kappa', () => {
  expect(kappa(read('right', 'right', 5))).toBeNull()
  expect(kappa([])).toBeNull()
})

test('what was resolved counts where the readers differ, and a difference nobody resolved is refused', () => {
  expect(read('right', 'wrong', 1, { resolved: 'wrong' }).map(labelOf)).toEqual(['wrong'])
  expect(() => read('right', 'wrong', 1).map(labelOf)).toThrow('nothing is resolved')
})

test('findings a narrowed rule no longer makes count only for the rule as it was', () => {
  const sample = [...read('right', 'right', 8), ...read('wrong', 'wrong', 1), ...read('right', 'wrong', 1, { resolved: 'wrong', gone: true })]
  expect(precision(sample)).toEqual({ before: { read: 10, right: 8 }, now: { read: 9, right: 8 } })
  expect(precisionRow('`phone-shape`', sample)).toBe('| `phone-shape` | 10 | 9 | 0.62 | 8 | 80 % | 9 | 8 | 88 % |')
})

test('per cent are rounded down, so that nine in ten means nine in ten', () => {
  expect(percent({ read: 1000, right: 899 })).toBe('89 %')
  expect(percent({ read: 0, right: 0 })).toBe('–')
})
