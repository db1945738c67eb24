// Storing hot topics and bursts.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read, Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Topic } from './topic.ts'

type Row = { id: string; region: string; category: string | null; name: string; requests: number; first_at: Date; last_at: Date }

const toTopic = (row: Row): Topic => ({ id: row.id, region: row.region, category: row.category, name: row.name, requests: row.requests, firstAt: row.first_at.toISOString(), lastAt: row.last_at.toISOString() })

export const insertTopic = async (tx: Tx, { id, region, category, name, requests, firstAt, lastAt }: Topic): Promise<void> => {
  await tx`insert into hot_topics (id, region, category, name, requests, first_at, last_at) values (${id}, ${region}, ${category}, ${name}, ${requests}, ${firstAt}, ${lastAt})`
}

export const updateTopic = async (tx: Tx, { id, name, requests, lastAt }: Pick<Topic, 'id' | 'name' | 'requests' | 'lastAt'>): Promise<void> => {
  await tx`update hot_topics set name = ${name}, requests = ${requests}, last_at = greatest(last_at, ${lastAt}::timestamptz) where id = ${id}`
}

export const findTopic = async (read: Read, id: string): Promise<Topic | undefined> => {
  const [row] = await read<Row[]>`select * from hot_topics where id = ${id}`
  return row && toTopic(row)
}

/** Held until the transaction ends. */
export const findTopicForUpdate = async (tx: Tx, id: string): Promise<Topic | undefined> => {
  const [row] = await tx<Row[]>`select * from hot_topics where id = ${id} for no key update`
  return row && toTopic(row)
}

export const listTopicsWithIds = async (read: Read, ids: readonly string[]): Promise<Topic[]> => (await read<Row[]>`select * from hot_topics where id = any(${[...ids]}::uuid[])`).map(toTopic)

export type WarmTopic = Topic & { thisWeek: number; lastWeek: number }

/** Those something came in for since two weeks ago, with what came in this week and the week before. @param now ISO instant */
export const listWarmTopics = async (read: Read, jurisdiction: JurisdictionFilter, now: string, limit: number): Promise<WarmTopic[]> => {
  const rows = await read<(Row & { this_week: number; last_week: number })[]>`
    select topics.*, weeks.this_week, weeks.last_week
    from (select * from hot_topics where ${inJurisdiction(read, jurisdiction, 'region', null)} and last_at >= ${now}::timestamptz - interval '14 days' and last_at <= ${now}::timestamptz order by requests desc, id limit ${limit}) topics
    cross join lateral (
      select count(*) filter (where received_at >= ${now}::timestamptz - interval '7 days')::int as this_week, count(*) filter (where received_at < ${now}::timestamptz - interval '7 days')::int as last_week
      from request_shapes where topic_id = topics.id and received_at >= ${now}::timestamptz - interval '14 days' and received_at <= ${now}::timestamptz) weeks`
  return rows.map((row) => ({ ...toTopic(row), thisWeek: row.this_week, lastWeek: row.last_week }))
}

/** `expected` requests in the same hour, by the four weeks before. */
export type Burst = { id: string; region: string; category: string; requests: number; expected: number; sinceAt: string; seenAt: string }

type BurstRow = { id: string; region: string; category: string; requests: number; expected_hundredths: number; since_at: Date; seen_at: Date }

const toBurst = (row: BurstRow): Burst => ({
  id: row.id, region: row.region, category: row.category, requests: row.requests, expected: row.expected_hundredths / 100, sinceAt: row.since_at.toISOString(), seenAt: row.seen_at.toISOString(),
})

export const insertBurst = async (tx: Tx, { id, region, category, requests, expected, sinceAt, seenAt }: Burst): Promise<void> => {
  await tx`insert into request_bursts (id, region, category, requests, expected_hundredths, since_at, seen_at) values (${id}, ${region}, ${category}, ${requests}, ${Math.round(expected * 100)}, ${sinceAt}, ${seenAt})`
}

/** The newest of one place since an instant. */
export const findBurst = async (read: Read, { category, region, since }: { category: string; region: string; since: string }): Promise<Burst | undefined> => {
  const [row] = await read<BurstRow[]>`select * from request_bursts where category = ${category} and region = ${region} and seen_at >= ${since} order by seen_at desc limit 1`
  return row && toBurst(row)
}

/** Newest first. */
export const listBursts = async (read: Read, jurisdiction: JurisdictionFilter, since: string, limit: number): Promise<Burst[]> =>
  (await read<BurstRow[]>`select * from request_bursts where ${inJurisdiction(read, jurisdiction, 'region', null)} and seen_at >= ${since} order by seen_at desc limit ${limit}`).map(toBurst)
