// Resources as RDF quads, one triple a value.
// Pure. The way back is in reading.ts.
import { DataFactory, type Literal, type NamedNode, type Quad, type Quad_Object, type Quad_Subject } from 'n3'
import type { Resource, Value } from './description.ts'
import { iriOf } from './terms.ts'

const { namedNode, blankNode, literal, quad } = DataFactory
const named = new Map<string, NamedNode>()

const wordNode = (word: string): NamedNode => {
  const known = named.get(word)
  if (known) return known
  const node = namedNode(/^[a-z]+:\/\/|^urn:/.test(word) ? word : iriOf(word))
  named.set(word, node)
  return node
}

const nodeOf = (iri: string): Quad_Subject => (iri.startsWith('_:') ? blankNode(iri.slice(2)) : namedNode(iri))

const termOf = (value: Value): Quad_Object => {
  if ('iri' in value) return nodeOf(value.iri)
  const { text, language, datatype } = value
  const made: Literal = language === undefined ? (datatype === undefined ? literal(text) : literal(text, namedNode(datatype))) : literal(text, language)
  return made
}

export const quadsOf = ({ iri, types, properties }: Resource): Quad[] => {
  const subject = nodeOf(iri)
  return [
    ...types.map((type) => quad(subject, wordNode('rdf:type'), wordNode(type))),
    ...Object.entries(properties).flatMap(([word, values]) => values.map((value) => quad(subject, wordNode(word), termOf(value)))),
  ]
}
