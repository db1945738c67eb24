// The log of exchange calls: rows that only grow, chained per node, with the people whose records were read, so they can see who asked
// what about them, why and by what law.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { emptyChain, type ChainedCall, type ChainEnd, type ExchangeCall, type ReadSubject } from './call.ts'
import type { Seen } from './consumer.ts'

type Row = {
  node: string; position: number; hash: string | null; id: string; at: Date; consumer: string; resource: string; grant_ref: string | null; person_id: string | null
  application_id: string | null; case_number: string | null; subject: string; key_digest: string; fields: string[]; concepts: string[]; purpose: string; legal_basis: string
  consent: string | null; outcome: ExchangeCall['outcome']; reason: string | null; cached: boolean; dropped: string[]; milliseconds: number
  signed_by: string | null; request_hash: string | null; response_hash: string | null; provider_hash: string | null
}

const toCall = (row: Row & { about: ReadSubject[] }): ChainedCall => ({
  node: row.node, position: row.position, hash: row.hash ?? '', id: row.id, at: row.at.toISOString(), consumer: row.consumer, resource: row.resource,
  grant: row.grant_ref, personId: row.person_id, applicationId: row.application_id, caseNumber: row.case_number, subject: row.subject, keyDigest: row.key_digest,
  fields: row.fields, concepts: row.concepts, purpose: row.purpose, legalBasis: row.legal_basis, consent: row.consent, outcome: row.outcome, reason: row.reason,
  cached: row.cached, dropped: row.dropped, milliseconds: row.milliseconds, signedBy: row.signed_by, requestHash: row.request_hash, responseHash: row.response_hash,
  providerHash: row.provider_hash, about: row.about,
})

const toRow = (call: ChainedCall) => ({
  node: call.node, position: call.position, hash: call.hash, id: call.id, at: call.at, consumer: call.consumer, resource: call.resource, grant_ref: call.grant,
  person_id: call.personId, application_id: call.applicationId, case_number: call.caseNumber, subject: call.subject, key_digest: call.keyDigest, fields: call.fields,
  concepts: call.concepts, purpose: call.purpose, legal_basis: call.legalBasis, consent: call.consent, outcome: call.outcome, reason: call.reason, cached: call.cached,
  dropped: call.dropped, milliseconds: call.milliseconds, signed_by: call.signedBy, request_hash: call.requestHash, response_hash: call.responseHash, provider_hash: call.providerHash,
})

/**
 * Writes calls that have their places, and the numbers of the signed requests they came by, in one statement: the numbers first and in order, as
 * `insertSeen` does, so that no two servers wait for one another.
 * @throws a unique violation when another process has taken a place meanwhile, or a request had been noted before
 */
export const insertCalls = async (tx: Tx, calls: readonly ChainedCall[], seen: readonly Seen[] = []): Promise<void> => {
  const subjects = calls.flatMap(({ id, at, about }) => about.map(({ subject, concepts }) => ({ subject, call_id: id, concepts, at })))
  await tx`
    with seen as (insert into exchange_requests_seen (consumer, jti, at) select consumer, jti, at from jsonb_populate_recordset(null::exchange_requests_seen, ${json(seen)}) order by consumer, jti returning jti),
      subjects as (insert into exchange_call_subjects select * from jsonb_populate_recordset(null::exchange_call_subjects, ${json(subjects)}))
    insert into exchange_calls select * from jsonb_populate_recordset(null::exchange_calls, ${json(calls.map(toRow))}) where (select count(*) from seen) >= 0`
}

/** Notes whose records a pull of many took; said again, it changes nothing. @param call the pull's one call in the log @param subjects `personDigest` of each */
export const insertBatchSubjects = async (tx: Tx, call: string, subjects: readonly string[]): Promise<void> => {
  if (subjects.length > 0) await tx`insert into exchange_batch_subjects (subject, call_id) select subject, ${call}::uuid from unnest(${[...subjects]}::text[]) subject on conflict do nothing`
}

/** Where the chain of a node ends now. */
export const getChainEnd = async (read: Read, node: string): Promise<ChainEnd> => {
  const [row] = await read<{ position: number; hash: string | null }[]>`select position, hash from exchange_calls where node = ${node} order by position desc limit 1`
  return row ? { position: row.position, hash: row.hash ?? '' } : emptyChain
}

/** Nodes that have calls: each is found by one step in the index, however many calls there are. */
export const listNodes = async (read: Read): Promise<string[]> => {
  const rows = await read<{ node: string }[]>`
    with recursive nodes as (
      (select node from exchange_calls order by node limit 1)
      union all
      select (select exchange_calls.node from exchange_calls where exchange_calls.node > nodes.node order by exchange_calls.node limit 1) from nodes where nodes.node is not null
    ) select node from nodes where node is not null`
  return rows.map(({ node }) => node)
}

const withSubjects = (read: Read) => read`
  exchange_calls.*, coalesce((select jsonb_agg(jsonb_build_object('subject', about.subject, 'concepts', to_jsonb(about.concepts)) order by about.subject)
    from exchange_call_subjects about where about.call_id = exchange_calls.id), '[]') as about`

/** Calls of a node in the order of its chain, from one place on. */
export const listChainedCalls = async (read: Read, node: string, from: number, limit: number): Promise<ChainedCall[]> =>
  (await read<(Row & { about: ReadSubject[] })[]>`
    select ${withSubjects(read)} from exchange_calls where node = ${node} and position >= ${from} order by position limit ${limit}`).map(toCall)

export const findCall = async (read: Read, id: string): Promise<ChainedCall | undefined> => {
  const [row] = await read<(Row & { about: ReadSubject[] })[]>`select ${withSubjects(read)} from exchange_calls where id = ${id}`
  return row && toCall(row)
}
