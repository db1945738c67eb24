// For commands that need the database but not the server: opens it, runs the work, closes it. When the product is already running
// on the same data folder, its embedded database is used as it is.
import { readConfig, type Config } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { openFields } from '../start/open-fields.ts'
import { openBeside, type OpenedDatabase } from '../start/open-database.ts'
import { quietly } from '../start/progress.ts'

export const withDatabase = async <T>(work: (opened: OpenedDatabase & { config: Config }) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env)
  const stops: (() => Promise<void>)[] = []
  try {
    const opened = await openBeside(config, quietly, stops)
    await openFields(opened.db, opened.ownerUrl, config, systemClock, stops)
    return await work({ ...opened, config })
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}
