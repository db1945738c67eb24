// What a card on a licence says of days: how many are left, and from or until which day something can be asked for.
// Pure but for the day of the device, which shared/now.ts gives.
import { today as presentDay } from '../../../shared/now.ts'
import type { Way } from './queries.ts'

const soonDays = 90
const dayMilliseconds = 86_400_000

/** Days until the end, the last one included. */
export const daysUntil = (day: string, today = presentDay()): number => Math.round((Date.parse(day) - Date.parse(today)) / dayMilliseconds) + 1

export const isSoon = (day: string, today = presentDay()): boolean => daysUntil(day, today) <= soonDays

/** The day a reason speaks of; undefined where it speaks of none. */
export const reasonDay = ({ because, opensOn, closesOn }: Pick<Way, 'because' | 'opensOn' | 'closesOn'>): string | undefined => (because === 'early' ? opensOn : because === 'late' ? closesOn : null) ?? undefined
