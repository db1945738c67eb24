// Calls in a compiled expression: of built-in functions, whose signature is chosen when compiling where it can be,
// and of functions that are values. Arguments that do not fit give null.
import { signaturesByCount, signaturesByNames } from './builtin.ts'
import { builtins } from './builtins.ts'
import { spend } from './effort.ts'
import type { Arguments, Expression } from './expression.ts'
import type { Scope } from './scope.ts'
import { FeelFunction, isList, type FeelValue } from './value.ts'

export type Evaluator = (scope: Scope) => FeelValue
/** Compiles a part of the expression. */
export type Go = (child: Expression) => Evaluator

type Given = FeelValue | undefined

/** The positional arguments of a call to a list of parameter names; named ones are put in order. */
function argumentReader(args: Arguments, go: Go): (scope: Scope, names: readonly string[]) => readonly Given[] {
  if ('positional' in args) {
    const values = args.positional.map(go)
    return (scope) => values.map((value) => value(scope))
  }
  const values = new Map(Object.entries(args.named).map(([name, value]) => [name, go(value)]))
  return (scope, names) => names.map((name) => values.get(name)?.(scope))
}

/** What a function has to look at: the items of a list, and a hundred characters as one. */
const sizeOf = (value: Given): number => (value === undefined ? 0 : isList(value) ? value.length : typeof value === 'string' ? Math.floor(value.length / 100) : 0)

export function callBuiltin(name: string, args: Arguments, go: Go): Evaluator {
  const builtin = builtins.get(name) ?? []
  const signatures = ('named' in args
    ? signaturesByNames(builtin, Object.keys(args.named))
    : signaturesByCount(builtin, args.positional.length)
  ).map(({ params, call }) => ({ names: params.map((param) => param.name), call }))
  const read = argumentReader(args, go)
  return (scope) => {
    for (const { names, call } of signatures) {
      const given = read(scope, names)
      for (const value of given) spend(sizeOf(value))
      const result = call(given)
      if (result !== undefined) return result
    }
    return null
  }
}

export function callValue(target: Evaluator, args: Arguments, go: Go): Evaluator {
  const read = argumentReader(args, go)
  const count = 'named' in args ? Object.keys(args.named).length : args.positional.length
  return (scope) => {
    const called = target(scope)
    if (!(called instanceof FeelFunction) || !called.takes(count)) return null
    spend(1)
    const values = read(scope, called.params)
    return values.every((value) => value !== undefined) ? called.call(values) : null
  }
}
