// Pulls many records of a resource under a grant for batches: page by page in the background, resumed where it stopped, no faster than the
// other side stands, kept as one call in the log of the exchange before anybody reads what came.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { insertBatchSubjects } from '../exchange/index.ts'
import { findGrant, mayGiveMany } from '../resources/index.ts'
import { digestAfter, fitsFilter, isComplete, isGoingOn, noDigest, personsIn, recordLine, type PullFilter, type ResourcePull } from './resource-pull.ts'
import { countPullsSince, deletePulledRows, findPull, insertPull, insertPulledPage, listPulledRows, updatePullEnded } from './resource-pulls-store.ts'
import { SourceReplaced, type Page, type Source } from './source.ts'

const pageSize = 500
/** Pages in one go, then a pause: 2,000 records a second at most. */
const pagesAtOnce = 4
const pauseMs = 1000
const atOnce = 1000
const msPerDay = 86_400_000

/** `id`: chosen by the caller, so that the same pull is never begun twice. */
export type PullWanted = { id?: string; resource: string; fields: readonly string[]; filter: PullFilter; consumer: string; purpose: string }

const sourceOf = ({ connectors }: Pick<App, 'connectors'>, resource: string): Source | undefined => connectors.list().find(({ registry }) => registry === resource)?.source

const plan = (tx: Tx, pull: string, runAt?: Date): Promise<void> => planJobs(tx, [{ task: 'connectors.pull', payload: { pull }, queue: `connectors.pull:${pull}`, ...(runAt ? { runAt } : {}) }])

/**
 * Begins a pull; `findPull` says how it is, `pulledRecords` gives what came.
 * @throws Refusal `not_granted` without a grant for batches of these fields and this purpose, and of a registry that needs the consent of each person; `quota_used_up`; `invalid` when the source cannot list
 */
export const pullBatch = async (app: App, { id = uuidv7(app.clock), resource, fields, filter, consumer, purpose }: PullWanted): Promise<ResourcePull> => {
  const now = app.clock.now()
  const on = plainDate(now)
  const grant = await findGrant(app, { consumer, resource, on, batch: true, purpose })
  const wanted = [...new Set([...fields, ...Object.keys(filter)])]
  if (!mayGiveMany(app, resource)) throw new Refusal('not_granted', { resource: 'needs the consent of each person' })
  if (!grant || grant.purpose !== purpose || wanted.length === 0) throw new Refusal('not_granted')
  const beyond = wanted.filter((field) => !grant.fields.includes(field))
  if (beyond.length > 0) throw new Refusal('not_granted', { fields: beyond })
  if (!sourceOf(app, resource)?.page) throw new Refusal('invalid', { resource: 'its source has no way to list records' })
  if (grant.perDay !== null && (await countPullsSince(app.db.read, grant.id, new Date(`${on}T00:00:00+08:00`))) >= grant.perDay) throw new Refusal('quota_used_up')
  const pull: ResourcePull = {
    id, resource, consumer, purpose, legalBasis: grant.legalBasis, grant: grant.id, fields: [...fields], filter, state: 'running', next: null, records: 0, digest: noDigest, problem: null,
    begunAt: now.toISOString(), endedAt: null,
  }
  await app.db.transaction(async (tx) => {
    await insertPull(tx, pull)
    await plan(tx, pull.id)
  })
  return pull
}

