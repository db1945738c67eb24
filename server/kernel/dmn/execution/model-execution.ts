// Evaluates the decisions of a model and of those it imports. A decision sees what it requires, nothing else; each is made once in a run.
// Requirements in a circle are refused when the model is opened.
import type { Evaluator } from '../../feel/compile.ts'
import { withEffort } from '../../feel/effort.ts'
import type { TypeName } from '../../feel/expression.ts'
import { layer, type Scope } from '../../feel/scope.ts'
import { contextOf, FeelFunction, type FeelValue } from '../../feel/value.ts'
import { DmnRefused } from '../model.ts'
import { boxed, definedFunction } from './boxed.ts'
import { builtinFunctions } from './builtin-functions.ts'
import { declaredTypes, type TypeOf } from './declared-types.ts'
import { boxedIn, type Definitions, type ModelNode } from './definitions.ts'
import type { Environment } from './environment.ts'
import { conform, typeNameOf, type ItemType } from './item-type.ts'
import { childNamed, childrenNamed, type XmlElement } from './xml-tree.ts'

export type { Definitions } from './definitions.ts'

/** Values of input data by name; of an imported model `namespace#name`. */
export type Inputs = ReadonlyMap<string, FeelValue>

export type Model = {
  /** The value of a decision, of a service (its inputs by name) or of a function (its parameters by name). @throws DmnRefused when there is none of that name */
  evaluate(name: string, inputs: Inputs, supplied?: Readonly<Record<string, FeelValue>>): FeelValue
  /** decisions, services and functions of the model itself */
  names: readonly string[]
}

type Part = { definitions: Definitions; typeOf: TypeOf; declared: ReadonlyMap<string, TypeName> }

type Node = ModelNode & { key: string; part: Part; type: ItemType; requires: { node: Node; under: string | undefined }[] }

type Run = { inputs: Inputs; made: Map<string, FeelValue>; supplied: Scope }

const keyOf = ({ namespace }: Definitions, href: string): string => (href.startsWith('#') ? `${namespace}${href}` : href.includes('#') ? href : `${namespace}#${href}`)

