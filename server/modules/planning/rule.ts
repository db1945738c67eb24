// Rules in three-valued logic: true, false, or undefined while the facts known so far do not settle it.
// FEEL itself has no "not answered yet" (`null = "a"` is false), so a rule is only evaluated where its inputs are known.
import { compile } from '../../kernel/feel/compile.ts'
import { conceptsOf, type Expression } from '../../kernel/feel/expression.ts'
import type { Scope } from '../../kernel/feel/scope.ts'
import { equals, type FeelValue } from '../../kernel/feel/value.ts'

/** What a rule may look at. `value` is undefined while a concept is unknown; null is a known nothing. */
export type RuleInput = { value(concept: string): FeelValue | undefined; readonly scope: Scope }

export type CompiledRule = {
  /** the rule as it was compiled; rules that say the same read the same here, once written as JSON */
  readonly expression: Expression
  /** concepts the rule's text mentions */
  readonly reads: readonly string[]
  /** undefined: not settled by what is known */
  evaluate(input: RuleInput): FeelValue | undefined
  /** adds the unknown concepts that can still change the result; nothing once the rule is settled */
  addOpen(input: RuleInput, into: Set<string>): void
}

const compiled = new WeakMap<Expression, CompiledRule>()

/** The rule as closures; compiled once per syntax tree. */
export const compileRule = (expression: Expression): CompiledRule => {
  const known = compiled.get(expression)
  if (known) return known
  const made = build(expression)
  compiled.set(expression, made)
  return made
}

const build = (expression: Expression): CompiledRule => {
  if (expression.kind === 'and' || expression.kind === 'or') return connective(expression, expression.parts.map(build), expression.kind === 'or')
  if (expression.kind === 'if') return choice(expression, build(expression.condition), build(expression.then), build(expression.else))
  if (expression.kind === 'call' && expression.name === 'not' && 'positional' in expression.args) {
    const [operand, ...rest] = expression.args.positional
    if (operand && rest.length === 0) return negation(expression, build(operand))
  }
  return leaf(expression)
}

const union = (parts: readonly CompiledRule[]): string[] => [...new Set(parts.flatMap((part) => part.reads))]

/** One false settles an `and`, one true an `or`, whatever the other parts turn out to be. */
const connective = (expression: Expression, parts: readonly CompiledRule[], decisive: boolean): CompiledRule => {
  const evaluate = (input: RuleInput): FeelValue | undefined => {
    let result: FeelValue | undefined = !decisive
    for (const part of parts) {
      const value = part.evaluate(input)
      if (value === decisive) return decisive
      if (value === undefined) result = undefined
      else if (value !== !decisive && result !== undefined) result = null
    }
    return result
  }
  return {
    expression,
    reads: union(parts),
    evaluate,
    addOpen(input, into) {
      if (evaluate(input) === undefined) for (const part of parts) if (part.evaluate(input) === undefined) part.addOpen(input, into)
    },
  }
}

/** While the condition is unknown, an `if` is settled only when both branches agree. */
const choice = (expression: Expression, condition: CompiledRule, then: CompiledRule, otherwise: CompiledRule): CompiledRule => {
  const evaluate = (input: RuleInput): FeelValue | undefined => {
    const holds = condition.evaluate(input)
    if (holds !== undefined) return (holds === true ? then : otherwise).evaluate(input)
    const [a, b] = [then.evaluate(input), otherwise.evaluate(input)]
    return a !== undefined && b !== undefined && equals(a, b) === true ? a : undefined
  }
  return {
    expression,
    reads: union([condition, then, otherwise]),
    evaluate,
    addOpen(input, into) {
      if (evaluate(input) !== undefined) return
      const holds = condition.evaluate(input)
      condition.addOpen(input, into)
      if (holds !== false && holds !== null) then.addOpen(input, into)
      if (holds !== true) otherwise.addOpen(input, into)
    },
  }
}

const negation = (expression: Expression, operand: CompiledRule): CompiledRule => ({
  expression,
  reads: operand.reads,
  evaluate(input) {
    const value = operand.evaluate(input)
    return value === undefined ? undefined : typeof value === 'boolean' ? !value : null
  },
  addOpen: operand.addOpen,
})

const leaf = (expression: Expression): CompiledRule => {
  const reads = conceptsOf(expression)
  const run = compile(expression)
  return {
    expression,
    reads,
    evaluate(input) {
      for (const concept of reads) if (input.value(concept) === undefined) return undefined
      return run(input.scope)
    },
    addOpen(input, into) {
      for (const concept of reads) if (input.value(concept) === undefined) into.add(concept)
    },
  }
}
