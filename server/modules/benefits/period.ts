// The period a payment covers, and what two policies that exclude each other must not both hold. Pure.
// Periods: 'once', '2026', '2026-Q4', '2026-11'.
import type { Benefit, BenefitPeriod } from '../catalogue/index.ts'

/** @param on YYYY-MM-DD */
export const periodOn = (period: BenefitPeriod, on: string): string => {
  if (period === 'once') return 'once'
  if (period === 'year') return on.slice(0, 4)
  return period === 'month' ? on.slice(0, 7) : `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`
}

/** The months a period covers; none for what is paid once. */
export const monthsOf = (period: string): string[] => {
  if (period === 'once') return []
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter) return [1, 2, 3].map((month) => `${quarter[1]}-${String((Number(quarter[2]) - 1) * 3 + month).padStart(2, '0')}`)
  return /^\d{4}$/.test(period) ? Array.from({ length: 12 }, (_, month) => `${period}-${String(month + 1).padStart(2, '0')}`) : [period]
}

/** The day a period is judged on: today, or its last day once it is over. @param today YYYY-MM-DD */
export const judgedOn = (period: string, today: string): string => {
  const last = monthsOf(period).at(-1)
  if (last === undefined || today.slice(0, 7) <= last) return today
  return new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0)).toISOString().slice(0, 10)
}

export type Claim = { pair: string; month: string }

type Excluding = Pick<Benefit, 'id' | 'excludes' | 'period'>

/** What a policy claims against each it excludes or is excluded by. Where one of two is paid once, the pair is claimed for good. */
export const claimsOf = (benefit: Excluding, period: string, all: Readonly<Record<string, Excluding>>): Claim[] =>
  Object.values(all)
    .filter((other) => other.id !== benefit.id && (other.excludes.includes(benefit.id) || benefit.excludes.includes(other.id)))
    .flatMap((other) => {
      const pair = [benefit.id, other.id].toSorted().join('|')
      return benefit.period === 'once' || other.period === 'once' ? [{ pair, month: '*' }] : monthsOf(period).map((month) => ({ pair, month }))
    })
