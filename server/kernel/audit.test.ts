// The audit trail: nothing can be altered, removed or moved without being found.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type postgres from 'postgres'
import { createTestDatabase } from '../../tools/test-database.ts'
import { canonicalJson, type AuditEntry } from './audit.ts'
import { insertAudit, listAuditOf, sealAllAudit, verifyAudit } from './audit-store.ts'
import { openDatabase, type Database } from './db.ts'
import { connect } from './postgres-driver.ts'

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
    owner = connect(database.url, { max: 1, onnotice: () => {} })
  })
  afterAll(async () => {
    await owner.end()
    await db.close()
    await database.drop()
  })

  it('is intact after many writers wrote at the same time', async () => {
    const write = (length: number) => Promise.all(Array.from({ length }, (_, index) => db.transaction((tx) => insertAudit(tx, [entry(`c${index}`, { a: 1, 字: '值', nested: { b: [1, null, true] } })]))))
    await write(12)
    await Promise.all([sealAllAudit(db), sealAllAudit(db)])
    await write(8)
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
    await expect(owner`update audit_entries set action = 'x' where id = 3`).rejects.toThrow('append-only')
    await expect(owner`delete from audit_entries where id = 3`).rejects.toThrow('append-only')
    await expect(owner`truncate audit_entries`).rejects.toThrow('append-only')
    await expect(owner`update audit_chain set hashes = entries::text[]::bytea[] where position = 20`).rejects.toThrow('append-only')
    await expect(owner`delete from audit_chain where position = 20`).rejects.toThrow('append-only')
    await expect(owner`update audit_pending set first = 0`).rejects.toThrow('append-only')
  })

  describe('when the guards were taken away', () => {
    /** Entries by their places; the stretches hold 12 and 8. */
    const at = (...nth: number[]) => owner`select id from (
      select unnest(entries) as id, generate_series(position - cardinality(entries) + 1, position) as place from audit_chain) places where place in ${owner(nth)}`
    const third = () => owner`select * from audit_entries where id in (${at(3)})`

    beforeAll(async () => {
      await owner`alter table audit_entries disable trigger user`
      await owner`alter table audit_chain disable trigger user`
    })

    it('finds an altered row, and nothing once it is as it was', async () => {
      const [row] = await third()
      await owner`update audit_entries set detail = '{"a": 2}' where id = ${row?.['id']}`
      expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 3, what: 'altered' } })
      await owner`update audit_entries set detail = ${owner.json(row?.['detail'] as postgres.JSONValue)} where id = ${row?.['id']}`
      expect(await verifyAudit(db.read)).toMatchObject({ intact: true })
    })

    it('finds an entry slipped in beside the chain', async () => {
      await owner`insert into audit_entries (at, actor_kind, actor_id, action, subject_type, subject_id, detail) values (now(), 'staff', 's1', 'cases.grant', 'case', 'slipped', '{}')`
      expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 21, what: 'loose' } })
      await owner`delete from audit_entries where subject_id = 'slipped'`
      expect(await verifyAudit(db.read)).toMatchObject({ intact: true })
    })

    it('finds places that were exchanged', async () => {
      const exchange = () => owner`update audit_chain set entries = entries[:4] || entries[6] || entries[5] || entries[7:] where position = 12`
      await exchange()
      expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 5, what: 'altered' } })
      await exchange()
      expect(await verifyAudit(db.read)).toMatchObject({ intact: true })
    })

    it('finds a deleted entry, also the newest, and a deleted stretch', async () => {
      await owner`delete from audit_entries where id in (${at(20)})`
      expect(await verifyAudit(db.read)).toMatchObject({ entries: 19, intact: false, broken: { position: 20, what: 'missing' } })
      await owner`delete from audit_entries where id in (${at(4)})`
      expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 4, what: 'missing' } })
      await owner`delete from audit_chain where position = 12`
      expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 1, what: 'missing' } })
    })

    it('cut off, emptied or computed anew is found by a head kept elsewhere', async () => {
      const cut = async (from: number) => {
        await owner`delete from audit_entries where id in (select unnest(entries) from audit_chain where position >= ${from})`
        await owner`delete from audit_chain where position >= ${from}`
      }
      const write = (id: string) => db.transaction((tx) => insertAudit(tx, [entry(id)])).then(() => sealAllAudit(db))
      await cut(0)
      await owner`delete from audit_entries`
      await write('x')
      await write('y')
      const { head } = await verifyAudit(db.read)
      await write('z')
      expect(await verifyAudit(db.read, head)).toMatchObject({ entries: 3, intact: true })
      await cut(2)
      expect(await verifyAudit(db.read)).toMatchObject({ entries: 1, intact: true })
      expect(await verifyAudit(db.read, head)).toMatchObject({ entries: 1, intact: false, broken: { position: 2, what: 'head' } })
      await cut(0)
      expect(await verifyAudit(db.read, head)).toMatchObject({ entries: 0, intact: false, broken: { position: 1, what: 'head' } })
    })
  })

  it('writes the same value as the same text whatever the order of its keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: 1, c: undefined }] })).toBe(canonicalJson({ a: [{ d: 1 }], b: 1 }))
  })
})
