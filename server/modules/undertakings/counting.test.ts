// Days of promises at the end of a year: the day due and the days to be heard are filled in once the calendar is published, and only then
// does anything lapse or silence count.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAwaited, publishCalendar, yearEnd } from '../../testing/calendar.ts'
import { recountDays } from '../cases/index.ts'
import { handIn, inboxOf, openTown, ownOf, seen, type Town } from './testing.ts'

describe('a promise made at the end of a year', () => {
  let town: Town
  beforeAll(async () => { town = await openTown({ tolerable: { dueDays: 10, decideFirst: false } }) })
  afterAll(() => town.close())

  it('has its day, and lapses after it, once the calendar is published', async () => {
    town.turnTo(yearEnd)
    const resident = await town.resident(1)
    await handIn(resident, 'later')
    const [own] = await ownOf(resident)
    const id = own?.id ?? ''
    expect(own).toMatchObject({ dueOn: null, late: false })
    town.turnTo('2026-12-30T02:00:00Z')
    await town.follow()
    expect((await ownOf(await town.resident(1)))[0]).toMatchObject({ state: 'open', dueOn: null })
    expect(await listAwaited(town.test.app.db, id)).toEqual(['undertakings.due 10'])
    await publishCalendar(town.test.app.db, id, '2026-12-14')
    expect(await recountDays(town.test.app)).toBe(1)
    await town.follow()
    const [late] = await ownOf(await town.resident(1))
    expect(late).toMatchObject({ state: 'questioned', dueOn: '2026-12-28', answerOn: null })
  })

  it('is heard until a day that is told once it is known; silence counts after it, not before', async () => {
    town.turnTo(yearEnd)
    const resident = await town.resident(2)
    await handIn(resident, 'later')
    const approver = () => town.official('approver')
    const id = (await ownOf(resident))[0]?.id ?? ''
    const { revision } = await seen(await approver(), id)
    expect((await (await approver()).post(`/undertakings/${id}/question`, { revision, reasons: '核对时对不上' })).status).toBe(200)
    expect((await ownOf(resident))[0]).toMatchObject({ state: 'questioned', answerOn: null })
    town.turnTo('2026-12-22T02:00:00Z')
    await publishCalendar(town.test.app.db, id, '2026-12-21')
    await recountDays(town.test.app)
    expect((await ownOf(await town.resident(2)))[0]).toMatchObject({ answerOn: '2026-12-28' })
    expect((await inboxOf(await town.resident(2))).filter((title) => title.startsWith('请您说明'))).toHaveLength(2)
    expect((await seen(await approver(), id)).heard).toBe(false)
    town.turnTo('2026-12-29T02:00:00Z')
    expect((await seen(await approver(), id)).heard).toBe(true)
  })
})
