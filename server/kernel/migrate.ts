// Brings a database to the schema this code knows: numbered, forward-only SQL files, each in its own transaction.
// A database newer than the code is refused, a changed old file is refused, a second run changes nothing.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Logger, runMigrations } from 'graphile-worker'
import { connect } from './postgres-driver.ts'
import { StartRefusal } from '../start-refusal.ts'

const folder = new URL('../migrations/', import.meta.url)
const lockKey = 7_206_001

export type Migration = { version: number; name: string; sql: string; digest: string }

export const readMigrations = async (): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { version: Number(name.slice(0, 4)), name, sql, digest: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

type How = {
  /** the last version to apply, to restore a backup of that version; default: all */
  until?: number | undefined
  /** runs before anything in the database is changed, while no other process migrates it; refuses by throwing */
  check?: () => Promise<void>
}

/** Applies what is missing and returns the names applied now. Safe to run from several processes at once. */
export const migrate = async (url: string, { until = Infinity, check }: How = {}): Promise<string[]> => {
  const migrations = await readMigrations()
  const sql = connect(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${lockKey})`
    await check?.()
    await sql`create table if not exists schema_migrations (
      version int primary key, name text not null, digest text not null, applied_at timestamptz not null default now())`
    await sql`comment on table schema_migrations is 'Migrations applied to this database, with the SHA-256 of each file.'`
    const applied = await sql<{ version: number; name: string; digest: string }[]>`select version, name, digest from schema_migrations`
    refuseStrangers(migrations, applied)
    const done = new Set(applied.map((row) => row.version))
    const missing = migrations.filter(({ version }) => version <= until && !done.has(version))
    for (const migration of missing) {
      await sql.begin(async (tx) => {
        await tx.unsafe(migration.sql)
        await tx`insert into schema_migrations (version, name, digest) values (${migration.version}, ${migration.name}, ${migration.digest})`
      })
    }
    await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) })
    return missing.map((migration) => migration.name)
  } finally {
    await sql.end()
  }
}

const refuseStrangers = (known: readonly Migration[], applied: readonly { version: number; name: string; digest: string }[]) => {
  const byVersion = new Map(known.map((migration) => [migration.version, migration]))
  for (const row of applied) {
    const migration = byVersion.get(row.version)
    if (!migration) throw new StartRefusal('database_newer', `数据库已升级到本程序不认识的版本 ${row.name}，请换用新版程序；数据未改动。 / The database has migration ${row.name}, which this version does not know. Use a newer Tongban; nothing was changed.`)
    if (migration.digest !== row.digest) throw new StartRefusal('migration_changed', `迁移文件 ${row.name} 在执行之后被改动过，请恢复原文件。 / Migration ${row.name} was edited after it had been applied. Restore the original file.`)
  }
}

