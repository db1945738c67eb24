// Writes a backup: the database as of one moment, the documents it names, and a description that makes damage evident.
// The folder appears when everything is in it; a backup that was interrupted leaves nothing that looks like one.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sealAllAudit, verifyAudit } from '../kernel/audit-store.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Database, Tx } from '../kernel/db.ts'
import { isSoundFile } from '../kernel/file-sealing.ts'
import { readMigrations } from '../kernel/migrate.ts'
import { refusalForFolder, StartRefusal } from '../start-refusal.ts'
import { getRows, listAppliedMigrations, listDocuments, listReferences, listSequences, listTables, takeSnapshot } from './backup-store.ts'
import { digestOf } from './digest.ts'
import { writeKeys } from './keys.ts'
import { documentFile, inOrder, rowsFile, type Manifest } from './manifest.ts'

/** `keystore`: folder of the keys. */
export type BackupSource = { db: Database; dataDir: string; keystore: string; version: string; clock: Clock }

/** @throws StartRefusal when the folder cannot be written, is in use already, or a document is missing or damaged */
export const writeBackup = async ({ db, dataDir, keystore, version, clock }: BackupSource, folder: string): Promise<Manifest> => {
  const unfinished = `${folder}.unfinished`
  try {
    await refuseUsed(folder)
    await rm(unfinished, { recursive: true, force: true })
    for (const part of ['database', 'files']) await mkdir(join(unfinished, part), { recursive: true, mode: 0o700 })
    if (await isCurrent(db)) await sealAllAudit(db)
    const manifest = await db.transaction((tx) => writeDatabase(tx, unfinished, { version, at: clock.now().toISOString() }))
    const files: string[] = []
    for (const digest of manifest.files) {
      const copied = await copyDocument(join(dataDir, documentFile(digest)), join(unfinished, documentFile(digest)), digest).then(() => true, async (error: unknown) => {
        if ((await listDocuments(db.read)).includes(digest)) throw error
        return false // Its time was up, and it was deleted since the moment of this backup.
      })
      if (copied) files.push(digest)
    }
    manifest.files = files
    manifest.keys = await writeKeys(keystore, unfinished)
    await writeFile(join(unfinished, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
    await rmdir(folder).catch(() => {}) // An empty one was made for us.
    await rename(unfinished, folder)
    return manifest
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw refusalForFolder(error, folder)
  }
}

const refuseUsed = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (names.length > 0) throw new StartRefusal('configuration', `${folder} 不是空目录，请给备份一个新的目录。 / ${folder} is not empty. Give the backup a folder of its own.`)
}

/** Whether this program and the database are of one version; a backup before an update is made by either. */
const isCurrent = async (db: Database): Promise<boolean> => {
  const [known, applied] = [await readMigrations(), await listAppliedMigrations(db.read)]
  return known.length === applied.length && known.every(({ digest }, index) => applied[index]?.digest === digest)
}

const writeDatabase = async (tx: Tx, folder: string, { version, at }: { version: string; at: string }): Promise<Manifest> => {
  await takeSnapshot(tx)
  const migrations = await listAppliedMigrations(tx)
  if (migrations.length === 0) throw new StartRefusal('configuration', '数据库还是空的，没有可备份的内容。 / The database is empty: there is nothing to back up.')
  const known = await listTables(tx)
  const tables: Manifest['tables'] = []
  for (const name of inOrder(known.map((table) => table.name), await listReferences(tx))) {
    const columns = known.find((table) => table.name === name)?.columns ?? []
    tables.push({ name, columns, ...(await writeRows(await getRows(tx, name, columns), join(folder, rowsFile(name)))) })
  }
  const isOurs = migrations.at(-1)?.digest === (await readMigrations()).at(-1)?.digest
  const { entries, head } = isOurs ? await verifyAudit(tx) : { entries: 0, head: '' }
  return { format: 1, product: 'tongban', version, at, migrations, tables, sequences: [...(await listSequences(tx))], files: await listDocuments(tx), audit: { entries, head } }
}

/** In PostgreSQL's text format a row is a line. */
const writeRows = async (rows: Readable, file: string): Promise<{ rows: number; sha256: string }> => {
  let lines = 0
  await pipeline(
    rows,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1
        yield chunk
      }
    },
    createGzip(),
    createWriteStream(file, { mode: 0o600, flush: true }),
  )
  return { rows: lines, sha256: await digestOf(file) }
}

/** As it lies there, encrypted; a damaged one is found when it has been copied. */
export const copyDocument = async (from: string, to: string, digest: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await pipeline(createReadStream(from), createWriteStream(to, { mode: 0o600, flush: true })).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw damaged(from, '缺失', 'is missing')
    throw error
  })
  if (!(await isSoundFile(to, digest))) throw damaged(from, '内容与编号不符', 'is not what its name says')
}

const damaged = (file: string, zh: string, en: string) => new StartRefusal('backup_unusable', `文件 ${file} ${zh}，请先从更早的备份中恢复它。 / The document ${file} ${en}. Bring it back from an earlier backup first.`)
