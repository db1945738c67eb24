// Calls in the database: number, conversation and note encrypted, the caller by a keyed digest.
// A call is written by whoever holds its row.
import type { Read, Tx } from '../../kernel/db.ts'
import { only } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Call, CallState } from './call.ts'

type Row = {
  id: string; region: string; line: string; key: string; state: CallState; front: boolean; agent_id: string | null; sealed: string; wrap_up: Call['wrapUp']
  rang_at: Date; answered_at: Date | null; hung_up_at: Date | null; finished_at: Date | null
}
type Told = Pick<Call, 'phone' | 'name' | 'transcript' | 'note'>

const toCall = (row: Row): Call => ({
  id: row.id, region: row.region, line: row.line, key: row.key, state: row.state, front: row.front, agentId: row.agent_id, wrapUp: row.wrap_up, ...openRow<Told>(sealedTables.calls, row.id, row.sealed),
  rangAt: row.rang_at.toISOString(), answeredAt: row.answered_at?.toISOString() ?? null, hungUpAt: row.hung_up_at?.toISOString() ?? null, finishedAt: row.finished_at?.toISOString() ?? null,
})

const sealed = ({ id, phone, name, transcript, note }: Call): string => sealRow(sealedTables.calls, id, { phone, name, transcript, note } satisfies Told)

/** False when it has rung already. @param phoneDigest by which the caller is known again; null for a hidden number */
export const insertCall = async (tx: Tx, call: Call, phoneDigest: string | null): Promise<boolean> =>
  (await tx`
    insert into calls (id, region, line, key, phone_digest, state, front, sealed, rang_at)
    values (${call.id}, ${call.region}, ${call.line}, ${call.key}, ${phoneDigest}, ${call.state}, ${call.front}, ${sealed(call)}, ${call.rangAt}) on conflict (key) do nothing returning 1`).length > 0

export const updateCall = async (tx: Tx, call: Call): Promise<void> => {
  await tx`
    update calls set state = ${call.state}, agent_id = ${call.agentId}, sealed = ${sealed(call)}, wrap_up = ${call.wrapUp}, answered_at = ${call.answeredAt}, hung_up_at = ${call.hungUpAt}, finished_at = ${call.finishedAt}
    where id = ${call.id}`
}

export const findCall = async (read: Read, id: string): Promise<Call | undefined> => {
  const [row] = await read<Row[]>`select * from calls where id = ${id}`
  return row && toCall(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getCallForUpdate = async (tx: Tx, id: string): Promise<Call> => {
  const [row] = await tx<Row[]>`select * from calls where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toCall(row)
}

/** Held until the transaction ends. */
export const findCallByKeyForUpdate = async (tx: Tx, key: string): Promise<Call | undefined> => {
  const [row] = await tx<Row[]>`select * from calls where key = ${key} for no key update`
  return row && toCall(row)
}

/** Calls nobody has taken, who may be in danger first, then who waits longest. @param prefix of region codes */
export const listRinging = async (read: Read, prefix: string, limit: number): Promise<Call[]> =>
  (await read<Row[]>`select * from calls where state = 'ringing' and region like ${`${prefix}%`} order by front desc, rang_at, id limit ${limit}`).map(toCall)

/** Calls of an agent since an instant, newest first. */
export const listOfAgent = async (read: Read, agentId: string, since: Date, limit: number): Promise<Call[]> =>
  (await read<Row[]>`select * from calls where agent_id = ${agentId} and rang_at >= ${since} order by rang_at desc limit ${limit}`).map(toCall)

/** How often this number has called since an instant. */
export const countOfNumber = async (read: Read, phoneDigest: string, since: Date): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from calls where phone_digest = ${phoneDigest} and rang_at >= ${since}`).count
