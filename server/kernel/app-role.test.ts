// What the running product may do to its own database: everything it needs, and nothing the law wants unchanged.
// On a real PostgreSQL, as the very role the product uses.
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, runStatement, type TestDatabase } from '../../tools/test-database.ts'
import { grantTo, prepareEmbeddedRole } from './app-role.ts'
import { insertAudit, sealAllAudit, verifyAudit } from './audit-store.ts'
import { openDatabase, type Database } from './db.ts'
import { planJobs, startWorker } from './jobs.ts'
import { connect } from './postgres-driver.ts'

const entry = { at: '2026-03-02T02:00:00.000Z', actorKind: 'system' as const, actorId: 'test', action: 'test.try', subjectType: 'test', subjectId: '1', region: null, requestId: null, detail: {} }

describe('the product’s role', () => {
  let database: TestDatabase
  let url: string
  let db: Database
  beforeAll(async () => {
    database = await createTestDatabase()
    url = await prepareEmbeddedRole(database.url)
    db = openDatabase({ url, connections: 3 })
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })
  /** What PostgreSQL answers to a statement sent as this role. */
  const trying = async (statement: string): Promise<string> => {
    const sql = connect(url, { max: 1, onnotice: () => {} })
    try {
      await sql.unsafe(statement)
      return 'done'
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      await sql.end()
    }
  }

  it('is the same one at every start, and preparing it twice changes nothing', async () => {
    expect(await Promise.all([prepareEmbeddedRole(database.url), prepareEmbeddedRole(database.url)])).toEqual([url, url])
  })

  it('writes and seals the audit trail, and can verify it', async () => {
    await db.transaction((tx) => insertAudit(tx, [entry, entry]))
    await sealAllAudit(db)
    expect(await verifyAudit(db.read)).toMatchObject({ intact: true, entries: 2 })
  })

  it.each([
    ["update audit_entries set actor_id = 'somebody else'", 'audit_entries'], ['delete from audit_entries', 'audit_entries'], ['truncate audit_entries', 'audit_entries'],
    ['update audit_pending set first = 0', 'audit_pending'], ['update audit_chain set position = 0', 'audit_chain'],
    ["update case_moments set actor_name = 'somebody else'", 'case_moments'], ['delete from case_moments', 'case_moments'],
    ['delete from schema_migrations', 'schema_migrations'], ["update installation set mode = 'production'", 'installation'],
  ])('may not: %s', async (statement, table) => {
    expect(await trying(statement)).toBe(`permission denied for table ${table}`)
  })

  it('cannot help itself by switching triggers off, altering tables or granting itself more', async () => {
    expect(await trying('alter table audit_entries disable trigger all')).toContain('must be owner')
    expect(await trying('drop table audit_entries')).toContain('must be owner')
    expect(await trying('create table loophole (n int)')).toContain('permission denied')
    expect(await trying('set session_replication_role = replica')).toContain('permission denied')
    await trying('grant update on audit_entries to current_user')
    expect(await trying("update audit_entries set actor_id = 'x'")).toContain('permission denied')
  })

  it('plans jobs in its transactions and works them off', async () => {
    await db.transaction((tx) => planJobs(tx, [{ task: 'try', payload: { n: 1 } }]))
    const { promise, resolve } = Promise.withResolvers<unknown>()
    const worker = await startWorker({ url, db, concurrency: 1, tasks: [{ task: 'try', run: async (payload) => resolve(payload) }], onError: () => {}, onGivenUp: () => {}, onAbandoned: () => {} })
    expect(await promise).toEqual({ n: 1 })
    await worker.stop()
  })

  it('reads and writes everything else', async () => {
    expect(await trying("insert into files (digest, size, type, created_at) values ('a', 1, 'b', now()); update files set size = 2; delete from files; analyze search_documents")).toBe('done')
  })
})

describe('a role of one’s own in DATABASE_URL', () => {
  it('is bound when it owns nothing, and said not to be when it owns the tables or is not there', async () => {
    const database = await createTestDatabase()
    const role = `product_${randomBytes(4).toString('hex')}`
    await runStatement(database.url, `create role ${role} login password 'x'`)
    const address = new URL(database.url)
    address.username = role
    expect(await grantTo(database.url, database.url)).toBe(false)
    expect(await grantTo(database.url, address.href)).toBe(true)
    const granted = connect(Object.assign(address, { password: 'x' }).href, { max: 1 })
    await granted`select 1 from case_moments`
    await expect(granted`delete from case_moments`).rejects.toThrow('permission denied')
    await granted.end()
    await runStatement(database.url, `drop owned by ${role}`)
    await runStatement(database.url, `drop role ${role}`)
    expect(await grantTo(database.url, address.href)).toBe(false)
    await database.drop()
  })
})
