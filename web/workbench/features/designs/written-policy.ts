// A policy in hand in the form forecasts take: the rules that hold on its first day, or today when that is over.
// Pure. Undefined while something is missing without which nothing can be counted.
import type { WrittenPolicy } from '../forecasts/queries.ts'
import { listIn, numberIn, stringIn, stringsIn, type Fields } from './fields.ts'
import { budgetOf, holdsOn, lineOn, audiences, periods } from './policy.ts'

/** @param today YYYY-MM-DD */
export function writtenPolicy(policy: Fields, today: string): WrittenPolicy | undefined {
  const from = stringIn(policy, 'from')
  const on = from > today ? from : today
  const conditions = listIn(policy, 'conditions').filter((condition) => holdsOn(condition, on)).map((condition) => ({ id: stringIn(condition, 'id'), rule: stringIn(condition, 'rule').trim() }))
  const amount = stringIn(lineOn(policy['amount'], on) ?? {}, 'rule').trim()
  const [audience, period] = [audiences.find((each) => each === policy['for']), periods.find((each) => each === policy['period'])]
  if (!audience || !period || amount === '' || conditions.length === 0 || conditions.some(({ rule }) => rule === '')) return undefined
  const [cap, { year, fen }] = [numberIn(policy, 'cap'), budgetOf(policy)]
  return {
    id: stringIn(policy, 'id'), for: audience, period, conditions, amount, excludes: [...stringsIn(policy, 'excludes')], requires: [...stringsIn(policy, 'requires')],
    ...(cap === undefined ? {} : { cap }), ...(year === undefined || fen === undefined ? {} : { budget: { year, fen } }),
  }
}
