// A database serves demonstrations or real people, never both.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tools/test-database.ts'
import { systemClock } from '../kernel/clock.ts'
import { openDatabase, type Database } from '../kernel/db.ts'
import { claimDatabase } from './claim-database.ts'

let databases: TestDatabase[]
let open: Database[]
beforeAll(async () => {
  databases = [await createTestDatabase(), await createTestDatabase()]
  open = databases.map(({ url }) => openDatabase({ url, connections: 2 }))
})
afterAll(async () => {
  for (const db of open) await db.close()
  for (const database of databases) await database.drop()
})

it.each([['production', 'demo'], ['demo', 'production']] as const)('a database of a %s is refused to a %s, and stays what it is', async (first, other) => {
  const [db] = first === 'production' ? open : open.slice(1)
  if (!db) throw new Error('there is no database')
  await Promise.all([claimDatabase(db, first, systemClock), claimDatabase(db, first, systemClock)])
  await expect(claimDatabase(db, other, systemClock)).rejects.toMatchObject({ code: 'database_mode' })
  await claimDatabase(db, first, systemClock)
})
