// Calls of the log as those may see them whom they concern: what was asked for their own applications, and what was read of them.
// Visibility of somebody else's application ends with what is about them.
import type { Read } from '../../kernel/db.ts'
import type { ExchangeCall } from './call.ts'

/**
 * A call as somebody it concerns may see it: their own, or another's that read their record. `registry` is the resource that was asked,
 * `consumer` who asked: `platform`, or a department's system.
 */
export type SeenCall = Pick<ExchangeCall, 'id' | 'consumer' | 'personId' | 'applicationId' | 'caseNumber' | 'subject' | 'fields' | 'concepts' | 'purpose' | 'legalBasis' | 'consent' | 'outcome' | 'cached' | 'milliseconds' | 'at'> & { registry: string; own: boolean }

type SeenRow = {
  id: string; consumer: string; resource: string; person_id: string | null; application_id: string | null; case_number: string | null; subject: string; fields: string[]; concepts: string[]
  purpose: string; legal_basis: string; consent: string | null; outcome: ExchangeCall['outcome']; cached: boolean; milliseconds: number; at: Date; own: boolean
}

const seenColumns = (read: Read) =>
  read`calls.id, calls.consumer, calls.resource, calls.person_id, calls.application_id, calls.case_number, calls.subject, calls.fields, calls.purpose, calls.legal_basis, calls.consent, calls.outcome, calls.cached, calls.milliseconds, calls.at`

/** Part of a list, the latest first: after the entry `before`, from one instant up to another. */
export type CallSpan = { before?: { at: string; id: string }; from?: string; until?: string }

const inSpan = (read: Read, { before, from, until }: CallSpan, at: string, id: string) => read`
  ${before ? read`and (${read(at)}, ${read(id)}) < (${before.at}::timestamptz, ${before.id}::uuid)` : read``} ${from ? read`and ${read(at)} >= ${from}` : read``} ${until ? read`and ${read(at)} < ${until}` : read``}`

const toSeen = (row: SeenRow): SeenCall => ({
  id: row.id, consumer: row.consumer, registry: row.resource, personId: row.person_id, applicationId: row.application_id, caseNumber: row.case_number, subject: row.subject,
  fields: row.fields, concepts: row.concepts, purpose: row.purpose, legalBasis: row.legal_basis, consent: row.consent, outcome: row.outcome, cached: row.cached,
  milliseconds: row.milliseconds, at: row.at.toISOString(), own: row.own,
})

/** Calls a person's own applications made, those of others that read their records (then `concepts` are those about them), and pulls of many that took theirs; the latest first. @param digest `personDigest` */
export const listCallsAbout = async (read: Read, personId: string, digest: string, limit: number, span: CallSpan = {}): Promise<SeenCall[]> =>
  (await read<SeenRow[]>`
    (select ${seenColumns(read)}, calls.concepts, true as own from exchange_calls calls where person_id = ${personId} ${inSpan(read, span, 'calls.at', 'calls.id')} order by at desc, id desc limit ${limit})
    union all
    (select ${seenColumns(read)}, about.concepts, false as own
      from exchange_call_subjects about join exchange_calls calls on calls.id = about.call_id
      where about.subject = ${digest} and calls.person_id is distinct from ${personId} ${inSpan(read, span, 'about.at', 'about.call_id')} order by about.at desc, about.call_id desc limit ${limit})
    union all
    (select ${seenColumns(read)}, calls.concepts, false as own
      from exchange_batch_subjects about join exchange_calls calls on calls.id = about.call_id
      where about.subject = ${digest} ${inSpan(read, span, 'calls.at', 'calls.id')} order by calls.at desc, calls.id desc limit ${limit})
    order by at desc, id desc limit ${limit}`).map(toSeen)

/** One of them. */
export const findCallAbout = async (read: Read, id: string, personId: string, digest: string): Promise<SeenCall | undefined> => {
  const [row] = await read<SeenRow[]>`
    select ${seenColumns(read)}, coalesce(about.concepts, calls.concepts) as concepts, calls.person_id is not distinct from ${personId} as own
    from exchange_calls calls left join exchange_call_subjects about on about.call_id = calls.id and about.subject = ${digest} and calls.person_id is distinct from ${personId}
    where calls.id = ${id} and (calls.person_id = ${personId} or about.call_id is not null or exists (select from exchange_batch_subjects taken where taken.call_id = calls.id and taken.subject = ${digest}))`
  return row && toSeen(row)
}
