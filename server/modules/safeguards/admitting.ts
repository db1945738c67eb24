// Lets a request in, or says when the next one may come. Called inside the transaction that keeps the request: one that fails is not counted.
import { keyedDigest } from '../../kernel/field-encryption.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { floodedBy, hourOf, secondsLeft, type Sender } from './flood.ts'
import { upsertSenders } from './senders-store.ts'

const digestOf = ({ kind, value }: Pick<Sender, 'kind' | 'value'>): string => keyedDigest('sender', `${kind} ${value}`)

/**
 * @param senders everything this sender is known by; none: an official took it down, and it is not limited
 * @param urgent life or property is in danger: counted, never refused
 * @throws Refusal too_many with `waitSeconds` and what was counted
 */
export const admitSenders = async (tx: Tx, senders: readonly Sender[], { at, urgent }: { at: Date; urgent: boolean }): Promise<void> => {
  if (senders.length === 0) return
  const flooded = floodedBy(senders, await upsertSenders(tx, senders.map(digestOf), hourOf(at)))
  if (flooded && !urgent) throw new Refusal('too_many', { waitSeconds: secondsLeft(at), counted: flooded.kind })
}
