// What the applicant already holds or has handed in before: e-licences, and documents of earlier applications that are still good.
// Pure; which of several is used does not depend on their order.
import type { EvidenceType } from '../catalogue/definitions.ts'
import type { Facts } from './facts.ts'
import { isFresh } from './freshness.ts'
import type { EarlierDocument, EvidenceSource, HeldCredential } from './plan.ts'

const newest = <Item>(items: readonly Item[], dayOf: (item: Item) => string, idOf: (item: Item) => string): Item | undefined =>
  items.toSorted((a, b) => (dayOf(a) === dayOf(b) ? (idOf(a) < idOf(b) ? -1 : 1) : dayOf(a) < dayOf(b) ? 1 : -1))[0]

/** The e-licence in force on `on` that says the same as a document; the one valid longest where there are several. */
export const findCredential = (type: EvidenceType | undefined, held: readonly HeldCredential[], facts: Facts, on: string): EvidenceSource | undefined => {
  const wanted = type?.credential
  if (!wanted || held.length === 0) return undefined
  const holder = wanted.holder === undefined ? undefined : facts.value(wanted.holder)
  if (wanted.holder !== undefined && typeof holder !== 'string') return undefined
  const fitting = held.filter((each) => each.type === wanted.type && each.holder === (holder ?? undefined) && (each.validUntil ?? on) >= on)
  const found = newest(fitting, ({ validUntil }) => validUntil ?? '9999', ({ id }) => id)
  return found && { kind: 'credential', type: found.type, credential: found.id }
}

/** The newest document of an earlier application that will do again on `on`. */
export const findSubmitted = (type: EvidenceType | undefined, submitted: readonly EarlierDocument[], on: string): EvidenceSource | undefined => {
  const days = type?.validDays
  if (type === undefined || days === undefined) return undefined
  const found = newest(submitted.filter(({ evidence, on: asOf }) => evidence === type.id && isFresh({ asOf }, days, on)), (each) => each.on, ({ upload }) => upload)
  return found && { kind: 'submitted', upload: found.upload, application: found.application, on: found.on }
}
