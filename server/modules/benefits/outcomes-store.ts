// What has become of the entitlements of some people in a year, without their sealed part: for counting.
import type { Read } from '../../kernel/db.ts'
import type { Entitlement } from './entitlement.ts'

/** `paidAt`: the first time, an instant; null: never. */
export type EntitlementInYear = Pick<Entitlement, 'subjectId' | 'benefitId' | 'region' | 'line' | 'period' | 'fen' | 'state' | 'ruling' | 'foundAt'> & { paidAt: string | null; isObjected: boolean }

type Row = { subject_id: string; benefit: string; region: string; line: string; period: string; fen: number; state: Entitlement['state']; ruling: Entitlement['ruling']; found_at: Date; paid_at: Date | null; objected: boolean }

/** Of a calendar year, or paid once and found in it; the newest period of each policy first. */
export const listEntitlementsInYear = async (read: Read, subjectIds: readonly string[], year: number): Promise<EntitlementInYear[]> =>
  (await read<Row[]>`
    select e.subject_id, e.benefit, e.region, e.line, e.period, e.fen, e.state, e.ruling, e.found_at,
      (select min(a.at) from benefit_actions a where a.entitlement_id = e.id and a.action = 'pay') as paid_at,
      exists (select 1 from pay_items i where i.entitlement_id = e.id and i.state = 'objected') as objected
    from benefit_entitlements e
    where e.subject_id = any(${[...subjectIds]}::uuid[])
      and (e.period like ${`${year}%`} or (e.period = 'once' and e.found_at >= ${`${year}-01-01T00:00:00+08:00`} and e.found_at < ${`${year + 1}-01-01T00:00:00+08:00`}))
    order by e.subject_id, e.benefit, e.period desc`).map((row) => ({
    subjectId: row.subject_id, benefitId: row.benefit, region: row.region, line: row.line, period: row.period, fen: row.fen, state: row.state, ruling: row.ruling, foundAt: row.found_at.toISOString(),
    paidAt: row.paid_at?.toISOString() ?? null, isObjected: row.objected,
  }))
