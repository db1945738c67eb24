// Slows down whoever tries links that lead nowhere. In this process only; links carry 128 bits, so this is about noise, not about luck.
// A link that leads somewhere costs nothing, however often it is opened.

export type GuessGuard = {
  /** Whether this address has tried too many links that lead nowhere. */
  isGuessing: (address: string, now: Date) => boolean
  /** A link of this address led nowhere. */
  missed: (address: string, now: Date) => void
}

/** @param most links that lead nowhere, a window of ten minutes */
export const guessGuard = (most = 20): GuessGuard => {
  let window = 0
  const misses = new Map<string, number>()
  const turn = (now: Date): void => {
    const current = Math.floor(now.getTime() / 600_000)
    if (current !== window) misses.clear()
    window = current
  }
  return {
    isGuessing: (address, now) => {
      turn(now)
      return (misses.get(address) ?? 0) >= most
    },
    missed: (address, now) => {
      turn(now)
      misses.set(address, (misses.get(address) ?? 0) + 1)
    },
  }
}
