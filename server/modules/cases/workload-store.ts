// How much each colleague has: open, soon due, late, and finished since a day, within a jurisdiction.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'

/** Cases in the hands of one official; null: in nobody's. */
export type Load = { staffId: string | null; open: number; soon: number; late: number; supplement: number; done: number }

/** @param since 'YYYY-MM-DD', finished on or after it */
export const listLoads = async (read: Read, { jurisdiction, today, soonOn, since }: { jurisdiction: JurisdictionFilter; today: string; soonOn: string; since: string }): Promise<Load[]> =>
  read<Load[]>`
    select "staffId", sum(open)::int as open, sum(soon)::int as soon, sum(late)::int as late, sum(supplement)::int as supplement, sum(done)::int as done
    from (
      select assignee_id as "staffId", count(*) as open,
        count(*) filter (where clock_from is not null and promised_on >= ${today} and promised_on <= ${soonOn}) as soon,
        count(*) filter (where clock_from is not null and promised_on < ${today}) as late,
        count(*) filter (where state = 'supplement') as supplement, 0 as done
      from cases where ended_at is null and state <> 'waiting' and ${inJurisdiction(read, jurisdiction)} group by assignee_id
      union all
      select assignee_id, 0, 0, 0, 0, count(*) from cases
      where ended_at is not null and assignee_id is not null and ended_at >= (${since}::timestamp at time zone 'Asia/Shanghai') and ${inJurisdiction(read, jurisdiction)} group by assignee_id
    ) counted group by "staffId"`
