// A system that sends requests over Open311: what it is called, where its requests may be about, how many an hour. Pure.
// Its key is 256 bits of chance, shown once and kept as a keyed digest.

/** `until`: ISO instant from which it may no longer send. */
export type Client = { id: string; name: string; region: string; hourly: number; since: string; until: string | null }

export const isInForce = ({ until }: Client, now: Date): boolean => until === null || now.toISOString() < until

/** What a client sends again within this time, in every field the same, is the same request. */
export const replayMs = 24 * 3_600_000
