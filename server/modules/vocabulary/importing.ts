// Takes over the services a file of RDF describes: reads and checks all of it, then writes all of it in one transaction.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { insertAudit } from '../../kernel/audit-store.ts'
import type { Database } from '../../kernel/db.ts'
import { upsertImportedServices, type ImportedRow } from '../catalogue/index.ts'
import { servicesIn, summaryOf, type DescribedService } from './described-service.ts'
import { upsertDescribedServices } from './described-services-store.ts'
import { quadsOfFile } from './parsing.ts'
import { readDescription, type Reading } from './reading.ts'
import { quadsOfSpreadsheet } from './spreadsheet.ts'

export type DescriptionReport = {
  file: string
  /** statements read */
  statements: number
  services: { iri: string; code: string; name: string }[]
  imported: number
  updated: number
  unchanged: number
  /** resources by class that became part of a service's description */
  taken: Record<string, number>
  /** resources that belong to no service */
  unreached: number
} & Pick<Reading, 'unmapped' | 'renamed' | 'inferred' | 'unknownClasses'>

const digestOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

const rowOf = (described: DescribedService, named: string): ImportedRow => {
  const service = summaryOf(described, named)
  const raw = JSON.stringify(described.resources)
  const warnings: ImportedRow['warnings'] = [
    ...(service.consult.phones.length === 0 ? (['no_phone'] as const) : []),
    ...(service.kind === 'unknown' ? (['kind_unknown'] as const) : []),
    ...(service.audience.length === 0 ? (['audience_missing'] as const) : []),
  ].sort()
  return { service, warnings, hash: createHash('sha256').update(JSON.stringify([service, raw])).digest('hex'), raw, rawEncoding: 'utf-8' }
}

const countTaken = (services: readonly DescribedService[]): Record<string, number> => {
  const all = new Map(services.flatMap(({ resources }) => resources.map((each) => [each.iri, each.types])))
  const counts: Record<string, number> = {}
  for (const types of all.values()) for (const type of types) counts[type] = (counts[type] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Imports what a file describes: Turtle, N-Triples, RDF/XML, JSON-LD, or the spreadsheet template of CPSV-AP.
 * Anything wrong with the file leaves the catalogue as it was. @param at when it happens
 * @throws Unreadable with what is wrong
 */
export const importDescription = async (db: Database, path: string, at: Date): Promise<DescriptionReport> => {
  const digest = await digestOf(path)
  const base = `urn:tongban:file:${digest.slice(0, 16)}/`
  const reading = await readDescription(/\.xlsx$/i.test(path) ? quadsOfSpreadsheet(path, base) : quadsOfFile(path, base))
  const services = servicesIn(reading.resources, digest)
  const file = basename(path)
  const rows = services.map((each) => rowOf(each, file))
  const count = await db.transaction(async (tx) => {
    const written = await upsertImportedServices(tx, rows, at)
    await upsertDescribedServices(tx, services, file, digest, at)
    await insertAudit(tx, [{
      at: at.toISOString(), actorKind: 'system', actorId: 'import', action: 'catalogue.importDescription', subjectType: 'file', subjectId: file, region: null, requestId: null, detail: { ...written, statements: reading.statements },
    }])
    return written
  })
  const reached = new Set(services.flatMap(({ resources }) => resources.map(({ iri }) => iri)))
  return {
    file, statements: reading.statements, services: rows.map(({ service }, index) => ({ iri: services[index]?.iri ?? '', code: service.code, name: service.name })), ...count,
    taken: countTaken(services), unreached: [...reading.resources.keys()].filter((iri) => !iri.startsWith('_:') && !reached.has(iri)).length,
    unmapped: reading.unmapped, renamed: reading.renamed, inferred: reading.inferred, unknownClasses: reading.unknownClasses,
  }
}
