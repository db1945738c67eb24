// A test of a policy against what the policy says: in what they differ. The pack's tests and the editor of policies ask the same.
// Pure. A fact that does not exist is a difference too, so no test passes by a typo.
import { factScope } from '../../kernel/feel-sql/facts.ts'
import type { Benefit, Fact } from './benefit.ts'
import { schemaOf } from './fact-schema.ts'
import { judgeBenefit, type JudgedBenefit } from './benefit-judging.ts'
import type { BenefitTestFields } from './pack-benefits.ts'
import { both, type Words } from './pack-error.ts'

/** `judged` is absent where the policy is not in force on the day, or the test names facts that do not exist. */
export type BenefitOutcome = { judged?: JudgedBenefit; differences: Words[] }

const different = (what: Words, expected: unknown, actual: unknown): Words[] =>
  JSON.stringify(expected) === JSON.stringify(actual) ? [] : [both(`${what['zh-CN']}：应为 ${JSON.stringify(expected) ?? '无'}，实际是 ${JSON.stringify(actual) ?? '无'}`, `${what.en}: expected ${JSON.stringify(expected) ?? 'none'}, is ${JSON.stringify(actual) ?? 'none'}`)]

/** @param benefit the policy as it is in force on the day of the test; undefined: it is not @param facts those that exist, by concept */
export const outcomeOf = (benefit: Pick<Benefit, 'conditions' | 'amount'> | undefined, facts: ReadonlyMap<string, Fact>, test: Omit<BenefitTestFields, 'name'>): BenefitOutcome => {
  const strangers = [...Object.keys(test.facts), ...(test.missing ?? [])].filter((concept) => !facts.has(concept))
  if (strangers.length > 0) return { differences: strangers.map((concept) => both(`没有事实 ${concept}`, `there is no fact ${concept}`)) }
  if (!benefit) return { differences: different(both('结论', 'verdict'), test.verdict, undefined) }
  const judged = judgeBenefit(benefit, factScope(schemaOf([...facts.values()]), test.facts, test.on))
  return {
    judged,
    differences: [
      ...different(both('结论', 'verdict'), test.verdict, judged.verdict),
      ...(test.fen === undefined ? [] : different(both('金额（分）', 'amount in fen'), test.fen, judged.fen)),
      ...(test.missing === undefined ? [] : different(both('缺的事实', 'missing facts'), test.missing.toSorted(), judged.missing.toSorted())),
    ],
  }
}
