// Turns FEEL text into the syntax tree of expression.ts. The grammar (lezer-feel) is heavy: in the browser only the editor of rules loads it.
// Stricter than DMN on purpose: what could only ever be null (an unknown function, a date that does not exist) is refused.
import { parser, trackVariables } from 'lezer-feel'
import { builtins } from './builtins.ts'
import { mostItems } from './effort.ts'
import {
  readsTestedValue, VALUE_PROPERTIES, type ArithmeticOperator, type ComparisonOperator, type Expression, type Iteration, type TypeName,
} from './expression.ts'
import { canonicalName, childrenOf, findError, unescapeText, type SyntaxNode } from './grammar.ts'
import { readDateTime, readFunction, readInvocation, readType } from './parse-calls.ts'
import { Reading } from './reading.ts'
import { FeelSyntaxError, says } from './syntax-error.ts'

export { FeelSyntaxError } from './syntax-error.ts'

export type ParseOptions = {
  /** Variables whose names hold spaces or signs ('Monthly Salary'), and variables that hold functions. */
  names?: readonly string[]
  /** As DMN has it: calls that cannot succeed give null instead of being refused. For foreign decision models. */
  lenient?: boolean
  /** What `instance of` may name beside the types of FEEL itself. */
  types?: ReadonlyMap<string, TypeName>
}

const noTypes: ReadonlyMap<string, TypeName> = new Map()

/** @throws FeelSyntaxError with line, column and the offending text. */
export function parse(source: string, options: ParseOptions = {}): Expression {
  const { top, reading } = begin(source, 'Expression', options)
  return reading.childExpression(top, 0)
}

/**
 * Parses a decision table's cell (`> 5`, `"a", "b"`, `not(null)`, `-`) into an expression over the tested value `?`.
 * @throws FeelSyntaxError with line, column and the offending text.
 */
export function parseUnaryTests(source: string, options: ParseOptions = {}): Expression {
  const { top, reading } = begin(source, 'UnaryTests', options)
  const parts = childrenOf(top)
  if (parts[0]?.name === 'Wildcard') return { kind: 'literal', value: true }
  const tests = parts.filter((part) => part.name === 'PositiveUnaryTests').flatMap(childrenOf)
  const found: Expression = { kind: 'in', value: { kind: 'name', path: ['?'] }, tests: reading.expressions(tests) }
  return parts[0]?.name === 'not' ? { kind: 'call', name: 'not', args: { positional: [found] } } : found
}

function begin(source: string, topName: 'Expression' | 'UnaryTests', { names = [], lenient = false, types = noTypes }: ParseOptions) {
  const known = new Set(names.map(canonicalName))
  const contextTracker = trackVariables(Object.fromEntries([...known].map((name) => [name, 1])))
  const tree = parser.configure({ top: topName, contextTracker }).parse(source)
  const error = findError(tree, source)
  if (error) throw new FeelSyntaxError(error.wrong, source, error.from, error.to)
  return { top: tree.topNode, reading: new Reading(source, lenient, known, types, convert) }
}

