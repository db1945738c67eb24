// One person or company against one policy: each condition met, unmet or unknown, what is missing, and the amount. Pure.
// What nobody has asked for is unknown, never no: a condition that would change with an answer stays open (kernel/feel/judge.ts).
import { evaluate } from '../../kernel/feel/compile.ts'
import { judge, type Verdict } from '../../kernel/feel/judge.ts'
import type { Scope } from '../../kernel/feel/scope.ts'
import type { Benefit } from './benefit.ts'

/** Values by concept. Absent: nobody has asked; null: known to be nothing. A list holds a record a member, by property. */
export type FactValues = Readonly<Record<string, unknown>>

/** `missing`: facts nobody knows that would decide it; `reads`: what it looked at. */
export type JudgedCondition = { id: string; verdict: Verdict; reads: Record<string, unknown>; missing: string[] }
/** `fen`: of one period, where the policy is due and all it takes is known. */
export type JudgedBenefit = { verdict: Verdict; conditions: JudgedCondition[]; missing: string[]; fen?: number }

const unique = (values: readonly string[]): string[] => [...new Set(values)]

const amountOf = ({ amount }: Pick<Benefit, 'amount'>, scope: Scope): number | undefined => {
  const fen = evaluate(amount.rule.expression, scope, 'open')
  return typeof fen === 'number' && fen >= 0 ? Math.round(fen) : undefined
}

/** Judges with the reasons. @param scope the facts, by factScope (kernel/feel-sql/facts.ts) */
export const judgeBenefit = (benefit: Pick<Benefit, 'conditions' | 'amount'>, scope: Scope): JudgedBenefit => {
  const conditions = benefit.conditions.map(({ id, rule }): JudgedCondition => {
    const { verdict, missing, reasons } = judge(rule.expression, scope)
    return { id, verdict, reads: Object.assign({}, ...reasons.map(({ reads }) => reads)) as Record<string, unknown>, missing }
  })
  const verdict = conditions.some((each) => each.verdict === 'no') ? 'no' : conditions.every((each) => each.verdict === 'yes') ? 'yes' : 'unknown'
  const fen = verdict === 'yes' ? amountOf(benefit, scope) : undefined
  return { verdict, conditions, missing: verdict === 'unknown' ? unique(conditions.flatMap(({ missing }) => missing)) : [], ...(fen === undefined ? {} : { fen }) }
}
