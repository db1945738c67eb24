// Quads as resources in our words, and a report of everything that has no place in them: nothing in a file is passed over in silence.
// Pure. Words of CPSV-AP 2.2.1 and earlier are read as what 3.2.0 calls them; the report names each such change.
import type { Quad, Term } from 'n3'
import { resource, type Resource, type Value } from './description.ts'
import { classes, isKnownProperty, iriOf, ranges, settledIri, wordOf, type Word } from './terms.ts'

export type Unmapped = { class: Word; property: Word; count: number; example: string }
export type Reading = {
  resources: Map<string, Resource>
  statements: number
  /** property by class of what it is said about, with how often and one value */
  unmapped: Unmapped[]
  /** earlier word → word of 3.2.0, with how often */
  renamed: { from: string; to: Word; count: number }[]
  /** class taken from how a resource is linked, because the file does not state one */
  inferred: { class: Word; count: number }[]
  /** resources of classes we have no word for */
  unknownClasses: { class: string; count: number }[]
}

const plainString = 'http://www.w3.org/2001/XMLSchema#string'

/** What PostgreSQL text cannot hold is left out; letters stay as they came. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** Resources without an address are numbered as they come: parsers name them differently every time. */
const naming = (): ((term: Term) => string) => {
  const labels = new Map<string, string>()
  return (term) => {
    if (term.termType !== 'BlankNode') return storable(term.value)
    const label = labels.get(term.value) ?? `_:b${labels.size}`
    labels.set(term.value, label)
    return label
  }
}

const valueOf = (term: Term, idOf: (term: Term) => string): Value => {
  if (term.termType !== 'Literal') return { iri: idOf(term) }
  const text = storable(term.value)
  if (term.language !== '') return { text, language: term.language.toLowerCase() }
  return term.datatype.value === plainString ? { text } : { text, datatype: storable(term.datatype.value) }
}

type Statement = { property: Word; value: Value }

const count = <Key extends string>(into: Map<Key, number>, key: Key): void => void into.set(key, (into.get(key) ?? 0) + 1)
const frequent = (a: { count: number }, b: { count: number }): number => b.count - a.count

/** Reads all quads; graphs are merged, because a description is one graph. */
export const readDescription = async (quads: AsyncIterable<Quad> | Iterable<Quad>): Promise<Reading> => {
  const types = new Map<string, Set<Word>>()
  const said = new Map<string, Statement[]>()
  const renames = new Map<string, number>()
  let statements = 0
  const idOf = naming()
  const settled = (iri: string): Word => {
    const now = settledIri(iri)
    const word = wordOf(now)
    if (now !== iri && !iri.startsWith('https://schema.org/')) count(renames, `${wordOf(iri)} ${word}`)
    return word
  }
  for await (const { subject, predicate, object } of quads) {
    statements += 1
    const id = idOf(subject)
    if (predicate.value === iriOf('rdf:type') && object.termType === 'NamedNode') types.set(id, (types.get(id) ?? new Set()).add(settled(storable(object.value))))
    else {
      const list = said.get(id) ?? []
      list.push({ property: settled(storable(predicate.value)), value: valueOf(object, idOf) })
      said.set(id, list)
    }
  }
  return settle(types, said, renames, statements)
}

const settle = (types: Map<string, Set<Word>>, said: Map<string, Statement[]>, renames: Map<string, number>, statements: number): Reading => {
  const resources = new Map<string, Resource>()
  const unmapped = new Map<string, Unmapped>()
  const unknown = new Map<string, number>()
  const inferred = new Map<Word, number>()
  const expected = new Map([...said.values()].flat().flatMap(({ property, value }) => ('iri' in value && ranges[property] !== undefined ? [[value.iri, ranges[property]]] : [])))
  for (const id of new Set([...types.keys(), ...said.keys()])) {
    const stated = [...(types.get(id) ?? [])]
    const known = stated.filter((type) => Object.hasOwn(classes, type))
    for (const type of stated) if (!known.includes(type)) count(unknown, type)
    const meant = expected.get(id)
    if (stated.length === 0 && meant !== undefined) {
      known.push(meant)
      count(inferred, meant)
    }
    const properties: Record<Word, Value[]> = {}
    for (const { property, value } of said.get(id) ?? []) {
      if (known.length > 0 && isKnownProperty(known, property)) (properties[property] ??= []).push(value)
      else {
        const about = known[0] ?? stated[0] ?? '–'
        const entry = unmapped.get(`${about} ${property}`) ?? { class: about, property, count: 0, example: ('iri' in value ? value.iri : value.text).slice(0, 120) }
        entry.count += 1
        unmapped.set(`${about} ${property}`, entry)
      }
    }
    if (known.length > 0) resources.set(id, resource(id, known, properties))
  }
  return {
    resources, statements,
    unmapped: [...unmapped.values()].sort(frequent),
    renamed: [...renames].map(([pair, times]) => ({ from: pair.split(' ')[0] ?? '', to: pair.split(' ')[1] ?? '', count: times })).sort(frequent),
    inferred: [...inferred].map(([name, times]) => ({ class: name, count: times })).sort(frequent),
    unknownClasses: [...unknown].map(([name, times]) => ({ class: name, count: times })).sort(frequent),
  }
}
