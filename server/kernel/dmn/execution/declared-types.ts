// From `typeRef` to the type it means: a base type, one the model declares, or `import.name` of an imported model.
// A definition that contains itself is read down to a depth no value reaches.
import { compile } from '../../feel/compile.ts'
import { FeelSyntaxError, parseUnaryTests } from '../../feel/parse.ts'
import { layer } from '../../feel/scope.ts'
import type { FeelValue } from '../../feel/value.ts'
import type { Definitions } from './definitions.ts'
import { anyType, baseType, type ItemType } from './item-type.ts'
import { childNamed, childrenNamed, textIn, type XmlElement } from './xml-tree.ts'

export type TypeOf = (typeRef: string | undefined) => ItemType

const deepest = 12

/** @param importedTypes types of an imported model, by the name of the import */
export const declaredTypes = ({ types }: Definitions, importedTypes: ReadonlyMap<string, TypeOf>): TypeOf => {
  const read = (typeRef: string | undefined, depth: number): ItemType => {
    if (typeRef === undefined || depth > deepest) return anyType
    const own = types.get(typeRef.trim())
    if (own) return readItem(own, depth)
    for (const [name, typeOf] of importedTypes) if (typeRef.startsWith(`${name}.`)) return typeOf(typeRef.slice(name.length + 1))
    const bare = typeRef.replace(/^feel[:.]/, '').trim()
    return baseType(bare) ?? anyType
  }
  const readItem = (element: XmlElement, depth: number): ItemType => {
    const plain = readPlain(element, depth)
    const allows = allowing(element)
    const isCollection = element.attributes['isCollection'] === 'true'
    const of: ItemType = allows ? { ...plain, allows: both(plain.allows, allows) } : plain
    return isCollection ? { kind: 'list', of } : of
  }
  const readPlain = (element: XmlElement, depth: number): ItemType => {
    const components = childrenNamed(element, 'itemComponent')
    if (components.length > 0) return { kind: 'fields', fields: new Map(components.map((component) => [component.attributes['name'] ?? '', readItem(component, depth + 1)])) }
    if (childNamed(element, 'functionItem')) return { kind: 'function' }
    return read(textIn(element, 'typeRef'), depth + 1)
  }
  return (typeRef) => read(typeRef, 0)
}

const both = (one: ItemType['allows'], other: (value: FeelValue) => boolean) => (value: FeelValue): boolean => (one?.(value) ?? true) && other(value)

const allowing = (element: XmlElement): ItemType['allows'] => {
  const text = textIn(childNamed(element, 'allowedValues') ?? childNamed(element, 'typeConstraint') ?? element, 'text')
  if (text === undefined) return undefined
  try {
    const test = compile(parseUnaryTests(text, { lenient: true }))
    return (value) => test(layer(new Map([['?', value]]))) === true
  } catch (error) {
    if (error instanceof FeelSyntaxError) return undefined
    throw error
  }
}
