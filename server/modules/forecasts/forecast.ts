// A forecast: a policy as written beside the one in force, and its lifecycle. Pure.
// What is counted are conditions, amounts, and which policies go before which; texts play no part, so changing one changes no forecast.
import type { Expression } from '../../kernel/feel/expression.ts'
import type { Texts } from '../../kernel/texts.ts'
import { eligibilityOf, type Benefit, type BenefitAudience, type BenefitPeriod } from '../catalogue/index.ts'
import type { CountedPolicy, PolicySide } from '../populations/index.ts'

export const forecastStates = ['waiting', 'running', 'finished', 'failed'] as const
export type ForecastState = (typeof forecastStates)[number]

/** What may happen in each state. A run that was killed begins again. */
export const forecastSteps = {
  waiting: { begin: 'running', fail: 'failed' },
  running: { begin: 'running', finish: 'finished', fail: 'failed' },
  finished: {},
  failed: {},
} as const satisfies Record<ForecastState, Partial<Record<string, ForecastState>>>

export type ForecastAction = 'begin' | 'finish' | 'fail'

export const forecastAfter = (state: ForecastState, action: ForecastAction): ForecastState | undefined => {
  const steps: Partial<Record<ForecastAction, ForecastState>> = forecastSteps[state]
  return steps[action]
}

/** A policy as an official has written it, in FEEL; what is missing is as in pack files. */
export type WrittenPolicy = {
  id: string; for: BenefitAudience; conditions: readonly { id: string; rule: string }[]; amount: string; period: BenefitPeriod
  cap?: number; budget?: { year: number; fen: number }; excludes?: readonly string[]; requires?: readonly string[]
}

export type Rules = { eligible: Expression; fen: Expression }

/** One in force, to be counted as it is. */
export const writtenOf = ({ id, for: audience, conditions, amount, period, cap, budget, excludes, requires }: Benefit): WrittenPolicy => ({
  id, for: audience, conditions: conditions.map(({ id: condition, rule }) => ({ id: condition, rule: rule.text })), amount: amount.rule.text, period, excludes, requires, ...(cap === undefined ? {} : { cap }), ...(budget ? { budget } : {}),
})

/** `before` is absent where none of that name is in force. */
export type Sides = { after: PolicySide; before?: PolicySide }

const periodsOf: Record<BenefitPeriod, number> = { once: 1, year: 1, quarter: 4, month: 12 }

type Relations = Pick<Benefit, 'id' | 'excludes' | 'requires'> & { rules: Rules }

/** Everything one policy has to do with, directly and through others. */
const concerned = (id: string, all: ReadonlyMap<string, Relations>, found = new Set<string>()): Set<string> => {
  const own = all.get(id)
  if (!own || found.has(id)) return found
  found.add(id)
  for (const other of all.values()) if (other.excludes.includes(id)) concerned(other.id, all, found)
  for (const each of own.requires) concerned(each, all, found)
  return found
}

const sideOf = (id: string, all: ReadonlyMap<string, Relations>, { period, cap }: Pick<Benefit, 'period' | 'cap'>): PolicySide => ({
  policy: id, periods: periodsOf[period], ...(cap === undefined ? {} : { cap }),
  all: Object.fromEntries([...concerned(id, all)].toSorted().flatMap((each): [string, CountedPolicy][] => {
    const one = all.get(each)
    return one ? [[each, { ...one.rules, needs: one.requires, behind: [...all.values()].filter(({ excludes }) => excludes.includes(each)).map((other) => other.id).toSorted() }]] : []
  })),
})

/** @param inForce policies in force, by id; the one of the same name is what the written one is compared with */
export const sidesOf = (written: WrittenPolicy, rules: Rules, inForce: Readonly<Record<string, Benefit>>): Sides => {
  const same = Object.values(inForce).filter((each) => each.for === written.for)
  const as = new Map(same.map((each): [string, Relations] => [each.id, { id: each.id, excludes: each.excludes, requires: each.requires, rules: { eligible: eligibilityOf(each), fen: each.amount.rule.expression } }]))
  const would = new Map(as).set(written.id, { id: written.id, excludes: [...(written.excludes ?? [])], requires: [...(written.requires ?? [])], rules })
  const known = inForce[written.id]
  const after = sideOf(written.id, would, { period: written.period, ...(written.cap === undefined ? {} : { cap: written.cap }) })
  return known && known.for === written.for ? { after, before: sideOf(written.id, as, known) } : { after }
}

/** Whether a policy would go before itself, or need itself, through others: then nobody could say who is due it. */
export const isCircular = ({ policy, all }: PolicySide): boolean => {
  const leadsBack = (id: string, path: readonly string[]): boolean => path.includes(id) || [...(all[id]?.behind ?? []), ...(all[id]?.needs ?? [])].some((next) => leadsBack(next, [...path, id]))
  return leadsBack(policy, [])
}

export const failureCodes = ['population', 'policyChanged', 'snapshotChanged', 'died'] as const
/** `message`: what is wrong with the population. */
export type Failure = { code: (typeof failureCodes)[number]; message?: Texts }
