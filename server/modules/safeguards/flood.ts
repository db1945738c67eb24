// How many requests one sender may send within an hour, by what the sender is known by. Pure.
// Whoever has more to say is not sent away for good: the hotline takes it, and what concerns life passes at any time.

/** `address`: network address of somebody who is not logged in, shared by offices and mobile networks; `client`: a system with a key of its own. */
export const senderKinds = ['person', 'phone', 'email', 'address', 'client'] as const

export type SenderKind = (typeof senderKinds)[number]

/** `limit`: instead of the one of its kind. */
export type Sender = { kind: SenderKind; value: string; limit?: number }

/** Requests an hour. */
export const floodLimits = { person: 10, phone: 10, email: 10, address: 60, client: 5000 } as const satisfies Record<SenderKind, number>

export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000)

/** Seconds until the count starts anew. */
export const secondsLeft = (at: Date): number => Math.ceil((hourOf(at).getTime() + 3_600_000 - at.getTime()) / 1000)

/** The first sender beyond its limit. @param counts of this hour, this request included, in the order of the senders */
export const floodedBy = (senders: readonly Sender[], counts: readonly number[]): Sender | undefined =>
  senders.find(({ kind, limit = floodLimits[kind] }, index) => (counts[index] ?? 0) > limit)
