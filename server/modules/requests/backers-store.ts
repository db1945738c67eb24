// Storing who says the same as a request (附议) and who wants to hear what becomes of it. Each person counts once.
import type { Read, Tx } from '../../kernel/db.ts'

export type Backer = { personId: string; seconds: boolean; follows: boolean }

/** What changed: 1, 0 or -1 for each. */
export const upsertBacker = async (tx: Tx, requestId: string, { personId, seconds, follows }: Backer, at: Date): Promise<{ seconds: number; follows: number }> => {
  const [before] = await tx<{ seconds: boolean; follows: boolean }[]>`select seconds, follows from request_backers where request_id = ${requestId} and person_id = ${personId}`
  await tx`
    insert into request_backers (request_id, person_id, seconds, follows, at) values (${requestId}, ${personId}, ${seconds}, ${follows}, ${at})
    on conflict (request_id, person_id) do update set seconds = excluded.seconds, follows = excluded.follows`
  return { seconds: Number(seconds) - Number(before?.seconds ?? false), follows: Number(follows) - Number(before?.follows ?? false) }
}

export const findBacker = async (read: Read, requestId: string, personId: string): Promise<Backer | undefined> => {
  const [row] = await read<{ seconds: boolean; follows: boolean }[]>`select seconds, follows from request_backers where request_id = ${requestId} and person_id = ${personId}`
  return row && { personId, ...row }
}

/** So many of those who wanted to hear of it, and who are told now: from then on they follow it no more. */
export const takeFollowers = async (tx: Tx, requestId: string, limit: number): Promise<string[]> =>
  (await tx<{ person_id: string }[]>`
    update request_backers set follows = false
    where request_id = ${requestId} and person_id in (select person_id from request_backers where request_id = ${requestId} and follows order by person_id limit ${limit})
    returning person_id`).map(({ person_id: id }) => id)
