// The days of a hand-over at the end of a year: the hall’s and the authority’s are filled in once the calendar is published.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishCalendar } from '../../testing/calendar.ts'
import { recountDays } from '../cases/index.ts'
import { openTransferTown, takeIn, transferFor, type TransferTown } from './testing.ts'

let town: TransferTown
beforeAll(async () => { town = await openTransferTown() })
afterAll(() => town.close())

it('are filled in for whoever still has to act', async () => {
  town.turnTo('2026-12-31T02:00:00Z')
  const { tracking } = await takeIn(town)
  const hall = () => town.hallClerk()
  const before = await transferFor(await hall(), tracking)
  expect(before).toMatchObject({ handOverBy: null, urgency: 'calm' })
  await publishCalendar(town.test.app.db, before.id, '2026-12-28')
  expect(await recountDays(town.test.app)).toBe(1)
  expect(await transferFor(await hall(), tracking)).toMatchObject({ handOverBy: '2026-12-30', urgency: 'late' })
  const { revision } = await transferFor(await hall(), tracking)
  expect((await (await hall()).post(`/transfers/${before.id}/hand-over`, { revision, checked: true })).status).toBe(200)
  expect(await transferFor(await hall(), tracking)).toMatchObject({ receiptBy: null })
  await publishCalendar(town.test.app.db, before.id, '2026-12-28')
  await recountDays(town.test.app)
  expect(await transferFor(await hall(), tracking)).toMatchObject({ receiptBy: '2026-12-29' })
})
