// What somebody without a login may learn of an application, and how often a number was asked about with wrong digits.
import { only, type Read, type Tx } from '../../kernel/db.ts'

export type AskedApplication = { id: string; personId: string }

export const findApplicationByNumber = async (read: Read, number: string): Promise<AskedApplication | undefined> => {
  const [row] = await read<AskedApplication[]>`select id, person_id as "personId" from applications where number = ${number}`
  return row
}

/** Tries for one number are counted one after the other, however many arrive at once. Held until the transaction ends. */
export const lockProgressTries = async (tx: Tx, digest: string): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`progress ${digest}`}, 0))`
}

/** Wrong tries for a number since an instant. */
export const countProgressTries = async (read: Read, digest: string, since: Date): Promise<number> =>
  only(await read<{ tries: number }[]>`select coalesce(sum(tries), 0)::int as tries from progress_tries where number_digest = ${digest} and hour_at >= ${since}`).tries

/** Counts one more within the hour; what is older than a day is forgotten on the way. */
export const upsertProgressTry = async (tx: Tx, digest: string, hourAt: Date, forgetBefore: Date): Promise<void> => {
  await tx`delete from progress_tries where number_digest = ${digest} and hour_at < ${forgetBefore}`
  await tx`
    insert into progress_tries (number_digest, hour_at, tries) values (${digest}, ${hourAt}, 1)
    on conflict (number_digest, hour_at) do update set tries = progress_tries.tries + 1`
}
