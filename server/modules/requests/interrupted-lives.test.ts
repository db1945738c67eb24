// A life of a request through a process that dies again and again: before each step is committed, and right after, before anybody hears of
// it. Whoever got no answer does the same again. In the end everything has happened, and once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../kernel/authz.ts'
import type { Database } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { draft, release, sign, stepping } from './handling.ts'
import { join } from './joining.ts'
import { receiveRequest } from './receiving.ts'
import { rate } from './reporting.ts'
import { getRequestForUpdate, listRequestEvents } from './requests-store.ts'
import { brightLamp, goodAnswer, posting } from './testing.ts'

describe('a life of a request whose process is killed between and within its steps', () => {
  let test: TestApp
  let official: { principal: Principal; requestId: string }
  let reporter: Principal
  beforeAll(async () => {
    test = await startTestApp({ clock: turnable(on).clock, environment: { REGION: '990100' } })
    const postings = [posting('head', 'sky', '990101'), posting('clerk', 'sky', '990101'), posting('dispatcher', 'government-services', '990100'), posting('agent', 'government-services', '990100')]
    official = { principal: { kind: 'staff', id: (await test.as({ staff: postings })).id, name: '星空局长', postings }, requestId: 'test' }
    reporter = { kind: 'person', id: (await test.as({ person: {} })).id, name: '测试居民' }
  })
  afterAll(() => test.close())

  /** Its connection is cut with everything written and nothing committed; or it dies with everything committed and nothing said. */
  const dying = (when: 'before' | 'after'): Database => {
    const { transaction } = test.app.db
    const die = async () => Promise.reject(new Error('killed'))
    return {
      ...test.app.db,
      transaction: (work) => (when === 'after' ? transaction(work).then(die) : transaction(async (tx) => {
        await work(tx)
        await tx`select pg_terminate_backend(pg_backend_pid())`
        return die()
      })),
    }
  }

  /** Killed in both ways, then done once more by whoever waits; what it says to that is of no interest here. */
  const survived = async (step: (app: App) => Promise<unknown>): Promise<void> => {
    for (const when of ['before', 'after'] as const) await expect(step({ ...test.app, db: dying(when) })).rejects.toThrow()
    await step(test.app).catch(() => {})
  }

  const receive = (key: string) => (app: App) =>
    receiveRequest(app, { key, kind: 'report', channel: 'portal', text: brightLamp, category: 'sky/lamps/bright', place: { region: '990101' }, anonymous: false, ...(reporter.kind === 'person' ? { personId: reporter.id } : {}) }, { principal: reporter, requestId: null })

  it('ends with everything done once, and those who wait for its answer told once', async () => {
    await survived(receive('life-0001'))
    await survived(receive('life-0002'))
    const [{ id }, { id: other }] = [await receive('life-0001')(test.app), await receive('life-0002')(test.app)]
    const rows = await test.app.db.read<{ id: string }[]>`select id from requests`
    expect(rows.map((row) => row.id).toSorted()).toEqual([id, other].toSorted())

    const step = (one: string, action: Parameters<typeof stepping>[3], work: Parameters<typeof stepping>[5]) => survived((app) => stepping(app, official, one, action, null, work))
    await step(other, 'join', async (scene, one) => join(scene, one, await getRequestForUpdate(scene.tx, id)))
    await step(id, 'sign', sign)
    await step(id, 'draft', (scene, one) => draft(scene, one, { text: goodAnswer.text, outcome: 'solved', promisedOn: null }))
    await step(id, 'release', release)

    // The job that tells the one who was joined dies in both ways as well, and is tried again.
    const { db } = test.app
    for (const when of ['before', 'after'] as const) {
      Object.assign(test.app, { db: dying(when) })
      await expect(test.runJobs()).rejects.toThrow()
      Object.assign(test.app, { db })
      await db.transaction((tx) => tx`update graphile_worker._private_jobs set run_at = now(), locked_at = null`)
    }
    await test.retryJobs()
    await step(id, 'rate', (scene, one) => rate(scene, one, { grade: 'satisfied', solved: true, words: '' }))

    const actions = async (one: string) => (await listRequestEvents(db.read, one)).map(({ action }) => action)
    expect(await actions(id)).toEqual(['receive', 'dispatch', 'sign', 'draft', 'release', 'rate'])
    expect(await actions(other)).toEqual(['receive', 'dispatch', 'join', 'answerWithLead'])
    const [counted] = await db.read<Record<string, number>[]>`
      select (select count(*)::int from request_answers) as answers, (select count(*)::int from ratings) as ratings, (select count(*)::int from request_shapes) as shapes, (select count(*)::int from request_terms) as terms,
        (select count(*)::int from messages where kind = 'requestAnswered') as told, (select sum(n)::int from figure_notes where measure = 'received') as received, (select sum(n)::int from figure_notes where measure = 'solved') as solved`
    expect(counted).toEqual({ answers: 1, ratings: 1, shapes: 2, terms: 2, told: 2, received: 2, solved: 1 })
  })
})
