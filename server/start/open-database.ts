// The database a configuration names: found or started, migrated by its owner, opened as the role of the product.
// Whatever is wrong with it is a sentence, not a stack.
import type { Config } from '../config.ts'
import { findRunningDatabase, startEmbeddedPostgres } from '../embedded-postgres.ts'
import { systemClock } from '../kernel/clock.ts'
import { grantTo, prepareEmbeddedRole } from '../kernel/app-role.ts'
import { openDatabase, type Database } from '../kernel/db.ts'
import { migrate } from '../kernel/migrate.ts'
import { StartRefusal } from '../start-refusal.ts'
import { claimDatabase, refuseOtherMode } from './claim-database.ts'
import type { Progress } from './progress.ts'

export type DatabaseConfig = Pick<Config, 'mode' | 'dataDir' | 'databaseUrl' | 'databaseOwnerUrl' | 'databaseConnections'>

export type OpenedDatabase = {
  db: Database
  /** of the product's role */
  url: string
  /** for what only the owner may do, such as restoring */
  ownerUrl: string
  /** whether the database itself keeps the product's role from changing what is append-only */
  bound: boolean
}

/**
 * Claimed for the configuration's mode; a database of the other mode is refused before it is migrated.
 * @param stops receives what ends it again
 * @param running the owner's address of an embedded database that runs already
 * @param onLost told once when the embedded database ends although nobody stopped it
 */
export const openMigrated = async (config: DatabaseConfig, progress: Progress, stops: (() => Promise<void>)[], { running, onLost }: { running?: string | undefined; onLost?: (reason: string) => void } = {}): Promise<OpenedDatabase> => {
  const found = running === undefined ? await findDatabase(config, progress, stops, onLost) : { ownerUrl: running, productUrl: undefined }
  const migrated = progress('表结构', 'schema')
  const { applied, url, bound } = await migrateAndGrant(found, config.mode).catch((error: unknown) => {
    throw refusalForDatabase(error)
  })
  migrated(applied.length === 0 ? '已是最新 / up to date' : `${applied.length} 项变更 / changes applied`)
  const db = openDatabase({ url, connections: config.databaseConnections })
  stops.push(() => db.close())
  await claimDatabase(db, config.mode, systemClock)
  return { db, url, ownerUrl: found.ownerUrl, bound }
}

/** The owner's address of the database, as it is: neither migrated nor changed. For backups beside a running product, and for restoring. */
export const findOwnerUrl = async (config: DatabaseConfig, progress: Progress, stops: (() => Promise<void>)[], { beside }: { beside: boolean }): Promise<string> => {
  const running = beside && config.databaseUrl === undefined ? findRunningDatabase(config.dataDir) : undefined
  return running ?? (await findDatabase(config, progress, stops)).ownerUrl
}

/** For commands: beside a running product its embedded database is used as it is, otherwise it is started for the command. */
export const openBeside = (config: DatabaseConfig, progress: Progress, stops: (() => Promise<void>)[]): Promise<OpenedDatabase> => {
  const running = config.databaseUrl === undefined ? findRunningDatabase(config.dataDir) : undefined
  return openMigrated(config, progress, stops, { running })
}

type Found = { ownerUrl: string; productUrl: string | undefined }

/** The embedded database brings no address of the product's role, which is made by its owner. */
const findDatabase = async ({ dataDir, databaseUrl, databaseOwnerUrl }: DatabaseConfig, progress: Progress, stops: (() => Promise<void>)[], onLost = (reason: string): unknown => process.stderr.write(`${reason}\n`)): Promise<Found> => {
  const started = progress('数据库', 'database')
  if (databaseUrl !== undefined) {
    started('DATABASE_URL')
    return { ownerUrl: databaseOwnerUrl ?? databaseUrl, productUrl: databaseUrl }
  }
  const own = await startEmbeddedPostgres({ dataDir, log: started.note, onUnexpectedExit: onLost })
  stops.push(() => own.stop())
  started(`内置 PostgreSQL / embedded · ${own.dataFolder}`)
  return { ownerUrl: own.url, productUrl: undefined }
}

const asOwner = async (url: string, look: (read: Database['read']) => Promise<void>): Promise<void> => {
  const owner = openDatabase({ url, connections: 1 })
  try {
    await look(owner.read)
  } finally {
    await owner.close()
  }
}

const migrateAndGrant = async ({ ownerUrl, productUrl }: Found, mode: Config['mode']): Promise<{ applied: string[]; url: string; bound: boolean }> => {
  const applied = await migrate(ownerUrl, { check: () => asOwner(ownerUrl, (read) => refuseOtherMode(read, mode)) })
  if (productUrl === undefined) return { applied, url: await prepareEmbeddedRole(ownerUrl), bound: true }
  return { applied, url: productUrl, bound: await grantTo(ownerUrl, productUrl) }
}

const connectionProblems = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'CONNECT_TIMEOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000']

/** A database that cannot be reached or entered is a sentence; anything else is an error of ours. */
const refusalForDatabase = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!connectionProblems.includes(code)) return error
  return new StartRefusal('database_unreachable', `连不上 DATABASE_URL 指定的数据库（${code}），请检查地址、账号和网络。 / The database named by DATABASE_URL cannot be reached (${code}). Check address, account and network.`)
}
