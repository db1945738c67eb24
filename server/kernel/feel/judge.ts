// Whether a rule holds: yes, no, or unknown with the facts that would decide it, and the reasons in words.
// A fact nobody has asked for is unknown even where the rule asks whether there is one; a fact known to be null is not.
import { test } from './compile.ts'
import { conceptsOf, isNullLiteral, type Expression } from './expression.ts'
import { ruleInWords, valueWords, type RuleWords } from './rule-words.ts'
import { fromFeel, pathReader, type Scope } from './scope.ts'
import type { Texts } from '../texts.ts'

export const verdicts = ['yes', 'no', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]

export type Reason = {
  verdict: Verdict
  /** the condition and how it turned out, with the values it read */
  says: Texts
  /** values by concept as JSON; null where there is none */
  reads: Record<string, unknown>
  /** facts without which this cannot be decided; empty when it is */
  missing: string[]
  /** the parts of an `and` or `or` */
  joined?: 'and' | 'or'
  parts: Reason[]
}

export type Judgement = { verdict: Verdict; missing: string[]; reasons: Reason[] }

export const verdictOf = (holds: boolean | null): Verdict => (holds === null ? 'unknown' : holds ? 'yes' : 'no')

const isAbsent = (concept: string, scope: Scope): boolean => {
  const names = concept.split('.').map((_, at, parts) => parts.slice(0, at + 1).join('.'))
  for (let layer: Scope | undefined = scope; layer; layer = layer.outer) if (names.some((name) => layer?.get(name) !== undefined)) return false
  return true
}

/** What a rule asks about being there at all. */
const nullTested = (expression: Expression): Expression[] => {
  if (expression.kind === 'comparison' && isNullLiteral(expression.right)) return [expression.left]
  if (expression.kind === 'comparison' && isNullLiteral(expression.left)) return [expression.right]
  if (expression.kind === 'in' && expression.tests.some((each) => isNullLiteral(each) || (each.kind === 'list' && each.items.some(isNullLiteral)))) return [expression.value]
  return expression.kind === 'call' && expression.name === 'is defined' && 'positional' in expression.args ? expression.args.positional : []
}

const unique = (values: readonly string[]): string[] => [...new Set(values)]

const outcomes: Record<Verdict, { zh: string; en: string }> = { yes: { zh: '符合', en: 'met' }, no: { zh: '不符合', en: 'not met' }, unknown: { zh: '还不清楚', en: 'not known yet' } }

const sentence = (rule: Texts, verdict: Verdict, reads: Record<string, unknown>, words: RuleWords): Texts => {
  const values = Object.entries(reads).map(([concept, value]) => {
    const [title, said] = [words.title(concept), valueWords(value, concept, words)]
    return { zh: `${title?.['zh-CN'] ?? concept}：${said.zh}`, en: `${title?.en ?? title?.['zh-CN'] ?? concept}: ${said.en}` }
  })
  const inside = values.length === 0 ? { zh: '', en: '' } : { zh: `（${values.map(({ zh }) => zh).join('；')}）`, en: ` (${values.map(({ en }) => en).join('; ')})` }
  return { 'zh-CN': `${rule['zh-CN']}——${outcomes[verdict].zh}${inside.zh}`, en: `${rule.en ?? rule['zh-CN']}: ${outcomes[verdict].en}${inside.en}` }
}

const leaf = (expression: Expression, text: string, scope: Scope, words: RuleWords): Reason => {
  const unasked = unique(nullTested(expression).flatMap(conceptsOf)).filter((concept) => isAbsent(concept, scope))
  const verdict = unasked.length > 0 ? 'unknown' : verdictOf(test(expression, scope))
  const reads = Object.fromEntries(conceptsOf(expression).map((concept) => [concept, fromFeel(pathReader(concept.split('.'))(scope))]))
  const open = Object.keys(reads).filter((concept) => reads[concept] === null)
  // Where every list is there, what is not known is a field of its items.
  const lists = Object.keys(reads).filter((concept) => Array.isArray(reads[concept]))
  const missing = verdict !== 'unknown' ? [] : unasked.length > 0 ? unasked : open.length > 0 ? open : lists
  return { verdict, says: sentence(ruleInWords(expression, words, text), verdict, reads, words), reads, missing, parts: [] }
}

const decisive = { and: 'no', or: 'yes' } as const
const otherwise = { and: 'yes', or: 'no' } as const

const reasonOf = (expression: Expression, text: string, scope: Scope, words: RuleWords): Reason => {
  if (expression.kind !== 'and' && expression.kind !== 'or') return leaf(expression, text, scope, words)
  const { kind } = expression
  const parts = expression.parts.map((part, at) => reasonOf(part, expression.texts[at] ?? '', scope, words))
  const open = parts.filter(({ verdict }) => verdict === 'unknown')
  const verdict = parts.some((part) => part.verdict === decisive[kind]) ? decisive[kind] : open.length > 0 ? 'unknown' : otherwise[kind]
  const reads = Object.assign({}, ...parts.map((part) => part.reads)) as Record<string, unknown>
  return { verdict, says: sentence(ruleInWords(expression, words, text), verdict, reads, words), reads, missing: verdict === 'unknown' ? unique(open.flatMap(({ missing }) => missing)) : [], joined: kind, parts }
}

const noWords: RuleWords = { title: () => undefined }

/**
 * A condition judged with its reasons, all of them: those met, unmet and unknown. `missing` holds the facts that would decide it.
 * @param scope the facts with `today`, such as factScope of feel-sql/facts.ts makes; @param text the condition as written
 */
export const judge = (condition: Expression, scope: Scope, words: RuleWords = noWords, text = ''): Judgement => {
  const reason = reasonOf(condition, text, scope, words)
  return { verdict: reason.verdict, missing: reason.missing, reasons: reason.joined === 'and' ? reason.parts : [reason] }
}
