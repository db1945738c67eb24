// Loads the newest file of a folder as a new version of the register: beside the old one, which answers until the new one is whole and right.
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { CsvDefinition } from './connector-definition.ts'
import { readCsv } from './csv-reading.ts'
import { findDroppedFile, statOf, type DroppedFile } from './drop-folder.ts'
import { doubtsAbout, type Load } from './load.ts'
import { deleteOldRows, deleteUnfinishedLoads, findLoadInForce, insertLoad, insertLoadedRows, listLoads, updateLoadInForce, updateLoadRejected, type LoadedRow } from './loads-store.ts'

export type Loading = Pick<App, 'db' | 'clock' | 'log'>

const atOnce = 1000
const atOnceDeleted = 5000

/** The file that is to be loaded: the newest that is ready, unless this very file was read before, whatever came of it. */
export const findNewFile = async ({ db, clock }: Pick<App, 'db' | 'clock'>, definition: CsvDefinition, folder: string): Promise<DroppedFile | undefined> => {
  const file = await findDroppedFile(folder, definition, clock.now())
  if (!file) return undefined
  const before = await listLoads(db.read, definition.registry, 50)
  return before.some((load) => load.state !== 'loading' && load.file === file.name && load.bytes === file.bytes && load.changedAt === file.changedAt.toISOString()) ? undefined : file
}

const cleanUp = async ({ db }: Loading, registry: string): Promise<void> => {
  while ((await db.transaction((tx) => deleteOldRows(tx, registry, atOnceDeleted))) > 0);
}

/**
 * Reads a file and puts it in force, or says why not. One at a time of a register: what is left of a reading broken off is removed first.
 * @returns what came of it; undefined when there is nothing new, or the file changed while it was read and is looked at again later
 */
export const loadFile = async (app: Loading, definition: CsvDefinition, folder: string): Promise<Load | undefined> => {
  const { db, clock } = app
  const { registry } = definition
  await cleanUp(app, registry)
  await db.transaction((tx) => deleteUnfinishedLoads(tx, registry))
  const file = await findNewFile(app, definition, folder)
  if (!file) return undefined
  const begun: Load = {
    id: uuidv7(clock), registry, file: file.name, bytes: file.bytes, changedAt: file.changedAt.toISOString(), state: 'loading', records: 0, digest: null, problems: [], startedAt: clock.now().toISOString(), endedAt: null,
  }
  await db.transaction((tx) => insertLoad(tx, begun))
  let waiting: LoadedRow[] = []
  const write = async (): Promise<void> => {
    const rows = waiting
    waiting = []
    if (rows.length > 0) await db.transaction((tx) => insertLoadedRows(tx, begun, rows))
  }
  const read = await readCsv(file.path, definition, async ({ record, keys, asOf }, position) => {
    waiting.push({ position, keys, document: { record, keys, asOf } })
    if (waiting.length >= atOnce) await write()
  })
  const after = await statOf(file.path)
  if (after?.bytes !== file.bytes || after.changedAt.getTime() !== file.changedAt.getTime()) {
    app.log.warn({ registry, file: file.name }, 'a file changed while it was read; it is read again later')
    await cleanUp(app, registry)
    await db.transaction((tx) => deleteUnfinishedLoads(tx, registry))
    return undefined
  }
  const inForce = await findLoadInForce(db.read, registry)
  const doubt = read.problems.length > 0 ? undefined : doubtsAbout(read, file.marker, inForce?.records)
  const problems = doubt === undefined ? read.problems : [{ line: 0, text: doubt }]
  const ended: Load = { ...begun, records: read.rows, digest: read.digest, problems, state: problems.length > 0 ? 'rejected' : 'inForce', endedAt: clock.now().toISOString() }
  if (ended.state === 'inForce') await write()
  await db.transaction((tx) => (ended.state === 'inForce' ? updateLoadInForce(tx, ended) : updateLoadRejected(tx, ended)))
  await cleanUp(app, registry)
  if (ended.state === 'rejected') app.log.error({ registry, file: file.name, problems: problems.length, line: problems[0]?.line }, 'a file was refused; the one before stays in force, and connectors check says why')
  else app.log.info({ registry, file: file.name, records: ended.records }, 'a file is in force')
  return ended
}
