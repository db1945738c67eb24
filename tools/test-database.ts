// A PostgreSQL database of its own for a test: migrated, empty, gone afterwards.
// Copying the run's template takes a few hundredths of a second, so a test need not share one.
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connect } from '../server/kernel/postgres-driver.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** the run's PostgreSQL, as its owner */
    postgresUrl: string
  }
}

export const templateName = 'tongban_template'

export type TestDatabase = { url: string; drop: () => Promise<void> }

/** `url` opens a migrated, empty database; `drop` disconnects whoever is still there and removes it. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await runStatement(server, `create database ${name} template ${templateName} strategy file_copy`)
  const url = new URL(server)
  url.pathname = name
  return { url: url.href, drop: () => runStatement(server, `drop database ${name} with (force)`) }
}

/** One statement outside any transaction, on a connection of its own. Never for values that come from outside. */
export const runStatement = async (url: string, statement: string): Promise<void> => {
  const sql = connect(url, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
