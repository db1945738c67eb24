// For commands that need the database but not the server: opens it, runs the work, closes it. When the product is already running
// on the same data folder, its embedded database is used as it is.
import { readConfig, type Config } from '../config.ts'
import { findRunningDatabase } from '../embedded-postgres.ts'
import type { Database } from '../kernel/db.ts'
import { openMigrated, type Progress } from '../start/start.ts'

const quietly: Progress = () => () => {}

export const withDatabase = async <T>(work: (opened: { db: Database; config: Config }) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env)
  const stops: (() => Promise<void>)[] = []
  try {
    const running = config.databaseUrl ?? findRunningDatabase(config.dataDir)
    const { db } = await openMigrated({ ...config, databaseUrl: running }, quietly, stops)
    return await work({ db, config })
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}
