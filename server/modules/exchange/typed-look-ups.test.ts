// How many numbers somebody may only type in an hour before registries are not asked by more of them.
// Each counts once; what nobody answered is given back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { typedNumbersAnHour, findTypedPause, giveTypedBack, mayTryTyped } from './typed-look-ups.ts'

describe('look-ups by numbers that are only typed', () => {
  const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
  let town: TelescopeTown
  beforeAll(async () => {
    town = await openTelescopeTown(clock)
  })
  afterAll(() => town.close())

  it('are limited for each person and hour, also from many devices at once, and begin anew an hour later', async () => {
    const [one, other] = [await town.test.as({ person: {} }), await town.test.as({ person: {} })]
    const { app } = town.test
    const tries = await Promise.all(Array.from({ length: typedNumbersAnHour + 5 }, (_, nth) => mayTryTyped(app, one.id, `n${nth}`)))
    expect(tries.filter(({ may }) => may)).toHaveLength(typedNumbersAnHour)
    expect((await findTypedPause(app, app.db.read, one.id))?.toISOString()).toBe('2026-03-02T03:00:00.000Z')
    expect(await mayTryTyped(app, other.id, 'n0')).toEqual({ may: true, isNew: true })
    turnTo('2026-03-02T03:00:01Z')
    expect(await findTypedPause(app, app.db.read, one.id)).toBeUndefined()
    expect(await mayTryTyped(app, one.id, 'n0')).toEqual({ may: true, isNew: true })
  })

  it('count each number once, however many registries it is looked up in', async () => {
    const one = await town.test.as({ person: {} })
    const { app } = town.test
    for (let nth = 0; nth < typedNumbersAnHour + 5; nth += 1) expect(await mayTryTyped(app, one.id, 'n0')).toEqual({ may: true, isNew: nth === 0 })
    for (let nth = 1; nth < typedNumbersAnHour; nth += 1) await mayTryTyped(app, one.id, `n${nth}`)
    expect([(await mayTryTyped(app, one.id, 'n0')).may, (await mayTryTyped(app, one.id, 'other')).may]).toEqual([true, false])
  })

  it('that nobody answered are given back, and never more than were taken', async () => {
    const one = await town.test.as({ person: {} })
    const { app } = town.test
    await giveTypedBack(app, one.id, 'n0')
    for (let nth = 0; nth < typedNumbersAnHour; nth += 1) await mayTryTyped(app, one.id, `n${nth}`)
    expect((await mayTryTyped(app, one.id, 'more')).may).toBe(false)
    await giveTypedBack(app, one.id, 'n3')
    await giveTypedBack(app, one.id, 'never tried')
    expect(await findTypedPause(app, app.db.read, one.id)).toBeUndefined()
    expect([(await mayTryTyped(app, one.id, 'more')).may, (await mayTryTyped(app, one.id, 'even more')).may]).toEqual([true, false])
  })
})
