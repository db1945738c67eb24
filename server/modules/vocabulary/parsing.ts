// Reads RDF of a file as a stream of quads: Turtle, N-Triples, RDF/XML, JSON-LD. Nothing is fetched, nothing is expanded, everything is bounded.
// A file that breaks a bound or the grammar is refused whole, with what was wrong and, where the parser knows, the line.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { StreamParser, type Quad } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'

export const rdfFormats = { ttl: 'Turtle', nt: 'N-Triples', rdf: 'RDF/XML', jsonld: 'JSON-LD' } as const
export type RdfFormat = keyof typeof rdfFormats

/** Bounds of one file: bytes, statements, characters of one value, levels of nested JSON. */
export const bounds = { bytes: 64 * 1024 * 1024, statements: 1_000_000, characters: 200_000, depth: 64 } as const

export class Unreadable extends Error {
  readonly problem: 'too_large' | 'too_many_statements' | 'value_too_long' | 'document_type' | 'remote_context' | 'grammar' | 'format' | 'too_deep' | 'too_connected'
  constructor(problem: Unreadable['problem'], detail: string) {
    super(detail)
    this.name = 'Unreadable'
    this.problem = problem
  }
}

const endings: Readonly<Record<string, RdfFormat>> = { ttl: 'ttl', turtle: 'ttl', nt: 'nt', ntriples: 'nt', rdf: 'rdf', xml: 'rdf', owl: 'rdf', jsonld: 'jsonld', json: 'jsonld' }

/** By the ending of the name. @throws Unreadable `format` */
export const formatOf = (path: string): RdfFormat => {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  const format = endings[ending]
  if (format === undefined) throw new Unreadable('format', `.${ending}`)
  return format
}

/** Counts bytes and, in XML, refuses a document type: with it come entities, and with those other files and floods. */
const guarded = (format: RdfFormat): Transform => {
  let size = 0
  let head = ''
  let tail = ''
  let depth = 0
  let quoted = false
  let escaped = false
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      if (size > bounds.bytes) return done(new Unreadable('too_large', `${bounds.bytes / 1024 / 1024} MB`))
      if (format === 'rdf') {
        const seen = tail + chunk.toString('latin1').replaceAll('\0', '')
        if (/<!(DOCTYPE|ENTITY)/i.test(seen)) return done(new Unreadable('document_type', '<!DOCTYPE'))
        if (head.length < 65_536) head += chunk.toString('latin1').replaceAll('\0', '')
        tail = seen.slice(-1024)
      }
      if (format === 'jsonld') {
        for (const byte of chunk) {
          if (escaped) escaped = false
          else if (quoted && byte === 0x5c) escaped = true
          else if (byte === 0x22) quoted = !quoted
          else if (!quoted && (byte === 0x7b || byte === 0x5b)) depth += 1
          else if (!quoted && (byte === 0x7d || byte === 0x5d)) depth -= 1
          if (depth > bounds.depth) return done(new Unreadable('too_deep', `${bounds.depth}`))
        }
      }
      done(null, chunk)
    },
    // The parsers end quietly when a file stops in the middle.
    flush: (done) => {
      const root = /<(?![?!])([^\s/>]+)/.exec(head.replaceAll(/<!--[^]*?-->/g, ''))?.[1]
      const closed = root === undefined || tail.replaceAll(/<!--[^]*?-->/g, '').trimEnd().endsWith(`</${root}>`) || /^[^<]*(<\?[^>]*>[^<]*)?<[^>]*\/>\s*$/.test(head)
      if (format === 'rdf' && !closed) return done(new Unreadable('grammar', `</${root}> is missing at the end`))
      if (format === 'jsonld' && (depth !== 0 || quoted)) return done(new Unreadable('grammar', 'ends in the middle'))
      done()
    },
  })
}

/** What the three parsers have in common. */
type QuadParser = NodeJS.ReadWriteStream & { destroy: (error?: Error) => unknown }

