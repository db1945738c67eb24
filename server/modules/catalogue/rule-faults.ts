// What is wrong with the text of a rule, each fault at its place: syntax, names that do not exist, values a choice never has, a division
// by zero, comparisons of two kinds that nobody ever passes. Pure: packs are checked by it, and the editor says it while somebody types.
import { evaluate } from '../../kernel/feel/compile.ts'
import { conceptsOf, readsTestedValue, type Expression } from '../../kernel/feel/expression.ts'
import { FeelSyntaxError, parse, parseUnaryTests } from '../../kernel/feel/parse.ts'
import { layer, type FeelType } from '../../kernel/feel/scope.ts'
import { both, type PackRule, type Words } from './pack-error.ts'

export type KnownNames = {
  named: (concept: string) => boolean
  /** the values a concept of type choice has; undefined for other types */
  choicesOf: (concept: string) => readonly string[] | undefined
  /** undefined: not looked at */
  typeOf?: (concept: string) => FeelType | undefined
}

/** rule: a condition or formula; cell: of a decision table, unary tests on `?` */
export type Reading = 'rule' | 'cell'

/** Lines and columns count from 1; `from` and `to` are letters of the text, from 0. */
export type RuleFault = { rule: Extract<PackRule, `rule-${string}`>; line: number; column: number; from: number; to: number; message: Words }

const parsers = { rule: parse, cell: parseUnaryTests }
const parsed: Record<Reading, Map<string, Expression | FeelSyntaxError>> = { rule: new Map(), cell: new Map() }
const textsKept = 20_000

/** Each text is parsed once: the same rules are read for every region and day. */
const parseOnce = (text: string, reading: Reading): Expression | FeelSyntaxError => {
  const known = parsed[reading].get(text)
  if (known) return known
  let made: Expression | FeelSyntaxError
  try {
    made = parsers[reading](text)
  } catch (error) {
    if (!(error instanceof FeelSyntaxError)) throw error
    made = error
  }
  if (parsed[reading].size > textsKept) parsed[reading].clear() // texts typed letter by letter
  parsed[reading].set(text, made)
  return made
}

const isExpression = (value: object): value is Expression => 'kind' in value

/** The expression and everything inside it. */
function* within(value: unknown): Generator<Expression> {
  if (typeof value !== 'object' || value === null) return
  if (isExpression(value)) yield value
  for (const part of Object.values(value)) yield* within(part)
}

const conceptName = (expression: Expression): string | undefined => (expression.kind === 'name' ? expression.path.join('.') : undefined)

const fixedText = (expression: Expression): string | undefined => {
  if (expression.kind === 'unary') return fixedText(expression.operand)
  return expression.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined
}

/** Both sides of each comparison, also of a value with the members of a list. */
const pairsIn = (expression: Expression): [Expression, Expression][] => {
  if (expression.kind === 'comparison') return [[expression.left, expression.right], [expression.right, expression.left]]
  if (expression.kind !== 'in') return []
  return expression.tests.flatMap((test) => (test.kind === 'list' ? test.items : [test])).map((test) => [expression.value, test.kind === 'unary' ? test.operand : test])
}

const none = layer(new Map())

const dividesByZero = (expression: Expression): boolean =>
  expression.kind === 'arithmetic' && expression.op === '/' && conceptsOf(expression.right).length === 0 && !readsTestedValue(expression.right) && evaluate(expression.right, none) === 0

const kindNames = { number: ['数', 'a number'], text: ['文字', 'text'], boolean: ['是或否', 'yes or no'], date: ['日期', 'a date'], duration: ['时长', 'a duration'] } as const
type Kind = keyof typeof kindNames

const isKind = (type: string | undefined): type is Kind => type !== undefined && type in kindNames

/** What an expression certainly is; undefined where it may be several things. */
const kindOf = (expression: Expression, typeOf: KnownNames['typeOf']): Kind | undefined => {
  if (expression.kind === 'literal') return expression.value === null ? undefined : expression.value === true || expression.value === false ? 'boolean' : typeof expression.value === 'number' ? 'number' : 'text'
  if (expression.kind === 'temporal') return isKind(expression.type) ? expression.type : undefined
  if (expression.kind === 'name') {
    if (expression.path.join() === 'today') return 'date'
    const type = typeOf?.(expression.path.join('.'))
    return isKind(type) ? type : undefined
  }
  if (expression.kind !== 'arithmetic' || (expression.op !== '+' && expression.op !== '-')) return undefined
  const [left, right] = [kindOf(expression.left, typeOf), kindOf(expression.right, typeOf)]
  return left === 'date' && right === 'duration' ? 'date' : left === right && left === 'number' ? 'number' : undefined
}

type Found = { rule: RuleFault['rule']; name: string; message: Words }

/** Everything wrong with a rule that can be read; `name` is a word of the text at which it shows. */
const faultsOf = (expression: Expression, known: KnownNames): Found[] => {
  const found: Found[] = conceptsOf(expression).filter((concept) => !known.named(concept))
    .map((concept) => ({ rule: 'rule-concept-unknown', name: concept, message: both(`规则用到 ${concept}，没有这个填写项`, `the rule reads ${concept}, which is no concept`) }))
  for (const part of within(expression)) {
    if (dividesByZero(part)) found.push({ rule: 'rule-divides-by-zero', name: '/', message: both('除以零，永远算不出结果', 'a division by zero never has a result') })
    for (const [left, right] of pairsIn(part)) {
      const [concept, value] = [conceptName(left), fixedText(right)]
      const choices = concept === undefined || value === undefined ? undefined : known.choicesOf(concept)
      if (concept !== undefined && value !== undefined && choices && !choices.includes(value)) {
        found.push({ rule: 'rule-choice-unknown', name: `"${value}"`, message: both(`${concept} 没有“${value}”这个选项，只有 ${choices.join('、')}`, `${concept} is never "${value}"; it is one of ${choices.join(', ')}`) })
        continue
      }
      const [a, b] = [kindOf(left, known.typeOf), kindOf(right, known.typeOf)]
      if (concept !== undefined && a && b && a !== b) {
        found.push({ rule: 'rule-kinds-differ', name: concept, message: both(`${concept} 是${kindNames[a][0]}，不能和${kindNames[b][0]}比较`, `${concept} is ${kindNames[a][1]} and cannot be compared with ${kindNames[b][1]}`) })
      }
    }
  }
  return found
}

const isWordLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}_.]/u.test(letter)

/** Where a word stands in a text; its beginning when it is written otherwise, with blanks for example. */
const placeOf = (text: string, word: string): { from: number; to: number } => {
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    if (!/[\p{L}]/u.test(word[0] ?? '') || (!isWordLetter(text[from - 1]) && !isWordLetter(text[from + word.length]))) return { from, to: from + word.length }
  }
  return { from: 0, to: text.length }
}

const broken: Expression = { kind: 'literal', value: false }

/** The rule as a syntax tree and everything wrong with it. A broken one stands in as one that is never true. */
export const readRuleText = (text: string, known: KnownNames, reading: Reading = 'rule'): { expression: Expression; faults: RuleFault[] } => {
  const read = parseOnce(text, reading)
  if (read instanceof FeelSyntaxError) return { expression: broken, faults: [{ rule: 'rule-syntax', line: read.line, column: read.column, from: read.from, to: read.from + read.found.length, message: read.placed }] }
  const faults = faultsOf(read, known).map(({ rule, name, message }): RuleFault => {
    const { from, to } = placeOf(text, name)
    const before = text.slice(0, from).split('\n')
    return { rule, message, from, to, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  })
  return { expression: read, faults }
}
