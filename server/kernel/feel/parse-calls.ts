// Reading of everything that is called: built-in functions, date literals, functions written in FEEL, and type names.
// A call that could only ever be null is refused here, unless the reading is lenient.
import { signaturesByCount, signaturesByNames } from './builtin.ts'
import { builtins } from './builtins.ts'
import { SUPPLIED_NAMES, type Arguments, type Expression, type TemporalType, type TypeName } from './expression.ts'
import { childrenOf, unescapeText, type SyntaxNode } from './grammar.ts'
import { isCheapPattern } from './pattern-cost.ts'
import type { Reading } from './reading.ts'
import { says, type Says } from './syntax-error.ts'
import { parseTemporal, temporalTypeOf } from './temporal.ts'

const NULL: Expression = { kind: 'literal', value: null }

/** Functions whose second argument is a regular expression. */
const matching: ReadonlySet<string> = new Set(['matches', 'replace', 'split'])

function patternFault(pattern: string): Says | undefined {
  try {
    new RegExp(pattern, 'u')
  } catch {
    return undefined // may be valid with a flag; null when evaluated otherwise
  }
  return isCheapPattern(pattern) ? undefined : says(`“${pattern}”可能要算很久：重复的部分里面不要再有重复`, `the pattern "${pattern}" may take too long: repeat nothing inside what is itself repeated`)
}

function readArguments(node: SyntaxNode, reading: Reading): Arguments {
  const params = reading.child(node, 2)
  if (params.name !== 'NamedParameters') return { positional: reading.expressions(childrenOf(params)) }
  return {
    named: Object.fromEntries(childrenOf(params).map((param) => (
      [reading.name(reading.child(param, 0)), reading.childExpression(param, 1)] as const
    ))),
  }
}

function readBuiltin(name: string, node: SyntaxNode, reading: Reading): Expression {
  const builtin = builtins.get(name)
  if (!builtin) return reading.lenient ? NULL : reading.refuse(reading.child(node, 0), says(`没有“${name}”这个函数`, `there is no function "${name}"`))
  const args = readArguments(node, reading)
  const possible = 'named' in args
    ? signaturesByNames(builtin, Object.keys(args.named))
    : signaturesByCount(builtin, args.positional.length)
  if (possible.length === 0 && !reading.lenient) {
    const ways = builtin.map(({ params }) => `${name}(${params.map((param) => param.name).join(', ')})`)
    reading.refuse(node, says(`括号里的内容对不上，要写成 ${ways.join(' 或 ')}`, `these arguments do not fit: write ${ways.join(' or ')}`))
  }
  const [, pattern] = 'positional' in args ? args.positional : [undefined, args.named['pattern'] ?? args.named['delimiter']]
  if (!reading.lenient && matching.has(name) && pattern?.kind === 'literal' && typeof pattern.value === 'string') {
    const fault = patternFault(pattern.value)
    if (fault) reading.refuse(node, fault)
  }
  return { kind: 'call', name, args }
}

export function readInvocation(node: SyntaxNode, reading: Reading): Expression {
  const target = reading.child(node, 0)
  if (target.name !== 'VariableName' && target.name !== 'SpecialFunctionName') {
    return { kind: 'invoke', target: reading.expression(target), args: readArguments(node, reading) }
  }
  const name = reading.name(target)
  if (reading.knows(name)) return { kind: 'invoke', target: { kind: 'name', path: [name] }, args: readArguments(node, reading) }
  if (SUPPLIED_NAMES.has(name) && childrenOf(reading.child(node, 2)).length === 0) return { kind: 'name', path: [name] }
  return readBuiltin(name, node, reading)
}

const temporalNames: Record<TemporalType, string> = { date: '日期', time: '时间', 'date and time': '日期时间', duration: '时长' }

function temporal(type: TemporalType, text: string, node: SyntaxNode, reading: Reading): Expression | undefined {
  if (parseTemporal(type, text)) return { kind: 'temporal', type, text }
  return reading.lenient ? undefined : reading.refuse(node, says(`“${text}”不是有效的${temporalNames[type]}`, `"${text}" is not a valid ${type}`))
}

/** `@"…"`, or a call of date, time, date and time, duration. */
export function readDateTime(node: SyntaxNode, reading: Reading): Expression {
  const first = reading.child(node, 0)
  if (first.name === 'AtLiteral') {
    const text = unescapeText(reading.text(reading.child(first, 0)))
    return temporal(temporalTypeOf(text), text, node, reading) ?? NULL
  }
  const name = reading.name(first)
  const [only, ...others] = childrenOf(reading.child(node, 2))
  if (only?.name === 'StringLiteral' && others.length === 0) {
    const literal = temporal(name as TemporalType, unescapeText(reading.text(only)), node, reading) // the grammar knows just these four
    if (literal) return literal
  }
  return readBuiltin(name, node, reading)
}

export function readFunction(node: SyntaxNode, reading: Reading): Expression {
  const children = childrenOf(node)
  const body = children.find((child) => child.name === 'FunctionBody')
  if (!body || children.some((child) => child.name === 'external')) {
    return reading.lenient ? NULL : reading.refuse(node, says('不支持外部函数', 'external functions are not supported'))
  }
  const formal = children.filter((child) => child.name === 'FormalParameters').flatMap(childrenOf)
  const params = formal.map((param) => reading.name(reading.child(param, 0)))
  return { kind: 'function', params, body: reading.with(params).childExpression(body, childrenOf(body).length > 1 ? 1 : 0) }
}

const TYPES: ReadonlySet<string> = new Set([
  'Any', 'Null', 'number', 'string', 'boolean', 'date', 'time', 'date and time', 'duration', 'days and time duration',
  'years and months duration', 'list', 'context', 'function', 'range',
])

/** The type after `instance of`. */
export function readType(node: SyntaxNode, reading: Reading): TypeName {
  const type = reading.child(node, 0)
  const inner = childrenOf(type).filter((child) => child.name === 'Type').map((child) => readType(child, reading))
  if (type.name === 'ListType') return { name: 'list', of: inner[0] }
  if (type.name === 'RangeType') return { name: 'range', of: inner[0] }
  if (type.name === 'FunctionType') return { name: 'function' }
  if (type.name === 'ContextType') {
    const fields = childrenOf(type).filter((child) => child.name === 'ContextEntryTypes').flatMap(childrenOf)
      .map((entry) => [reading.name(reading.child(entry, 0)), readType(reading.child(entry, 1), reading)] as const)
    return { name: 'context', fields: Object.fromEntries(fields) }
  }
  const name = reading.name(type)
  const declared = reading.types.get(name)
  if (declared) return declared
  if (!TYPES.has(name) && !reading.lenient) reading.refuse(type, says(`没有“${name}”这个类型`, `there is no type "${name}"`))
  return { name }
}