const parserFor = (format: RdfFormat, baseIRI: string): QuadParser => {
  if (format === 'rdf') return new RdfXmlParser({ baseIRI, trackPosition: true })
  if (format === 'jsonld') {
    const load = (url: string) => Promise.reject(new Unreadable('remote_context', url))
    return new JsonLdParser({ baseIRI, documentLoader: { load }, processingMode: '1.1' })
  }
  return new StreamParser({ baseIRI, format: format === 'nt' ? 'N-Triples' : 'Turtle' })
}

const reasonOf = (error: unknown): Unreadable => {
  if (error instanceof Unreadable) return error
  const cause = error instanceof Error && error.cause instanceof Unreadable ? error.cause : undefined
  if (cause) return cause
  const said = error instanceof Error ? error.message : String(error)
  const remote = /Failed to load remote context (\S+)|remote context.*?(https?:\S+)/i.exec(said)
  if (remote) return new Unreadable('remote_context', remote[1] ?? remote[2] ?? '')
  return new Unreadable('grammar', said.replaceAll(/\s+/g, ' ').slice(0, 300))
}

const batch = 200

/**
 * A document as several small ones: the parser holds back everything inside a graph until it knows the graph's name, at a cost
 * that grows with its square. Without a name of its own, a part of the graph says the same as the whole.
 */
const partsOf = (document: unknown): unknown[] => {
  if (typeof document !== 'object' || document === null || !('@graph' in document) || !Array.isArray(document['@graph']) || '@id' in document) return [document]
  const { '@graph': graph, ...rest } = document
  return Array.from({ length: Math.ceil(graph.length / batch) }, (_, index) => ({ ...rest, '@graph': graph.slice(index * batch, (index + 1) * batch) as unknown }))
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    throw new Unreadable('grammar', error instanceof Error ? error.message : String(error))
  }
}

async function* jsonLdQuads(input: Readable, guard: Transform, baseIRI: string): AsyncGenerator<Quad> {
  const pieces: Buffer[] = []
  try {
    input.on('error', (error) => guard.destroy(error))
    for await (const piece of input.pipe(guard) as AsyncIterable<Buffer>) pieces.push(piece)
    let count = 0
    for (const part of partsOf(parsedJson(Buffer.concat(pieces).toString('utf8')))) {
      const parser = parserFor('jsonld', baseIRI)
      parser.end(JSON.stringify(part))
      for await (const each of parser as QuadParser & AsyncIterable<Quad>) yield within(each, (count += 1))
    }
  } catch (error) {
    throw reasonOf(error)
  }
}

const within = (each: Quad, count: number): Quad => {
  if (count > bounds.statements) throw new Unreadable('too_many_statements', String(bounds.statements))
  if (each.object.termType === 'Literal' && each.object.value.length > bounds.characters) throw new Unreadable('value_too_long', each.predicate.value)
  return each
}

/**
 * The quads of a text in a format. @param baseIRI what relative addresses are relative to
 * @throws Unreadable as soon as something is wrong
 */
export async function* quadsIn(source: AsyncIterable<Buffer | Uint8Array> | Iterable<Buffer | Uint8Array>, format: RdfFormat, baseIRI: string): AsyncGenerator<Quad> {
  const parser = parserFor(format, baseIRI)
  const guard = guarded(format)
  const input = Readable.from(source)
  if (format === 'jsonld') return yield* jsonLdQuads(input, guard, baseIRI)
  // Every failure ends the parser, and with it the loop below.
  const fail = (error: Error) => parser.destroy(error)
  input.on('error', fail)
  guard.on('error', fail)
  input.pipe(guard).pipe(parser)
  let count = 0
  try {
    for await (const each of parser as QuadParser & AsyncIterable<Quad>) {
      yield within(each, (count += 1))
    }
  } catch (error) {
    throw reasonOf(error)
  } finally {
    input.destroy()
    guard.destroy()
  }
}

/** The same for a file; its size is known before anything is read. @throws Unreadable; Error ENOENT when there is no such file */
export async function* quadsOfFile(path: string, baseIRI: string): AsyncGenerator<Quad> {
  const format = formatOf(path)
  const { size } = await stat(path)
  if (size > bounds.bytes) throw new Unreadable('too_large', `${bounds.bytes / 1024 / 1024} MB`)
  yield* quadsIn(createReadStream(path), format, baseIRI)
}
