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
    await expect(owner`update audit_entries set action = 'x' where id = 3`).rejects.toThrow('append-only')
    await expect(owner`delete from audit_entries where id = 3`).rejects.toThrow('append-only')
    await expect(owner`truncate audit_entries`).rejects.toThrow('append-only')
    await expect(owner`update audit_chain set hash = 'x' where position = 3`).rejects.toThrow('append-only')
    await expect(owner`delete from audit_chain where position = 3`).rejects.toThrow('append-only')
    await expect(owner`update audit_pending set entry = 0`).rejects.toThrow('append-only')
  })

  describe('when the guards were taken away', () => {
    const third = () => owner`select audit_entries.* from audit_entries join audit_chain on entry = id where position = 3`

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
      const exchange = () => owner`update audit_chain set entry = other.entry from audit_chain other where other.position = 11 - audit_chain.position and audit_chain.position in (5, 6)`
      await exchange()
      expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 5, what: 'altered' } })
      await exchange()
      expect(await verifyAudit(db.read)).toMatchObject({ intact: true })
    })

    it('finds a deleted entry, also the newest, and a deleted place', async () => {
      await owner`delete from audit_entries where id = (select entry from audit_chain where position = 20)`
      expect(await verifyAudit(db.read)).toMatchObject({ entries: 19, intact: false, broken: { position: 20, what: 'missing' } })
      await owner`delete from audit_entries where id = (select entry from audit_chain where position = 4)`
      expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 4, what: 'missing' } })
      await owner`delete from audit_chain where position = 2`
      expect(await verifyAudit(db.read)).toMatchObject({ intact: false, broken: { position: 2, what: 'missing' } })
    })

    it('cut off, emptied or computed anew is found by a head kept elsewhere', async () => {
      const cut = async (from: number) => {
        await owner`delete from audit_entries where id in (select entry from audit_chain where position >= ${from})`
        await owner`delete from audit_chain where position >= ${from}`
      }
      const write = (...ids: string[]) => db.transaction((tx) => insertAudit(tx, ids.map((id) => entry(id)))).then(() => sealAllAudit(db))
      await cut(0)
      await owner`delete from audit_entries`
      await write('x', 'y')
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
