// Starts the whole product in this process: database, migrations, packs, sandbox, web build, workers, server; and stops it cleanly.
// Each step reports itself; whatever fails after something was started stops that something again.
import { join } from 'node:path'
import { pino } from 'pino'
import { buildServer } from '../app.ts'
import type { Config } from '../config.ts'
import { systemClock } from '../kernel/clock.ts'
import { openFileStore } from '../kernel/files.ts'
import { startWorker } from '../kernel/jobs.ts'
import type { Signer } from '../kernel/keys.ts'
import { KeystoreFault, openKeystore } from '../kernel/keystore.ts'
import type { App } from '../module.ts'
import { followCases } from '../modules/case-finds/index.ts'
import { recountDays } from '../modules/cases/index.ts'
import { plainServices } from '../modules/catalogue/index.ts'
import { collectFiles, openConnectors } from '../modules/connectors/index.ts'
import { openExchange } from '../modules/exchange/index.ts'
import { modules } from '../modules/index.ts'
import { indexPublished } from '../modules/hard-cases/index.ts'
import { indexPublicKnowledge } from '../modules/knowledge/index.ts'
import { indexCatalogue, liveIndex } from '../modules/search/index.ts'
import { refusalForFolder, StartRefusal } from '../start-refusal.ts'
import { buildWeb } from './build-web.ts'
import { closeServer } from './closing.ts'
import { openFields } from './open-fields.ts'
import { openMigrated } from './open-database.ts'
import { openPacks } from './open-packs.ts'
import { holdPort, refusalForPort } from './port.ts'
import { startPaymentsProcess } from './payments-process.ts'
import type { Progress } from './progress.ts'
import { putEditionsInForce } from './put-editions.ts'
import { startCourierProcess } from './courier-process.ts'
import { connectorSettings } from './sandbox-connectors.ts'
import { followPopulation, populationFor } from './sandbox-population.ts'
import { keepSealed, repeat } from './repeat.ts'
import type { SandboxChild } from './sandbox-child.ts'
import { startSandboxProcess } from './sandbox-process.ts'
import { startTextMessagesProcess } from './text-messages-process.ts'
import { startTsaProcess } from './tsa-process.ts'

export type Running = { app: App; url: string; sandboxAdmin: string | undefined; courierAdmin: string | undefined; paymentsAdmin: string | undefined; phonesAdmin: string | undefined; stop(): Promise<void>; /** resolved with the reason when it cannot go on, because its embedded database ended */ lost: Promise<string> }

const followEveryMs = 2000
const searchEveryMs = 500
const oneRole = 'DATABASE_URL names a role that owns the tables: nothing but the triggers keeps it from changing what is append-only. Name the owner in DATABASE_OWNER_URL and a role of its own in DATABASE_URL.'

/** Whatever was started, stopped in reverse order; one failure does not keep the others from stopping. */
const stopAll = async (stops: (() => Promise<void>)[]): Promise<void> => {
  for (const stop of stops.splice(0).reverse()) await stop().catch(() => {})
}

export const openFiles = (config: Config) =>
  openFileStore(join(config.dataDir, 'files')).catch((error: unknown) => {
    throw refusalForFolder(error, config.dataDir)
  })

