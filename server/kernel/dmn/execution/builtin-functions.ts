// Built-in functions as values, so that a model can hand `abs` to a function of its own. They lie below every other name.
import { signaturesByCount, type Builtin } from '../../feel/builtin.ts'
import { builtins } from '../../feel/builtins.ts'
import type { Scope } from '../../feel/scope.ts'
import { FeelFunction, type FeelValue } from '../../feel/value.ts'

class BuiltinFunction extends FeelFunction {
  private readonly builtin: Builtin
  constructor(builtin: Builtin) {
    super(builtin[0]?.params.map(({ name }) => name) ?? [], (args) => {
      for (const { call } of signaturesByCount(builtin, args.length)) {
        const result = call(args)
        if (result !== undefined) return result
      }
      return null
    })
    this.builtin = builtin
  }
  override takes(count: number): boolean {
    return signaturesByCount(this.builtin, count).length > 0
  }
}

const functions = new Map<string, FeelValue>()

export const builtinFunctions: Scope = {
  outer: undefined,
  get(name) {
    const builtin = builtins.get(name)
    if (!builtin) return undefined
    const known = functions.get(name) ?? new BuiltinFunction(builtin)
    functions.set(name, known)
    return known
  },
}
