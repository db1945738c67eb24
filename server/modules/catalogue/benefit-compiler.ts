// Makes benefits and facts out of checked pack entries: texts by language, rules parsed, what each policy reads.
// A policy reads facts only, so names in its rules are looked up there and nowhere else.
import { conceptsOf } from '../../kernel/feel/expression.ts'
import { asTexts } from '../../kernel/texts.ts'
import { feelTypeOf } from '../planning/index.ts'
import type { Benefit, Fact } from './benefit.ts'
import type { Concept, Rule } from './definitions.ts'
import type { Path } from './located.ts'
import type { BenefitFields } from './pack-benefits.ts'
import type { Entry, PackContent } from './pack-content.ts'
import type { Report } from './pack-error.ts'
import { ruleReader } from './rule-reader.ts'

/** Facts in the order they are written. A fact that is no concept is a list. */
export const factsOf = (content: Pick<PackContent, 'facts'>, concepts: Readonly<Record<string, Concept>>): Fact[] =>
  [...content.facts.values()].flatMap(({ fields: { concept: id, field, ...rest } }): Fact[] => {
    const concept = concepts[id]
    if (!concept && rest.many === undefined) return []
    const choices = concept?.constraint.choices?.map(({ value }) => value)
    return [{
      concept: id, name: concept?.name ?? { 'zh-CN': id }, type: concept?.type ?? 'text', ...(choices ? { choices } : {}), field: field ?? id.split('.')[1] ?? id, ...rest,
    }]
  })

const benefitOf = ({ fields }: Entry<BenefitFields>, read: (path: Path, text: string) => Rule, digest: (value: unknown) => string): Benefit[] => {
  const { name, summary, explains, conditions, amount: [line], tests: _tests, excludes = [], requires = [], keywords = [], appealDays = 60, ...rest } = fields
  if (!line) return []
  const compiled = conditions.map(({ id, name: condition, rule, lack }, index) => ({
    id, name: asTexts(condition), rule: read(['conditions', index, 'rule'], rule), ...(lack === undefined ? {} : { lack: asTexts(lack) }),
  }))
  const rule = read(['amount', 0, 'rule'], line.rule)
  const facts = [...new Set([...compiled.map((each) => each.rule), rule].flatMap(({ expression }) => conceptsOf(expression)))].sort()
  const benefit = {
    ...rest, name: asTexts(name), summary: asTexts(summary), explains: asTexts(explains), conditions: compiled,
    amount: { rule, from: line.from, example: line.example ?? false, source: line.source }, excludes, requires, keywords, appealDays, facts,
  }
  return [{ ...benefit, version: digest(benefit) }]
}

/** Benefits in force, by id; broken rules are reported. */
export const benefitsOf = (content: PackContent, concepts: Readonly<Record<string, Concept>>, report: Report, digest: (value: unknown) => string): Readonly<Record<string, Benefit>> => {
  const rule = ruleReader({
    named: (id) => content.named('facts', id),
    choicesOf: (id) => concepts[id]?.constraint.choices?.map(({ value }) => value),
    typeOf: (id) => (concepts[id] ? feelTypeOf(concepts[id].type) : undefined),
  }, report)
  const benefits: Record<string, Benefit> = Object.create(null) // looked up by ids that come from outside
  for (const entry of content.benefits.values()) {
    for (const benefit of benefitOf(entry, (path, text) => rule(entry.node, path, text), digest)) benefits[benefit.id] = benefit
  }
  return benefits
}
