// Hostile and broken files: each is refused with its reason, nothing is fetched, nothing is expanded.
// Texts are built here.
import { afterEach, describe, expect, test, vi } from 'vitest'
import { bounds, formatOf, quadsIn, Unreadable, type RdfFormat } from './parsing.ts'

const base = 'urn:x-base:/'
const read = (text: string | Iterable<Buffer>, format: RdfFormat) => Array.fromAsync(quadsIn(typeof text === 'string' ? [Buffer.from(text)] : text, format, base))
const problem = (text: string | Iterable<Buffer>, format: RdfFormat) => read(text, format).then(() => 'read', (error: unknown) => (error instanceof Unreadable ? error.problem : error))

const rdf = (body: string, before = '') => `<?xml version="1.0"?>${before}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://x.example/">${body}</rdf:RDF>`

afterEach(() => vi.restoreAllMocks())

describe('a file is read', () => {
  test.each<[RdfFormat, string]>([
    ['ttl', '<http://a.example/1> <http://x.example/p> "v"@en .'],
    ['nt', '<http://a.example/1> <http://x.example/p> "v"@en .'],
    ['rdf', rdf('<rdf:Description rdf:about="http://a.example/1"><x:p xml:lang="en">v</x:p></rdf:Description>')],
    ['jsonld', '{"@id":"http://a.example/1","http://x.example/p":{"@value":"v","@language":"en"}}'],
  ])('as %s', async (format, text) => {
    const quads = await read(text, format)
    expect(quads.map(({ subject, object }) => [subject.value, object.value])).toEqual([['http://a.example/1', 'v']])
  })

  test('piece by piece, with letters cut in the middle', async () => {
    const bytes = Buffer.from('<http://a.example/1> <http://x.example/p> "出生登记"@zh .')
    const quads = await read([...bytes].map((byte) => Buffer.from([byte])), 'ttl')
    expect(quads[0]?.object.value).toBe('出生登记')
  })

  test('with a graph of any length in time that grows with it', async () => {
    const node = (index: number) => ({ '@id': `http://a.example/${index}`, 'http://x.example/p': [{ '@value': `v${index}` }] })
    const quads = await read(JSON.stringify({ '@graph': Array.from({ length: 1000 }, (_, index) => node(index)) }), 'jsonld')
    expect(quads).toHaveLength(1000)
  })
})

describe('a file is refused', () => {
  test.each<[string, string, RdfFormat, string]>([
    ['for an entity that names another file', '<rdf:Description rdf:about="http://a.example/1"><x:p>&secret;</x:p></rdf:Description>', 'rdf', '<!DOCTYPE rdf:RDF [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'],
    ['for entities that multiply', '<rdf:Description rdf:about="http://a.example/1"><x:p>&b;</x:p></rdf:Description>', 'rdf', '<!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'],
  ])('%s', async (_, body, format, before) => expect(await problem(rdf(body, before), format)).toBe('document_type'))

  test('for a document type split over two pieces', async () => {
    const bytes = Buffer.from(rdf('', '<!DOCTYPE rdf:RDF []>'))
    expect(await problem([bytes.subarray(0, 26), bytes.subarray(26)], 'rdf')).toBe('document_type')
  })

  test('for a context on the network, which is not asked', async () => {
    const asked = vi.spyOn(globalThis, 'fetch')
    expect(await problem('{"@context":"https://contexts.example/c.jsonld","@id":"http://a.example/1","p":"v"}', 'jsonld')).toBe('remote_context')
    expect(asked).not.toHaveBeenCalled()
  })

  test.each<[string, string, RdfFormat]>([
    ['Turtle that stops in a text', '<http://a.example/1> <http://x.example/p> "v', 'ttl'],
    ['Turtle with an unknown prefix', 'a:b a:c a:d .', 'ttl'],
    ['XML that stops before its end', rdf('<rdf:Description rdf:about="http://a.example/1"/>').replace('</rdf:RDF>', ''), 'rdf'],
    ['XML whose elements do not match', rdf('<rdf:Description rdf:about="http://a.example/1"></x:p>'), 'rdf'],
    ['JSON that stops', '{"@id":"http://a.example/1"', 'jsonld'],
    ['JSON that is none', '{"@id":}', 'jsonld'],
  ])('for %s', async (_, text, format) => expect(await problem(text, format)).toBe('grammar'))

  test('for nesting without end', async () => expect(await problem('['.repeat(100_000), 'jsonld')).toBe('too_deep'))

  test('for a value longer than any description', async () => {
    expect(await problem(`<http://a.example/1> <http://x.example/p> "${'x'.repeat(bounds.characters + 1)}" .`, 'ttl')).toBe('value_too_long')
  })

  test('for its size as soon as it is seen, without reading the rest', async () => {
    let given = 0
    function* endless(): Generator<Buffer> {
      for (;;) {
        given += 1
        yield Buffer.alloc(1024 * 1024, '# comment\n')
      }
    }
    expect(await problem(endless(), 'ttl')).toBe('too_large')
    expect(given).toBeLessThan(bounds.bytes / 1024 / 1024 + 40)
  })

  test('for an ending nobody knows', () => {
    expect(formatOf('a/b.TTL')).toBe('ttl')
    expect(() => formatOf('services.docx')).toThrow(Unreadable)
  })
})
