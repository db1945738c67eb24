// How fast a form re-plans while somebody types: 1,000 fields, 500 conditions, one answer changed; in Node and in a real browser.
// Beside it, in the same run, two engines that only evaluate the same conditions.
import { installPeers, type Benchmark, type Subject } from './harness.ts'
import { answers, changed, conditional, conditionOf, conditions, middle, textOf } from './planner/matter.ts'
import { parse } from '../server/kernel/feel/parse.ts'
import { compile } from '../server/kernel/feel/compile.ts'
import { scopeOf } from '../server/kernel/feel/scope.ts'

/** Our own conditions alone, compiled once, to set beside the peers. */
const timeConditions = (): number => {
  const rules = conditional(conditions).map((at) => compile(parse(textOf(conditionOf(at)))))
  const given = answers()
  return middle(Array.from({ length: 50 }, (_, n) => {
    const values = changed(given, n)
    const start = performance.now()
    const scope = scopeOf(values)
    for (const rule of rules) rule(scope)
    return performance.now() - start
  }))
}

const nodeSubject = async (): Promise<Subject> => {
  const { round } = await import('./planner/replan.ts')
  return {
    subject: 'tongban',
    round: async () => {
      const { replan, cold } = round()
      return [
        { metric: 're-plan after one answer', unit: 'ms', value: replan }, { metric: '20 services from cold', unit: 'ms', value: cold },
        { metric: '500 conditions after one answer', unit: 'ms', value: timeConditions() },
      ]
    },
    close: async () => {},
  }
}

export const planner: Benchmark = {
  name: 'planner',
  about: 'a matter of 1,000 fields and 500 conditions re-planned after one changed answer, in Node and in Chromium, beside json-rules-engine and feelin',
  rounds: 5,
  subjects: async () => {
    installPeers()
    const { feelinSubject, jsonRulesSubject } = await import('./planner/peers.ts')
    const { browserSubject } = await import('./planner/in-browser.ts')
    return [await nodeSubject(), await browserSubject(), jsonRulesSubject(), feelinSubject()]
  },
}
