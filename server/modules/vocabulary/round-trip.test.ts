// Out and in again: what our packs say in CPSV-AP comes back as the same graph, in both formats; what the words cannot carry is named.
// The neutral testing pack stands for all packs.
import { describe, expect, test } from 'vitest'
import { testingPacks } from '../../testing/packs.ts'
import { addressesBelow } from './code-lists.ts'
import { servicesIn } from './described-service.ts'
import type { Resource } from './description.ts'
import { describeCatalogue } from './pack-description.ts'
import { quadsIn, type RdfFormat } from './parsing.ts'
import { quadsOf } from './quads.ts'
import { readDescription } from './reading.ts'
import { written, type Format } from './writing.ts'

const at = addressesBelow('https://tongban.example')
const packs = testingPacks('2026-03-02')
const catalogue = packs.catalogueFor(packs.packs[0]?.region ?? '')
const described = [...describeCatalogue(at, catalogue)]

/** A graph without blank nodes is the set of its statements. */
const graphOf = (resources: Iterable<Resource>): string[] =>
  [...new Set([...resources].flatMap(quadsOf).map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.termType === 'Literal' ? `"${object.value}"@${object.language}^^${object.datatype.value}` : object.value}`))].sort()

const textOf = async (resources: Iterable<Resource>, format: Format): Promise<string> => (await Array.fromAsync(written(resources, format))).join('')
const readText = (text: string, format: RdfFormat) => readDescription(quadsIn([Buffer.from(text)], format, 'urn:x-base:/'))

describe.each(['ttl', 'jsonld'] as const)('a catalogue written as %s', (format) => {
  test('is read again as the same graph, nothing unmapped, nothing renamed', async () => {
    const { resources, unmapped, renamed, unknownClasses, inferred } = await readText(await textOf(described, format), format)
    expect({ unmapped, renamed, unknownClasses, inferred }).toEqual({ unmapped: [], renamed: [], unknownClasses: [], inferred: [] })
    expect(graphOf(resources.values())).toEqual(graphOf(described))
  })

  test('is the same graph after export, import and export', async () => {
    const { resources } = await readText(await textOf(described, format), format)
    const services = servicesIn(resources, 'abc')
    expect(services).toHaveLength(Object.keys(catalogue.services).length)
    const again = await readText(await textOf(services.flatMap((each) => each.resources), format), format)
    const first = new Set(graphOf(described))
    const second = graphOf(again.resources.values())
    expect(second.filter((statement) => !first.has(statement))).toEqual([])
    // What no service reaches is not imported: authorities and definitions that nothing uses.
    const kept = new Set(again.resources.keys())
    const lost = described.filter(({ iri }) => !kept.has(iri)).flatMap(({ types }) => types)
    expect([...new Set(lost)].filter((type) => ['cpsv:PublicService', 'cv:Requirement', 'cpsv:Rule', 'cv:Channel', 'cv:Cost', 'cv:Output', 'cv:Event', 'cv:EvidenceTypeList'].includes(type))).toEqual([])
    expect(second).toEqual(graphOf(described.filter(({ iri }) => kept.has(iri))))
  })
})

test('one service comes with what belongs to it and nothing else', () => {
  const id = Object.keys(catalogue.services)[0] ?? ''
  const one = [...describeCatalogue(at, catalogue, id)]
  expect(one.filter(({ types }) => types.includes('cpsv:PublicService')).map(({ iri }) => iri)).toEqual([at(catalogue.region, 'services', id)])
  expect(one.length).toBeLessThan(described.length)
  const all = new Map(described.map((each) => [each.iri, JSON.stringify(each)]))
  expect(one.filter((each) => !all.has(each.iri))).toEqual([])
})

test('every address a description links to is described, or lies outside', () => {
  const known = new Set(described.map(({ iri }) => iri))
  const links = described.flatMap(({ properties }) => Object.values(properties).flat().flatMap((value) => ('iri' in value ? [value.iri] : [])))
  expect([...new Set(links)].filter((iri) => iri.startsWith('https://tongban.example') && !known.has(iri))).toEqual([])
})
