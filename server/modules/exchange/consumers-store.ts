// Departments' systems that may ask through the exchange, and the numbers of requests they have sent within the window of a replay.
// A system taken off stays in the list: the log names it.
import { json, type Read, type Tx } from '../../kernel/db.ts'
import type { Consumer, Seen } from './consumer.ts'

type Row = { code: string; name: string; line: string; region: string; jwk: Consumer['jwk']; callback: string | null; since_at: Date; until_at: Date | null }

const toConsumer = (row: Row): Consumer => ({
  id: row.code, name: row.name, line: row.line, region: row.region, jwk: row.jwk, callback: row.callback, since: row.since_at.toISOString(), until: row.until_at?.toISOString() ?? null,
})

export const listConsumers = async (read: Read): Promise<Consumer[]> => (await read<Row[]>`select * from exchange_consumers order by code limit 1000`).map(toConsumer)

export const listConsumersWithIds = async (read: Read, ids: readonly string[]): Promise<Consumer[]> => (await read<Row[]>`select * from exchange_consumers where code = any(${[...ids]})`).map(toConsumer)

export const findConsumer = async (read: Read, id: string): Promise<Consumer | undefined> => {
  const [row] = await read<Row[]>`select * from exchange_consumers where code = ${id}`
  return row && toConsumer(row)
}

/** False when there is one of this id. */
export const insertConsumer = async (tx: Tx, { id, name, line, region, jwk, callback, since }: Consumer): Promise<boolean> => {
  const rows = await tx`
    insert into exchange_consumers (code, name, line, region, jwk, callback, since_at) values (${id}, ${name}, ${line}, ${region}, ${json(jwk)}, ${callback}, ${since}) on conflict do nothing returning code`
  return rows.length > 0
}

/** Ends it. False when it had ended, or there is none. */
export const updateConsumerEnded = async (tx: Tx, id: string, at: Date): Promise<boolean> => (await tx`update exchange_consumers set until_at = ${at} where code = ${id} and until_at is null returning code`).length > 0

/** Notes requests; answers those that had not been noted before. */
export const insertSeen = async (tx: Tx, requests: readonly Seen[]): Promise<{ consumer: string; jti: string }[]> =>
  tx<{ consumer: string; jti: string }[]>`
    insert into exchange_requests_seen (consumer, jti, at) select consumer, jti, at from jsonb_populate_recordset(null::exchange_requests_seen, ${json(requests)}) order by consumer, jti
    on conflict do nothing returning consumer, jti`

export const deleteSeenBefore = async (tx: Tx, at: Date): Promise<void> => {
  await tx`delete from exchange_requests_seen where at < ${at}`
}
