// What a table granted at once and nobody checks: reminded, then up the ladder with cards like a late case, each once; nothing for what was
// checked or taken back, and nothing before its day is known.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { listAwaited, publishCalendar, yearEnd } from '../../testing/calendar.ts'
import { changedPacks, handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { recountDays } from '../cases/index.ts'
import { starTable, withTable } from '../rules/testing.ts'
import { withLadder } from './testing.ts'
import { sweepChecks } from './watching-checks.ts'

type Role = 'clerk' | 'approver' | 'head' | 'supervisor'

const { clock, turnTo } = turnable(on)
let town: TelescopeTown
beforeAll(async () => { town = await openTelescopeTown(clock, withLadder(changedPacks(withTable('star-chart', starTable)))) })
afterAll(() => town.close())
beforeEach(async () => {
  turnTo(on)
  await town.test.app.db.transaction(async (tx) => {
    await tx`delete from cards`
    await tx`delete from escalations`
    await tx`delete from staff_messages`
    await tx`update checks_owed set ended_at = now() where ended_at is null`
  })
})

const official = (role: Role, region = '990101'): Promise<TestClient> => town.test.as({ staff: [{ role, region, line: role === 'supervisor' ? null : 'sky' }], subject: `${role}-${region}` })

/** Granted on Monday 2 March 2026, to be checked by Monday 9 March. */
const granted = async (): Promise<string> => (await handIn(await town.test.as({ person: { name: '临时者' } }))).cases.find(({ service }) => service === 'star-chart')?.id ?? ''

/** At nine in the morning in China. */
const sweepOn = async (day: string): Promise<number> => {
  turnTo(`${day}T01:00:00Z`)
  return sweepChecks(town.test.app)
}
const inbox = async ({ id }: TestClient): Promise<string[]> => (await town.test.app.db.read<{ kind: string }[]>`select kind from staff_messages where staff_id = ${id} order by at, kind`).map(({ kind }) => kind)
const cards = async (): Promise<string[]> => (await town.test.app.db.read<{ color: string; days_late: number }[]>`select color, days_late from cards order by issued_at, color`).map(({ color, days_late: days }) => `${color} ${days}`)

describe('a check that is owed', () => {
  it('is reminded of, then climbs the ladder to the bureau and supervision with its cards; each step once', async () => {
    const people = [await official('clerk'), await official('approver'), await official('supervisor')]
    await granted()
    expect(await sweepOn('2026-03-05')).toBe(0)
    expect([await sweepOn('2026-03-06'), await sweepOn('2026-03-09'), await sweepOn('2026-03-10'), await sweepOn('2026-03-10')]).toEqual([1, 0, 1, 0])
    expect(await sweepOn('2026-03-11')).toBe(1)
    expect(await cards()).toEqual(['yellow 2'])
    expect(await sweepOn('2026-03-13')).toBe(1)
    expect(await cards()).toEqual(['yellow 2', 'red 4'])
    const [clerk, approver, supervisor] = await Promise.all(people.map(inbox))
    expect(clerk).toEqual(expect.arrayContaining(['checksSoon', 'checksLate', 'yellowCard', 'redCard']))
    expect(approver).toContain('bureauChecksLate')
    expect(supervisor).toContain('supervisionChecksLate')
    expect(clerk).not.toContain('supervisionChecksLate')
  })

  it('is caught up on after days on which nothing ran, and by two workers at once only once', async () => {
    await granted()
    turnTo('2026-03-13T01:00:00Z')
    const [first, second] = await Promise.all([sweepChecks(town.test.app), sweepChecks(town.test.app)])
    expect(first + second).toBe(3)
    expect((await cards()).toSorted()).toEqual(['red 4', 'yellow 4'])
  })

  it('is over once it was checked, or what was granted was taken back', async () => {
    const [confirmed, takenBack] = [await granted(), await granted()]
    expect((await (await official('approver')).post(`/cases/${confirmed}/decision/check`, { outcome: 'confirmed', opinion: '已经核实' })).status).toBe(200)
    expect((await (await official('head')).post(`/cases/${takenBack}/decision/check`, { outcome: 'takenBack', opinion: '查无此人' })).status).toBe(200)
    expect(await sweepOn('2026-03-13')).toBe(0)
    expect((await (await official('approver')).get<{ decisions: unknown[] }>('/rules/unchecked')).body.decisions).toEqual([])
  })

  it('whose day cannot be counted yet is nobody’s delay, and is watched like any other once it can', async () => {
    turnTo(yearEnd)
    const id = await granted()
    const unchecked = async () => (await (await official('approver')).get<{ decisions: { caseId: string; checkOn: string | null; late: boolean }[] }>('/rules/unchecked')).body.decisions
    expect(await unchecked()).toMatchObject([{ caseId: id, checkOn: null, late: false }])
    expect(await listAwaited(town.test.app.db, id)).toEqual(['cases.check 5'])
    expect(await sweepChecks(town.test.app)).toBe(0)
    await publishCalendar(town.test.app.db, id, '2026-12-18')
    expect(await recountDays(town.test.app)).toBe(1)
    expect(await unchecked()).toMatchObject([{ caseId: id, checkOn: '2026-12-25', late: true }])
    expect(await sweepOn('2026-12-29')).toBe(2)
  })

  it('is told to nobody of another district', async () => {
    const west = await official('clerk', '990102')
    await granted()
    await sweepOn('2026-03-13')
    expect(await inbox(west)).toEqual([])
  })
})
