// Far more than chance brings: how many requests an hour lets expect, and from how many on somebody has to look. Pure.

/** So many at least, or nobody is called. */
export const leastInBurst = 5
/** One false alarm in so many looks at one place. */
const falseAlarm = 1e-5

/** Chance that `expected` on average brings `seen` or more (Poisson). */
export const chanceOf = (seen: number, expected: number): number => {
  let term = Math.exp(-expected)
  let below = 0
  for (let many = 0; many < seen; many += 1) {
    below += term
    term *= expected / (many + 1)
  }
  return Math.max(0, 1 - below)
}

/** Whether it is a burst. @param expected in the same span, by the four weeks before; never taken as less than one in two days */
export const isBurst = (seen: number, expected: number): boolean => seen >= leastInBurst && chanceOf(seen, Math.max(expected, 1 / 48)) < falseAlarm
