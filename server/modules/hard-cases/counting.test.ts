// The days of a hard case at the end of a year: filled in once the calendar is published, for what still needs them.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/app.ts'
import { listAwaited, publishCalendar, yearEnd } from '../../testing/calendar.ts'
import { turnable } from '../../testing/telescope.ts'
import { recountDays } from '../cases/index.ts'
import { handInHardCase, lookAt, officialsOf, step } from './testing.ts'

let test: TestApp
beforeAll(async () => { test = await startTestApp({ clock: turnable(yearEnd).clock, environment: { REGION: '990100' } }) })
afterAll(() => test.close())

it('both days are filled in once they can be counted; one that was sorted meanwhile needs the second only', async () => {
  const resident = await test.as({ person: {} })
  const { coordinator } = await officialsOf(test)
  const [waiting, sorted] = [await handInHardCase(resident), await handInHardCase(resident, '我家门口的路灯晚上不关，望远镜看不了，问了三个部门都不管。')]
  expect(waiting).toMatchObject({ answerOn: null })
  await step(coordinator, sorted.id, 'claim')
  expect((await step(coordinator, sorted.id, 'accept', { title: '路灯太亮', category: 'light' })).status).toBeLessThan(500)
  for (const { id } of [waiting, sorted]) await publishCalendar(test.app.db, id, '2026-12-14')
  await recountDays(test.app)
  expect(await lookAt(coordinator, waiting.id)).toMatchObject({ answerOn: '2026-12-28' })
  expect((await lookAt(coordinator, sorted.id)).answerOn).toBe('2026-12-28')
  expect(await listAwaited(test.app.db, waiting.id)).toEqual([])
  expect(await recountDays(test.app)).toBe(0)
})
