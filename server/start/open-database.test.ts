// Opening the database of a start: what somebody waits for meanwhile is told while they wait.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { openMigrated } from './open-database.ts'
import type { Progress } from './progress.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tongban-open-'))
  await chmod(folder, 0o711) // so that the database's own user can pass where root runs the tests
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('says that a database is being made while it is made, and not when it is ready', async () => {
  const told: string[] = []
  const progress: Progress = (_zh, en) => Object.assign((outcome?: string) => void told.push(`${en} done: ${outcome}`), { note: (line: string) => void told.push(`${en}: ${line}`) })
  const stops: (() => Promise<void>)[] = []
  try {
    await openMigrated(readConfig({ DATA_DIR: join(folder, 'data') }), progress, stops)
  } finally {
    for (const stop of stops.toReversed()) await stop()
  }
  const made = told.findIndex((line) => line.startsWith('database: 正在新建数据库'))
  const ready = told.findIndex((line) => line.startsWith('database done: '))
  expect(made).toBeGreaterThanOrEqual(0)
  expect(ready).toBeGreaterThan(made)
  expect(told[ready]).not.toContain('正在新建数据库')
}, 120_000)
