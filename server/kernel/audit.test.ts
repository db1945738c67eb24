// The audit trail: nothing can be altered, removed or moved without being found.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import postgres from 'postgres'
import { createTestDatabase } from '../../tools/test-database.ts'
import { canonicalJson, type AuditEntry } from './audit.ts'
import { insertAudit, listAuditOf, sealAllAudit, verifyAudit } from './audit-store.ts'
import { openDatabase, type Database } from './db.ts'

const entry = (subjectId: string, detail: unknown = {}): AuditEntry => ({
  at: '2026-11-20T08:00:00.000Z', actorKind: 'staff', actorId: 's1', action: 'cases.grant', subjectType: 'case', subjectId, region: '440305', requestId: null, detail,
})

describe('the audit trail', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  let db: Database
  let owner: postgres.Sql

  beforeAll(async () => {
    database = await createTestDatabase()
    db = openDatabase({ url: database.url, connections: 4 })
    owner = postgres(database.url, { max: 1, onnotice: () => {} })
  })
  afterAll(async () => {
    await owner.end()
    await db.close()
    await database.drop()
  })

  it('is intact after many writers wrote at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => db.transaction((tx) => insertAudit(tx, [entry(`c${index}`, { a: 1, 字: '值', nested: { b: [1, null, true] } })]))))
    await Promise.all([sealAllAudit(db), sealAllAudit(db)])
    await sealAllAudit(db)
    expect(await verifyAudit(db.read)).toMatchObject({ entries: 20, pending: 0, intact: true })
  })

  it('keeps nothing of a transaction that failed', async () => {
    await expect(db.transaction(async (tx) => {
      await insertAudit(tx, [entry('lost')])
      throw new Error('the change failed')
    })).rejects.toThrow('the change failed')
    await sealAllAudit(db)
    expect(await listAuditOf(db.read, 'case', 'lost')).toEqual([])
  })

  it('refuses to be changed, deleted or emptied through the database', async () => {
    await expect(owner`update audit_entries set action = 'x' where position = 3`).rejects.toThrow('append-only')
    await expect(owner`delete from audit_entries where position = 3`).rejects.toThrow('append-only')
    await expect(owner`truncate audit_entries`).rejects.toThrow('append-only')
    await expect(owner`update audit_pending set action = 'x'`).rejects.toThrow('append-only')
  })

  it('finds an altered row, a deleted row and a moved row even when the guard was taken away', async () => {
    await owner`alter table audit_entries disable trigger user`
    const [third] = await owner`select detail from audit_entries where position = 3`
    await owner`update audit_entries set detail = '{"a": 2}' where position = 3`
    expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 3, what: 'altered' } })
    await owner`update audit_entries set detail = ${owner.json(third?.['detail'] as postgres.JSONValue)} where position = 3`
    expect(await verifyAudit(db.read)).toMatchObject({ intact: true })
    await owner`update audit_entries set position = 1000 where position = 5`
    await owner`update audit_entries set position = 5 where position = 6`
    await owner`update audit_entries set position = 6 where position = 1000`
    expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 5, what: 'altered' } })
    await owner`delete from audit_entries where position = 4`
    expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 4, what: 'missing' } })
  })

  it('cut off, emptied or computed anew is found by a head kept elsewhere', async () => {
    await owner`delete from audit_entries`
    await db.transaction((tx) => insertAudit(tx, [entry('x'), entry('y')]))
    await sealAllAudit(db)
    const { head } = await verifyAudit(db.read)
    await db.transaction((tx) => insertAudit(tx, [entry('z')]))
    await sealAllAudit(db)
    expect(await verifyAudit(db.read, head)).toMatchObject({ entries: 3, intact: true })
    await owner`delete from audit_entries where position >= 2`
    expect(await verifyAudit(db.read)).toMatchObject({ entries: 1, intact: true })
    expect(await verifyAudit(db.read, head)).toMatchObject({ entries: 1, intact: false, broken: { position: 2, what: 'head' } })
    await owner`delete from audit_entries`
    expect(await verifyAudit(db.read, head)).toMatchObject({ entries: 0, intact: false, broken: { position: 1, what: 'head' } })
  })

  it('writes the same value as the same text whatever the order of its keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 1, c: undefined }] })).toBe(canonicalJson({ a: [{ d: 1 }], b: 1 }))
  })
})
