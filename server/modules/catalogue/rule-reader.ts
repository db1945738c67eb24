// Reads the FEEL rules of a pack and checks what they read: syntax, known concepts, values a choice really has.
// Errors point into the rule: the line and column of the file, not of the rule's own text.
import { conceptsOf, type Expression } from '../../kernel/feel/expression.ts'
import { FeelSyntaxError, parse, parseUnaryTests } from '../../kernel/feel/parse.ts'
import type { Rule } from './definitions.ts'
import { nodeAt, placeAt, placeInText, type Located, type Path } from './located.ts'
import { both, type Place, type Report } from './pack-error.ts'

/** Reads the rule at `path` of an item. A broken rule is reported and stands in as one that is never true. */
export type ReadRule = (item: Located, path: Path, text: string) => Rule

type KnownConcepts = {
  named: (concept: string) => boolean
  /** the values a concept of type choice has; undefined for other types */
  choicesOf: (concept: string) => readonly string[] | undefined
}

type Comparison = { concept: string; value: string }

const conceptName = (expression: Expression): string | undefined => (expression.kind === 'name' ? expression.path.join('.') : undefined)

const stringOf = (expression: Expression): string | undefined => {
  if (expression.kind === 'unary') return stringOf(expression.operand)
  return expression.kind === 'literal' && typeof expression.value === 'string' ? expression.value : undefined
}

/** Comparisons of a concept with a fixed text, however the rule combines them. */
const textComparisons = (expression: Expression): Comparison[] => {
  const pair = (left: Expression, right: Expression): Comparison[] => {
    const [concept, value] = [conceptName(left), stringOf(right)]
    return concept !== undefined && value !== undefined ? [{ concept, value }] : []
  }
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.flatMap(textComparisons)
    case 'if':
      return [expression.condition, expression.then, expression.else].flatMap(textComparisons)
    case 'comparison':
      return [...pair(expression.left, expression.right), ...pair(expression.right, expression.left)]
    case 'in':
      return expression.tests.flatMap((test) => (test.kind === 'list' ? test.items : [test])).flatMap((test) => pair(expression.value, test))
    case 'call':
      return 'positional' in expression.args ? expression.args.positional.flatMap(textComparisons) : []
    default:
      return []
  }
}

const syntaxPlace = (item: Located, path: Path, error: FeelSyntaxError): Place =>
  placeInText(nodeAt(item, path), error.line, error.column) ?? placeAt(item, path)

const syntaxText = ({ line, column, found, message }: FeelSyntaxError) =>
  both(`第 ${line} 行第 ${column} 列：${found === '' ? '规则没有写完' : `“${found}”不该写在这里`}`, message)

type Reading = 'rule' | 'cell'

const parsers = { rule: parse, cell: parseUnaryTests }
const parsed: Record<Reading, Map<string, Expression | FeelSyntaxError>> = { rule: new Map(), cell: new Map() }

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
  parsed[reading].set(text, made)
  return made
}

/** @param reading cell: of a decision table, unary tests on `?` */
export const ruleReader = (known: KnownConcepts, report: Report, reading: Reading = 'rule'): ReadRule => (item, path, written) => {
  const text = written.trimEnd() // a block of YAML ends with a line break, which would place an error at its end on the next line
  const expression = parseOnce(text, reading)
  if (expression instanceof FeelSyntaxError) {
    report('rule-syntax', syntaxPlace(item, path, expression), syntaxText(expression))
    return { text, expression: { kind: 'literal', value: false } }
  }
  const at = placeInText(nodeAt(item, path), 1, 1) ?? placeAt(item, path)
  for (const concept of conceptsOf(expression)) {
    if (!known.named(concept)) report('rule-concept-unknown', at, both(`规则用到 ${concept}，没有这个填写项`, `the rule reads ${concept}, which is no concept`))
  }
  for (const { concept, value } of textComparisons(expression)) {
    const choices = known.choicesOf(concept)
    if (choices && !choices.includes(value)) {
      report('rule-choice-unknown', at, both(`${concept} 没有“${value}”这个选项，只有 ${choices.join('、')}`, `${concept} is never "${value}"; it is one of ${choices.join(', ')}`))
    }
  }
  return { text, expression }
}
