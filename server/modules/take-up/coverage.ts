// Counts of a survey as coverage: for each policy how many are due, how many were paid, why the others were not, and where. Pure.
import type { Outcome } from '../benefits/index.ts'
import { shownCount } from '../../kernel/disclosure.ts'
import type { Count, Gap } from './surveys-store.ts'

/** Why somebody who is due it has not received it, the first to be acted on first. */
export const gapReasons = ['notFound', 'notReached', 'noAccount', 'notConfirmed', 'objection', 'returned', 'refused', 'declined', 'inPayment'] as const satisfies readonly Outcome[]
export type GapReason = (typeof gapReasons)[number]

export type CoverageRow = { due: number; paid: number; fen: number; /** of those due; null where nobody is */ share: number | null; gaps: Record<GapReason, number>; unknown: number }
export type PolicyCoverage = CoverageRow & { benefit: string; districts: (CoverageRow & { district: string })[]; /** facts that would decide it, null: fewer than ten */ facts: { fact: string; people: number | null }[] }

const sumOf = (counts: readonly Count[], outcome: Outcome, of: 'people' | 'fen' = 'people'): number => counts.reduce((sum, each) => (each.outcome === outcome ? sum + each[of] : sum), 0)

const rowOf = (counts: readonly Count[]): CoverageRow => {
  const gaps = Object.fromEntries(gapReasons.map((reason) => [reason, sumOf(counts, reason)])) as Record<GapReason, number> // every reason is a key
  const paid = sumOf(counts, 'paid')
  const due = paid + Object.values(gaps).reduce((sum, each) => sum + each, 0)
  return { due, paid, fen: sumOf(counts, 'paid', 'fen'), share: due === 0 ? null : paid / due, gaps, unknown: sumOf(counts, 'unknown') }
}

/** Policies with the widest gap first. */
export const coverageOf = (counts: readonly Count[], gaps: readonly Gap[]): PolicyCoverage[] =>
  [...Map.groupBy(counts, ({ benefit }) => benefit)].map(([benefit, own]): PolicyCoverage => ({
    benefit, ...rowOf(own),
    districts: [...Map.groupBy(own, ({ district }) => district)].map(([district, here]) => ({ district, ...rowOf(here) })).filter(({ due, unknown }) => due + unknown > 0).toSorted((a, b) => b.due - b.paid - (a.due - a.paid) || a.district.localeCompare(b.district)),
    facts: [...Map.groupBy(gaps.filter((gap) => gap.benefit === benefit), ({ fact }) => fact)].map(([fact, all]) => ({ fact, all: all.reduce((sum, { people }) => sum + people, 0) })).toSorted((a, b) => b.all - a.all).map(({ fact, all }) => ({ fact, people: shownCount(all) })),
  })).filter(({ due, unknown }) => due + unknown > 0).toSorted((a, b) => b.due - b.paid - (a.due - a.paid) || a.benefit.localeCompare(b.benefit))
