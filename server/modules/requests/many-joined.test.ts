// Far more people than fit in one transaction wait for one answer: duplicates joined to it and people who follow it. The process is killed in
// between, before a batch is committed and right after; in the end everybody has heard, once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Principal } from '../../kernel/authz.ts'
import type { Database } from '../../kernel/db.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { on, turnable } from '../../testing/telescope.ts'
import { draft, fulfil, release, sign, stepping } from './handling.ts'
import { receiveRequest } from './receiving.ts'
import { eventOf, system } from './recording.ts'
import { findRequest, getRequestForUpdate, insertRequest, updateRequest } from './requests-store.ts'
import { brightLamp, posting } from './testing.ts'

const duplicates = 1050
const followers = 250

describe('one answer that more than a thousand wait for', () => {
  let test: TestApp
  let official: { principal: Principal; requestId: string }
  let lead: string
  beforeAll(async () => {
    test = await startTestApp({ clock: turnable(on).clock, environment: { REGION: '990100' } })
    const postings = [posting('head', 'sky', '990101'), posting('clerk', 'sky', '990101')]
    official = { principal: { kind: 'staff', id: (await test.as({ staff: postings })).id, name: '星空局长', postings }, requestId: 'test' }
    const person: Principal = { kind: 'person', id: (await test.as({ person: {} })).id, name: '测试居民' }
    lead = (await receiveRequest(test.app, { key: 'many-0001', kind: 'report', channel: 'portal', text: brightLamp, category: 'sky/lamps/bright', place: { region: '990101' }, anonymous: false, personId: person.id }, { principal: person, requestId: null })).id
    await test.app.db.transaction(async (tx) => {
      const { clock } = test.app
      const received = await getRequestForUpdate(tx, lead)
      const scene = { app: test.app, tx, principal: system, requestId: null, at: clock.now() }
      for (let nth = 0; nth < duplicates; nth += 1) {
        const events = [eventOf(scene, 1, 'receive', {}, null), eventOf(scene, 2, 'dispatch', {}, null), eventOf(scene, 3, 'join', { lead }, null)]
        await insertRequest(tx, { ...received, id: uuidv7(clock), number: `${received.number}-${nth}`, key: `many ${nth}`, state: 'joined', steps: 3, parentId: lead, course: { ...received.course, tree: 'joined' } }, events)
      }
      await tx`
        with wanting as (insert into people (id, issuer, subject, name, region, created_at, seen_at) select gen_random_uuid(), 'test', 'wanting ' || n, '街坊', '990101', now(), now() from generate_series(1, ${followers}) n returning id)
        insert into request_backers (request_id, person_id, seconds, follows, at) select ${lead}, id, true, true, now() from wanting`
      await updateRequest(tx, { ...received, seconds: duplicates + followers, course: { ...received.course, children: duplicates, followers } })
    })
  })
  afterAll(() => test.close())

  /** Lets so many batches through; the next is written and cut off, or committed without anybody hearing of it. */
  const dying = (batches: number, when: 'before' | 'after'): Database => {
    const { transaction } = test.app.db
    let left = batches
    const die = async () => Promise.reject(new Error('killed'))
    return {
      ...test.app.db,
      transaction: (work) => {
        left -= 1
        if (left >= 0) return transaction(work)
        return when === 'after' ? transaction(work).then(die) : transaction(async (tx) => {
          await work(tx)
          await tx`select pg_terminate_backend(pg_backend_pid())`
          return die()
        })
      },
    }
  }

  /** The job is killed both ways after some batches, taken up by another process, and ends. */
  const survivedJobs = async (): Promise<void> => {
    const { db } = test.app
    for (const [batches, when] of [[2, 'before'], [1, 'after']] as const) {
      Object.assign(test.app, { db: dying(batches, when) })
      await expect(test.runJobs()).rejects.toThrow()
      Object.assign(test.app, { db })
      await db.transaction((tx) => tx`update graphile_worker._private_jobs set run_at = now(), locked_at = null`)
    }
    await test.retryJobs()
  }

  const counted = async (action: string) => {
    const [row] = await test.app.db.read<{ rows: number; requests: number }[]>`
      select count(*)::int as rows, count(distinct request_id)::int as requests from request_actions join requests on id = request_id where parent_id = ${lead} and action = ${action}`
    return row
  }
  const told = async (kind: string) => {
    const [row] = await test.app.db.read<{ rows: number; people: number; subjects: number }[]>`
      select count(*)::int as rows, count(distinct person_id)::int as people, count(distinct detail ->> 'request')::int as subjects from messages where kind = ${kind}`
    return row
  }
  const step = (...[action, work]: [Parameters<typeof stepping>[3], Parameters<typeof stepping>[5]]) => stepping(test.app, official, lead, action, null, work)

  it('is heard by each of them and by those who follow it, once, although the job is killed in the middle twice', async () => {
    await step('sign', sign)
    await step('draft', (scene, one) => draft(scene, one, { text: '已经查看，路灯遮光罩会在下月五日前装好，灯光不再照进阳台。', outcome: 'promised', promisedOn: '2026-12-05' }))
    await step('release', release)
    await survivedJobs()
    expect(await counted('answerWithLead')).toEqual({ rows: duplicates, requests: duplicates })
    expect(await told('requestAnswered')).toEqual({ rows: duplicates + 1, people: 1, subjects: duplicates + 1 })
    expect(await told('requestFollowed')).toEqual({ rows: followers, people: followers, subjects: 1 })
    expect((await findRequest(test.app.db.read, lead))?.course.followers).toBe(0)
  })

  it('promised something: that it is done stands in the history of each of them, once', async () => {
    await step('fulfil', (scene, one) => fulfil(scene, one, '遮光罩已经装好。'))
    await survivedJobs()
    expect(await counted('fulfil')).toEqual({ rows: duplicates, requests: duplicates })
  })
})
