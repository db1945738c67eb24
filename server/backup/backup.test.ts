// Backup, everything gone, restore: what people handed in, their documents, the open jobs and the audit trail are there again, to the last row.
// And what is damaged, foreign or in the way is refused before anything is written.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { runStatement } from '../../tools/test-database.ts'
import { verifyAudit } from '../kernel/audit-store.ts'
import { systemClock } from '../kernel/clock.ts'
import { openDatabase } from '../kernel/db.ts'
import { openFileStore } from '../kernel/files.ts'
import { planJobs } from '../kernel/jobs.ts'
import { openKeystore } from '../kernel/keystore.ts'
import { countJobs } from '../kernel/jobs-store.ts'
import { migrate } from '../kernel/migrate.ts'
import { connect } from '../kernel/postgres-driver.ts'
import { takeSequence } from '../modules/cases/index.ts'
import { handIn, openTelescopeTown, type TelescopeTown } from '../testing/telescope.ts'
import { inOrder, type Manifest } from './manifest.ts'
import { restoreBackup } from './restoring.ts'
import { writeBackup } from './writing.ts'

const root = mkdtempSync(join(tmpdir(), 'tongban-backup-'))
const made: string[] = []
/** A database nobody has migrated yet. */
const createEmptyDatabase = async (): Promise<string> => {
  const name = `restored_${made.length}_${process.pid}`
  await runStatement(inject('postgresUrl'), `create database ${name}`)
  made.push(name)
  const url = new URL(inject('postgresUrl'))
  url.pathname = name
  return url.href
}

/** Every row of every table, as text. */
const contentOf = async (url: string): Promise<Record<string, string[]>> => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  const tables = await sql<{ name: string }[]>`
    select schemaname || '.' || tablename as name from pg_tables where schemaname in ('public', 'graphile_worker') and tablename not in ('schema_migrations', 'migrations') order by 1`
  const content: Record<string, string[]> = {}
  for (const { name } of tables) content[name] = (await sql<{ row: string }[]>`select each::text as row from ${sql(name)} each order by 1`).map(({ row }) => row)
  await sql.end()
  return content
}

let town: TelescopeTown
let manifest: Manifest
const folder = join(root, 'backup')
const sourceUrl = () => town.test.app.config.databaseUrl ?? ''

beforeAll(async () => {
  town = await openTelescopeTown()
  await handIn(await town.test.as({ person: { name: '制表\t换行\n反斜杠\\人' } }))
  await town.test.app.db.transaction((tx) => planJobs(tx, [{ task: 'cases.advance', payload: { applicationId: '制表\t换行\n' } }]))
  const { db, config } = town.test.app
  await town.test.app.keys.signer('seal:sky:990101')
  manifest = await writeBackup({ db, dataDir: config.dataDir, keystore: config.keystore.folder, version: '0.0.0', clock: systemClock }, folder)
})
afterAll(async () => {
  await town.close()
  for (const name of made) await runStatement(inject('postgresUrl'), `drop database ${name} with (force)`)
  rmSync(root, { recursive: true, force: true })
})

describe('a backup', () => {
  it('restored into an empty database holds every row, every document and every open job, and the audit trail is intact', async () => {
    const [ownerUrl, dataDir] = [await createEmptyDatabase(), join(root, 'data')]
    const restored = await restoreBackup(folder, { ownerUrl, dataDir, keystore: join(dataDir, 'keys') })
    expect(restored.audit).toMatchObject({ intact: true, entries: manifest.audit.entries, head: manifest.audit.head })
    expect(restored.audit.entries).toBeGreaterThan(0)
    expect(restored.files).toBe(1)
    expect(await contentOf(ownerUrl)).toEqual(await contentOf(sourceUrl()))
    const [digest = ''] = manifest.files
    expect(readFileSync(join(dataDir, 'files', digest.slice(0, 2), digest)).includes('%PDF-')).toBe(false)
    expect((await text((await openFileStore(join(dataDir, 'files'))).open(digest))).slice(0, 5)).toBe('%PDF-')
    // Whoever knows the secret signs on with the same keys.
    const restoredKeys = openKeystore({ folder: join(dataDir, 'keys'), secret: town.test.app.config.keystore.secret, clock: systemClock })
    expect(await restoredKeys.listKeys('seal:sky:990101')).toEqual(await town.test.app.keys.listKeys('seal:sky:990101'))
    await expect(openKeystore({ folder: join(dataDir, 'keys'), secret: 'somebody-elses-secret-of-32-letters', clock: systemClock }).signer('seal:sky:990101')).rejects.toThrow('KEYSTORE_SECRET')
    const db = openDatabase({ url: ownerUrl, connections: 2 })
    expect((await countJobs(db.read)).due).toBe((await countJobs(town.test.app.db.read)).due)
    // Numbers go on where they were, so none is given out twice.
    expect(await db.transaction((tx) => takeSequence(tx, 1))).toEqual(await town.test.app.db.transaction((tx) => takeSequence(tx, 1)))
    expect(await verifyAudit(db.read, manifest.audit.head)).toMatchObject({ intact: true })
    await db.close()
  })

  it('of an older version is restored as it was and then brought up to date', async () => {
    const [old, ownerUrl, place] = [await createEmptyDatabase(), await createEmptyDatabase(), join(root, 'old')]
    await migrate(old, { until: 3 })
    await runStatement(old, `insert into people (id, issuer, subject, name, id_number, region, created_at, seen_at) values ('00000000-0000-7000-8000-000000000001', 'i', 's', '旧人', 'x', '440305', now(), now())`)
    const db = openDatabase({ url: old, connections: 2 })
    const written = await writeBackup({ db, dataDir: root, keystore: join(root, 'no-keys'), version: '0.0.0', clock: systemClock }, place)
    await db.close()
    expect(written.migrations.map(({ version }) => version)).toEqual([1, 2, 3])
    await restoreBackup(place, { ownerUrl, dataDir: join(root, 'old-data'), keystore: join(root, 'old-data/keys') })
    expect((await contentOf(ownerUrl))['public.people']?.[0]).toContain('旧人')
    expect(await migrate(ownerUrl)).toEqual([])
  })

  it('never overwrites another, and leaves nothing behind when it fails', async () => {
    const { db, config } = town.test.app
    await expect(writeBackup({ db, dataDir: config.dataDir, keystore: config.keystore.folder, version: '0.0.0', clock: systemClock }, folder)).rejects.toMatchObject({ code: 'configuration' })
    await expect(writeBackup({ db, dataDir: join(root, 'no-documents-here'), keystore: config.keystore.folder, version: '0.0.0', clock: systemClock }, join(root, 'failed'))).rejects.toMatchObject({ code: 'backup_unusable' })
    expect(readdirSync(root).filter((name) => name.startsWith('failed'))).toEqual([])
  })
})