function convert(node: SyntaxNode, reading: Reading): Expression {
  const at = (index: number): Expression => reading.childExpression(node, index)
  switch (node.name) {
    case 'NumericLiteral':
      return { kind: 'literal', value: Number(reading.text(node).replace(/\s+/g, '')) }
    case 'StringLiteral':
      return { kind: 'literal', value: unescapeText(reading.text(node)) }
    case 'BooleanLiteral':
      return { kind: 'literal', value: reading.text(node) === 'true' }
    case 'null':
      return { kind: 'literal', value: null }
    case '?':
      return { kind: 'name', path: ['?'] }
    case 'VariableName':
      return { kind: 'name', path: [readVariable(node, reading)] }
    case 'PathExpression':
      return readPath(at(0), reading.child(node, 2), reading)
    case 'ParenthesizedExpression':
      return at(1)
    case 'Conjunction':
      return readJunction('and', node, reading)
    case 'Disjunction':
      return readJunction('or', node, reading)
    case 'Comparison':
      return readComparison(node, reading)
    case 'ArithmeticExpression':
      return readArithmetic(node, reading)
    case 'IfExpression':
      // oxlint-disable-next-line unicorn/no-thenable -- an expression, never a function
      return { kind: 'if', condition: at(1), then: at(3), else: at(5) }
    case 'PositiveUnaryTest':
      return at(0)
    case 'SimplePositiveUnaryTest':
      return readTest(node, reading)
    case 'Interval':
      return readInterval(node, reading)
    case 'List':
      return { kind: 'list', items: reading.expressions(childrenOf(node).slice(1, -1)) }
    case 'Context':
      return readContext(node, reading)
    case 'FilterExpression':
      return { kind: 'filter', of: at(0), by: at(2) }
    case 'QuantifiedExpression':
    case 'ForExpression':
      return readIteration(node, reading)
    case 'FunctionDefinition':
      return readFunction(node, reading)
    case 'FunctionInvocation':
      return readInvocation(node, reading)
    case 'DateTimeLiteral':
      return readDateTime(node, reading)
    case 'InstanceOfExpression':
      return { kind: 'instance of', value: at(0), type: readType(reading.child(node, 3), reading) }
    default:
      return reading.refuse(node, says(`这里不支持“${reading.text(node)}”`, `"${reading.text(node)}" is not supported here`))
  }
}

/** A name of several words is a slip (`child.name mother.name`), unless it was declared. */
function readName(node: SyntaxNode, reading: Reading): string {
  const name = reading.name(node)
  if (childrenOf(node).length > 1 && !reading.knows(name) && !VALUE_PROPERTIES.has(name) && !reading.lenient) {
    reading.refuse(node, says(`没有“${name}”这个名称，中间是不是少了 =、and 之类的符号？`, `"${name}" is not a known name: is an operator missing?`))
  }
  return name
}

/** `date` alone is a slip for `date(…)`, or what the grammar made of a deeply nested `date and time(…)`. */
function readVariable(node: SyntaxNode, reading: Reading): string {
  const name = readName(node, reading)
  if (builtins.has(name) && !reading.knows(name) && !reading.lenient && node.parent?.name !== 'PathExpression') {
    reading.refuse(node, says(`“${name}”是函数，要写成 ${name}(…)`, `"${name}" is a function: write ${name}(…)`))
  }
  return name
}

function readPath(of: Expression, node: SyntaxNode, reading: Reading): Expression {
  const name = readName(node, reading)
  return of.kind === 'name' ? { kind: 'name', path: [...of.path, name] } : { kind: 'path', of, name }
}

/** `a and b and c` is one node with three parts, however lezer nests it. */
function readJunction(kind: 'and' | 'or', node: SyntaxNode, reading: Reading): Expression {
  const parts: SyntaxNode[] = []
  let rest = node
  while (rest.name === node.name) {
    parts.unshift(reading.child(rest, 2))
    rest = reading.child(rest, 0)
  }
  parts.unshift(rest)
  return { kind, parts: reading.expressions(parts), texts: parts.map((part) => reading.text(part).trim()) }
}

function readComparison(node: SyntaxNode, reading: Reading): Expression {
  const operator = reading.child(node, 1)
  const value = reading.childExpression(node, 0)
  if (operator.name === 'between') {
    return { kind: 'between', value, low: reading.childExpression(node, 2), high: reading.childExpression(node, 4) }
  }
  if (operator.name === 'in') {
    const tests = childrenOf(node).flatMap((child) => (
      child.name === 'PositiveUnaryTests' ? childrenOf(child) : child.name === 'PositiveUnaryTest' ? [child] : []
    ))
    return { kind: 'in', value, tests: tests.map((test) => readMember(test, reading)) }
  }
  const right = reading.child(node, 2)
  if (right.name === 'SimplePositiveUnaryTest' && reading.child(right, 0).name === 'CompareOp') {
    reading.refuse(operator, says(`“${reading.text(operator)}”后面不能再接一个比较；相等只写一个“=”`, `"${reading.text(operator)}" must not be followed by another comparison; equality is a single "="`))
  }
  return { kind: 'comparison', op: reading.text(operator) as ComparisonOperator, left: value, right: reading.expression(right) } // CompareOp
}

