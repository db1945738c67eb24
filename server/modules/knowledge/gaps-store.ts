// What agents looked for and did not find.
import type { Read, Tx } from '../../kernel/db.ts'

export type Gap = { region: string; words: string; times: number; firstAt: string; lastAt: string }

type Row = { region: string; words: string; times: number; first_at: Date; last_at: Date }

/** Counts one more; a gap that was closed opens again. */
export const upsertGap = async (tx: Tx, region: string, words: string, at: Date): Promise<void> => {
  await tx`
    insert into knowledge_gaps (region, words, times, first_at, last_at) values (${region}, ${words}, 1, ${at}, ${at})
    on conflict (region, words) do update set times = knowledge_gaps.times + 1, last_at = excluded.last_at, closed_at = null`
}

/** Open gaps of these regions, most looked for first. @param prefixes of region codes */
export const listGaps = async (read: Read, prefixes: readonly string[], limit: number): Promise<Gap[]> =>
  (await read<Row[]>`
    select region, words, times, first_at, last_at from knowledge_gaps where closed_at is null and region like any(${prefixes.map((prefix) => `${prefix}%`)}::text[])
    order by times desc, words limit ${limit}`).map(({ first_at: first, last_at: last, ...row }) => ({ ...row, firstAt: first.toISOString(), lastAt: last.toISOString() }))

/** Answered by now. False when it was closed, or there is none. */
export const updateGapClosed = async (tx: Tx, region: string, words: string, at: Date): Promise<boolean> =>
  (await tx`update knowledge_gaps set closed_at = ${at} where region = ${region} and words = ${words} and closed_at is null returning 1`).length > 0
