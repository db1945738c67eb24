// Storing days that cannot be counted yet. The key is what the day is of, so a day counted anew replaces the one that was awaited.
import type { Read, Tx } from '../../kernel/db.ts'

/** `from`: 'YYYY-MM-DD', which does not count itself; `days`: working days of the region after it. */
export type DayAwaited = { kind: string; subject: string; region: string; from: string; days: number }

type Row = { kind: string; subject: string; region: string; counts_from: string; days: number }

const toAwaited = ({ counts_from: from, ...row }: Row): DayAwaited => ({ ...row, from })

export const upsertDayAwaited = async (tx: Tx, { kind, subject, region, from, days }: DayAwaited, at: Date): Promise<void> => {
  await tx`
    insert into days_awaited (kind, subject, region, counts_from, days, awaited_at) values (${kind}, ${subject}, ${region}, ${from}, ${days}, ${at})
    on conflict (kind, subject) do update set region = excluded.region, counts_from = excluded.counts_from, days = excluded.days, awaited_at = excluded.awaited_at`
}

/** Takes it away to be filled in; false when somebody else has, or it is counted from another day by now. */
export const deleteDayAwaited = async (tx: Tx, { kind, subject, from, days }: DayAwaited): Promise<boolean> =>
  (await tx`delete from days_awaited where kind = ${kind} and subject = ${subject} and counts_from = ${from} and days = ${days} returning 1`).length > 0

/** Some of them, those after `after`. */
export const listDaysAwaited = async (read: Read, after: Pick<DayAwaited, 'kind' | 'subject'>, limit: number): Promise<DayAwaited[]> =>
  (await read<Row[]>`
    select kind, subject, region, counts_from, days from days_awaited where (kind, subject) > (${after.kind}, ${after.subject}) order by kind, subject limit ${limit}`).map(toAwaited)
