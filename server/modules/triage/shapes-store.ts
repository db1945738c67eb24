// Shapes of requests: written as they come in, found by terms of their district and by time.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { oldestIdAt } from '../../kernel/ids.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'

/** `receivedAt`: ISO instant. */
export type RequestShape = { requestId: string; region: string; category: string | null; terms: readonly number[]; phoneDigest: string | null; receivedAt: string; topicId: string | null }

type Row = { request_id: string; region: string; category: string | null; terms: number[]; phone_digest: string | null; received_at: Date; topic_id: string | null }

const toRequestShape = (row: Row): RequestShape => ({
  requestId: row.request_id, region: row.region, category: row.category, terms: row.terms, phoneDigest: row.phone_digest, receivedAt: row.received_at.toISOString(), topicId: row.topic_id,
})

/** With its leads, by which it is found; the same request again changes nothing. */
export const insertShape = async (tx: Tx, { requestId, region, category, terms, phoneDigest, receivedAt }: Omit<RequestShape, 'topicId'>, leads: readonly number[]): Promise<void> => {
  await tx`
    with shaped as (
      insert into request_shapes (request_id, region, category, terms, phone_digest, received_at)
      values (${requestId}, ${region}, ${category}, ${[...terms]}, ${phoneDigest}, ${receivedAt}) on conflict (request_id) do nothing returning request_id, region
    )
    insert into request_leads (lead, request_id, region) select distinct lead, request_id, region from shaped cross join unnest(${[...leads]}::int[]) lead`
}

/** Of each lead among these terms the newest few, of all of these the ones that share the most; so it costs the same however many there are. */
export const listShapesWith = async (read: Read, { terms, since, newest, limit }: { terms: readonly number[]; since: Date; newest: number; limit: number }): Promise<Pick<RequestShape, 'requestId' | 'category' | 'terms' | 'topicId'>[]> =>
  (await read<{ request_id: string; category: string | null; terms: string; topic_id: string | null }[]>`
    with found as (
      select request_id, count(*) as shared from unnest(${[...terms]}::int[]) as wanted (term)
      cross join lateral (select request_id from request_leads where lead = wanted.term and request_id >= ${oldestIdAt(since)} order by request_id desc limit ${newest}) of_lead
      group by request_id order by shared desc, request_id desc limit ${limit}
    )
    select request_id, category, array_to_string(terms, ' ') as terms, topic_id from found join request_shapes using (request_id)`)
    .map((row) => ({ requestId: row.request_id, category: row.category, terms: row.terms.split(' ').map(Number), topicId: row.topic_id }))

/** Leads of requests that came in before. */
export const deleteLeadsBefore = async (tx: Tx, at: Date): Promise<void> => {
  await tx`delete from request_leads where request_id < ${oldestIdAt(at)}`
}

/** Those no topic has been looked for yet, oldest first; held until the transaction ends, and passed over by others meanwhile. */
export const listNewShapes = async (tx: Tx, limit: number): Promise<RequestShape[]> =>
  (await tx<Row[]>`select * from request_shapes where not looked order by received_at limit ${limit} for update skip locked`).map(toRequestShape)

export const updateLooked = async (tx: Tx, requestIds: readonly string[]): Promise<void> => {
  await tx`update request_shapes set looked = true where request_id = any(${[...requestIds]}::uuid[])`
}

export const updateShapeTopic = async (tx: Tx, requestIds: readonly string[], topicId: string): Promise<void> => {
  await tx`update request_shapes set topic_id = ${topicId} where request_id = any(${[...requestIds]}::uuid[])`
}

export const updateShapeCategory = async (tx: Tx, requestId: string, category: string): Promise<void> => {
  await tx`update request_shapes set category = ${category} where request_id = ${requestId}`
}

/** Those that came in within a span, newest first. @param from ISO instant @param before not counted */
export const listRequestIdsWithin = async (read: Read, { from, before, limit }: { from: string; before: string; limit: number }): Promise<string[]> =>
  (await read<{ request_id: string }[]>`select request_id from request_shapes where received_at >= ${from} and received_at < ${before} order by received_at desc limit ${limit}`).map((row) => row.request_id)

/** Newest first. */
export const listRequestIdsOfTopic = async (read: Read, topicId: string, limit: number): Promise<string[]> =>
  (await read<{ request_id: string }[]>`select request_id from request_shapes where topic_id = ${topicId} order by received_at desc limit ${limit}`).map((row) => row.request_id)

/** Requests of a topic by day in China, 'YYYY-MM-DD', oldest first; days without any are left out. @param since ISO instant */
export const countTopicByDay = (read: Read, topicId: string, since: string): Promise<{ day: string; requests: number }[]> =>
  read<{ day: string; requests: number }[]>`
    select (received_at at time zone 'Asia/Shanghai')::date::text as day, count(*)::int as requests from request_shapes
    where topic_id = ${topicId} and received_at >= ${since} group by 1 order by 1`

/** @param span after the first instant, up to the last */
export const countOfTopic = async (read: Read, topicId: string, { from, to }: { from: string; to: string }): Promise<number> =>
  (await read<{ requests: number }[]>`select count(*)::int as requests from request_shapes where topic_id = ${topicId} and received_at > ${from} and received_at <= ${to}`)[0]?.requests ?? 0

/** How many came in within a span, by class and district, where there were enough. @param from ISO instant */
export const countByPlace = (read: Read, { from, to, least }: { from: string; to: string; least: number }): Promise<{ category: string; region: string; requests: number }[]> =>
  read<{ category: string; region: string; requests: number }[]>`
    select category, left(region, 6) as region, count(*)::int as requests from request_shapes
    where received_at >= ${from} and received_at < ${to} and category is not null group by 1, 2 having count(*) >= ${least} order by 1, 2`

/** Of one class in one district. */
export const countAt = async (read: Read, { category, region, from, to }: { category: string; region: string; from: string; to: string }): Promise<number> =>
  (await read<{ requests: number }[]>`
    select count(*)::int as requests from request_shapes
    where category = ${category} and region ~>=~ ${region} and region ~<~ ${`${region}~`} and received_at >= ${from} and received_at < ${to}`)[0]?.requests ?? 0

/** Telephone numbers that several requests came from, most first. @param since ISO instant */
export const listRepeatedCallers = async (read: Read, { jurisdiction, since, least, limit }: { jurisdiction: JurisdictionFilter; since: string; least: number; limit: number }): Promise<{ phoneDigest: string; requests: number; last: string }[]> => {
  const rows = await read<{ phone_digest: string; requests: number; last: Date }[]>`
    select phone_digest, count(*)::int as requests, max(received_at) as last from request_shapes
    where phone_digest is not null and received_at >= ${since} and ${inJurisdiction(read, jurisdiction, 'region', null)}
    group by 1 having count(*) >= ${least} order by 2 desc, 3 desc limit ${limit}`
  return rows.map(({ phone_digest, requests, last }) => ({ phoneDigest: phone_digest, requests, last: last.toISOString() }))
}
