// For tests: invented services of another platform beside what the packs have, imported and indexed as real ones are.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../module.ts'
import { exampleCodes, exampleLine } from '../catalogue/gdzwfw-example.ts'
import { importServices } from '../catalogue/index.ts'
import { indexCatalogue, indexImportedServices } from '../search/index.ts'

/** A name, and what else of the row is changed; the n-th gets `exampleCodes(n)`, from 1. */
export type InventedRow = readonly [name: string, changes: Readonly<Record<string, unknown>>]

export const importInvented = async (app: App, rows: readonly InventedRow[]): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-invented-'))
  const file = join(folder, 'services.jsonl')
  const line = ([name, changes]: InventedRow, at: number) => exampleLine({ ...exampleCodes(at + 1), TASK_NAME: name, CATANAME: name, subCatalogName: name, parentCatalogName: name, matter_name: name, subTaskName: null, matter_short: '无', matter_daily: '无', ...changes })
  await writeFile(file, rows.map(line).join('\n'))
  await importServices(app.db, file, app.clock.now())
  await rm(folder, { recursive: true })
  await indexCatalogue(app.db, app.packs, app.config.region)
  await indexImportedServices(app.db)
}
