// A hot topic becomes a task of a unit: made by those who watch over the region, ended by the unit, and what came of it is measured.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { turnable } from '../../testing/telescope.ts'
import { gatherSome } from './gathering.ts'
import { findTaskForUpdate, insertTask, listTasksWithin } from './tasks-store.ts'
import { alike, officialsOf, receive } from './testing.ts'

type Task = { id: string; before: number; after: { perFourWeeks: number; change: number } | null; state: string; overdue: boolean }

const { clock, turnTo } = turnable('2026-03-02')
let test: TestApp
let officials: Awaited<ReturnType<typeof officialsOf>>
beforeAll(async () => {
  test = await startTestApp({ clock, environment: { REGION: '990100' } })
  officials = await officialsOf(test)
  for (const text of alike) await receive(test, text)
  await gatherSome(test.app)
})
afterAll(() => test.close())
/** Sessions do not last for days. */
const turn = async (day: string): Promise<void> => {
  turnTo(day)
  officials = await officialsOf(test)
}

it('become a task of a unit, which ends it, and what came of it is measured', async () => {
  const [topic] = (await officials.watcher.get<{ topics: { id: string }[] }>('/hot-topics')).body.topics
  const task = { line: 'sky', region: '990101', measures: '全部换成有遮光罩的灯，晚十点后减半', dueOn: '2026-03-20' }
  const make = (client: TestApp['asNobody'], body: object = task) => client.post<Task>(`/hot-topics/${topic?.id}/tasks`, body)
  expect((await make(test.asNobody)).status).toBe(401)
  expect((await test.asNobody.get('/governance-tasks')).status).toBe(401)
  expect((await make(officials.owner)).status).toBe(403)
  expect((await make(officials.elsewhere)).status).toBe(404)
  expect((await make(officials.otherLine)).status).toBe(404)
  expect((await make(officials.watcher, { ...task, line: 'nowhere' })).status).toBe(400)
  for (const client of [officials.watcher, officials.district]) expect(await make(client, { ...task, region: '990102' })).toMatchObject({ status: 400, body: { error: { details: { field: 'region' } } } })
  expect((await make(officials.watcher, { ...task, dueOn: '2026-03-02' })).status).toBe(400)
  const made = (await make(officials.watcher)).body
  expect(made).toMatchObject({ before: 5, after: null, state: 'open', overdue: false })
  expect((await make(officials.watcher)).status).toBe(409)
  const told = (await officials.owner.get<{ messages: { kind: string; title: string; body: string }[] }>('/staff-messages')).body.messages
  expect(told.map(({ kind }) => kind)).toEqual(['governanceGiven'])
  expect(told[0]).toMatchObject({ title: expect.stringContaining('望月小区') as string, body: expect.stringContaining('3月20日') as string })
  expect((await officials.watcher.get<{ topics: { inHand: boolean }[] }>('/hot-topics')).body.topics[0]?.inHand).toBe(true)

  const end = (client: TestApp['asNobody']) => client.post<Task>(`/governance-tasks/${made.id}/end`, { ending: 'finish', note: '灯都换好了，罩子装齐' })
  expect((await officials.owner.get<{ tasks: Task[] }>('/governance-tasks')).body.tasks).toHaveLength(1)
  expect((await officials.watcher.get<{ tasks: Task[] }>('/governance-tasks')).body.tasks).toHaveLength(1)
  expect((await end(officials.clerk)).status).toBe(403)
  for (const client of [officials.elsewhere, officials.otherLine]) expect((await end(client)).status).toBe(404)
  for (const client of [officials.elsewhere, officials.otherLine]) expect((await client.get('/governance-tasks')).body).toEqual({ tasks: [] })
  // One that ended since does not push out one that is open.
  const first = await test.app.db.transaction(async (tx) => {
    const open = await findTaskForUpdate(tx, made.id)
    if (open) await insertTask(tx, { ...open, id: 'ffffffff-ffff-7fff-bfff-ffffffffffff', state: 'done' })
    return listTasksWithin(tx, { watched: [{ regionPrefix: '9901', line: null }], led: [] }, 1)
  })
  expect(first.map(({ id }) => id)).toEqual([made.id])
  expect((await end(officials.owner)).body.state).toBe('done')
  expect((await end(officials.owner)).status).toBe(409)

  await turn('2026-03-16')
  await receive(test, '望月小区门口的观景灯又太亮，整夜睡不着')
  await gatherSome(test.app)
  await turn('2026-03-17')
  const shown = (await officials.owner.get<{ tasks: Task[] }>('/governance-tasks')).body.tasks.find(({ id }) => id === made.id)
  expect(shown?.after).toMatchObject({ perFourWeeks: 1.9, change: -63 })
})
