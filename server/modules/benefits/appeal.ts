// An appeal of somebody to whom a benefit was refused, for whom it ended, who is to give it back, or who declined by mistake: once to the authority, once more to the
// unit above it. Pure; the only place that knows when one may be made and what follows.
import { addDays, plainDate } from '../../kernel/clock.ts'
import { regionAndAbove } from '../../kernel/regions.ts'
import { entitlementAfter, type Entitlement, type EntitlementState } from './entitlement.ts'

export const appealStates = ['open', 'upheld', 'dismissed'] as const
export type AppealState = (typeof appealStates)[number]

export const appealSteps = {
  open: { uphold: 'upheld', dismiss: 'dismissed' },
  upheld: {},
  dismissed: {},
} as const satisfies Record<AppealState, Partial<Record<'uphold' | 'dismiss', AppealState>>>

export type AppealAnswer = 'uphold' | 'dismiss'

export const appealAfter = (state: AppealState, answer: AppealAnswer): AppealState | undefined => {
  const steps: Partial<Record<AppealAnswer, AppealState>> = appealSteps[state]
  return steps[answer]
}

/** `region`: of the unit that decides it; `level` 2: the unit above the one that pays. */
export type Appeal = {
  id: string; entitlementId: string; personId: string; level: 1 | 2; region: string; line: string; state: AppealState; text: string; answer: string; madeAt: string; decidedBy: string | null; decidedAt: string | null
}

/** Where the next appeal goes and until which day it may be made. */
export type AppealChance = { level: 1 | 2; region: string; until: string }

/**
 * Undefined: none can be made, because it has not ended, the time is over, one is open, or both have been answered.
 * @param appeals of this entitlement, newest first @param days of the policy, from the day it ended or the first answer was given
 */
export const chanceToAppeal = (one: Pick<Entitlement, 'state' | 'changedAt' | 'region'>, appeals: readonly Appeal[], days: number, today: string): AppealChance | undefined => {
  if (entitlementAfter(one.state, 'uphold') === undefined || appeals.some(({ state }) => state === 'open')) return undefined
  // what was said about an earlier end is over
  const [last] = appeals.filter(({ madeAt }) => madeAt >= one.changedAt)
  if (last?.level === 2) return undefined
  const [, above] = regionAndAbove(one.region)
  const chance = last === undefined
    ? { level: 1 as const, region: one.region, until: addDays(plainDate(new Date(one.changedAt)), days) }
    : above === undefined || last.decidedAt === null ? undefined : { level: 2 as const, region: above, until: addDays(plainDate(new Date(last.decidedAt)), days) }
  return chance && today <= chance.until ? chance : undefined
}

/** Whether an official may answer: neither did they refuse it or demand it back, nor answer an earlier appeal. @param against those who decided against it */
export const isNewToIt = (staffId: string, earlier: readonly Pick<Appeal, 'decidedBy'>[], against: readonly { staffId: string }[]): boolean =>
  earlier.every(({ decidedBy }) => decidedBy !== staffId) && against.every((each) => each.staffId !== staffId)

/** Which message tells the answer. @param before state until then @param isMore it may go to the unit above; there may be none */
export const messageOfAnswer = ({ state, level }: Pick<Appeal, 'state' | 'level'>, before: EntitlementState, isMore: boolean) => {
  if (state === 'upheld') return before === 'recovering' ? 'benefitAppealKept' : 'benefitAppealUpheld'
  return isMore ? 'benefitAppealDismissed' : level === 2 ? 'benefitAppealEnded' : 'benefitAppealFinal'
}
