// Starts the whole product in this process: database, migrations, packs, sandbox, web build, workers, server; and stops it cleanly.
// Each step reports itself; whatever fails after something was started stops that something again.
import { join } from 'node:path'
import { pino } from 'pino'
import { buildServer } from '../app.ts'
import type { Config } from '../config.ts'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'
import { sealAudit } from '../kernel/audit-store.ts'
import { systemClock } from '../kernel/clock.ts'
import { openDatabase } from '../kernel/db.ts'
import { openFileStore } from '../kernel/files.ts'
import { startWorker } from '../kernel/jobs.ts'
import { migrate } from '../kernel/migrate.ts'
import type { App } from '../module.ts'
import { recountDays } from '../modules/cases/index.ts'
import { registryClient } from '../modules/exchange/index.ts'
import { modules } from '../modules/index.ts'
import { indexCatalogue } from '../modules/search/index.ts'
import { refusalForFolder, StartRefusal } from '../start-refusal.ts'
import { buildWeb } from './build-web.ts'
import { claimDatabase } from './claim-database.ts'
import { openPacks } from './open-packs.ts'
import { closeServer } from './closing.ts'
import { choosePort, refusalForPort } from './port.ts'
import { startSandboxProcess } from './sandbox-process.ts'

/** Told what is happening: a step begins; `done` is called with what came of it. */
export type Progress = (zh: string, en: string) => (outcome?: string) => void

export type Running = { app: App; url: string; sandboxAdmin: string | undefined; stop(): Promise<void> }

const sealEveryMs = 500

/** Whatever was started, stopped in reverse order; one failure does not keep the others from stopping. */
const stopAll = async (stops: (() => Promise<void>)[]): Promise<void> => {
  for (const stop of stops.splice(0).reverse()) await stop().catch(() => {})
}

export const openFiles = (config: Config) =>
  openFileStore(join(config.dataDir, 'files')).catch((error: unknown) => {
    throw refusalForFolder(error, config.dataDir)
  })

/** The database this configuration names, migrated; starts the embedded one when none is named. */
export const openMigrated = async (config: Config, progress: Progress, stops: (() => Promise<void>)[]) => {
  const notes: string[] = []
  const started = progress('数据库', 'database')
  const embedded = config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir, log: (line) => notes.push(line), onUnexpectedExit: (reason) => process.stderr.write(`${reason}\n`) }) : undefined
  if (embedded) stops.push(() => embedded.stop())
  const url = config.databaseUrl ?? embedded?.url ?? ''
  started(embedded ? [`内置 PostgreSQL / embedded · ${embedded.dataFolder}`, ...notes].join('\n      ') : 'DATABASE_URL')
  const migrated = progress('表结构', 'schema')
  const applied = await migrate(url).catch((error: unknown) => {
    throw refusalForDatabase(error)
  })
  migrated(applied.length === 0 ? '已是最新 / up to date' : `${applied.length} 项变更 / changes applied`)
  const db = openDatabase({ url, connections: config.databaseConnections })
  stops.push(() => db.close())
  return { db, url }
}

/** A database that cannot be reached or entered is a sentence, not a stack; anything else is an error of ours. */
const refusalForDatabase = (error: unknown): unknown => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'CONNECT_TIMEOUT', 'EHOSTUNREACH', '28P01', '28000', '3D000'].includes(code)) return error
  return new StartRefusal('database_unreachable', `连不上 DATABASE_URL 指定的数据库（${code}），请检查地址、账号和网络。 / The database named by DATABASE_URL cannot be reached (${code}). Check address, account and network.`)
}

export const startTongban = async (asked: Config, progress: Progress): Promise<Running> => {
  const stops: (() => Promise<void>)[] = []
  try {
    const port = await choosePort(asked.host, asked.port)
    const config: Config = { ...asked, port, publicUrl: asked.port === 0 ? asked.publicUrl.replace(/:0$/, `:${port}`) : asked.publicUrl }
    const log = pino({ level: config.logLevel, base: null }, pino.destination(2))
    const { db, url: databaseUrl } = await openMigrated(config, progress, stops)
    await claimDatabase(db, config, systemClock)
    const loaded = progress('业务包', 'packs')
    const packs = openPacks(config.packs, systemClock)
    const own = packs.catalogueFor(config.region)
    loaded(`${Object.keys(own.matters).length} 件事 / matters · ${Object.keys(own.services).length} 个事项 / services`)
    const sandbox = config.sandbox ? await startSandbox(config, progress, stops) : undefined
    const app: App = {
      config: { ...config, registries: { ...sandbox?.registries, ...config.registries } }, db, log, packs, clock: systemClock, files: await openFiles(config),
      exchange: registryClient({ ...sandbox?.registries, ...config.registries }, () => systemClock.now().getTime()),
    }
    const indexed = progress('搜索', 'search')
    indexed(`${await indexCatalogue(db, packs, config.region)} 条更新 / entries updated`)
    const built = progress('网页', 'web apps')
    built(await buildWeb())
    const server = await buildServer(app)
    stops.push(() => closeServer(server))
    const days = await recountDays(app)
    if (days > 0) log.info({ cases: days }, 'deadlines counted anew with the calendar now published')
    if (config.workers > 0) await startWork(app, databaseUrl, config.workers, stops)
    // It was free when we looked; while everything was being prepared somebody may have taken it.
    await server.listen({ host: config.host, port }).catch((error: NodeJS.ErrnoException) => {
      throw refusalForPort(error, config.host, port)
    })
    return { app, url: config.publicUrl, sandboxAdmin: sandbox?.admin, stop: () => stopAll(stops) }
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}

const startSandbox = async (config: Config, progress: Progress, stops: (() => Promise<void>)[]) => {
  const started = progress('部门沙箱', 'departments’ sandbox')
  const sandbox = await startSandboxProcess(join(config.dataDir, 'sandbox'))
  stops.push(() => sandbox.stop())
  started(`${Object.keys(sandbox.registries).length} 个系统 / systems`)
  return sandbox
}

/** Background work of this process: jobs of every module, and sealing the audit trail. */
const startWork = async (app: App, url: string, concurrency: number, stops: (() => Promise<void>)[]): Promise<void> => {
  const onError = (task: string, error: unknown) => app.log.error({ task, err: error }, 'job failed and will be tried again')
  const worker = await startWorker({ url, concurrency, tasks: modules.flatMap((each) => each.jobs?.(app) ?? []), onError })
  stops.push(() => worker.stop())
  let sealing: Promise<void> | undefined
  const seal = () => {
    // One at a time: while the database is away, attempts must not pile up.
    sealing ??= app.db.transaction(sealAudit).then(() => {}, (error: unknown) => app.log.error({ err: error }, 'sealing the audit trail failed')).finally(() => {
      sealing = undefined
    })
  }
  const timer = setInterval(seal, sealEveryMs)
  stops.push(async () => {
    clearInterval(timer)
    await sealing
  })
}
