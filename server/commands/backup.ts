// `backup` and `restore`: everything there is, into a folder and out of it again.
// A backup runs beside the product; restoring wants an empty database that nobody uses.
import { resolve } from 'node:path'
import { checkBackup, restoreBackup } from '../backup/restoring.ts'
import { writeBackup } from '../backup/writing.ts'
import { readConfig } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { openDatabase } from '../kernel/db.ts'
import { version } from '../kernel/version.ts'
import { findOwnerUrl } from '../start/open-database.ts'
import { quietly } from '../start/progress.ts'

const stopAll = async (stops: (() => Promise<void>)[]): Promise<void> => {
  for (const stop of stops.reverse()) await stop()
}

export const backup = async (folder: string, { json }: { json: boolean }): Promise<number> => {
  const config = readConfig(process.env)
  const stops: (() => Promise<void>)[] = []
  try {
    const db = openDatabase({ url: await findOwnerUrl(config, quietly, stops, { beside: true }), connections: 2 })
    stops.push(() => db.close())
    const { tables, files, audit, at } = await writeBackup({ db, dataDir: config.dataDir, keystore: config.keystore.folder, version, clock: systemClock }, resolve(folder))
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    if (json) process.stdout.write(`${JSON.stringify({ folder: resolve(folder), at, tables: tables.length, rows, files: files.length, audit })}\n`)
    else process.stdout.write(`已备份到 ${resolve(folder)}：${rows} 行，${files.length} 个文件。 / Backed up: ${rows} rows, ${files.length} documents.\n审计末值 audit head ${audit.head || '-'}\n`)
    return 0
  } finally {
    await stopAll(stops)
  }
}

export const restore = async (folder: string, { json }: { json: boolean }): Promise<number> => {
  const config = readConfig(process.env)
  const from = resolve(folder)
  await checkBackup(from) // Before a database is made for it.
  const stops: (() => Promise<void>)[] = []
  try {
    const ownerUrl = await findOwnerUrl(config, quietly, stops, { beside: false })
    const restored = await restoreBackup(from, { ownerUrl, dataDir: config.dataDir, keystore: config.keystore.folder })
    const { audit, rows, files, at } = restored
    if (json) process.stdout.write(`${JSON.stringify(restored)}\n`)
    else process.stdout.write(`已恢复 ${at} 的备份：${rows} 行，${files} 个文件；审计链${audit.intact ? '完整' : '不完整'}，共 ${audit.entries} 条。 / Restored the backup of ${at}: ${rows} rows, ${files} documents; the audit trail is ${audit.intact ? 'intact' : 'broken'}: ${audit.entries} entries.\n`)
    return audit.intact ? 0 : 1
  } finally {
    await stopAll(stops)
  }
}
