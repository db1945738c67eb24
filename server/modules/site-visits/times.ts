// The half days of a visit: which all authorities and the applicant have, and taking one for all of them or none.
import type { Read, Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { addWorkingDays } from '../cases/index.ts'
import { freeSlots, horizonDays, noticeDays, slotKey } from './slots.ts'
import { deleteTakenBy, findWish, insertTaken, listTaken, type Place } from './slots-store.ts'
import type { Slot } from './visit.ts'

/** Each authority once, in an order that is always the same. */
export const placesOf = (parts: readonly Place[]): Place[] =>
  [...new Map(parts.map(({ region, line }) => [`${region} ${line}`, { region, line }])).entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place)

/** Working days a visit may be on, seen from today. */
export const daysAhead = (today: string, region: string): string[] =>
  Array.from({ length: horizonDays - noticeDays + 1 }, (_, index) => addWorkingDays(today, noticeDays + index, region)).flatMap((due) => ('on' in due ? [due.on] : []))

/** Half days all these authorities have, those the applicant wishes first. */
export const slotsFor = async (tx: Read, applicationId: string, region: string, places: readonly Place[], today: string): Promise<Slot[]> => {
  const days = daysAhead(today, region)
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const taken = new Set((await Promise.all(places.map((place) => listTaken(tx, place, first, last)))).flat().map(slotKey))
  return freeSlots(days, taken, await findWish(tx, applicationId))
}

/** Takes one half day for all of them, or none. */
export const takeSlot = async (tx: Tx, visitId: string, places: readonly Place[], slot: Slot): Promise<boolean> => {
  for (const place of places) {
    if (await insertTaken(tx, { ...place, ...slot, visitId, reason: '', byName: '' })) continue
    await deleteTakenBy(tx, visitId)
    return false
  }
  return true
}

/** Takes the first that is still free. @throws Refusal not_allowed_now when there is none */
export const takeFirst = async (tx: Tx, visitId: string, places: readonly Place[], slots: readonly Slot[]): Promise<Slot> => {
  for (const slot of slots) if (await takeSlot(tx, visitId, places, slot)) return slot
  throw new Refusal('not_allowed_now', { because: 'noSlot' })
}
