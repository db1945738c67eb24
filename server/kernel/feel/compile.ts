// Turns a syntax tree into a closure, once; runs on the server and in the browser, knows neither grammar nor clock.
// Two readings of null: 'dmn', a value like others (`null = 1` is false); 'open', not known yet (then that is unknown, too).
import { arithmetic, negateValue } from './arithmetic.ts'
import { callBuiltin, callValue, type Evaluator, type Go } from './compile-calls.ts'
import { withEffort } from './effort.ts'
import { isNullLiteral, type ComparisonOperator, type Expression } from './expression.ts'
import { collecting, quantifying, select } from './iteration.ts'
import { membership, type Semantics } from './membership.ts'
import { FeelRange } from './range.ts'
import { layer, pathReader, propertyOf, type Scope } from './scope.ts'
import { parseTemporal } from './temporal.ts'
import { isInstance } from './type.ts'
import { compare, contextOf, equals, FeelFunction, negate, type FeelValue } from './value.ts'

export type { Evaluator } from './compile-calls.ts'
export type { Semantics } from './membership.ts'

/**
 * The closure never throws: what cannot be computed is null. In the 'open' reading a null that meets `=`, `!=`, `in` or `if`
 * gives null, unless the rule itself says null (`x = null`). All else is the same in both: null and false is false.
 */
export function compile(expression: Expression, semantics: Semantics = 'dmn'): Evaluator {
  const run = build(expression, semantics)
  return (scope) => {
    try {
      return withEffort(() => run(scope))
    } catch (error) {
      if (error instanceof RangeError) return null // recursion, lists or text without end
      throw error
    }
  }
}

const compiled: Record<Semantics, WeakMap<Expression, Evaluator>> = { open: new WeakMap(), dmn: new WeakMap() }

/** Compiles on first use and remembers the closure as long as the expression lives. */
export function evaluate(expression: Expression, scope: Scope, semantics: Semantics = 'dmn'): FeelValue {
  let run = compiled[semantics].get(expression)
  if (!run) {
    run = compile(expression, semantics)
    compiled[semantics].set(expression, run)
  }
  return run(scope)
}

/** Whether a rule holds as far as is known: null when the answers do not settle it, or when it gives no truth value. */
export function test(expression: Expression, scope: Scope, semantics: Semantics = 'open'): boolean | null {
  return truth(evaluate(expression, scope, semantics))
}

function truth(value: FeelValue): boolean | null {
  return typeof value === 'boolean' ? value : null
}

function build(expression: Expression, semantics: Semantics): Evaluator {
  const go = (child: Expression): Evaluator => build(child, semantics)
  switch (expression.kind) {
    case 'literal':
      return always(expression.value)
    case 'temporal':
      return always(parseTemporal(expression.type, expression.text))
    case 'name':
      return pathReader(expression.path)
    case 'path': {
      const [of, name] = [go(expression.of), expression.name]
      return (scope) => propertyOf(of(scope), name)
    }
    case 'negate': {
      const of = go(expression.of)
      return (scope) => negateValue(of(scope))
    }
    case 'arithmetic': {
      const [op, left, right] = [expression.op, go(expression.left), go(expression.right)]
      return (scope) => arithmetic(op, left(scope), right(scope))
    }
    case 'comparison':
      return comparison(expression, go, semantics)
    case 'and':
      return junction(expression.parts.map(go), false)
    case 'or':
      return junction(expression.parts.map(go), true)
    case 'if': {
      const [condition, then, otherwise] = [go(expression.condition), go(expression.then), go(expression.else)]
      return (scope) => {
        const holds = condition(scope)
        if (holds === true) return then(scope)
        return semantics === 'open' && holds !== false ? null : otherwise(scope)
      }
    }
    case 'in':
      return membership(go(expression.value), expression.tests, go, semantics)
    case 'between': {
      const [value, low, high] = [go(expression.value), go(expression.low), go(expression.high)]
      const ends = { lowIncluded: true, highIncluded: true }
      return (scope) => new FeelRange('..', { low: low(scope), high: high(scope), ...ends }).includes(value(scope))
    }
    case 'range': {
      const [low, high, { lowIncluded, highIncluded }] = [go(expression.low), go(expression.high), expression]
      return (scope) => FeelRange.between({ low: low(scope), high: high(scope), lowIncluded, highIncluded })
    }
    case 'unary': {
      const [op, operand] = [expression.op, go(expression.operand)]
      return (scope) => FeelRange.test(op, operand(scope))
    }
    case 'list': {
      const items = expression.items.map(go)
      return (scope) => items.map((item) => item(scope))
    }
    case 'context':
      return context(expression.entries.map(({ key, value }) => ({ key, value: go(value) })))
    case 'filter': {
      const [of, by] = [go(expression.of), go(expression.by)]
      return (scope) => select(of(scope), scope, by)
    }
    case 'some':
    case 'every':
    case 'for':
      return iteration(expression, go)
    case 'call':
      return callBuiltin(expression.name, expression.args, go)
    case 'invoke':
      return callValue(go(expression.target), expression.args, go)
    case 'function': {
      const [params, body] = [expression.params, go(expression.body)]
      return (scope) => new FeelFunction(params, (args) => body(layer(new Map(params.map((param, at) => [param, args[at] ?? null])), scope)))
    }
    case 'instance of': {
      const [value, type] = [go(expression.value), expression.type]
      return (scope) => isInstance(value(scope), type)
    }
  }
}

function always(value: FeelValue): Evaluator {
  return () => value
}

const ORDERED: Readonly<Record<Exclude<ComparisonOperator, '=' | '!='>, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

function comparison({ op, left, right }: Expression & { kind: 'comparison' }, go: Go, semantics: Semantics): Evaluator {
  const [a, b] = [go(left), go(right)]
  if (op !== '=' && op !== '!=') {
    const holds = ORDERED[op]
    return (scope) => {
      const order = compare(a(scope), b(scope))
      return order === null ? null : holds(order)
    }
  }
  const nullIsUnknown = semantics === 'open' && !isNullLiteral(left) && !isNullLiteral(right)
  return (scope) => {
    const [x, y] = [a(scope), b(scope)]
    if (nullIsUnknown && (x === null || y === null)) return null
    const same = equals(x, y)
    return op === '=' ? same : negate(same)
  }
}

/** Conjunction is decided by a false part, disjunction by a true one; anything but a truth value leaves it open. */
function junction(parts: readonly Evaluator[], decisive: boolean): Evaluator {
  return (scope) => {
    let result: boolean | null = !decisive
    for (const part of parts) {
      const value = part(scope)
      if (value === decisive) return decisive
      if (value !== !decisive) result = null
    }
    return result
  }
}

/** Each entry sees the ones before it; a key written twice makes the context null. */
function context(entries: readonly { key: string; value: Evaluator }[]): Evaluator {
  const twice = new Set(entries.map((entry) => entry.key)).size < entries.length
  return (scope) => {
    if (twice) return null
    const values = new Map<string, FeelValue>()
    const inside = layer(values, scope)
    for (const { key, value } of entries) values.set(key, value(inside))
    return contextOf(values)
  }
}

function iteration(expression: Expression & { kind: 'some' | 'every' | 'for' }, go: Go): Evaluator {
  const steps = expression.over.map((step) => ({ name: step.name, in: go(step.in), to: step.to && go(step.to) }))
  return expression.kind === 'for' ? collecting(steps, go(expression.return)) : quantifying(steps, go(expression.that), expression.kind === 'some')
}
