// How many calls of a grant were set aside on each day.
import type { Tx } from '../../kernel/db.ts'

/** Sets so many calls of a day aside, or what is left of it. @returns how many were */
export const takeQuotaLot = async (tx: Tx, grant: string, day: string, lot: number, perDay: number): Promise<number> => {
  await tx`insert into exchange_quotas (grant_ref, counted_on, used) values (${grant}, ${day}, 0) on conflict do nothing`
  const [row] = await tx<{ used: number }[]>`select used from exchange_quotas where grant_ref = ${grant} and counted_on = ${day} for update`
  const taken = Math.max(0, Math.min(lot, perDay - (row?.used ?? 0)))
  if (taken > 0) await tx`update exchange_quotas set used = used + ${taken} where grant_ref = ${grant} and counted_on = ${day}`
  return taken
}
