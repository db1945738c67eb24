// Before all tests: a folder for everything the run throws away, and one PostgreSQL in it with a migrated template every test database is copied from.
// Afterwards, also after a killed run, nothing of it stays running.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { makeQuickFolder } from './quick-folder.ts'
import { runStatement, templateName } from './test-database.ts'

export default async (project: TestProject) => {
  const folder = makeQuickFolder()
  process.env['TMPDIR'] = folder // What tests leave behind goes with it.
  let database: EmbeddedPostgres | undefined
  const end = async () => {
    await database?.stop()
    for (const each of [folder, database?.dataFolder ?? folder]) rmSync(each, { recursive: true, force: true })
  }
  try {
    database = await startEmbeddedPostgres({ dataDir: join(folder, 'database'), throwaway: true, settings: { max_connections: '300' }, log: () => {} })
    await runStatement(database.url, `create database ${templateName}`)
    const template = new URL(database.url)
    template.pathname = templateName
    await migrate(template.href)
  } catch (error) {
    await end()
    throw error
  }
  project.provide('postgresUrl', database.url)
  return end
}
