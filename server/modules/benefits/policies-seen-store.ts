// Storing which policies have been in force here, so that a new one is told of once.
import type { Read, Tx } from '../../kernel/db.ts'

/** Notes what is in force. Returns those that were not known, and whether any was known before. */
export const insertPoliciesSeen = async (tx: Tx, benefits: readonly string[], today: string): Promise<{ fresh: string[]; isFirst: boolean }> => {
  const [before] = await tx`select 1 from benefit_policies_seen limit 1`
  const rows = await tx<{ benefit: string }[]>`
    insert into benefit_policies_seen (benefit, first_seen_on) select benefit, ${today}::date from unnest(${[...benefits]}::text[]) as now_in_force(benefit) on conflict do nothing returning benefit`
  return { fresh: rows.map(({ benefit }) => benefit), isFirst: before === undefined }
}

/** Whether it came into force here on this day or later, and was not there from the beginning. */
export const hasPolicySince = async (read: Read, benefit: string, since: string): Promise<boolean> =>
  (await read`
    select 1 from benefit_policies_seen where benefit = ${benefit} and first_seen_on >= ${since} and first_seen_on > (select min(first_seen_on) from benefit_policies_seen)`).length > 0
