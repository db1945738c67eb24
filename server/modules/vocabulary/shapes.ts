// Checks descriptions against SHACL shapes, such as the official ones of CPSV-AP: every resource of a class a shape targets.
// Services are checked in groups with everything they reach, so that thousands of them take seconds and little memory.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Parser, Store, type Quad } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import type { Resource } from './description.ts'
import { quadsOf } from './quads.ts'
import { wordOf } from './terms.ts'

export type ShapeResult = { severity: 'violation' | 'warning' | 'info'; resource: string; property: string; message: string; value: string | null }
export type ShapesReport = { files: string[]; shapes: number; services: number; resources: number; statements: number; violations: number; warnings: number; results: ShapeResult[] }

export class NoShapes extends Error {}

const shacl = 'http://www.w3.org/ns/shacl#'

/** Releases in a folder are told apart by their number; the newest that has shapes counts. */
const releaseOf = (path: string): number[] => (/(\d+)\.(\d+)\.(\d+)/.exec(path)?.slice(1) ?? ['0', '0', '0']).map(Number)
const newer = (a: string, b: string): number => {
  const [first, second] = [releaseOf(a), releaseOf(b)]
  return [0, 1, 2].map((place) => (second[place] ?? 0) - (first[place] ?? 0)).find((each) => each !== 0) ?? 0
}

/** The shapes in a folder, Turtle files only. @throws NoShapes when there are none */
export const readShapes = async (folder: string): Promise<{ files: string[]; shapes: Store; count: number }> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ttl'))
  const found: { name: string; quads: Quad[] }[] = []
  for (const name of names.sort(newer)) {
    if (found.length > 0 && newer(found[0]?.name ?? '', name) !== 0) break
    const text = await readFile(join(folder, name), 'utf8')
    if (!text.includes(shacl)) continue
    const quads = new Parser().parse(text)
    if (quads.some(({ object }) => object.value === `${shacl}NodeShape`)) found.push({ name, quads })
  }
  if (found.length === 0) throw new NoShapes(folder)
  const shapes = new Store(found.flatMap(({ quads }) => quads))
  return { files: found.map(({ name }) => name), shapes, count: shapes.getSubjects(null, `${shacl}NodeShape`, null).length }
}

const severities: Readonly<Record<string, ShapeResult['severity']>> = { [`${shacl}Violation`]: 'violation', [`${shacl}Warning`]: 'warning', [`${shacl}Info`]: 'info' }

const groupStatements = 20_000
const mostResults = 200

/**
 * @param groups resources that belong together: a link from one to another must not leave its group
 */
export const checkShapes = async (folder: string, groups: AsyncIterable<readonly Resource[]> | Iterable<readonly Resource[]>): Promise<ShapesReport> => {
  const { files, shapes, count } = await readShapes(folder)
  const validator = new SHACLValidator(shapes)
  const report: ShapesReport = { files, shapes: count, services: 0, resources: 0, statements: 0, violations: 0, warnings: 0, results: [] }
  const kept = new Map<string, ShapeResult>()
  let store = new Store()
  const seen = new Set<string>()

  const check = async () => {
    const { results } = await validator.validate(store)
    for (const each of results) {
      const severity = severities[each.severity?.value ?? ''] ?? 'violation'
      const found = { severity, resource: each.focusNode?.value ?? '', property: wordOf(each.path?.value ?? ''), message: each.message.map(({ value }) => value).join(' '), value: each.value?.value ?? null }
      const key = JSON.stringify(found)
      if (kept.has(key)) continue // a shared resource is in several groups
      kept.set(key, found)
      if (severity === 'violation') report.violations += 1
      if (severity === 'warning') report.warnings += 1
    }
    store = new Store()
  }

  for await (const group of groups) {
    for (const each of group) {
      for (const made of quadsOf(each)) store.addQuad(made)
      if (seen.has(each.iri)) continue
      seen.add(each.iri)
      report.resources += 1
      if (each.types.includes('cpsv:PublicService')) report.services += 1
    }
    report.statements += group.reduce((sum, { types, properties }) => sum + types.length + Object.values(properties).flat().length, 0)
    if (store.size >= groupStatements) await check()
  }
  if (store.size > 0) await check()
  report.results = [...kept.values()].slice(0, mostResults)
  return report
}
