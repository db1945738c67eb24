// What store tests rely on: each database is migrated, empty, its own, and gone afterwards.
// Runs on the PostgreSQL the whole test run shares.
import { expect, it } from 'vitest'
import { connect } from '../server/kernel/postgres-driver.ts'
import { createTestDatabase } from './test-database.ts'

const query = async (url: string, statement: string): Promise<unknown[]> => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await sql.unsafe(statement))]
  } finally {
    await sql.end()
  }
}

it('gives two tests at once two migrated databases that do not see each other', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await query(one.url, 'create table only_here (number int)')
  expect(await query(other.url, "select to_regclass('only_here') as found")).toEqual([{ found: null }])
  expect(await query(other.url, 'select count(*) > 0 as migrated from schema_migrations')).toEqual([{ migrated: true }])
  await Promise.all([one.drop(), other.drop()])
})

it('removes a database although somebody is still connected to it', async () => {
  const { url, drop } = await createTestDatabase()
  const forgotten = connect(url, { max: 1, onclose: () => {} })
  await forgotten`select 1`
  await drop()
  await expect(query(url, 'select 1')).rejects.toThrow(/does not exist/)
  await forgotten.end({ timeout: 0 })
})
