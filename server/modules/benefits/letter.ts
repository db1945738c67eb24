// Letters to those whom no message reaches, and what the visit of the community worker found: what each outcome leads to. Pure.
import type { EntitlementAction } from './entitlement.ts'

export const visitOutcomes = ['agreed', 'declined', 'moved', 'absent'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** What follows for what they are due; absent: they are visited again. Whoever has moved may appeal, as after every end. */
export const visitSteps = { agreed: 'confirm', declined: 'decline', moved: 'lapse', absent: undefined } as const satisfies Record<VisitOutcome, EntitlementAction | undefined>

/** `code`: twelve digits by which anybody can check that the letter is genuine. */
export type Letter = {
  entitlementId: string; code: string; region: string; line: string; madeBy: string; madeAt: string; outcome: VisitOutcome | null; note: string; notedBy: string | null; notedAt: string | null
}

/** Twelve digits, never beginning with 0. @param random 0 to 1 */
export const letterCode = (random: () => number): string => Array.from({ length: 12 }, (_, at) => String(at === 0 ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10))).join('')

/** 2026-11 → 2026年11月, 2026-Q4 → 2026年第4季度 */
export const periodInWords = (period: string): string => period.replace(/^(\d{4})-Q(\d)$/, '$1年第$2季度').replace(/^(\d{4})-0?(\d+)$/, '$1年$2月').replace(/^(\d{4})$/, '$1年')

/** 123456789012 → 1234 5678 9012 */
export const inGroups = (code: string): string => code.replaceAll(/(\d{4})(?=\d)/g, '$1 ')
