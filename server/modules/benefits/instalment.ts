// Giving back by instalments what was paid wrongly: equal parts, a month apart, what does not divide in the first. Pure; amounts in fen.
import { addMonths } from '../../kernel/clock.ts'

/** `dueOn`, `paidOn`: YYYY-MM-DD. */
export type Instalment = { entitlementId: string; seq: number; region: string; fen: number; dueOn: string; paidOn: string | null; agreedBy: string; agreedAt: string }

/** Parts of at least one fen that come out. @param firstDueOn day of the first; the others on the same day of the following months */
export const instalmentsFor = (fen: number, parts: number, firstDueOn: string): Pick<Instalment, 'seq' | 'fen' | 'dueOn'>[] => {
  const each = Math.floor(fen / parts)
  return Array.from({ length: parts }, (_, at) => ({ seq: at + 1, fen: at === 0 ? fen - each * (parts - 1) : each, dueOn: addMonths(firstDueOn, at) }))
}

/** Whether the last part is the one that is being paid. */
export const isSettledWith = (plan: readonly Pick<Instalment, 'seq' | 'paidOn'>[], seq: number): boolean => plan.every((each) => each.paidOn !== null || each.seq === seq)
