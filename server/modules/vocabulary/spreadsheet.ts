// Reads the spreadsheet template of CPSV-AP (.xlsx) as quads, so that it passes the same way as every other file.
// The few parts of the format it needs are read here: shared texts, sheets, cells. Formulas, styles and macros are not.
import { readFile, stat } from 'node:fs/promises'
import { DataFactory, type Quad } from 'n3'
import { bytesInZip, ZipRefused } from '../../kernel/zip.ts'
import { bounds, Unreadable } from './parsing.ts'
import { columnOf, sheets } from './spreadsheet-columns.ts'
import { iriOf } from './terms.ts'

const { namedNode, literal, quad } = DataFactory
/** Files in the archive of one spreadsheet. */
const mostParts = 2000
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const character = (reference: string): string => {
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1))
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
const unescaped = (xml: string): string => xml.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (_, reference: string) => (reference.startsWith('#') ? character(reference) : (named[reference] ?? '')))

type Element = { attributes: string; body: string }

/** The elements of a name, which do not lie within each other in these files. Each letter is looked at once, however broken the file is. */
function* elementsOf(xml: string, name: string): Generator<Element> {
  const [begin, finish] = [`<${name}`, `</${name}>`]
  for (let at = xml.indexOf(begin); at >= 0; at = xml.indexOf(begin, at)) {
    at += begin.length
    if (!/[\s>/]/.test(xml.charAt(at))) continue
    const open = xml.indexOf('>', at)
    if (open < 0) return
    const isEmpty = xml[open - 1] === '/'
    const close = isEmpty ? open : xml.indexOf(finish, open)
    if (close < 0) return
    yield { attributes: xml.slice(at, open), body: isEmpty ? '' : xml.slice(open + 1, close) }
    at = close
  }
}

const textsIn = (xml: string): string => [...elementsOf(xml, 't')].map(({ body }) => unescaped(body)).join('')

/** Rows of cells by the letters of their column. */
const rowsOf = (xml: string, shared: readonly string[]): Map<string, string>[] =>
  [...elementsOf(xml, 'row')].map((row) => new Map([...elementsOf(row.body, 'c')].flatMap(({ attributes, body }): [string, string][] => {
    const column = /\sr="([A-Z]{1,3})\d+"/.exec(attributes)?.[1]
    if (column === undefined) return []
    const value = /<v>([^<]*)<\/v>/.exec(body)?.[1]
    if (attributes.includes('t="inlineStr"')) return [[column, textsIn(body)]]
    if (value === undefined) return []
    return [[column, attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : unescaped(value)]]
  })))

const iriFor = (key: string, base: string): string => (/^(https?|urn|mailto):\S+$/.test(key) ? key : base + encodeURIComponent(key))

/** Headings outside the template get a word of their own, so that the report names them. */
const headingIri = (heading: string): string => `urn:tongban:column:${encodeURIComponent(heading)}`

function* quadsOfSheet(rows: readonly Map<string, string>[], base: string): Generator<Quad> {
  const [headings, ...entries] = rows
  const keyed = headings?.get('A')?.trim() ?? ''
  const sheet = sheets[keyed]
  if (!headings || !sheet) return
  for (const entry of entries) {
    const key = entry.get('A')?.trim()
    if (key === undefined || key === '') continue
    const subject = namedNode(iriFor(key, base))
    yield quad(subject, namedNode(iriOf('rdf:type')), namedNode(iriOf(sheet.type)))
    for (const [letters, cell] of entry) {
      const heading = headings.get(letters)?.trim() ?? ''
      if (letters === 'A' || cell.trim() === '') continue
      const column = columnOf(sheet, heading)
      const predicate = namedNode(column ? iriOf(column.property) : headingIri(heading))
      const values = column?.many ? cell.split(';') : [cell]
      for (const value of values.map((each) => each.trim()).filter((each) => each !== '')) yield quad(subject, predicate, column?.link ? namedNode(iriFor(value, base)) : literal(value))
    }
  }
}

/** @throws Unreadable when it is too large, no spreadsheet, or not by the template */
export async function* quadsOfSpreadsheet(path: string, base: string): AsyncGenerator<Quad> {
  if ((await stat(path)).size > bounds.bytes) throw new Unreadable('too_large', `${bounds.bytes / 1024 / 1024} MB`)
  const archive = await readFile(path)
  const files = ((): Map<string, Buffer> => {
    try {
      return bytesInZip(archive, { files: mostParts, bytes: bounds.bytes }, (name) => /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/.test(name))
    } catch (error) {
      if (error instanceof ZipRefused && (error.fault === 'tooLarge' || error.fault === 'tooMany')) throw new Unreadable('too_large', error.message)
      throw new Unreadable('grammar', error instanceof Error ? error.message : String(error))
    }
  })()
  const xml = new Map([...files].map(([name, content]) => [name, content.toString('utf8')]))
  for (const [name, text] of xml) if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('document_type', name)
  const shared = [...elementsOf(xml.get('xl/sharedStrings.xml') ?? '', 'si')].map(({ body }) => textsIn(body))
  let found = 0
  for (const [name, text] of xml) {
    if (!name.startsWith('xl/worksheets/')) continue
    for (const each of quadsOfSheet(rowsOf(text, shared), base)) {
      found += 1
      if (found > bounds.statements) throw new Unreadable('too_many_statements', String(bounds.statements))
      yield each
    }
  }
  if (found === 0) throw new Unreadable('format', 'xlsx')
}
