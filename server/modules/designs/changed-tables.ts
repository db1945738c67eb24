// Decision tables written in designs that are not released yet, with the definitions they would be in force with.
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { inspectPack, type Catalogue } from '../catalogue/index.ts'
import { filesInForce } from './adopting.ts'
import { hasEndedDesign, type Design } from './design.ts'
import { listDesignFiles, listDesigns } from './designs-store.ts'
import { filesWith } from './editing.ts'

/** `catalogue`: versions are not worked out in it. `services`: whose tables it changes. */
export type ChangedTables = { design: Design; catalogue: Catalogue; services: string[] }

const tableFile = /(?:^|\/)decisions\/([a-z0-9-]+)\.yaml$/

/** Undefined where the design changes no table, or its pack cannot be read. */
export const changedTablesOf = async (app: App, read: Read, design: Design): Promise<ChangedTables | undefined> => {
  const files = await listDesignFiles(read, design.id)
  const services = files.flatMap(({ file, content }) => (content === null ? [] : (tableFile.exec(file)?.[1] ?? [])))
  if (services.length === 0) return undefined
  const inspection = inspectPack(filesWith(filesInForce(app).files, files), design.pack, plainDate(app.clock.now()))
  return inspection && { design, catalogue: inspection.catalogue, services: services.filter((service) => inspection.catalogue.services[service]?.table) }
}

/** One design at a time: what is looked at is not kept. */
export async function* changedTables(app: App): AsyncGenerator<ChangedTables> {
  const { read } = app.db
  for (const design of await listDesigns(read, [{ regionPrefix: '', line: null }])) {
    const changed = hasEndedDesign(design.state) ? undefined : await changedTablesOf(app, read, design)
    if (changed && changed.services.length > 0) yield changed
  }
}