/** `x in not(…)` would compare x with a truth value, which nobody means. */
function readMember(node: SyntaxNode, reading: Reading): Expression {
  const test = reading.expression(node)
  if (test.kind === 'call' && test.name === 'not' && !readsTestedValue(test) && !reading.lenient) {
    reading.refuse(node, says('请写成 not(… in …)，不要写 … in not(…)', 'write not(… in …) instead of … in not(…)'))
  }
  return test
}

function readArithmetic(node: SyntaxNode, reading: Reading): Expression {
  if (childrenOf(node).length === 2) return { kind: 'negate', of: reading.childExpression(node, 1) }
  const sign = reading.text(reading.child(node, 1))
  const op = sign === '^' ? '**' : (sign as ArithmeticOperator) // ArithOp holds no others
  return { kind: 'arithmetic', op, left: reading.childExpression(node, 0), right: reading.childExpression(node, 2) }
}

function readTest(node: SyntaxNode, reading: Reading): Expression {
  const first = reading.child(node, 0)
  if (first.name !== 'CompareOp') return reading.expression(first)
  return { kind: 'unary', op: reading.text(first) as ComparisonOperator, operand: reading.childExpression(node, 1) } // CompareOp
}

function readInterval(node: SyntaxNode, reading: Reading): Expression {
  return {
    kind: 'range',
    low: reading.childExpression(node, 1),
    high: reading.childExpression(node, 3),
    lowIncluded: reading.text(reading.child(node, 0)) === '[',
    highIncluded: reading.text(reading.child(node, 4)) === ']',
  }
}

/** Later entries may use the earlier ones. */
function readContext(node: SyntaxNode, reading: Reading): Expression {
  const entries: { key: string; value: Expression }[] = []
  for (const entry of childrenOf(node).slice(1, -1)) {
    const key = reading.child(reading.child(entry, 0), 0)
    const value = reading.with(entries.map((known) => known.key)).childExpression(entry, 1)
    entries.push({ key: key.name === 'StringLiteral' ? unescapeText(reading.text(key)) : reading.name(key), value })
  }
  return { kind: 'context', entries }
}

/** Items of `1..3000`, as far as the text alone tells. */
function writtenLength({ in: from, to }: Iteration): number {
  return from.kind === 'literal' && typeof from.value === 'number' && to?.kind === 'literal' && typeof to.value === 'number' ? Math.abs(to.value - from.value) + 1 : 1
}

function readIteration(node: SyntaxNode, reading: Reading): Expression {
  const over: Iteration[] = []
  let inside = reading
  for (const step of childrenOf(reading.child(node, 1))) {
    const name = reading.name(reading.child(step, 0))
    const [from, , to] = childrenOf(reading.child(step, 2))
    if (!from) return reading.refuse(step, says('没有写从哪个列表里逐个看', 'there is nothing to go through'))
    over.push({ name, in: inside.expression(from), ...(to && { to: inside.expression(to) }) })
    inside = inside.with([name])
  }
  const kind = reading.text(reading.child(node, 0))
  const fixed = over.reduce((product, step) => product * writtenLength(step), 1)
  if (fixed > mostItems && !reading.lenient) reading.refuse(node, says(`这条规则要试 ${fixed} 种组合，最多只能试 ${mostItems} 种`, `this goes through ${fixed} combinations, more than the ${mostItems} a rule may`))
  if (kind === 'for') return { kind, over, return: inside.with(['partial']).childExpression(node, 3) }
  return { kind: kind === 'some' ? 'some' : 'every', over, that: inside.childExpression(node, 3) }
}
