// The sweep over deadlines: every step once, whatever happens to clocks, workers and days on which nothing ran.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { testingPacks } from '../../testing/packs.ts'
import { handIn, on, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { sweep } from './sweeping.ts'
import { testingLadder, updatePromise, withLadder } from './testing.ts'

type StaffInbox = { messages: { id: string; kind: string; title: string; caseId: string | null; cardId: string | null }[]; unread: number }

const posting = (role: 'clerk' | 'approver' | 'supervisor', line: string | null = 'sky') => ({ role, region: '990101', line })

const time = turnable(on)
let ladder = testingLadder
let town: TelescopeTown
beforeAll(async () => {
  const packs = testingPacks(on.slice(0, 10))
  town = await openTelescopeTown(time.clock, { ...packs, proceedingsFor: (region) => withLadder(packs, ladder).proceedingsFor(region) })
})
afterAll(() => town.close())
beforeEach(async () => {
  time.turnTo(on)
  ladder = testingLadder
  await town.test.app.db.transaction(async (tx) => {
    await tx`delete from cards`
    await tx`delete from escalations`
    await tx`delete from staff_messages`
    await tx`delete from supervision_sweeps`
    await tx`update cases set state = 'granted', ended_at = now() where ended_at is null`
  })
})

/** So many cases, promised for Friday 6 March 2026. */
const lateCases = async (count: number): Promise<string[]> => {
  const cases: string[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const { cases: opened } = await handIn(await town.test.as({ person: {} }))
    cases.push(opened.find(({ service }) => service === 'telescope-permit')?.id ?? '')
  }
  await town.test.app.db.transaction(async (tx) => {
    for (const id of cases) await updatePromise(tx, id, { from: '2026-02-27', on: '2026-03-06' })
  })
  return cases
}

const stepsTaken = async () =>
  (await town.test.app.db.read<{ case_id: string; step: number }[]>`select case_id, step from escalations order by case_id, step`).map(({ step }) => step)
const cardsOf = async () =>
  (await town.test.app.db.read<{ color: string; reason: string; days_late: number }[]>`select color, reason, days_late from cards order by issued_at, color desc`).map(({ color, reason, days_late: days }) => `${color} ${reason} ${days}`)

/** At nine in the morning in China. */
const day = (date: string): string => `${date}T01:00:00Z`

describe('the sweep', () => {
  it('warns at four fifths, then climbs the ladder: the unit, the bureau with a yellow card, supervision with a red one', async () => {
    await lateCases(1)
    const [clerk, approver, supervisor] = [await town.test.as({ staff: [posting('clerk')] }), await town.test.as({ staff: [posting('approver')] }), await town.test.as({ staff: [posting('supervisor', null)] })]
    const inboxes = async () => Promise.all([clerk, approver, supervisor].map(async (client: TestClient) => (await town.test.app.db.read<{ kind: string }[]>`select kind from staff_messages where staff_id = ${client.id} order by at, kind`).map(({ kind }) => kind)))

    time.turnTo(day('2026-03-03'))
    await sweep(town.test.app)
    expect(await stepsTaken()).toEqual([])
    time.turnTo(day('2026-03-05'))
    await sweep(town.test.app)
    expect(await stepsTaken()).toEqual([0])
    time.turnTo(day('2026-03-06'))
    await sweep(town.test.app)
    time.turnTo(day('2026-03-08')) // Sunday: late, but not by a working day
    await sweep(town.test.app)
    expect(await stepsTaken()).toEqual([0])
    expect(await inboxes()).toEqual([['casesSoon'], ['casesSoon'], []])

    time.turnTo(day('2026-03-09'))
    await sweep(town.test.app)
    expect(await inboxes()).toEqual([['casesSoon', 'casesLate'], ['casesSoon', 'casesLate'], []])
    time.turnTo(day('2026-03-10'))
    await sweep(town.test.app)
    expect(await cardsOf()).toEqual(['yellow late 2'])
    time.turnTo(day('2026-03-12'))
    await sweep(town.test.app)
    expect(await cardsOf()).toEqual(['yellow late 2', 'red late 4'])
    expect(await inboxes()).toEqual([['casesSoon', 'casesLate', 'yellowCard', 'redCard'], ['casesSoon', 'casesLate', 'bureauLate', 'yellowCard', 'redCard'], ['supervisionLate']])
  })

  it('makes up for days on which nothing ran, and does nothing when it runs again', async () => {
    await lateCases(2)
    time.turnTo(day('2026-03-13'))
    expect(await sweep(town.test.app)).toBe(6)
    expect(await stepsTaken()).toEqual([1, 2, 3, 1, 2, 3])
    expect(await cardsOf()).toEqual(['yellow late 5', 'yellow late 5', 'red late 5', 'red late 5'])
    expect(await sweep(town.test.app)).toBe(0)
    expect(await cardsOf()).toHaveLength(4)
  })

  it('takes nothing back and doubles nothing when the clock is set back and forward again', async () => {
    await lateCases(1)
    time.turnTo(day('2026-03-10'))
    await sweep(town.test.app)
    time.turnTo(day('2026-03-05'))
    await sweep(town.test.app)
    expect(await stepsTaken()).toEqual([0, 1, 2])
    time.turnTo(day('2026-03-10'))
    expect(await sweep(town.test.app)).toBe(0)
    expect(await cardsOf()).toEqual(['yellow late 2'])
  })

  it('gives no card twice when two workers run at the same moment, and counts repeated yellow cards once', async () => {
    await lateCases(7)
    time.turnTo(day('2026-03-10'))
    await Promise.all([sweep(town.test.app), sweep(town.test.app), sweep(town.test.app)])
    const cards = await cardsOf()
    expect(cards.filter((card) => card === 'yellow late 2')).toHaveLength(7)
    // Seven yellow cards are two red ones and one left over.
    expect(cards.filter((card) => card === 'red repeated 2')).toHaveLength(2)
    expect(await town.test.app.db.read`select 1 from cards where color = 'yellow' and made_red_id is null`).toHaveLength(1)
    expect(await stepsTaken()).toHaveLength(14)
  })

  it('begins anew when the case gets a new day, and leaves alone what has ended or stands still', async () => {
    const cases = await lateCases(3)
    time.turnTo(day('2026-03-10'))
    await sweep(town.test.app)
    const { db } = town.test.app
    await db.transaction(async (tx) => {
      await updatePromise(tx, cases[0] ?? '', { from: '2026-03-09', on: '2026-03-11' })
      await tx`update cases set state = 'granted', ended_at = now() where id = ${cases[1] ?? ''}`
      await tx`update cases set clock_from = null, promised_on = null, due_on = null where id = ${cases[2] ?? ''}`
    })
    time.turnTo(day('2026-03-13'))
    await sweep(town.test.app)
    const rows = await db.read<{ case_id: string; promised_on: string; step: number }[]>`select case_id, promised_on, step from escalations where promised_on > '2026-03-06' order by step`
    expect(rows).toEqual([{ case_id: cases[0], promised_on: '2026-03-11', step: 1 }, { case_id: cases[0], promised_on: '2026-03-11', step: 2 }])
    expect(await db.read`select 1 from escalations where case_id = any(${[cases[1] ?? '', cases[2] ?? '']}::uuid[]) and step > 2`).toEqual([])
  })

  it('tells whoever has the case, and of several cases in one message', async () => {
    const cases = await lateCases(3)
    const [holder, colleague] = [await town.test.as({ staff: [posting('clerk')] }), await town.test.as({ staff: [posting('clerk')] })]
    await town.test.app.db.transaction(async (tx) => {
      for (const id of cases) await tx`update cases set assignee_id = ${holder.id} where id = ${id}`
    })
    time.turnTo('2026-03-02T09:00:00Z')
    await town.test.app.db.transaction(async (tx) => {
      for (const id of cases) await updatePromise(tx, id, { from: '2026-02-24', on: '2026-02-28' })
    })
    await sweep(town.test.app)
    const inbox = (await holder.get<StaffInbox>('/staff-messages')).body
    expect(inbox.messages.map(({ kind, title }) => `${kind} ${title}`)).toEqual(['casesLate 已超期：3 件'])
    expect((await colleague.get<StaffInbox>('/staff-messages')).body.messages).toEqual([])
  })

  it('does nothing where the pack has no ladder', async () => {
    ladder = { ...testingLadder, steps: [] }
    await lateCases(1)
    time.turnTo(day('2026-03-20'))
    expect(await sweep(town.test.app)).toBe(0)
  })
})
