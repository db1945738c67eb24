// What can be wrong with benefits: facts from nowhere, policies that exclude each other in a circle or want what they exclude,
// conditions nobody can meet. Each with both places.
import { evaluate } from '../../kernel/feel/compile.ts'
import { conceptsOf, type ComparisonOperator, type Expression } from '../../kernel/feel/expression.ts'
import { layer, toFeel } from '../../kernel/feel/scope.ts'
import { compare, equals, type FeelValue } from '../../kernel/feel/value.ts'
import type { Benefit } from './benefit.ts'
import { findCycles } from './cycles.ts'
import { placeAt } from './located.ts'
import { refer } from './pack-checks.ts'
import type { PackContent } from './pack-content.ts'
import { both, type Place, type Report } from './pack-error.ts'

type Known = Readonly<Record<string, Benefit>>
type Checking = { content: PackContent; benefits: Known; hasLine: (line: string) => boolean; on: string; report: Report }

const checkFacts = ({ content, hasLine, report }: Checking): void => {
  for (const { fields, node } of content.facts.values()) {
    if (fields.many === undefined) refer({ content, report }, 'concepts', fields.concept, placeAt(node, ['concept']))
    refer({ content, report }, 'registries', fields.registry, placeAt(node, ['registry']))
    if (fields.line !== undefined && !hasLine(fields.line)) report('authority-unknown', placeAt(node, ['line']), both(`没有部门属于 ${fields.line} 条线`, `no authority has the line ${fields.line}`))
    if ((fields.registry === undefined) === (fields.line === undefined) && fields.many === undefined) report('benefit-fact-source', placeAt(node, ['concept']), both('registry 和 line 要写一个，只写一个', 'state registry or line, one of them'))
    if ((fields.many === undefined) !== (fields.by === undefined)) report('benefit-fact-source', placeAt(node, ['concept']), both('many 和 by 要一起写', 'many and by go together'))
    if (fields.by !== undefined && !content.named('facts', fields.by)) report('rule-concept-unknown', placeAt(node, ['by']), both(`没有事实 ${fields.by}`, `there is no fact ${fields.by}`))
  }
}

/** Names of other policies exist, and nobody must have what keeps them from having it. */
const checkRelations = ({ content, benefits, hasLine, report }: Checking): void => {
  const placeOf = (id: string, path: (string | number)[]): Place[] => [content.benefits.get(id)].flatMap((entry) => (entry ? [placeAt(entry.node, path)] : []))
  for (const { fields, node } of content.benefits.values()) {
    const { id, excludes = [], requires = [] } = fields
    for (const key of ['excludes', 'requires'] as const) {
      fields[key]?.forEach((other, index) => {
        if (!content.named('benefits', other)) report('benefit-unknown', placeAt(node, [key, index]), both(`没有政策 ${other}`, `there is no policy ${other}`))
      })
    }
    refer({ content, report }, 'matters', fields.matter, placeAt(node, ['matter']))
    if (!hasLine(fields.payer.line)) report('authority-unknown', placeAt(node, ['payer', 'line']), both(`没有部门属于 ${fields.payer.line} 条线`, `no authority has the line ${fields.payer.line}`))
    requires.forEach((other, index) => {
      const at = placeAt(node, ['requires', index])
      const theirs = benefits[other]?.excludes.indexOf(id) ?? -1
      if (excludes.includes(other)) report('benefit-contradicts', at, both(`${id} 既要求又排除 ${other}`, `${id} both requires and excludes ${other}`), [placeAt(node, ['excludes', excludes.indexOf(other)])])
      else if (theirs >= 0) report('benefit-contradicts', at, both(`${id} 要求 ${other}，${other} 却排除 ${id}`, `${id} requires ${other}, which excludes ${id}`), placeOf(other, ['excludes', theirs]))
    })
  }
  for (const key of ['excludes', 'requires'] as const) {
    for (const cycle of findCycles(Object.keys(benefits), (id) => (benefits[id]?.[key] ?? []).filter((other) => benefits[other]))) {
      const [at, ...others] = cycle.flatMap((id, index) => placeOf(id, [key, benefits[id]?.[key].indexOf(cycle[(index + 1) % cycle.length] ?? id) ?? 0]))
      if (at) report('benefit-cycle', at, both(`${cycle.join(' → ')} → ${cycle[0]}，绕成了圈`, `${cycle.join(' → ')} → ${cycle[0]} goes in a circle`), others)
    }
  }
}

type Bound = { concept: string; op: ComparisonOperator; value: FeelValue; condition: number }

const flipped: Record<ComparisonOperator, ComparisonOperator> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

/** Comparisons of one fact with something fixed on the day, all of which must hold. */
const boundsOf = (expression: Expression, condition: number, on: string): Bound[] => {
  if (expression.kind === 'and') return expression.parts.flatMap((part) => boundsOf(part, condition, on))
  if (expression.kind !== 'comparison') return []
  const scope = layer(new Map([['today', toFeel(on, 'date')]]))
  const bound = (fact: Expression, fixed: Expression, op: ComparisonOperator): Bound[] =>
    fact.kind === 'name' && conceptsOf(fixed).length === 0 ? [{ concept: fact.path.join('.'), op, value: evaluate(fixed, scope), condition }] : []
  const left = bound(expression.left, expression.right, expression.op)
  return left.length > 0 ? left : bound(expression.right, expression.left, flipped[expression.op])
}

const isLower = (op: ComparisonOperator) => op === '>' || op === '>=' || op === '='
const isUpper = (op: ComparisonOperator) => op === '<' || op === '<=' || op === '='

/** Whether no value meets both. */
const clash = (a: Bound, b: Bound): boolean => {
  if (a.concept !== b.concept || a.value === null || b.value === null) return false
  const same = equals(a.value, b.value)
  if (a.op === '=' && b.op === '=') return same === false
  if ((a.op === '=' && b.op === '!=') || (a.op === '!=' && b.op === '=')) return same === true
  const [lower, upper] = isLower(a.op) && isUpper(b.op) ? [a, b] : [b, a]
  if (!isLower(lower.op) || !isUpper(upper.op)) return false
  const order = compare(lower.value, upper.value)
  return order !== null && (order > 0 || (order === 0 && (lower.op === '>' || upper.op === '<')))
}

const checkConditions = ({ content, benefits, on, report }: Checking): void => {
  for (const { fields, node } of content.benefits.values()) {
    const bounds = benefits[fields.id]?.conditions.flatMap(({ rule }, index) => boundsOf(rule.expression, index, on)) ?? []
    const seen = new Set<string>()
    fields.conditions.forEach(({ id }, index) => {
      if (seen.has(id)) report('id-duplicate', placeAt(node, ['conditions', index, 'id']), both(`${id} 定义了两次`, `${id} is defined twice`))
      seen.add(id)
    })
    bounds.forEach((a, index) => bounds.slice(index + 1).filter((b) => clash(a, b)).forEach((b) => {
      report('benefit-contradicts', placeAt(node, ['conditions', b.condition, 'rule']), both(`${fields.id}：这两条对 ${a.concept} 的要求没有人能同时满足`, `${fields.id}: nobody meets both conditions on ${a.concept}`), [placeAt(node, ['conditions', a.condition, 'rule'])])
    }))
  }
}

/** @param hasLine whether an authority of the line exists */
export const checkBenefits = (checking: Checking): void => {
  checkFacts(checking)
  checkRelations(checking)
  checkConditions(checking)
}
