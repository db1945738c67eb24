// Power in the signature holds in the database too: what reads cannot write.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../tools/test-database.ts'
import { column, json, openDatabase, unawaited, type Database, type Tx } from './db.ts'
import { migrate } from './migrate.ts'

describe('the database', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>
  let db: Database
  beforeAll(async () => {
    database = await createTestDatabase()
    db = openDatabase({ url: database.url, connections: 3 })
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })

  it('refuses to write through a reading connection', async () => {
    await expect(db.read`insert into files (digest, size, type, created_at) values ('a', 1, 'b', now())`).rejects.toThrow('read-only')
  })

  it('keeps dates as dates, bigints as numbers and JSON as it was', async () => {
    const [row] = await db.read`select date '2026-02-28' as day, 12345678901::bigint as count, ${json({ a: '"x"', b: null })}::jsonb as value`
    expect(row).toEqual({ day: '2026-02-28', count: 12345678901, value: { a: '"x"', b: null } })
  })

  it('takes rows as columns without changing a value', async () => {
    const rows = [{ text: '"引号", {逗号} \\ 反斜线', count: 12345678901, yes: true, value: { a: ['"', null] }, at: '2026-02-28T01:02:03.004Z' }, { text: '', count: 0, yes: false, value: [], at: null }]
    const read = await db.read`
      select text, count, yes::boolean, value, at from unnest(${column(rows, 'text')}::text[], ${column(rows, 'count')}::bigint[], ${column(rows, 'yes')}::text[],
        ${column(rows, 'value')}::jsonb[], ${column(rows, 'at')}::timestamptz[]) as given(text, count, yes, value, at)`
    expect([...read]).toEqual(rows.map((row) => ({ ...row, at: row.at && new Date(row.at) })))
  })

  it('waits for nothing for ever: neither for a row, nor for an answer, nor for somebody who hangs', async () => {
    const [reading] = await db.read`select current_setting('statement_timeout') as statement`
    const writing = await db.transaction(async (tx) => tx`select current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle`)
    expect([reading, writing[0]]).toEqual([{ statement: '30s' }, { lock: '10s', idle: '1min' }])
  })

  it('undoes everything when the work fails', async () => {
    await expect(db.transaction(async (tx) => {
      await tx`insert into files (digest, size, type, created_at) values ('half', 1, 'b', now())`
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await db.read`select 1 from files where digest = 'half'`).toHaveLength(0)
  })

  describe('statements nobody waits for', () => {
    const insert = (digest: string) => `insert into files (digest, size, type, created_at) values ('${digest}', 1, 'b', now())`
    const kept = async () => (await db.read<{ digest: string }[]>`select digest from files where digest like 'along%' order by digest`).map(({ digest }) => digest)

    it('are kept when the transaction ends well, in the order they were sent', async () => {
      expect(await db.transaction(async (tx) => {
        unawaited(tx, [tx.unsafe(insert('along 1')), tx.unsafe(insert('along 2'))])
        return tx`select count(*)::int as count from files where digest like 'along%'`
      })).toMatchObject([{ count: 2 }])
      expect(await kept()).toEqual(['along 1', 'along 2'])
    })

    it('undo the whole transaction when one fails, also the last of it, and the transaction throws what that one threw', async () => {
      await expect(db.transaction(async (tx) => {
        await tx.unsafe(insert('along 3'))
        unawaited(tx, [tx.unsafe(insert('along 1')), tx.unsafe(insert('along 4'))])
      })).rejects.toThrow('files_pkey')
      expect(await kept()).toEqual(['along 1', 'along 2'])
    })

    it('undo it as well when something else is asked behind them', async () => {
      await expect(db.transaction(async (tx) => {
        unawaited(tx, [tx.unsafe(insert('along 1'))])
        await tx`select 1`
      })).rejects.toThrow('files_pkey')
    })

    it('are undone when the work fails, whose error is thrown', async () => {
      await expect(db.transaction(async (tx) => {
        unawaited(tx, [tx.unsafe(insert('along 5'))])
        throw new Error('no')
      })).rejects.toThrow('no')
      expect(await kept()).toEqual(['along 1', 'along 2'])
    })

    it('belong to a transaction', () => {
      expect(() => unawaited(db.read as Tx, [])).toThrow('only inside')
    })
  })

  it('is not changed by migrating it again, also by two processes at once', async () => {
    expect(await Promise.all([migrate(database.url), migrate(database.url)])).toEqual([[], []])
  })

  it('refuses a database that a newer version has migrated', async () => {
    await db.transaction(async (tx) => { await tx`insert into schema_migrations (version, name, digest) values (9999, '9999_future.sql', 'x')` })
    await expect(migrate(database.url)).rejects.toMatchObject({ code: 'database_newer' })
    await db.transaction(async (tx) => { await tx`delete from schema_migrations where version = 9999` })
  })

  it('refuses when an applied migration was edited afterwards', async () => {
    await db.transaction(async (tx) => { await tx`update schema_migrations set digest = 'other' where version = 1` })
    await expect(migrate(database.url)).rejects.toMatchObject({ code: 'migration_changed' })
  })
})
