// The day of a dispute at the end of a year: unknown while the calendar is, counted when it comes, and late after it like any other.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listAwaited, publishCalendar, yearEnd } from '../../testing/calendar.ts'
import { recountDays } from '../cases/index.ts'
import { disputeAddress, openTown, seen, type Town } from './testing.ts'

let town: Town
beforeAll(async () => { town = await openTown() })
afterAll(() => town.close())

it('is counted once the calendar is published, and then passes like any other', async () => {
  town.turnTo(yearEnd)
  const { own } = await disputeAddress(await town.test.as({ person: {} }))
  expect(own.dueOn).toBeNull()
  expect(await listAwaited(town.test.app.db, own.id)).toEqual(['disputes.due 10'])
  expect(await recountDays(town.test.app)).toBe(0)
  await publishCalendar(town.test.app.db, own.id, '2026-12-14')
  expect(await recountDays(town.test.app)).toBe(1)
  expect(await recountDays(town.test.app)).toBe(0)
  expect(await seen(await town.clerk(), own.id)).toMatchObject({ dueOn: '2026-12-28', urgency: 'late' })
})