/** @param imported the models it names in its imports, in any order @throws DmnRefused for requirements in a circle */
export const openModel = (main: Definitions, imported: readonly Definitions[] = []): Model => {
  const parts = partsOf([...imported, main])
  const nodes = new Map<string, Node>()
  for (const part of parts.values()) for (const node of part.definitions.nodes.values()) nodes.set(keyOf(part.definitions, node.id), { ...node, key: keyOf(part.definitions, node.id), part, type: part.typeOf(node.variable.typeRef), requires: [] })
  for (const node of nodes.values()) {
    node.requires = node.needs.flatMap((href) => {
      const needed = nodes.get(keyOf(node.part.definitions, href))
      if (!needed) return []
      const under = needed.part === node.part ? undefined : node.part.definitions.imports.find(({ namespace }) => namespace === needed.part.definitions.namespace)?.name
      return [{ node: needed, under: under || undefined }]
    })
  }
  refuseCircles(nodes.values())
  const fieldNames = [...parts.values()].flatMap(({ definitions }) => [...definitions.types.values()].flatMap(componentNames))
  const logic = new Map<Node, Evaluator>()

  const environmentOf = ({ part, requires }: Node, parameters: readonly string[] = []): Environment => ({
    names: [...parameters, ...requires.flatMap(({ node, under }) => [node.variable.name, ...(under === undefined ? [] : [under])]), ...fieldNames], typeOf: part.typeOf, declared: part.declared,
  })

  const logicOf = (node: Node): Evaluator => {
    const known = logic.get(node)
    if (known) return known
    const encapsulated = childNamed(node.element, 'encapsulatedLogic')
    const made = node.kind === 'knowledge' ? (encapsulated ? definedFunction(encapsulated, environmentOf(node), node.type) : () => null) : boxed(boxedIn(node.element), environmentOf(node))
    logic.set(node, made)
    return made
  }

  const scopeFor = (node: Node, run: Run): Map<string, FeelValue> => {
    const values = new Map<string, FeelValue>()
    const under = new Map<string, [string, FeelValue][]>()
    for (const required of node.requires) {
      if (required.node === node) continue
      const value = valueOf(required.node, run)
      if (required.under === undefined) values.set(required.node.variable.name, value)
      else under.set(required.under, [...(under.get(required.under) ?? []), [required.node.variable.name, value]])
    }
    for (const [name, entries] of under) values.set(name, contextOf(entries))
    return values
  }

  const valueOf = (node: Node, run: Run): FeelValue => {
    const known = run.made.get(node.key)
    if (known !== undefined) return known
    const value = make(node, run)
    run.made.set(node.key, value)
    return value
  }

  const make = (node: Node, run: Run): FeelValue => {
    if (node.kind === 'input') return conform(run.inputs.get(`${node.part.definitions.namespace}#${node.variable.name}`) ?? run.inputs.get(node.variable.name) ?? null, node.type)
    if (node.kind === 'service') return serviceFunction(node, run)
    const values = scopeFor(node, run)
    const value = logicOf(node)(layer(values, run.supplied))
    // a business knowledge model may call itself
    if (node.kind === 'knowledge') values.set(node.variable.name, value)
    return node.kind === 'knowledge' ? value : conform(value, node.type)
  }

  const referred = (node: Node, name: string): Node[] => childrenNamed(node.element, name).flatMap(({ attributes }) => nodes.get(keyOf(node.part.definitions, attributes['href'] ?? '')) ?? [])

  /** Parameters are its input data, then its input decisions. */
  const serviceFunction = (node: Node, { supplied }: Run): FeelFunction => {
    const parameters = [...referred(node, 'inputData'), ...referred(node, 'inputDecision')]
    const outputs = referred(node, 'outputDecision')
    return new FeelFunction(parameters.map(({ variable }) => variable.name), (args) => {
      const made = new Map(parameters.map((each, at) => [each.key, conform(args[at] ?? null, each.type)]))
      const run: Run = { inputs: new Map(), made, supplied }
      const values = outputs.map((output) => [output.variable.name, valueOf(output, run)] as const)
      return conform(values.length === 1 ? (values[0]?.[1] ?? null) : contextOf(values), node.type)
    })
  }

  const own = [...nodes.values()].filter(({ part, kind }) => part.definitions === main && kind !== 'input')
  return {
    names: own.map(({ variable }) => variable.name),
    evaluate(name, inputs, supplied = {}) {
      const node = own.find(({ variable }) => variable.name === name) ?? own.find(({ id }) => id === name)
      if (!node) throw new DmnRefused('there is no such decision', name)
      const run: Run = { inputs, made: new Map(), supplied: layer(new Map(Object.entries(supplied)), builtinFunctions) }
      try {
        return withEffort(() => {
          const value = valueOf(node, run)
          return value instanceof FeelFunction && node.kind !== 'decision' ? value.call(value.params.map((parameter) => inputs.get(parameter) ?? null)) : value
        })
      } catch (error) {
        if (error instanceof RangeError) return null // recursion, lists or text without end
        throw error
      }
    },
  }
}

/** Each with its types; an import is known by the name its model gives it. */
const partsOf = (all: readonly Definitions[]): Map<string, Part> => {
  const parts = new Map<string, Part>()
  const open = (definitions: Definitions, opening: readonly string[]): Part => {
    const known = parts.get(definitions.namespace)
    if (known) return known
    const named = definitions.imports.flatMap(({ name, namespace }) => {
      const target = all.find((each) => each.namespace === namespace)
      return target && !opening.includes(namespace) ? [{ name, part: open(target, [...opening, definitions.namespace]) }] : []
    })
    const typeOf = declaredTypes(definitions, new Map(named.map(({ name, part }) => [name, part.typeOf])))
    const own = [...definitions.types.keys()].map((name) => [name, typeNameOf(typeOf(name))] as const)
    const theirs = named.flatMap(({ name, part }) => [...part.declared].map(([type, of]) => [`${name}.${type}`, of] as const))
    const part: Part = { definitions, typeOf, declared: new Map([...own, ...theirs]) }
    parts.set(definitions.namespace, part)
    return part
  }
  for (const definitions of all) open(definitions, [])
  return parts
}

const componentNames = (element: XmlElement): string[] => childrenNamed(element, 'itemComponent').flatMap((component) => [component.attributes['name'] ?? '', ...componentNames(component)])

const refuseCircles = (nodes: Iterable<Node>): void => {
  const state = new Map<Node, 'open' | 'done'>()
  const visit = (node: Node): void => {
    if (state.get(node) === 'done') return
    if (state.get(node) === 'open') throw new DmnRefused('it requires itself in a circle', node.variable.name)
    state.set(node, 'open')
    for (const { node: needed } of node.requires) if (!(needed === node && node.kind === 'knowledge')) visit(needed)
    state.set(node, 'done')
  }
  for (const node of nodes) visit(node)
}