describe('restoring', () => {
  let damagedCount = 0
  const damaged = (harm: (place: string) => void): string => {
    const place = join(root, `damaged-${(damagedCount += 1)}`)
    cpSync(folder, place, { recursive: true })
    harm(place)
    return place
  }
  const digest = () => manifest.files[0] ?? ''

  it.each<[string, string, (place: string) => void]>([
    ['a folder that is no backup', 'backup_unusable', (place) => rmSync(join(place, 'manifest.json'))],
    ['a description of another kind', 'backup_unusable', (place) => writeFileSync(join(place, 'manifest.json'), '{"format":2}')],
    ['altered rows', 'backup_unusable', (place) => writeFileSync(join(place, 'database/public.people.copy.gz'), 'altered')],
    ['missing rows', 'backup_unusable', (place) => rmSync(join(place, 'database/public.people.copy.gz'))],
    ['an altered document', 'backup_unusable', (place) => writeFileSync(join(place, 'files', digest().slice(0, 2), digest()), 'altered')],
    ['an altered key', 'backup_unusable', (place) => writeFileSync(join(place, 'keys', manifest.keys?.[0]?.name ?? ''), '{}')],
    ['a missing document', 'backup_unusable', (place) => rmSync(join(place, 'files', digest().slice(0, 2), digest()))],
    ['a backup of a newer version', 'database_newer', (place) => {
      const newer = { ...manifest, migrations: [...manifest.migrations, { version: 9999, name: '9999_future.sql', digest: 'x' }] }
      writeFileSync(join(place, 'manifest.json'), JSON.stringify(newer))
    }],
  ])('refuses %s and changes nothing', async (_, code, harm) => {
    const place = damaged(harm)
    const dataDir = join(place, 'data')
    mkdirSync(dataDir)
    await expect(restoreBackup(place, { ownerUrl: 'postgres://nobody@127.0.0.1:1/none', dataDir, keystore: join(dataDir, 'keys') })).rejects.toMatchObject({ code })
    expect(existsSync(join(dataDir, 'files'))).toBe(false)
  })

  it('refuses a database that is in use, and leaves it as it was', async () => {
    const before = await contentOf(sourceUrl())
    await expect(restoreBackup(folder, { ownerUrl: sourceUrl(), dataDir: join(root, 'used'), keystore: join(root, 'used/keys') })).rejects.toMatchObject({ code: 'configuration' })
    expect(await contentOf(sourceUrl())).toEqual(before)
  })

  it('may be tried again after it failed half-way', async () => {
    const ownerUrl = await createEmptyDatabase()
    await expect(restoreBackup(folder, { ownerUrl, dataDir: join(folder, 'manifest.json'), keystore: join(root, 'again/keys') })).rejects.toThrow()
    expect((await restoreBackup(folder, { ownerUrl, dataDir: join(root, 'again'), keystore: join(root, 'again/keys') })).audit.intact).toBe(true)
  })
})

describe('tables', () => {
  it('are restored after those they refer to, and a circle is named', () => {
    expect(inOrder(['a', 'b', 'c'], [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }, { from: 'c', to: 'c' }])).toEqual(['c', 'b', 'a'])
    expect(() => inOrder(['a', 'b'], [{ from: 'a', to: 'b' }, { from: 'b', to: 'a' }])).toThrow('a, b')
  })
})
