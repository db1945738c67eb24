// New keys beside live traffic: what was sealed before stays readable all the while, every row ends up under the new key, whoever writes
// meanwhile loses nothing, and rows of earlier versions are sealed at the first start.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runStatement } from '../../../tools/test-database.ts'
import { systemClock } from '../../kernel/clock.ts'
import type { Database } from '../../kernel/db.ts'
import { presentKeyOf } from '../../kernel/field-encryption.ts'
import { makeFieldKey, takeFieldKeys } from '../../kernel/field-keys.ts'
import { listFieldKeys } from '../../kernel/field-keys-store.ts'
import { sealAllRows } from '../../kernel/sealed-rows.ts'
import { listRows, updateSealed } from '../../kernel/sealed-rows-store.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { sealedTables } from '../../sealed-tables.ts'
import { openFields } from '../../start/open-fields.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { setTestingKeys } from '../../testing/field-keys.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { findPersonByIdNumber } from '../people/index.ts'
import { countRows, reseal, startRotation, type Place } from './rotating.ts'

describe('keys of sealed rows', () => {
  let test: TestApp
  let db: Database
  beforeAll(async () => {
    test = await startTestApp()
    db = test.app.db
    await take()
    for (let nth = 0; nth < 7; nth += 1) await test.as({ person: { idNumber: inventIdNumber(9000 + nth), phone: `1540000000${nth}` } })
  })
  afterAll(async () => {
    setTestingKeys()
    await test.close()
  })

  const options = () => ({ secret: test.app.config.keystore.secret, cipher: test.app.config.fieldCipher, clock: systemClock })
  const take = () => takeFieldKeys(db, options())
  const used = async () => (await countRows(db, 'identity')).filter(({ table }) => table === 'people').map(({ key, rows }) => [key, rows])
  const finish = async (from: Place | undefined, limit: number) => {
    for (let place = from; place; ) place = (await reseal(test.app, place, limit)).next
  }

  it('know every table with sealed rows; those of files and pulls, which are replaced as a whole, keep their keys', async () => {
    const tables = await db.read<{ name: string }[]>`select table_name as name from information_schema.columns where column_name = 'sealed' and table_schema = 'public' and data_type = 'text' order by 1`
    const replaced = ['connector_rows', 'resource_pull_rows']
    expect(tables.map(({ name }) => name).filter((name) => !replaced.includes(name))).toEqual(Object.values(sealedTables).map(({ table }) => table).sort())
  })

  it('are wrapped: neither database nor backup opens a row without the secret', async () => {
    const [first] = await listFieldKeys(db.read)
    expect(Buffer.from(first?.wrapped ?? '', 'base64url')).toHaveLength(12 + 32 + 16)
    await expect(takeFieldKeys(db, { ...options(), secret: 'another secret of at least 32 characters' })).rejects.toThrow('KEYSTORE_SECRET')
  })

  it('are changed in steps that may be broken off anywhere, and every row is readable throughout', async () => {
    const before = presentKeyOf('identity')
    const key = await startRotation(test.app, 'identity')
    await take()
    expect(presentKeyOf('identity')).toBe(key)
    const people = Object.keys(sealedTables).indexOf('people')
    const { next, sealed } = await reseal(test.app, { class: 'identity', table: people }, 3)
    expect(sealed).toBe(3)
    expect(Object.fromEntries(await used())).toEqual({ [before]: 4, [key]: 3 })
    expect((await findPersonByIdNumber(db.read, inventIdNumber(9006)))?.phone).toBe('15400000006')
    await finish(next, 3)
    expect(await used()).toEqual([[key, 7]])
    expect((await findPersonByIdNumber(db.read, inventIdNumber(9000)))?.phone).toBe('15400000000')
    expect((await listFieldKeys(db.read)).find(({ id }) => id === before)?.retiredAt).not.toBeNull()
  })

  it('are followed by the job that was planned with them, which repeated changes nothing', async () => {
    const key = await startRotation(test.app, 'identity')
    await take()
    await test.runJobs()
    await test.runJobs()
    expect(await used()).toEqual([[key, 7]])
  })

  it('leave alone a row somebody has written since it was read', async () => {
    const [row] = await listRows(db.read, sealedTables.people, undefined, 1)
    if (!row) throw new Error('nobody is there')
    await test.as({ person: { subject: 'again', idNumber: inventIdNumber(9000), phone: '15411111111' } })
    const [now] = await listRows(db.read, sealedTables.people, undefined, 1)
    expect(now?.sealed).not.toBe(row.sealed)
    expect(await db.transaction((tx) => updateSealed(tx, sealedTables.people, row, 'tb1.x.y'))).toBe(false)
    expect((await findPersonByIdNumber(db.read, inventIdNumber(9000)))?.phone).toBe('15411111111')
  })

  it('reach a process that has not heard of them before it writes anything under the old one', async () => {
    await db.transaction((tx) => makeFieldKey(tx, 'identity', options()))
    await expect(reseal(test.app, { class: 'identity', table: 0 })).rejects.toThrow('not known here')
    await take()
    await finish({ class: 'identity', table: 0 }, 100)
  })

  it('seal at the first start what an earlier version kept in the open, and its digests become keyed', async () => {
    const [number, stops] = [inventIdNumber(9100), [] as (() => Promise<void>)[]]
    await runStatement(test.databaseUrl, `insert into people (id, issuer, subject, name, id_number, phone, region, created_at, seen_at) values (gen_random_uuid(), 'old', 'old', '旧人', '${number}', '15422222222', '440305', now(), now())`)
    expect(await findPersonByIdNumber(db.read, number)).toBeUndefined()
    expect(await openFields(db, test.databaseUrl, test.app.config, systemClock, stops)).toBe(1)
    expect(await findPersonByIdNumber(db.read, number)).toMatchObject({ name: '旧人', idNumber: number, phone: '15422222222' })
    const [row] = await db.read`select id_number, phone, id_digest from people where subject = 'old'`
    expect(row).toEqual({ id_number: null, phone: null, id_digest: personDigest(number) })
    expect(await openFields(db, test.databaseUrl, test.app.config, systemClock, stops)).toBe(0)
    expect(await sealAllRows(db, sealedTables.people)).toBe(0)
    for (const stop of stops) await stop()
  })
})
