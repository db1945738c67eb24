// What supervision counts: notes of single changes, and figures summed up from them by unit, class, kind, channel, street, official or service.
// Pure.

export const topics = ['requests', 'ratings'] as const
export type Topic = (typeof topics)[number]

/** unit: all of a unit. The others: of a unit, by one property of what is counted. */
export const facets = ['unit', 'category', 'kind', 'channel', 'street', 'staff', 'service', 'subject', 'tag'] as const
export type Facet = (typeof facets)[number]

export const measures = [
  'received', 'handled', 'onTime', 'late', 'solved', 'unsolved', 'returned', 'redone', 'minutes', 'verySatisfied', 'satisfied', 'neutral', 'unsatisfied', 'veryUnsatisfied', 'held', 'excluded',
] as const
export type Measure = (typeof measures)[number]

/**
 * One change of the figures of a unit, identified by line and region.
 * `day` 'YYYY-MM-DD' in China. `parts`: what it also counts for. `n`: how many, minutes for `minutes`; less than nothing takes back.
 * `whole` false: for the parts only, the unit as a whole keeps what it has.
 */
export type FigureNote = { topic: Topic; day: string; region: string; line: string; parts: Partial<Record<Exclude<Facet, 'unit'>, string>>; measure: Measure; n?: number; whole?: boolean }

export type Counts = Record<Measure, number>

export const noCounts: Counts = {
  received: 0, handled: 0, onTime: 0, late: 0, solved: 0, unsolved: 0, returned: 0, redone: 0, minutes: 0, verySatisfied: 0, satisfied: 0, neutral: 0, unsatisfied: 0, veryUnsatisfied: 0, held: 0, excluded: 0,
}

/** How many have been rated. */
export const ratedOf = (counts: Counts): number => counts.verySatisfied + counts.satisfied + counts.neutral + counts.unsatisfied + counts.veryUnsatisfied

/** The first three grades (国办发〔2019〕51号: the last two are bad). */
export const contentOf = (counts: Counts): number => counts.verySatisfied + counts.satisfied + counts.neutral

/** Longest span shown day by day; a longer one is shown by whole months. */
export const mostDays = 92

/** A span as it is counted: from the first to before the last, in days or whole months. */
export type Span = { grain: 'day' | 'month'; from: string; before: string }

const dayMs = 86_400_000
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
const monthOf = (day: string): string => `${day.slice(0, 7)}-01`
const monthAfter = (day: string): string => monthOf(new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1)).toISOString().slice(0, 10))

/** @param from @param to 'YYYY-MM-DD', both counted */
export const spanOf = (from: string, to: string): Span => {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs + 1
  return days <= mostDays ? { grain: 'day', from, before: dayAfter(to) } : { grain: 'month', from: monthOf(from), before: monthAfter(to) }
}
