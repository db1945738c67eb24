// The same expression with other expressions in the place of some of its names or parts. Names bound inside are left alone.
// For whoever makes one rule out of another: a rule about "each heir" into one about the first, the second …
import type { Expression, Iteration } from './expression.ts'

type Path = readonly string[]

export type Replacement = {
  /** for a free name, given with all after its dots: what stands in its place; undefined keeps it */
  name: (path: Path) => Expression | undefined
  /** for any other part, before its own parts are looked at; undefined goes on inside. `free` tells whether a name is not bound here. */
  part?: (expression: Expression, free: (name: string) => boolean) => Expression | undefined
}

const branches = ['condition', 'then', 'else'] as const

/** A new tree; parts in which nothing changes may be shared with the old one. */
export const substitute = (expression: Expression, replacement: Replacement): Expression => walk(expression, replacement, new Set())

const walk = (expression: Expression, replacement: Replacement, bound: ReadonlySet<string>): Expression => {
  const go = (child: Expression, names: Iterable<string> = []): Expression => walk(child, replacement, new Set([...bound, ...names]))
  const all = (children: readonly Expression[], names: Iterable<string> = []): Expression[] => children.map((child) => go(child, names))
  const replaced = expression.kind === 'name' ? undefined : replacement.part?.(expression, (name) => !bound.has(name))
  if (replaced) return replaced
  switch (expression.kind) {
    case 'literal':
    case 'temporal':
      return expression
    case 'name':
      return bound.has(expression.path[0] ?? '') ? expression : (replacement.name(expression.path) ?? expression)
    case 'path':
    case 'negate':
      return { ...expression, of: go(expression.of) }
    case 'arithmetic':
    case 'comparison':
      return { ...expression, left: go(expression.left), right: go(expression.right) }
    case 'and':
    case 'or':
      return { ...expression, parts: all(expression.parts) }
    case 'if':
      return { ...expression, ...Object.fromEntries(branches.map((part) => [part, go(expression[part])])) }
    case 'in':
      return { ...expression, value: go(expression.value), tests: all(expression.tests, ['?']) }
    case 'between':
      return { ...expression, value: go(expression.value), low: go(expression.low), high: go(expression.high) }
    case 'range':
      return { ...expression, low: go(expression.low), high: go(expression.high) }
    case 'unary':
      return { ...expression, operand: go(expression.operand) }
    case 'list':
      return { ...expression, items: all(expression.items) }
    case 'context':
      return { ...expression, entries: expression.entries.map(({ key, value }, at) => ({ key, value: go(value, expression.entries.slice(0, at).map((entry) => entry.key)) })) }
    case 'filter':
      return { ...expression, of: go(expression.of), by: go(expression.by, ['item']) }
    case 'some':
    case 'every': {
      const { over, names } = iterations(expression.over, go)
      return { ...expression, over, that: go(expression.that, names) }
    }
    case 'for': {
      const { over, names } = iterations(expression.over, go)
      return { ...expression, over, return: go(expression.return, [...names, 'partial']) }
    }
    case 'call':
      return { ...expression, args: argumentsOf(expression.args, go) }
    case 'invoke':
      return { ...expression, target: go(expression.target), args: argumentsOf(expression.args, go) }
    case 'function':
      return { ...expression, body: go(expression.body, expression.params) }
    case 'instance of':
      return { ...expression, value: go(expression.value) }
  }
}

type Go = (child: Expression, names?: Iterable<string>) => Expression

/** Each list is read with the names of the iterations before it. */
const iterations = (over: readonly Iteration[], go: Go): { over: Iteration[]; names: string[] } => {
  const names: string[] = []
  const walked = over.map((step): Iteration => {
    const next = { name: step.name, in: go(step.in, names), ...(step.to ? { to: go(step.to, names) } : {}) }
    names.push(step.name)
    return next
  })
  return { over: walked, names }
}

const argumentsOf = (args: Extract<Expression, { kind: 'call' }>['args'], go: Go): Extract<Expression, { kind: 'call' }>['args'] =>
  'named' in args ? { named: Object.fromEntries(Object.entries(args.named).map(([name, arg]) => [name, go(arg)])) } : { positional: args.positional.map((arg) => go(arg)) }

const known = new WeakMap<Expression, ReadonlySet<string>>()

/** Every word an expression uses as a name, a property or a text: whatever it may look up by name is among them. Collected once per syntax tree. */
export const wordsOf = (expression: Expression): ReadonlySet<string> => {
  const before = known.get(expression)
  if (before) return before
  const words = new Set<string>()
  JSON.stringify(expression, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'kind' && key !== 'op') words.add(value)
    return value
  })
  known.set(expression, words)
  return words
}
