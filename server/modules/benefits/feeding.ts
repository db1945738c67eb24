// Before a run screens, it takes what the authorities of its region may take: each configured resource is pulled under its grant for batches, one
// after the other, and the records become facts. Without a grant the run says so and goes on with what is known. Everybody whose record was taken
// sees it, because the pull stands in the log of the exchange.
import { createHash } from 'node:crypto'
import { Refusal } from '../../kernel/errors.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { regionCovers, regionPrefix } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import { subjectKeys, type Fact } from '../catalogue/index.ts'
import { findPull, pullBatch, pulledRecords } from '../connectors/index.ts'
import { regionFacts } from './entitlement.ts'
import { listFeeds, updateFeedPulled, type Feed } from './feeds-store.ts'
import { factValue } from './gathering.ts'
import { loadSubjects, type SnapshotRecord } from './loading.ts'
import { findRun, updateRunLacking, type Run } from './runs-store.ts'
import { findSubject } from './subjects-store.ts'
import { runTask } from './tasks.ts'

export const feedTask = 'benefits.feed'
const lookAgainMs = 2000

/** `at`: which of the feeds. */
type Step = { run: string; at: number }

/** What resources hold the number of a subject under. */
const keys = { person: 'idNumber', company: 'creditCode' } as const

const concerns = ({ region }: Feed, run: Pick<Run, 'region'>): boolean => regionCovers(run.region, region) || regionCovers(region, run.region)

const go = (app: App, step: Step, runAt?: Date): Promise<void> => app.db.transaction((tx) => planJobs(tx, [{ task: feedTask, payload: step, ...(runAt ? { runAt } : {}) }]))

/** One pull a run and feed, whoever begins it: a step that is repeated finds the pull it has begun. */
const pullOf = (run: Pick<Run, 'id'>, { resource, line, region }: Feed): string =>
  createHash('sha256').update([run.id, resource, line, region].join(' ')).digest('hex').slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

const factsIn = (app: App, resource: string): Fact[] => app.packs.factsFor(app.config.region).filter(({ registry }) => registry === resource)
const factsOf = (app: App, { resource, facts }: Feed): Fact[] => factsIn(app, resource).filter(({ concept }) => facts.includes(concept))

/** Where the resource says a record lies, whether or not the feed takes that too. */
const placeOf = (app: App, { resource, audience }: Feed): Fact | undefined => factsIn(app, resource).find(({ concept, of }) => concept === regionFacts[audience] && of === undefined)

/** Only whose records lie in the place of the authority, where the resource says where they are. @throws Refusal not_granted also when the grant leaves the place out */
const begin = async (app: App, feed: Feed, id: string): Promise<void> => {
  const place = placeOf(app, feed)
  await pullBatch(app, {
    id, resource: feed.resource, fields: factsOf(app, feed).map(({ field }) => field), filter: place ? { [place.field]: { startsWith: regionPrefix(feed.region) } } : {}, consumer: `authority:${feed.line}:${feed.region}`, purpose: feed.purpose,
  })
}

/** Of a resource that does not say where its records lie: only of whoever is known in the place of the authority. */
const isInPlace = async (app: App, feed: Feed, number: unknown): Promise<boolean> => {
  if (placeOf(app, feed)) return true
  const known = typeof number === 'string' ? await findSubject(app.db.read, feed.audience, number) : undefined
  return known !== undefined && regionCovers(feed.region, known.region)
}

async function* snapshot(app: App, feed: Feed, pull: string): AsyncGenerator<SnapshotRecord> {
  const facts = factsOf(app, feed)
  for await (const record of pulledRecords(app, pull)) if (await isInPlace(app, feed, record[keys[feed.audience]])) yield { [subjectKeys[feed.audience]]: record[keys[feed.audience]], ...Object.fromEntries(facts.map((fact) => [fact.concept, factValue(fact, record[fact.field])])) }
}

const note = (app: App, run: Run, feed: Feed, change: Partial<Feed>): Promise<void> =>
  app.db.transaction(async (tx) => {
    await updateFeedPulled(tx, { ...feed, ...change })
    if (change.problem) await updateRunLacking(tx, run.id, { resource: feed.resource, why: change.problem })
  })

/** The job: one step of one feed; after the last, the run screens. Repeating it begins no second pull and changes nothing. */
export const continueFeeds = async (app: App, step: Step): Promise<void> => {
  const run = await findRun(app.db.read, step.run)
  if (run?.endedAt !== null) return
  const feed = (await listFeeds(app.db.read)).filter((each) => concerns(each, run))[step.at]
  if (!feed) return app.db.transaction((tx) => planJobs(tx, [{ task: runTask, payload: { run: run.id }, queue: `${runTask}:${run.region}` }]))
  const next = { run: run.id, at: step.at + 1 }
  const id = pullOf(run, feed)
  const pull = await findPull(app.db.read, id)
  if (!pull) {
    try {
      await begin(app, feed, id)
      return await go(app, { run: run.id, at: step.at })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await note(app, run, feed, { problem: error.code })
      return go(app, next)
    }
  }
  if (pull.endedAt === null) return go(app, step, new Date(app.clock.now().getTime() + lookAgainMs))
  if (pull.problem === null) {
    const { taken } = await loadSubjects(app, feed.audience, `resource:${feed.resource}`, snapshot(app, feed, pull.id))
    await note(app, run, feed, { pulledAt: app.clock.now().toISOString(), records: taken, problem: null })
  } else await note(app, run, feed, { problem: pull.problem })
  await go(app, next)
}

/** Whether a run has something to take first. */
export const hasFeeds = (feeds: readonly Feed[], run: Pick<Run, 'region'>): boolean => feeds.some((feed) => concerns(feed, run))
