// What was offered and what became of it, counted for statistics.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { UndertakingKind } from './undertaking.ts'

/** A promise an applicant could have made in a case, and whether they did. */
export type Offer = { caseId: string; evidence: string; kind: UndertakingKind; used: boolean; personId: string; service: string; line: string; region: string; offeredOn: string }

export const insertOffers = async (tx: Tx, offers: readonly Offer[]): Promise<void> => {
  if (offers.length === 0) return
  const rows = offers.map((one) => ({ case_id: one.caseId, evidence: one.evidence, kind: one.kind, used: one.used, person_id: one.personId, service: one.service, line: one.line, region: one.region, offered_on: one.offeredOn }))
  await tx`insert into undertaking_offers select * from jsonb_populate_recordset(null::undertaking_offers, ${json(rows)})`
}

/** Of one service of one authority. `keptInTime` and `keptLate` together are those kept; `open` the rest that has not ended. */
export type Tally = { service: string; line: string; region: string; kind: UndertakingKind; offered: number; used: number; keptInTime: number; keptLate: number; open: number; late: number; breached: number; released: number }

/** Offered from the first to the last of these days, by service, authority and kind. */
export const listTallies = (read: Read, jurisdiction: JurisdictionFilter, { from, to, today }: { from: string; to: string; today: string }): Promise<Tally[]> =>
  read<Tally[]>`
    select o.service, o.line, o.region, o.kind, count(*)::int as offered, count(*) filter (where o.used)::int as used,
      count(*) filter (where u.state = 'kept' and not (coalesce(u.handed_in_on, (u.ended_at at time zone 'Asia/Shanghai')::date) > coalesce(u.due_on, '9999-12-31')))::int as "keptInTime",
      count(*) filter (where u.state = 'kept' and coalesce(u.handed_in_on, (u.ended_at at time zone 'Asia/Shanghai')::date) > coalesce(u.due_on, '9999-12-31'))::int as "keptLate",
      count(*) filter (where u.ended_at is null and u.id is not null)::int as open,
      count(*) filter (where u.ended_at is null and u.state in ('open', 'questioned') and u.due_on < ${today})::int as late,
      count(*) filter (where u.state = 'breached')::int as breached, count(*) filter (where u.state = 'released')::int as released
    from undertaking_offers o left join undertakings u on u.case_id = o.case_id and u.evidence = o.evidence and u.kind = o.kind
    where o.offered_on between ${from} and ${to} and ${inJurisdiction(read, jurisdiction, 'o.region', 'o.line')}
    group by o.service, o.line, o.region, o.kind order by used desc, offered desc, o.service, o.region, o.kind`
