// A decision table as a boxed expression (DMN 1.3, section 8): what comes in, which rows hold, and what the hit policy makes of them.
// Rules of packs have tables of their own (../table.ts), where an answer may also be missing.
import type { Evaluator } from '../../feel/compile.ts'
import { layer } from '../../feel/scope.ts'
import { compare, contextOf, equals, type FeelValue } from '../../feel/value.ts'
import { aggregated, aggregations, countsMany, hitPolicies, hitsOf, type Aggregation, type HitPolicy } from '../hit-policy.ts'
import { condition, feel, type Environment } from './environment.ts'
import { conform, type ItemType } from './item-type.ts'
import { childNamed, childrenNamed, textIn, type XmlElement } from './xml-tree.ts'

type Output = { name: string | undefined; type: ItemType; values: Evaluator | undefined; otherwise: Evaluator | undefined }

type Row = { cells: Evaluator[]; outputs: Evaluator[] }

const textOf = (element: XmlElement, name: string): string | undefined => {
  const child = childNamed(element, name)
  return child && textIn(child, 'text')
}

const isPolicy = (text: string): text is HitPolicy => hitPolicies.some((policy) => policy === text)
const isAggregation = (text: string | undefined): text is Aggregation => aggregations.some((each) => each === text)

const readOutput = (element: XmlElement, environment: Environment): Output => {
  const [values, otherwise] = [textOf(element, 'outputValues'), textOf(element, 'defaultOutputEntry')]
  return {
    name: element.attributes['name'], type: environment.typeOf(element.attributes['typeRef']),
    // in order of priority
    values: values === undefined ? undefined : feel(`[${values}]`, environment), otherwise: otherwise === undefined ? undefined : feel(otherwise, environment),
  }
}

export const decisionTable = (element: XmlElement, environment: Environment): Evaluator => {
  const inputs = childrenNamed(element, 'input').map((input) => {
    const expression = childNamed(input, 'inputExpression')
    const run = feel((expression && textIn(expression, 'text')) ?? input.attributes['label'], environment)
    const type = environment.typeOf(expression?.attributes['typeRef'])
    return { run: ((scope) => conform(run(scope), type)) satisfies Evaluator, allows: condition(textOf(input, 'inputValues'), environment) }
  })
  const outputs = childrenNamed(element, 'output').map((output) => readOutput(output, environment))
  const rows = childrenNamed(element, 'rule').map((rule): Row => ({
    cells: childrenNamed(rule, 'inputEntry').map((entry) => condition(textIn(entry, 'text'), environment)),
    outputs: childrenNamed(rule, 'outputEntry').map((entry) => feel(textIn(entry, 'text'), environment)),
  }))
  const stated = element.attributes['hitPolicy'] ?? 'UNIQUE'
  const policy: HitPolicy = isPolicy(stated) ? stated : 'UNIQUE'
  const aggregation = element.attributes['aggregation']

  const joined = (values: readonly FeelValue[]): FeelValue => (outputs.length === 1 ? (values[0] ?? null) : contextOf(outputs.map(({ name = '' }, at) => [name, values[at] ?? null] as const)))

  return (scope) => {
    const given = inputs.map(({ run, allows }) => {
      const value = run(scope)
      return { value, allowed: value === null || allows(layer(new Map([['?', value]]), scope)) === true }
    })
    if (given.some(({ allowed }) => !allowed)) return null
    const tested = given.map(({ value }) => layer(new Map([['?', value]]), scope))
    const say = (row: Row): FeelValue[] => row.outputs.map((output, at) => conform(output(scope), outputs[at]?.type ?? { kind: 'any' }))
    const held = rows.map((row) => ({ row: { values: say.bind(null, row) }, holds: row.cells.every((cell, at) => cell(tested[at] ?? scope) === true) }))
    const orders = outputs.map(({ values }) => values?.(scope))
    const rank = (values: readonly FeelValue[]): number =>
      values.reduce<number>((sum, value, at) => {
        const order = orders[at]
        const found = Array.isArray(order) ? order.findIndex((each: FeelValue) => equals(each, value) === true) : -1
        return sum * 1000 + (found < 0 ? 999 : found)
      }, 0)
    const hits = hitsOf(policy, held, { rank: ({ values }) => rank(values()), same: (a, b) => equals(a.values(), b.values()) === true })
    if (hits.kind === 'conflict' || hits.kind === 'open') return null
    if (hits.kind === 'none') return outputs.some(({ otherwise }) => otherwise) ? joined(outputs.map(({ otherwise, type }) => conform(otherwise?.(scope) ?? null, type))) : policy === 'COLLECT' && !isAggregation(aggregation) ? [] : null
    const results = hits.rows.map(({ values }) => joined(values()))
    if (policy === 'COLLECT' && isAggregation(aggregation)) return aggregate(aggregation, results)
    return countsMany(policy) ? results : (results[0] ?? null)
  }
}

/** Least and greatest are also known of texts, dates and durations. */
const aggregate = (aggregation: Aggregation, results: readonly FeelValue[]): FeelValue => {
  if ((aggregation !== 'MIN' && aggregation !== 'MAX') || results.every((each) => typeof each === 'number')) return aggregated(aggregation, results)
  return results.reduce((best, each) => {
    const order = compare(best, each)
    if (order === null) return null
    return (aggregation === 'MIN' ? order <= 0 : order >= 0) ? best : each
  })
}
