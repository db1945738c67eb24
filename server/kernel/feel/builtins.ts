// Every built-in function by its FEEL name, spaces included.
// A name that is not here is refused when a rule is parsed.
import type { Builtin } from './builtin.ts'
import { listBuiltins } from './builtins-list.ts'
import { numberBuiltins } from './builtins-number.ts'
import { rangeBuiltins } from './builtins-range.ts'
import { temporalBuiltins } from './builtins-temporal.ts'
import { textBuiltins } from './builtins-text.ts'

export const builtins: ReadonlyMap<string, Builtin> = new Map(Object.entries({
  ...textBuiltins,
  ...numberBuiltins,
  ...listBuiltins,
  ...temporalBuiltins,
  ...rangeBuiltins,
}))