export const startTongban = async (asked: Config, progress: Progress): Promise<Running> => {
  const stops: (() => Promise<void>)[] = []
  const lost = Promise.withResolvers<string>()
  try {
    const { port, release } = await holdPort(asked.host, asked.port)
    stops.push(release)
    const config: Config = { ...asked, port, population: populationFor(asked), publicUrl: asked.port === 0 ? asked.publicUrl.replace(/:0$/, `:${port}`) : asked.publicUrl }
    const log = pino({ level: config.logLevel, base: null }, pino.destination(2))
    const keys = openKeystore({ ...config.keystore, clock: systemClock })
    // Before any process is started: whatever refuses to start later finds all of them among what it has to stop.
    const exchangeKey = config.sandbox ? await keys.signer('exchange').catch((error: unknown) => { throw refusalForKeys(error, config) }) : undefined
    const sandboxFolder = join(config.dataDir, 'sandbox')
    // A process of its own gets on while this one waits for the database and reads the packs.
    const startingSandbox = inBackground(exchangeKey ? startSandbox(sandboxFolder, exchangeKey, progress, stops) : Promise.resolve(undefined))
    const startingCourier = inBackground(config.sandbox && !config.carrier ? begin(startCourierProcess(sandboxFolder), stops) : Promise.resolve(undefined))
    const startingTsa = inBackground(config.sandbox && !config.tsa ? begin(startTsaProcess(sandboxFolder), stops) : Promise.resolve(undefined))
    const startingPayments = inBackground(config.sandbox && !config.payment ? begin(startPaymentsProcess(sandboxFolder), stops) : Promise.resolve(undefined))
    const startingTexts = inBackground(config.sandbox && !config.textMessages ? begin(startTextMessagesProcess(sandboxFolder, config.publicUrl), stops) : Promise.resolve(undefined))
    const { db, url: databaseUrl, ownerUrl, bound } = await openMigrated(config, progress, stops, { onLost: lost.resolve })
    if (!bound) log.warn(oneRole)
    const converted = await openFields(db, ownerUrl, config, systemClock, stops)
    if (converted > 0) log.info({ rows: converted }, 'rows of an earlier version are encrypted now')
    const building = inBackground(buildApps(progress))
    const loaded = progress('业务包', 'packs')
    const packs = openPacks(config.packs, systemClock)
    const own = packs.catalogueFor(config.region)
    loaded(`${Object.keys(own.matters).length} 件事 / matters · ${plainServices(own).length} 个事项 / services`)
    const sandbox = await startingSandbox
    const courier = await startingCourier
    const payments = await startingPayments
    const tsa = await startingTsa
    const texts = await startingTexts
    const registries = { ...sandbox?.registries, ...config.registries }
    const settings = await connectorSettings(config, sandbox?.connectors, config.databaseUrl === undefined ? ownerUrl : undefined, stops)
    const parts: Omit<App, 'exchange'> = {
      config: { ...config, tsa: config.tsa ?? tsa, carrier: config.carrier ?? courier?.carrier, payment: config.payment ?? payments?.payment, textMessages: config.textMessages ?? texts?.textMessages, registries }, db, log, packs, clock: systemClock, files: await openFiles(config), keys,
      connectors: await openConnectors({ ...settings, db, clock: systemClock, log }),
    }
    stops.push(() => parts.connectors.close())
    const app: App = Object.assign(parts, { exchange: openExchange(parts) })
    stops.push(await putEditionsInForce(app))
    const indexed = progress('搜索', 'search')
    indexed(`${await indexCatalogue(db, app.packs, config.region)} 条更新 / entries updated`)
    await indexPublished(app, db)
    await indexPublicKnowledge(db, systemClock.now())
    stops.push(repeat(app, searchEveryMs, 'following what can be searched', () => liveIndex(app)))
    await building
    const server = await buildServer(app)
    stops.push(() => closeServer(server))
    if (config.workers > 0) await collectFiles(app)
    const days = await recountDays(app)
    if (days > 0) log.info({ cases: days }, 'deadlines counted anew with the calendar now published')
    if (config.workers > 0) await startWork(app, databaseUrl, config.workers, stops)
    await release()
    await server.listen({ host: config.host, port }).catch((error: NodeJS.ErrnoException) => {
      throw refusalForPort(error, config.host, port)
    })
    stops.push(followPopulation(app, asked))
    return { app, url: config.publicUrl, sandboxAdmin: sandbox?.admin, courierAdmin: courier?.admin, paymentsAdmin: payments?.admin, phonesAdmin: texts?.admin, stop: () => stopAll(stops), lost: lost.promise }
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}

/** Work awaited later. When something else fails before that, its own failure is not news. */
const inBackground = <T>(work: Promise<T>): Promise<T> => {
  work.catch(() => {})
  return work
}

const buildApps = async (progress: Progress): Promise<void> => {
  const built = progress('网页', 'web apps')
  built(await buildWeb())
}

const refusalForKeys = (error: unknown, { keystore, dataDir }: Config) =>
  error instanceof KeystoreFault
    ? new StartRefusal('keystore_secret', `密钥库 ${keystore.folder} 打不开：KEYSTORE_SECRET 不是原来用的那一个，或者文件被改动过。 / The keystore ${keystore.folder} cannot be opened: KEYSTORE_SECRET is not the former one, or a file was altered. (${error.message})`)
    : refusalForFolder(error, dataDir)

const startSandbox = async (folder: string, exchangeKey: Signer, progress: Progress, stops: (() => Promise<void>)[]) => {
  const started = progress('部门沙箱', 'departments’ sandbox')
  const listening = await begin(startSandboxProcess(folder, exchangeKey), stops)
  started(`${Object.keys(listening.registries).length} 个系统 / systems`)
  return listening
}

/** Stopped with the rest, whatever becomes of it. */
const begin = <Listening>(child: SandboxChild<Listening>, stops: (() => Promise<void>)[]): Promise<Listening> => {
  stops.push(() => child.stop())
  return child.listening
}

/** Background work of this process: jobs of every module, and sealing the audit trail. */
const startWork = async (app: App, url: string, concurrency: number, stops: (() => Promise<void>)[]): Promise<void> => {
  const worker = await startWorker({
    url, concurrency, db: app.db,
    tasks: modules.flatMap((each) => each.jobs?.(app) ?? []),
    onError: (failed, error) => app.log.warn({ ...failed, err: error }, 'job failed and will be tried again'),
    onGivenUp: (failed, error) => app.log.error({ ...failed, err: error }, 'job given up: npm run -s tongban -- jobs lists it and tries it again'),
    onAbandoned: (workers) => app.log.warn({ workers }, 'the jobs of workers that were killed are taken up by others'),
  })
  stops.push(() => worker.stop())
  stops.push(keepSealed(app))
  stops.push(repeat(app, followEveryMs, 'making the words of cases', () => followCases(app)))
}
