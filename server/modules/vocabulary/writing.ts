// Writes resources as Turtle or JSON-LD, piece by piece: however many services there are, memory holds one at a time.
// Pure. The same resource may come several times (codes, authorities); it is written once.
import { createHash } from 'node:crypto'
import { Writer } from 'n3'
import type { Resource, Value } from './description.ts'
import { quadsOf } from './quads.ts'
import { prefixes, wordOf } from './terms.ts'

export const formats = {
  ttl: { type: 'text/turtle; charset=utf-8', name: 'Turtle' },
  jsonld: { type: 'application/ld+json; charset=utf-8', name: 'JSON-LD' },
} as const
export type Format = keyof typeof formats

type Resources = AsyncIterable<Resource> | Iterable<Resource>

/** Each resource once per content, in the order they come; different statements about one address are all kept. */
export async function* once(resources: Resources): AsyncGenerator<Resource> {
  const seen = new Set<string>()
  for await (const each of resources) {
    const key = createHash('sha256').update(JSON.stringify(each)).digest('base64')
    if (seen.has(key)) continue
    seen.add(key)
    yield each
  }
}

export async function* turtle(resources: Resources): AsyncGenerator<string> {
  let written: string[] = []
  const sink = {
    write: (chunk: string, _encoding: string, done?: () => void) => {
      written.push(chunk)
      done?.()
    },
    end: (done?: () => void) => done?.(),
  }
  const writer = new Writer(sink, { prefixes: { ...prefixes }, end: false })
  for await (const each of once(resources)) {
    for (const made of quadsOf(each)) writer.addQuad(made)
    if (written.length < 64) continue
    yield written.join('')
    written = []
  }
  writer.end()
  yield written.join('')
}

const jsonValue = (value: Value): unknown =>
  'iri' in value ? { '@id': value.iri } : { '@value': value.text, ...(value.language === undefined ? {} : { '@language': value.language }), ...(value.datatype === undefined ? {} : { '@type': wordOf(value.datatype) }) }

const jsonNode = ({ iri, types, properties }: Resource): unknown => ({
  '@id': iri, '@type': types, ...Object.fromEntries(Object.entries(properties).map(([word, values]) => [word, values.map(jsonValue)])),
})

export async function* jsonLd(resources: Resources): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(prefixes)},"@graph":[\n`
  let first = true
  for await (const each of once(resources)) {
    yield `${first ? '' : ',\n'}${JSON.stringify(jsonNode(each))}`
    first = false
  }
  yield '\n]}\n'
}

export const written = (resources: Resources, format: Format): AsyncGenerator<string> => (format === 'ttl' ? turtle(resources) : jsonLd(resources))
