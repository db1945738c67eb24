// Boxed expressions (DMN 1.3, section 10.2; those of 1.4 too) as closures over a scope. FEEL that cannot be read is null, as the standard
// has it, never an exception; what a variable is declared to be is what its value is converted to.
import type { Evaluator } from '../../feel/compile.ts'
import { spend } from '../../feel/effort.ts'
import { collecting, quantifying } from '../../feel/iteration.ts'
import { itemScope, layer } from '../../feel/scope.ts'
import { contextOf, FeelFunction, isList, type FeelValue } from '../../feel/value.ts'
import { decisionTable } from './boxed-table.ts'
import { boxedIn } from './definitions.ts'
import { feel, withNames, type Environment } from './environment.ts'
import { conform, type ItemType } from './item-type.ts'
import { childNamed, childrenNamed, textIn, type XmlElement } from './xml-tree.ts'

const nothing: Evaluator = () => null

/** Of the type the element itself names, where it names one. */
export const boxed = (element: XmlElement | undefined, environment: Environment): Evaluator => {
  if (!element) return nothing
  const run = untyped(element, environment)
  const { typeRef } = element.attributes
  if (typeRef === undefined) return run
  const type = environment.typeOf(typeRef)
  return (scope) => conform(run(scope), type)
}

const untyped = (element: XmlElement, environment: Environment): Evaluator => {
  const inside = (name: string): Evaluator => {
    const child = childNamed(element, name)
    return boxed(child && boxedIn(child), environment)
  }
  switch (element.name) {
    case 'literalExpression': return feel(textIn(element, 'text'), environment)
    case 'context': return context(element, environment)
    case 'decisionTable': return decisionTable(element, environment)
    case 'invocation': return invocation(element, environment)
    case 'functionDefinition': return definedFunction(element, environment)
    case 'list': return list(element, environment)
    case 'relation': return relation(element, environment)
    case 'conditional': {
      const [condition, then, otherwise] = [inside('if'), inside('then'), inside('else')]
      return (scope) => {
        const holds = condition(scope)
        if (holds !== null && typeof holds !== 'boolean') return null
        return holds === true ? then(scope) : otherwise(scope)
      }
    }
    case 'filter': return filter(element, environment)
    case 'for': case 'every': case 'some': return iteration(element, environment)
    default: return nothing
  }
}

const context = (element: XmlElement, environment: Environment): Evaluator => {
  let known = environment
  const entries = childrenNamed(element, 'contextEntry').map((entry) => {
    const variable = childNamed(entry, 'variable')
    const name = variable?.attributes['name']
    const run = boxed(boxedIn(entry), known)
    if (name !== undefined) known = withNames(known, [name])
    const type = environment.typeOf(variable?.attributes['typeRef'])
    return { name, run: ((scope) => conform(run(scope), type)) satisfies Evaluator }
  })
  return (scope) => {
    const values = new Map<string, FeelValue>()
    const within = layer(values, scope)
    for (const { name, run } of entries) {
      if (name === undefined) return run(within)
      if (values.has(name)) return null
      values.set(name, run(within))
    }
    return contextOf(values)
  }
}

const invocation = (element: XmlElement, environment: Environment): Evaluator => {
  const target = boxed(boxedIn(element), environment)
  const bindings = childrenNamed(element, 'binding').map((binding) => {
    const parameter = childNamed(binding, 'parameter')
    const [run, type] = [boxed(boxedIn(binding), environment), environment.typeOf(parameter?.attributes['typeRef'])]
    return { name: parameter?.attributes['name'] ?? '', run: ((scope) => conform(run(scope), type)) satisfies Evaluator }
  })
  return (scope) => {
    const called = target(scope)
    if (!(called instanceof FeelFunction)) return null
    spend(1)
    if (!bindings.every(({ name }) => called.params.includes(name))) return null
    const given = new Map(bindings.map(({ name, run }) => [name, run(scope)]))
    return called.call(called.params.map((name) => given.get(name) ?? null))
  }
}

/** Parameters and body of a function, as a boxed expression or the logic of a business knowledge model. Only FEEL runs here. */
export const definedFunction = (element: XmlElement, environment: Environment, result?: ItemType): Evaluator => {
  if ((element.attributes['kind'] ?? 'FEEL') !== 'FEEL') return nothing
  const parameters = childrenNamed(element, 'formalParameter').map(({ attributes }) => ({ name: attributes['name'] ?? '', type: environment.typeOf(attributes['typeRef']) }))
  const names = parameters.map(({ name }) => name)
  const body = boxed(boxedIn(element), withNames(environment, names))
  return (scope) =>
    new FeelFunction(names, (args) => {
      const given = parameters.map(({ name, type }, at) => [name, conform(args[at] ?? null, type)] as const)
      // an argument that does not conform makes the whole call null
      if (given.some(([, value], at) => value === null && (args[at] ?? null) !== null)) return null
      const value = body(layer(new Map(given), scope))
      return result ? conform(value, result) : value
    })
}

const list = (element: XmlElement, environment: Environment): Evaluator => {
  const items = element.children.map((child) => boxed(child, environment))
  return (scope) => items.map((item) => item(scope))
}

const relation = (element: XmlElement, environment: Environment): Evaluator => {
  const columns = childrenNamed(element, 'column').map(({ attributes }) => ({ name: attributes['name'] ?? '', type: environment.typeOf(attributes['typeRef']) }))
  const rows = childrenNamed(element, 'row').map((row) => row.children.map((cell) => boxed(cell, environment)))
  return (scope) => rows.map((row) => contextOf(columns.map(({ name, type }, at) => [name, conform(row[at]?.(scope) ?? null, type)] as const)))
}

const filter = (element: XmlElement, environment: Environment): Evaluator => {
  const [source, match] = [childNamed(element, 'in'), childNamed(element, 'match')]
  const [of, by] = [boxed(source && boxedIn(source), environment), boxed(match && boxedIn(match), withNames(environment, ['item']))]
  return (scope) => {
    const value = of(scope)
    const items = value === null || isList(value) ? (value ?? []) : [value]
    const kept: FeelValue[] = []
    for (const item of items) {
      spend(1)
      const holds = by(itemScope(item, scope))
      if (holds !== null && typeof holds !== 'boolean') return null
      if (holds === true) kept.push(item)
    }
    return kept
  }
}

const iteration = (element: XmlElement, environment: Environment): Evaluator => {
  const name = element.attributes['iteratorVariable'] ?? ''
  const [source, last] = [childNamed(element, 'in'), childNamed(element, element.name === 'for' ? 'return' : 'satisfies')]
  const of = boxed(source && boxedIn(source), environment)
  const run = boxed(last && boxedIn(last), withNames(environment, [name, 'partial']))
  const steps = [{ name, in: of, to: undefined }]
  return element.name === 'for' ? collecting(steps, run) : quantifying(steps, run, element.name === 'some')
}
