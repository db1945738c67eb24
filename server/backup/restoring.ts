// Restores a backup into an empty database: everything is checked before anything is written, and the rows go in as one transaction.
// The schema is first made as it was when the backup was written, and brought up to date afterwards.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { verifyAudit, type AuditVerdict } from '../kernel/audit-store.ts'
import { openDatabase, type Database, type Tx } from '../kernel/db.ts'
import { isSoundFile } from '../kernel/file-sealing.ts'
import { migrate, readMigrations } from '../kernel/migrate.ts'
import { StartRefusal } from '../start-refusal.ts'
import { hasRows, insertRows, listAppliedMigrations, listTables, updateSequence } from './backup-store.ts'
import { digestOf } from './digest.ts'
import { checkKeys, restoreKeys } from './keys.ts'
import { documentFile, readManifest, rowsFile, unusable, type Manifest } from './manifest.ts'
import { copyDocument } from './writing.ts'

export type Restored = { at: string; rows: number; files: number; audit: AuditVerdict }

/** Reads the description and compares every file with it. @throws StartRefusal backup_unusable, database_newer */
export const checkBackup = async (folder: string): Promise<Manifest> => {
  const manifest = readManifest(await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => ''), folder)
  for (const { name, sha256 } of manifest.tables) {
    const found = await digestOf(join(folder, rowsFile(name))).catch(() => 'missing')
    if (found !== sha256) throw unusable(folder, `${rowsFile(name)} ${found === 'missing' ? '缺失 is missing' : '被改动 was altered'}`)
  }
  for (const digest of manifest.files) {
    if (!(await isSoundFile(join(folder, documentFile(digest)), digest).catch(() => false))) throw unusable(folder, `${documentFile(digest)} 缺失或被改动 is missing or was altered`)
  }
  await checkKeys(folder, manifest)
  const known = await readMigrations()
  const stranger = manifest.migrations.find(({ version, digest }) => known.find((each) => each.version === version)?.digest !== digest)
  if (stranger) throw new StartRefusal('database_newer', `备份来自另一版本的通办（${stranger.name}），请用那个版本或更新的版本恢复；数据未改动。 / The backup is of another version of Tongban (${stranger.name}). Restore it with that one or a newer one; nothing was changed.`)
  return manifest
}

/** @param ownerUrl the owner of an empty database @throws StartRefusal with nothing changed */
export const restoreBackup = async (folder: string, { ownerUrl, dataDir, keystore }: { ownerUrl: string; dataDir: string; keystore: string }): Promise<Restored> => {
  const manifest = await checkBackup(folder)
  await checkKeys(folder, manifest, keystore)
  const db = openDatabase({ url: ownerUrl, connections: 2 })
  try {
    await refuseUsed(db, manifest)
    await migrate(ownerUrl, { until: manifest.migrations.at(-1)?.version })
    // Documents first: the database must not name one that is not there.
    for (const digest of manifest.files) await copyDocument(join(folder, documentFile(digest)), join(dataDir, documentFile(digest)), digest)
    await restoreKeys(folder, manifest, keystore)
    await db.transaction((tx) => insertAll(tx, folder, manifest))
    await migrate(ownerUrl)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    return { at: manifest.at, rows, files: manifest.files.length, audit: await verifyAudit(db.read, manifest.audit.head || undefined) }
  } finally {
    await db.close()
  }
}

const refuseUsed = async (db: Database, { migrations }: Manifest): Promise<void> => {
  const used: string[] = []
  for (const { name } of await listTables(db.read)) if (await hasRows(db.read, name)) used.push(name)
  // An empty database that is ahead of the backup cannot go back.
  const ahead = (await listAppliedMigrations(db.read)).length > migrations.length
  if (used.length === 0 && !ahead) return
  throw new StartRefusal('configuration', `恢复需要一个空的数据库，这里已有内容（${used.slice(0, 3).join('、') || 'schema_migrations'}）；请用 DATA_DIR 或 DATABASE_URL 指定新的，数据未改动。 / Restoring needs an empty database, and this one is in use (${used.slice(0, 3).join(', ') || 'schema_migrations'}). Name a new one in DATA_DIR or DATABASE_URL; nothing was changed.`)
}

const insertAll = async (tx: Tx, folder: string, { tables, sequences }: Manifest): Promise<void> => {
  for (const { name, columns } of tables) await pipeline(createReadStream(join(folder, rowsFile(name))), createGunzip(), await insertRows(tx, name, columns))
  for (const { name, value } of sequences) await updateSequence(tx, name, value)
}
