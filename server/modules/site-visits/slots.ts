// Which half days all authorities and the applicant have for a visit: working days of the region, neither taken nor wished away. Pure.
import { halves, type Half, type Slot } from './visit.ts'

/** When officials may come, as the applicant wishes. `half` null: both. */
export type Wish = { half: Half | null; notOn: readonly string[]; contact: string }

export const anyTime: Wish = { half: null, notOn: [], contact: '' }

export const slotKey = ({ day, half }: Slot): string => `${day} ${half}`

/** Working days of notice before a visit, and how far ahead it is looked for. */
export const noticeDays = 2
export const horizonDays = 10

const fits = ({ half, notOn }: Wish, slot: Slot): boolean => (half === null || half === slot.half) && !notOn.includes(slot.day)

/**
 * The free half days in order, those the applicant wishes first; all of them when none is as wished.
 * @param days working days that come into question, in order
 * @param taken keys of half days on which one of the authorities cannot come
 */
export const freeSlots = (days: readonly string[], taken: ReadonlySet<string>, wish: Wish = anyTime): Slot[] => {
  const free = days.flatMap((day) => halves.map((half) => ({ day, half }))).filter((slot) => !taken.has(slotKey(slot)))
  return [...free.filter((slot) => fits(wish, slot)), ...free.filter((slot) => !fits(wish, slot))]
}
