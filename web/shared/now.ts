// The present, for pages that show it: read when they are drawn.
// What must not change while somebody types is kept in state instead.

import { plainDateOf } from './format.ts'

export const now = (): Date => new Date()

/** The day in China, YYYY-MM-DD. */
export const today = (): string => plainDateOf(now().toISOString())

/** Years are left out of dates of this year. */
export const thisYear = (): number => now().getFullYear()
