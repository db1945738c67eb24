// A DMN model as its elements say it: declared types, input data, decisions, business knowledge models, decision services, imports.
// Nothing is evaluated here; references are ids of this model, or of one it imports.
import { DmnRefused } from '../model.ts'
import { childNamed, childrenNamed, hrefIn, readXmlTree, textIn, type XmlElement } from './xml-tree.ts'

/** `typeRef` undefined: any. */
export type Variable = { name: string; typeRef: string | undefined }

/** Something with a value of its own: input data, a decision, a function. `needs`: references, `namespace#id` or `#id`. */
export type ModelNode = { id: string; kind: 'input' | 'decision' | 'knowledge' | 'service'; variable: Variable; needs: string[]; element: XmlElement }

export type Definitions = {
  namespace: string
  name: string
  imports: { name: string; namespace: string }[]
  /** item definitions by name */
  types: ReadonlyMap<string, XmlElement>
  nodes: ReadonlyMap<string, ModelNode>
}

const kinds = { inputData: 'input', decision: 'decision', businessKnowledgeModel: 'knowledge', decisionService: 'service' } as const

const isNode = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name)

/** Boxed expressions, as elements are called; DMN 1.4 added the last five. */
export const boxedNames: ReadonlySet<string> = new Set(['literalExpression', 'context', 'decisionTable', 'invocation', 'functionDefinition', 'list', 'relation', 'conditional', 'filter', 'for', 'every', 'some'])

export const boxedIn = ({ children }: XmlElement): XmlElement | undefined => children.find(({ name }) => boxedNames.has(name))

const required = ['requiredInput', 'requiredDecision', 'requiredKnowledge'] as const

const needsOf = (element: XmlElement): string[] =>
  element.children.filter(({ name }) => name.endsWith('Requirement')).flatMap((requirement) => required.flatMap((kind) => hrefIn(requirement, kind) ?? []))

/** The name of the variable wins; models that differ in it are read as they are drawn. */
const variableOf = (element: XmlElement, fallback: string): Variable => {
  const variable = childNamed(element, 'variable')
  return { name: (element.attributes['name'] ?? variable?.attributes['name'] ?? fallback).trim(), typeRef: variable?.attributes['typeRef'] ?? textIn(variable ?? element, 'typeRef') }
}

const toNode = (element: XmlElement, kind: ModelNode['kind'], at: number): ModelNode => {
  const id = element.attributes['id'] ?? `${kind}-${at}`
  return { id, kind, variable: variableOf(element, id), needs: needsOf(element), element }
}

/** @throws DmnRefused when it is no DMN */
export const readDefinitions = (source: string): Definitions => {
  const root = readXmlTree(source)
  if (root.name !== 'definitions') throw new DmnRefused(`"${root.name}" is no DMN model`, 'file')
  const nodes = root.children.flatMap((element, at) => (isNode(element.name) ? [toNode(element, kinds[element.name], at)] : []))
  return {
    namespace: root.attributes['namespace'] ?? '', name: root.attributes['name'] ?? '',
    imports: childrenNamed(root, 'import').flatMap(({ attributes }) => (attributes['importType']?.toLowerCase().includes('dmn') ? [{ name: attributes['name'] ?? '', namespace: attributes['namespace'] ?? '' }] : [])),
    types: new Map(childrenNamed(root, 'itemDefinition').map((element) => [element.attributes['name'] ?? '', element])),
    nodes: new Map(nodes.map((node) => [node.id, node])),
  }
}
