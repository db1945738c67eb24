// The present, for pages that show it: read when they are drawn.
// What must not change while somebody types is kept in state instead.

export const now = (): Date => new Date()

/** Years are left out of dates of this year. */
export const thisYear = (): number => now().getFullYear()
