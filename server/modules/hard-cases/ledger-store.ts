// The ledger (工作台账) in the database: lists for desks, search over earlier ones, and what recurs.
// Places are ranges of region codes, so that an index of the place serves; digits sort before '~'.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import type { Read } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { HardCase } from './hard-case.ts'
import { toHardCase, type HardCaseRow } from './hard-case-row.ts'

/** Days 'YYYY-MM-DD', in China. `state` absent: all. */
export type LedgerFilter = {
  places: JurisdictionFilter
  /** only those somebody works on, most urgent first; otherwise all, newest first */
  open: boolean
  coordinatorId?: string
  states?: readonly HardCase['state'][]
  region?: string
  category?: string
  line?: string
  /** terms that must all be there */
  terms?: readonly string[]
  from?: string
  until?: string
  /** id of the last one of the page before */
  after?: string
  limit: number
}

/** A day begins at midnight in China. */
const begins = (day: string): string => `${day}T00:00:00+08:00`

const meeting = (read: Read, { places, coordinatorId, states, region, category, line, terms, from, until }: Omit<LedgerFilter, 'open' | 'limit'>) => read`
  ${inJurisdiction(read, places, 'region', null)}
  ${coordinatorId ? read`and coordinator_id = ${coordinatorId}` : read``}
  ${states ? read`and state = any(${[...states]})` : read``}
  ${region ? read`and region = ${region}` : read``}
  ${category ? read`and category = ${category}` : read``}
  ${line ? read`and exists (select 1 from hard_case_opinions o where o.hard_case_id = hard_cases.id and o.line = ${line})` : read``}
  ${terms && terms.length > 0 ? read`and terms @> ${[...terms]}` : read``}
  ${from ? read`and created_at >= ${begins(from)}` : read``}
  ${until ? read`and created_at < ${begins(until)}::timestamptz + interval '1 day'` : read``}`

/** Open ones most urgent first, or all newest first. */
export const listLedger = async (read: Read, filter: LedgerFilter): Promise<HardCase[]> => {
  const { open, after, limit } = filter
  const rows = await read<HardCaseRow[]>`
    select * from hard_cases
    where ${meeting(read, filter)} ${open ? read`and ended_at is null` : read``}
      ${after === undefined ? read`` : open
        ? read`and (coalesce(sort_on, answer_on, '9999-12-31'), id) > (select coalesce(sort_on, answer_on, '9999-12-31'), id from hard_cases where id = ${after})`
        : read`and id < ${after}`}
    order by ${open ? read`coalesce(sort_on, answer_on, '9999-12-31'), id` : read`id desc`} limit ${limit}`
  return rows.map(toHardCase)
}

export type Similar = { id: string; number: string; title: string; region: string; state: HardCase['state']; answer: HardCase['answer']; createdAt: string; share: number }

const mostAsked = 60
const leastShare = 0.25

/** Those most like it in these places: by the share of its terms they have, the rarer the term the more it counts; how many there are in all as the planner knows it. */
export const listSimilar = async (read: Read, places: JurisdictionFilter, { id, terms }: { id: string; terms: readonly string[] }, limit: number): Promise<Similar[]> => {
  const rows = await read<{ id: string; number: string; title: string; region: string; state: HardCase['state']; answer: HardCase['answer']; created_at: Date; share: number }[]>`
    with asked as (
      select term, ln(1 + (select greatest(reltuples, 1) from pg_class where oid = 'hard_cases'::regclass) / greatest((select count(*) from hard_cases where terms @> array[term]), 1)) as weight
      from unnest(${terms.slice(0, mostAsked)}::text[]) as asked (term)
    ), hits as (
      select hard_cases.id, sum(weight) / (select sum(weight) from asked) as share
      from asked join hard_cases on terms @> array[term] where hard_cases.id <> ${id} and ${inJurisdiction(read, places, 'region', null)} group by hard_cases.id
    )
    select id, number, title, region, state, answer, created_at, share from hits join hard_cases using (id) where share >= ${leastShare} order by share desc, id desc limit ${limit}`
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }))
}

export type DeskCounts = { toSort: number; mine: number; open: number; late: number; answered: number }

/** What each view of a desk holds. @param today 'YYYY-MM-DD' @param unsorted states before sorting @param told states that await the applicant's word */
export const countDesk = async (read: Read, places: JurisdictionFilter, { staffId, today, unsorted, told }: { staffId: string; today: string; unsorted: readonly string[]; told: readonly string[] }): Promise<DeskCounts> => {
  const [row] = await read<DeskCounts[]>`
    select count(*) filter (where state = any(${[...unsorted]}))::int as "toSort",
      count(*) filter (where coordinator_id = ${staffId} and ended_at is null)::int as mine,
      count(*) filter (where ended_at is null)::int as open,
      count(*) filter (where ended_at is null and coalesce(sort_on, answer_on) < ${today})::int as late,
      count(*) filter (where state = any(${[...told]}))::int as answered
    from hard_cases where ${inJurisdiction(read, places, 'region', null)}`
  return row ?? { toSort: 0, mine: 0, open: 0, late: 0, answered: 0 }
}

type Period = Pick<LedgerFilter, 'places' | 'from' | 'until'>
export type Group = { value: string; count: number; ended: number; days: number | null }

const groups = (read: Read, period: Period, by: 'category' | 'region' | 'state') => read<Group[]>`
  select coalesce(${read(by)}, '') as value, count(*)::int as count, count(ended_at)::int as ended,
    round(percentile_cont(0.5) within group (order by extract(epoch from ended_at - created_at) / 86400)::numeric, 1)::float8 as days
  from hard_cases where ${meeting(read, period)} group by 1 order by count desc, value`

export type LineCount = { line: string; asked: number; given: number; late: number }
export type WordCount = { word: string; count: number }
export type MonthCount = { month: string; received: number; ended: number }
export type Recurring = { categories: Group[]; regions: Group[]; states: Group[]; lines: LineCount[]; words: WordCount[]; months: MonthCount[]; days: number | null }

/** What recurs: by category, region, state, line and keyword, by month; `days`: the median from hand-in to the answer, in calendar days. @param today 'YYYY-MM-DD' */
export const countRecurring = async (read: Read, period: Period, today: string): Promise<Recurring> => {
  const [categories, regions, states, lines, words, months, [middle]] = await Promise.all([
    groups(read, period, 'category'), groups(read, period, 'region'), groups(read, period, 'state'),
    read<LineCount[]>`
      select line, count(*)::int as asked, count(given_at)::int as given,
        count(*) filter (where coalesce((given_at at time zone 'Asia/Shanghai')::date, ${today}::date) > due_on)::int as late
      from hard_case_opinions where hard_case_id in (select id from hard_cases where ${meeting(read, period)}) group by line order by asked desc, line`,
    read<WordCount[]>`
      select word, count(*)::int as count from hard_cases, unnest(keywords) as word where ${meeting(read, period)} group by word order by count desc, word limit 30`,
    read<MonthCount[]>`
      select to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*)::int as received, count(ended_at)::int as ended
      from hard_cases where ${meeting(read, period)} group by 1 order by 1 desc limit 24`,
    read<{ days: number | null }[]>`
      select round(percentile_cont(0.5) within group (order by extract(epoch from ended_at - created_at) / 86400)::numeric, 1)::float8 as days
      from hard_cases where ${meeting(read, period)}`,
  ])
  return { categories, regions, states, lines, words, months, days: middle?.days ?? null }
}
