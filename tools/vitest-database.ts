// Before all tests: one throwaway PostgreSQL for the whole run, with a migrated template every test database is copied from.
// Afterwards, also after a killed run, nothing of it stays running.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isRunning } from '../server/embedded-postgres/processes.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../server/embedded-postgres.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { runStatement, templateName } from './test-database.ts'

const folderName = /^tongban-tests-(\d+)-/

/** A killed run stops its database but cannot remove its files any more. */
const removeLeftovers = () => {
  for (const name of readdirSync(tmpdir())) {
    const pid = folderName.exec(name)?.[1]
    if (!pid || isRunning(Number(pid))) continue
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
    } catch {
      // Another user's.
    }
  }
}

export default async (project: TestProject) => {
  removeLeftovers()
  const dataDir = mkdtempSync(join(tmpdir(), `tongban-tests-${process.pid}-`))
  chmodSync(dataDir, 0o711) // As root the database runs as another user, who has to pass through here.
  let database: EmbeddedPostgres | undefined
  const end = async () => {
    await database?.stop()
    for (const folder of [dataDir, database?.dataFolder ?? dataDir]) rmSync(folder, { recursive: true, force: true })
  }
  try {
    database = await startEmbeddedPostgres({ dataDir, throwaway: true, settings: { max_connections: '300' }, log: () => {} })
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
