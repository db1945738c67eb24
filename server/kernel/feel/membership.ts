// `in`: whether a value passes one of several tests, each a range, a list, a value or a condition on `?`.
// In the open reading a null is unknown on either side, unless the test itself says null.
import type { Evaluator, Go } from './compile-calls.ts'
import { isNullLiteral, readsTestedValue, type Expression } from './expression.ts'
import { FeelRange } from './range.ts'
import { local } from './scope.ts'
import { equals, isList, type FeelValue } from './value.ts'

/** How null is read: 'dmn', as a value like others; 'open', as not known yet. */
export type Semantics = 'open' | 'dmn'

/** Whether a value passes one test: a range includes it, a list holds it, or it is equal. */
function matches(value: FeelValue, wanted: FeelValue, semantics: Semantics): boolean | null {
  if (wanted instanceof FeelRange && !(value instanceof FeelRange)) return wanted.includes(value)
  if (isList(wanted)) {
    return anyOf(wanted, (item) => (item instanceof FeelRange ? matches(value, item, semantics) : same(value, item, semantics)))
  }
  return same(value, wanted, semantics)
}

function same(value: FeelValue, wanted: FeelValue, semantics: Semantics): boolean | null {
  if (semantics === 'open' && (wanted === null || value === null)) return null
  return equals(value, wanted) === true
}

/** Whether a test says null itself, which then is a value. */
function namesNull(test: Expression): boolean {
  return isNullLiteral(test) || (test.kind === 'list' && test.items.some(isNullLiteral))
}

function anyOf<T>(items: readonly T[], check: (item: T) => boolean | null): boolean | null {
  let result: boolean | null = false
  for (const item of items) {
    const found = check(item)
    if (found === true) return true
    if (found === null) result = null
  }
  return result
}

/** `value in (tests)`. */
export function membership(value: Evaluator, tests: readonly Expression[], go: Go, semantics: Semantics): Evaluator {
  const checks = tests.map((expression) => ({
    run: go(expression),
    isCondition: readsTestedValue(expression),
    semantics: namesNull(expression) ? 'dmn' : semantics,
  }))
  return (scope) => {
    const tested = value(scope)
    return anyOf(checks, (check) => {
      if (check.isCondition) {
        const holds = check.run(local('?', tested, scope))
        return typeof holds === 'boolean' ? holds : null
      }
      return matches(tested, check.run(scope), check.semantics)
    })
  }
}
