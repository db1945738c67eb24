// Counting requests by sender and hour; a sender is a keyed digest, and hours gone by are erased.
import type { Tx } from '../../kernel/db.ts'

/** Counts one more for each and answers the counts in the order given. Two requests of the same sender wait for each other here. @param senders digests, each once */
export const upsertSenders = async (tx: Tx, senders: readonly string[], hour: Date): Promise<number[]> => {
  // In one order, so that two transactions with the same senders never wait for each other crosswise.
  const rows = await tx<{ sender: string; times: number }[]>`
    insert into request_senders (sender, hour_at, times) select sender, ${hour}, 1 from unnest(${[...senders].sort()}::text[]) sender
    on conflict (sender, hour_at) do update set times = request_senders.times + 1 returning sender, times`
  const counts = new Map(rows.map(({ sender, times }) => [sender, times]))
  return senders.map((sender) => counts.get(sender) ?? 0)
}

export const deleteSendersBefore = async (tx: Tx, hour: Date): Promise<void> => {
  await tx`delete from request_senders where hour_at < ${hour}`
}
