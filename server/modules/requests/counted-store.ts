// The requests behind a figure: those that came in within a span, counted for the unit they stay with.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { centreLine } from './access.ts'
import { toRequest, type RequestRow } from './request-row.ts'
import type { CitizenRequest, Unit } from './request-record.ts'

/** received: all; handled: answered at least once; returned, redone: each time one was sent back, or given to the unit above. */
export const countedMeasures = ['received', 'handled', 'redone', 'returned'] as const
export type CountedMeasure = (typeof countedMeasures)[number]

/** A request as often as it is counted. `seq`: of the step that counts; 0 for those counted once. */
export type Counted = { one: CitizenRequest; seq: number }

/** `from`, `before`: instants. `street`: region of nine digits. `after`: the last one of the page before. */
export type CountedFilter = {
  measure: CountedMeasure; jurisdiction: JurisdictionFilter; from: string; before: string; limit: number
  unit?: Unit | undefined; line?: string | undefined; category?: string | undefined; kind?: string | undefined; channel?: string | undefined; street?: string | undefined; after?: { id: string; seq: number } | undefined
}

/** Each time a step was taken, and the unit it counts for: who sent it back, or whose answer was not enough. */
const countedSteps = (read: Read, actions: readonly ('return' | 'redo')[]) => read`
  select a.seq, a.action, coalesce(a.detail -> (case a.action when 'return' then 'unit' else 'before' end) ->> 'line', ${centreLine}) as counted_line,
    coalesce(a.detail -> (case a.action when 'return' then 'unit' else 'before' end) ->> 'region', requests.region) as counted_region
  from request_actions a where a.request_id = requests.id and a.action = any(${[...actions]}::text[])`

/** As `countedUnit`. */
const standing = (read: Read) => read`
  select 0 as seq, coalesce(course -> 'first' ->> 'line', line, ${centreLine}) as counted_line, coalesce(course -> 'first' ->> 'region', unit_region, region) as counted_region`

/** Newest first. */
export const listCounted = async (read: Read, { measure, jurisdiction, from, before, unit, line, category, kind, channel, street, after, limit }: CountedFilter): Promise<Counted[]> =>
  (await read<(RequestRow & { seq: number })[]>`
    select requests.*, counted.seq from requests cross join lateral (${measure === 'returned' ? countedSteps(read, ['return']) : measure === 'redone' ? countedSteps(read, ['redo']) : standing(read)}) counted
    where received_at >= ${from} and received_at < ${before} and ${inJurisdiction(read, jurisdiction, 'counted_region', 'counted_line')}
      ${measure === 'handled' ? read`and course -> 'first' ->> 'line' is not null` : read``}
      ${unit ? read`and counted_line = ${unit.line} and counted_region = ${unit.region}` : read``} ${line ? read`and counted_line = ${line}` : read``}
      ${category ? read`and category = ${category}` : read``} ${kind ? read`and kind = ${kind}` : read``} ${channel ? read`and channel = ${channel}` : read``} ${street ? read`and region = ${street}` : read``}
      ${after ? read`and id <= ${after.id} and (id, counted.seq) < (${after.id}::uuid, ${after.seq}::int)` : read``}
    order by id desc, counted.seq desc limit ${limit}`).map((row) => ({ one: toRequest(row), seq: row.seq }))

/** Each time a request was sent back or done anew. */
export const listCountedSteps = async (read: Read, id: string): Promise<{ measure: 'returned' | 'redone'; unit: Unit }[]> =>
  (await read<{ action: string; counted_line: string; counted_region: string }[]>`
    select counted.* from requests cross join lateral (${countedSteps(read, ['return', 'redo'])}) counted where requests.id = ${id}`).map((row) => ({
    measure: row.action === 'return' ? 'returned' : 'redone', unit: { line: row.counted_line, region: row.counted_region },
  }))