/** Goes on with a pull for a few pages and plans the rest; repeating it does nothing twice. @throws when the source fails: the job is tried again */
export const continuePull = async (app: App, id: string): Promise<void> => {
  for (let pages = 0; pages < pagesAtOnce; pages += 1) {
    const pull = await findPull(app.db.read, id)
    if (!pull || !isGoingOn(pull)) return
    const grant = await findGrant(app, { consumer: pull.consumer, resource: pull.resource, on: plainDate(app.clock.now()), batch: true, id: pull.grant })
    const source = sourceOf(app, pull.resource)
    if (!grant) return end(app, pull, 'failed', 'the grant ended')
    if (!mayGiveMany(app, pull.resource)) return end(app, pull, 'failed', 'its records need the consent of each person')
    if (!source?.page) return end(app, pull, 'failed', 'the connector is gone')
    const fields = pull.fields.filter((field) => grant.fields.includes(field))
    const page = await pageOf(source.page, { fields: [...new Set([...fields, ...Object.keys(pull.filter)])], filter: pull.filter }, pull.next ?? undefined)
    if (page instanceof SourceReplaced) return end(app, pull, 'failed', page.message)
    const records = page.records.filter(({ record }) => fitsFilter(record, pull.filter)).map(({ record, keys }) => ({ ...keys, ...Object.fromEntries(fields.map((field) => [field, record[field] ?? null])) }))
    const after = { next: page.next, records: pull.records + records.length, digest: digestAfter(pull.digest, records) }
    const isOurs = await app.db.transaction(async (tx) => {
      const isStored = await insertPulledPage(tx, pull, after, records)
      if (isStored) await insertBatchSubjects(tx, id, personsIn(records).map(personDigest))
      return isStored
    })
    if (!isOurs) return
    if (page.next === undefined) return end(app, { ...pull, ...after }, 'finished', null)
  }
  await app.db.transaction((tx) => plan(tx, id, new Date(app.clock.now().getTime() + pauseMs)))
}

const pageOf = (page: NonNullable<Source['page']>, wanted: Parameters<typeof page>[0], cursor: unknown): Promise<Page | SourceReplaced> =>
  page(wanted, cursor, pageSize, AbortSignal.timeout(30_000)).catch((error: unknown) => {
    if (error instanceof SourceReplaced) return error
    throw error
  })

/** First the log, then what came may be read. */
const end = async (app: App, pull: ResourcePull, state: 'finished' | 'failed', problem: string | null): Promise<void> => {
  const now = app.clock.now()
  const answers = app.packs.catalogueFor(app.config.region).registries[pull.resource]?.answers ?? {}
  const concepts = Object.entries(answers).flatMap(([concept, field]) => (pull.fields.includes(field) ? [concept] : []))
  await app.exchange.noteBatch({
    id: pull.id, consumer: pull.consumer, resource: pull.resource, grant: pull.grant, fields: pull.fields, concepts, purpose: pull.purpose, legalBasis: pull.legalBasis, records: pull.records, digest: pull.digest,
    problem, milliseconds: now.getTime() - new Date(pull.begunAt).getTime(),
  })
  await app.db.transaction((tx) => updatePullEnded(tx, pull, state, problem, now))
}

/** What a finished pull brought, a record at a time. @throws Refusal `not_found`; `not_allowed_now` while it is going on or when it failed */
export async function* pulledRecords(app: Pick<App, 'db'>, id: string): AsyncGenerator<Record<string, unknown>> {
  const pull = await findPull(app.db.read, id)
  if (!pull) throw new Refusal('not_found')
  if (!isComplete(pull)) throw new Refusal('not_allowed_now')
  for (let after = 0; ; ) {
    const rows = await listPulledRows(app.db.read, id, after, atOnce)
    for (const { record } of rows) yield record
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = last.position
  }
}

/** The same as NDJSON; `digest` of the pull is made of these lines, page after page. */
export async function* pulledLines(app: Pick<App, 'db'>, id: string): AsyncGenerator<string> {
  for await (const record of pulledRecords(app, id)) yield recordLine(record)
}

/** Removes what was pulled once the days of retention are over; that it was pulled stays on record. */
export const forgetPulls = async ({ db, clock, config }: Pick<App, 'db' | 'clock' | 'config'>): Promise<void> => {
  const endedBefore = new Date(clock.now().getTime() - config.retentionDays * msPerDay)
  while ((await db.transaction((tx) => deletePulledRows(tx, endedBefore, 5000))) > 0);
}
