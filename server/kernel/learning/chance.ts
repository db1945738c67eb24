// Chance that can be repeated: the same numbers for the same seed, so that training twice gives the same model. Pure.

/** Mulberry32: numbers from 0 up to 1. */
export const chanceFrom = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const shuffled = <T>(all: readonly T[], chance: () => number): T[] => {
  const mixed = [...all]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    const [here, there] = [mixed[at], mixed[other]]
    if (here !== undefined && there !== undefined) [mixed[at], mixed[other]] = [there, here]
  }
  return mixed
}
