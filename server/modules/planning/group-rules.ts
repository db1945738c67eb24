// Rules over a group, written out for as many as there are: `some h in heir satisfies h.age < 18` becomes one part for each heir.
// Written out they are rules like any other, so one heir under age settles them while the others are still unknown.
import type { Expression } from '../../kernel/feel/expression.ts'
import { conceptsOf } from '../../kernel/feel/expression.ts'
import { substitute, wordsOf } from '../../kernel/feel/substitute.ts'
import type { Rule } from '../catalogue/definitions.ts'
import { instanceSubject } from './numbered.ts'

/** A group of one application. `shown`: how many are certain. `known`: whether there can be no more. `properties`: of its concepts. */
export type Group = { id: string; shown: number; known: boolean; asksCount: boolean; properties: readonly string[] }

export type Groups = ReadonlyMap<string, Group>

type Named = Extract<Expression, { kind: 'name' }>

const nameOf = (subject: string, rest: readonly string[]): Named => ({ kind: 'name', path: [subject, ...rest] })
const countOf = ({ id, shown, asksCount }: Group): Expression => (asksCount ? nameOf(id, ['count']) : { kind: 'literal', value: shown })
const numbersOf = ({ shown }: Group): number[] => Array.from({ length: shown }, (_, at) => at + 1)

/** Whether the rule reads one of the groups as a whole. */
export const readsGroup = (expression: Expression, has: (subject: string) => boolean): boolean => conceptsOf(expression).some((concept) => has(concept.split('.')[0] ?? ''))

const groupIn = (expression: Expression, groups: Groups, free: (name: string) => boolean): Group | undefined =>
  expression.kind === 'name' && expression.path.length === 1 && free(expression.path[0] ?? '') ? groups.get(expression.path[0] ?? '') : undefined

/** The variable of an iteration replaced by one of the group: `h.age` by `heir.1.age`, a bare `h` by the record of what may be read. */
const withOne = (expression: Expression, variable: string, group: Group, number: number): Expression =>
  substitute(expression, {
    name: ([first, ...rest]) => {
      if (first !== variable) return undefined
      return rest.length > 0 ? nameOf(instanceSubject(group.id, number), rest) : recordOf(group, number, group.properties)
    },
  })

const recordOf = ({ id }: Group, number: number, properties: readonly string[]): Expression => ({
  kind: 'context', entries: properties.map((property) => ({ key: property, value: nameOf(instanceSubject(id, number), [property]) })),
})

type Quantified = Extract<Expression, { kind: 'some' | 'every' }>

/** `some`/`every` over a group: joined parts, and first one that is unknown as long as there may be more of them. */
const quantified = (expression: Quantified, group: Group, groups: Groups): Expression => {
  const [first, ...others] = expression.over
  if (!first) return expression
  const rest: Expression = others.length > 0 ? { ...expression, over: others } : expression.that
  const parts = numbersOf(group).map((number) => expand(withOne(rest, first.name, group, number), groups))
  const all = group.known ? parts : [countOf(group), ...parts]
  const [only] = all
  if (only && all.length === 1) return only
  return { kind: expression.kind === 'some' ? 'or' : 'and', parts: all, texts: all.map((_, at) => `${group.id} ${at + 1}`) }
}

/** A group as a value: unknown while its number is. Only what the rule may read of each is part of it. */
const listOf = (group: Group, item: (number: number) => Expression): Expression =>
  group.known ? { kind: 'list', items: numbersOf(group).map(item) } : countOf(group)

const expand = (expression: Expression, groups: Groups): Expression => {
  const words = wordsOf(expression)
  return substitute(expression, {
    part: (part, free) => {
      if (part.kind === 'some' || part.kind === 'every') {
        const group = part.over[0] && !part.over[0].to ? groupIn(part.over[0].in, groups, free) : undefined
        return group && quantified(part, group, groups)
      }
      if (part.kind !== 'call' || part.name !== 'count' || !('positional' in part.args)) return undefined
      const [list, ...more] = part.args.positional
      const group = list && more.length === 0 ? groupIn(list, groups, free) : undefined
      return group && countOf(group)
    },
    name: ([first = '', property, ...rest]) => {
      const group = groups.get(first)
      if (!group) return undefined
      if (property === undefined) return listOf(group, (number) => recordOf(group, number, group.properties.filter((each) => words.has(each))))
      return property === 'count' ? countOf(group) : listOf(group, (number) => nameOf(instanceSubject(first, number), [property, ...rest]))
    },
  })
}

/** The rule for the groups as large as they are; the rule itself where it reads none. */
export const expandRule = (rule: Rule, groups: Groups): Rule => {
  if (groups.size === 0) return rule
  // undotted names inside a filter are no concepts, so a group read only there is looked for as a word
  const words = wordsOf(rule.expression)
  return [...groups.keys()].some((id) => words.has(id)) ? { ...rule, expression: expand(rule.expression, groups) } : rule
}

const isRule = (value: object): value is Rule => 'text' in value && 'expression' in value

/** A definition with every rule in it, wherever it stands, made anew; what else there is stays. */
export const withRules = <Value>(value: Value, rule: (rule: Rule) => Rule): Value => {
  if (typeof value !== 'object' || value === null) return value
  if (isRule(value)) return rule(value) as Value & Rule // a rule for a rule
  if (Array.isArray(value)) return value.map((item) => withRules(item, rule)) as Value & unknown[] // a list for a list
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withRules(item, rule)])) as Value // the same keys
}
