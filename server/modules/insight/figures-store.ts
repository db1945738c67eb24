// Figures in the database: notes are appended with the change they count, a job folds them into sums of days and months. What has not been
// folded yet is missing for less than a minute; nothing is counted twice, because a note goes in the transaction that adds it up.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, type Read, type Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Counts, Facet, FigureNote, Span, Topic } from './figure.ts'

export const insertFigureNotes = async (tx: Tx, notes: readonly FigureNote[]): Promise<void> => {
  if (notes.length === 0) return
  const rows = notes.map((note) => ({ n: 1, whole: true, ...note }))
  await tx`
    insert into figure_notes (topic, counted_on, region, line, parts, whole, measure, n)
    select topic, day, region, line, parts, whole::boolean, measure, n from unnest(${column(rows, 'topic')}::text[], ${column(rows, 'day')}::date[], ${column(rows, 'region')}::text[], ${column(rows, 'line')}::text[],
      ${column(rows, 'parts')}::jsonb[], ${column(rows, 'whole')}::text[], ${column(rows, 'measure')}::text[], ${column(rows, 'n')}::bigint[]) as note (topic, day, region, line, parts, whole, measure, n)`
}

/** Takes the oldest notes nobody else is taking and adds them up; returns how many. */
export const takeFigureNotes = async (tx: Tx, limit: number): Promise<number> => {
  const [done] = await tx<{ count: number }[]>`
    with taken as (
      delete from figure_notes where seq = any(array(select seq from figure_notes order by seq limit ${limit} for update skip locked)) returning *
    ), cells as (
      select topic, grain, facet, case grain when 'day' then counted_on else date_trunc('month', counted_on)::date end as starts_on, region, line, part, measure, sum(n)::bigint as n
      from taken
        cross join lateral (select 'unit' as facet, '' as part where whole union all select key, value from jsonb_each_text(parts)) as each_part
        cross join (values ('day'), ('month')) as grains (grain)
      group by 1, 2, 3, 4, 5, 6, 7, 8
    ), sums as (
      select topic, grain, facet, starts_on, region, line, part, jsonb_object_agg(measure, n) as by from cells group by 1, 2, 3, 4, 5, 6, 7
    ), folded as (
      insert into figures as f (topic, grain, facet, starts_on, region, line, part, received, handled, on_time, late, solved, unsolved, returned, redone, minutes, very_satisfied, satisfied, neutral, unsatisfied, very_unsatisfied, held, excluded)
      select topic, grain, facet, starts_on, region, line, part,
        coalesce((by -> 'received')::bigint, 0), coalesce((by -> 'handled')::bigint, 0), coalesce((by -> 'onTime')::bigint, 0), coalesce((by -> 'late')::bigint, 0), coalesce((by -> 'solved')::bigint, 0),
        coalesce((by -> 'unsolved')::bigint, 0), coalesce((by -> 'returned')::bigint, 0), coalesce((by -> 'redone')::bigint, 0), coalesce((by -> 'minutes')::bigint, 0), coalesce((by -> 'verySatisfied')::bigint, 0),
        coalesce((by -> 'satisfied')::bigint, 0), coalesce((by -> 'neutral')::bigint, 0), coalesce((by -> 'unsatisfied')::bigint, 0), coalesce((by -> 'veryUnsatisfied')::bigint, 0), coalesce((by -> 'held')::bigint, 0), coalesce((by -> 'excluded')::bigint, 0)
      from sums order by topic, grain, facet, starts_on, region, line, part
      on conflict (topic, grain, facet, starts_on, region, line, part) do update set
        received = f.received + excluded.received, handled = f.handled + excluded.handled, on_time = f.on_time + excluded.on_time, late = f.late + excluded.late, solved = f.solved + excluded.solved,
        unsolved = f.unsolved + excluded.unsolved, returned = f.returned + excluded.returned, redone = f.redone + excluded.redone, minutes = f.minutes + excluded.minutes,
        very_satisfied = f.very_satisfied + excluded.very_satisfied, satisfied = f.satisfied + excluded.satisfied, neutral = f.neutral + excluded.neutral, unsatisfied = f.unsatisfied + excluded.unsatisfied,
        very_unsatisfied = f.very_unsatisfied + excluded.very_unsatisfied, held = f.held + excluded.held, excluded = f.excluded + excluded.excluded
      returning 1
    )
    select (select count(*)::int from taken) as count, (select count(*) from folded) as cells`
  return done?.count ?? 0
}

const sums = (read: Read) => read`
  coalesce(sum(received), 0)::bigint as received, coalesce(sum(handled), 0)::bigint as handled, coalesce(sum(on_time), 0)::bigint as "onTime", coalesce(sum(late), 0)::bigint as late, coalesce(sum(solved), 0)::bigint as solved,
  coalesce(sum(unsolved), 0)::bigint as unsolved, coalesce(sum(returned), 0)::bigint as returned, coalesce(sum(redone), 0)::bigint as redone, coalesce(sum(minutes), 0)::bigint as minutes,
  coalesce(sum(very_satisfied), 0)::bigint as "verySatisfied", coalesce(sum(satisfied), 0)::bigint as satisfied, coalesce(sum(neutral), 0)::bigint as neutral, coalesce(sum(unsatisfied), 0)::bigint as unsatisfied,
  coalesce(sum(very_unsatisfied), 0)::bigint as "veryUnsatisfied", coalesce(sum(held), 0)::bigint as held, coalesce(sum(excluded), 0)::bigint as excluded`

/** `region`: only of what lies in it. */
export type FigureFilter = { jurisdiction: JurisdictionFilter; topics: readonly Topic[]; span: Span; line?: string | undefined }

const within = (read: Read, facet: Facet, { jurisdiction, topics, span, line }: FigureFilter) => read`
  topic = any(${[...topics]}) and grain = ${span.grain} and facet = ${facet} and starts_on >= ${span.from} and starts_on < ${span.before} and ${inJurisdiction(read, jurisdiction)} ${line === undefined ? read`` : read`and line = ${line}`}`

/** Of everything together. */
export const findTotals = async (read: Read, filter: FigureFilter): Promise<Counts | undefined> =>
  (await read<Counts[]>`select ${sums(read)} from figures where ${within(read, 'unit', filter)}`)[0]

/** Day by day or month by month, in order; days on which nothing happened are left out. */
export const listTrend = async (read: Read, filter: FigureFilter): Promise<(Counts & { on: string })[]> =>
  read<(Counts & { on: string })[]>`select starts_on as on, ${sums(read)} from figures where ${within(read, 'unit', filter)} group by starts_on order by starts_on`

/** By unit, in order of line and region. */
export const listUnits = async (read: Read, filter: FigureFilter): Promise<(Counts & { region: string; line: string })[]> =>
  read<(Counts & { region: string; line: string })[]>`select region, line, ${sums(read)} from figures where ${within(read, 'unit', filter)} group by region, line order by line, region`

/** By one property, the most received first. @param limit of the answer */
export const listParts = async (read: Read, facet: Exclude<Facet, 'unit'>, filter: FigureFilter, limit: number): Promise<(Counts & { part: string })[]> =>
  read<(Counts & { part: string })[]>`
    select part, ${sums(read)} from figures where ${within(read, facet, filter)} group by part
    order by sum(received + very_satisfied + satisfied + neutral + unsatisfied + very_unsatisfied) desc, part limit ${limit}`
