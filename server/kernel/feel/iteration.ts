// Going through lists: the items behind `in`, every combination of several lists, and filters.
// Every item counts against what one evaluation may go through (effort.ts), so that no rule can exhaust memory or time.
import { mostItems, spend } from './effort.ts'
import { FeelRange } from './range.ts'
import { itemScope, local, type Scope } from './scope.ts'
import { FeelDate } from './temporal.ts'
import { isList, type FeelList, type FeelValue } from './value.ts'

type Evaluate = (scope: Scope) => FeelValue
type Step = { name: string; in: Evaluate; to: Evaluate | undefined }

/** `from..to` as whole steps, also downwards; numbers and dates only. */
function sequence(from: FeelValue, to: FeelValue): FeelList | null {
  if (from instanceof FeelDate && to instanceof FeelDate) {
    return sequence(from.days, to.days)?.map((days) => new FeelDate(Number(days))) ?? null
  }
  if (typeof from !== 'number' || typeof to !== 'number') return null
  const length = Math.floor(Math.abs(to - from)) + 1
  const step = to < from ? -1 : 1
  if (length > mostItems) return null
  spend(length)
  return Array.from({ length }, (_, at) => from + at * step)
}

function itemsOf(value: FeelValue): FeelList | null {
  if (value === null || isList(value)) return value
  if (!(value instanceof FeelRange)) return [value]
  const items = sequence(value.low, value.high)
  return items && items.filter((item) => value.includes(item))
}

/**
 * Calls `visit` with a scope for each combination of the steps' items, the last step running fastest, until it answers
 * false. The result is false when some step has nothing that can be gone through.
 */
function forEachCombination(steps: readonly Step[], scope: Scope, visit: (scope: Scope) => boolean): boolean {
  let wanted = true
  const go = (depth: number, inside: Scope): boolean => {
    const step = steps[depth]
    if (!step) {
      wanted = visit(inside)
      return true
    }
    const first = step.in(inside)
    const items = step.to ? sequence(first, step.to(inside)) : itemsOf(first)
    if (!items) return false
    for (const item of items) {
      if (!wanted) break
      spend(1)
      if (!go(depth + 1, local(step.name, item, inside))) return false
    }
    return true
  }
  return go(0, scope)
}

/** `for … return`: the result for every combination; those before it are `partial`. Null when some step has nothing that can be gone through. */
export const collecting = (steps: readonly Step[], result: Evaluate): Evaluate => (scope) => {
  const partial: FeelValue[] = []
  const complete = forEachCombination(steps, local('partial', partial, scope), (inside) => {
    partial.push(result(inside))
    return true
  })
  return complete ? partial : null
}

/** `some` and `every`: settled by the first combination for which `that` is `decisive`, open where it is no truth value. */
export const quantifying = (steps: readonly Step[], that: Evaluate, decisive: boolean): Evaluate => (scope) => {
  let answer: boolean | null = !decisive
  const complete = forEachCombination(steps, scope, (inside) => {
    const holds = that(inside)
    if (holds === decisive) answer = decisive
    else if (holds !== !decisive) answer = null
    return holds !== decisive
  })
  return complete ? answer : null
}

/** `value[by]`: an item by its position when `by` is a number, otherwise the items for which `by` holds. */
export function select(value: FeelValue, scope: Scope, by: Evaluate): FeelValue {
  if (value === null) return null
  const items = isList(value) ? value : [value]
  spend(items.length)
  const first = by(itemScope(items[0] ?? null, scope))
  if (typeof first === 'number') {
    const at = Math.trunc(first)
    return items.at(at > 0 ? at - 1 : at || items.length) ?? null
  }
  return items.filter((item) => {
    const holds = by(itemScope(item, scope))
    return holds === true || (holds instanceof FeelRange && holds.includes(item) === true)
  })
}
