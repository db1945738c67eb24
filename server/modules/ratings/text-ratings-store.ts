// Ratings that say how a guide or form page is written (`poor_text`, migration 0063), for designers: counted by part and span, and one by one.
// Held ones and those a supervisor excluded do not count.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { column, type Read } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Tag } from './grade.ts'
import type { Rating } from './rating.ts'
import { listRatingsWithIds } from './ratings-store.ts'

/** `of`: service or matter. `page`: section or form page, '' the whole. */
export type TextPart = { of: string; page: string }

const isCounted = (read: Read) => read`
  not exists (select 1 from rating_questions q where q.rating_id = ratings.id and ((q.kind = 'hold' and q.verdict is distinct from 'counted') or (q.kind = 'denied' and q.verdict = 'excluded')))`

/** Parts somebody rated poorly since an instant, the most often first. Lines do not matter: a guide is everybody's. */
export const listPoorParts = async (read: Read, places: JurisdictionFilter, since: string, limit: number): Promise<TextPart[]> =>
  (await read<TextPart[]>`
    select coalesce(service, matter) as of, coalesce(page, '') as page from ratings
    where poor_text and at >= ${since} and ${inJurisdiction(read, places, 'region', null)} and ${isCounted(read)}
    group by 1, 2 order by count(*) desc, 1, 2 limit ${limit}`).map(({ of, page }) => ({ of, page }))

/** ISO instants, the second not included. */
export type TextSpan = TextPart & { from: string; before: string }

/** `rated`: first words on this part in all grades; `poor`: those that say it is written poorly; `tags`: how often each was chosen in these. */
export type TextCount = { rated: number; poor: number; tags: Partial<Record<Tag, number>> }

/** In the order asked. */
export const countTextRatings = async (read: Read, places: JurisdictionFilter, spans: readonly TextSpan[]): Promise<TextCount[]> => {
  if (spans.length === 0) return []
  const within = read`
    coalesce(service, matter) = span.part_of and coalesce(page, '') = span.part_page and at >= span.since and at < span.until and ${inJurisdiction(read, places, 'region', null)} and ${isCounted(read)}`
  return read<TextCount[]>`
    select counted.rated, counted.poor, coalesce(said.tags, '{}') as tags
    from unnest(${column(spans, 'of')}::text[], ${column(spans, 'page')}::text[], ${column(spans, 'from')}::timestamptz[], ${column(spans, 'before')}::timestamptz[]) with ordinality as span (part_of, part_page, since, until, nth)
    cross join lateral (select count(*)::int as rated, (count(*) filter (where poor_text))::int as poor from ratings where round = 0 and coalesce(service, matter) is not null and ${within}) counted
    cross join lateral (
      select jsonb_object_agg(tag, n) as tags from (select tag, count(*)::int as n from ratings cross join unnest(tags) as tag where poor_text and ${within} group by tag) each) said
    order by span.nth`
}

/** Those that say a part is written poorly, newest first. @param after id of the last one of the page before */
export const listPoorRatings = async (read: Read, places: JurisdictionFilter, { of, page }: TextPart, { after, limit }: { after?: string | undefined; limit: number }): Promise<Rating[]> => {
  const rows = await read<{ id: string }[]>`
    select id from ratings
    where poor_text and coalesce(service, matter) = ${of} and coalesce(page, '') = ${page} and ${inJurisdiction(read, places, 'region', null)} and ${isCounted(read)}
      ${after ? read`and (at, id) < (select at, id from ratings where id = ${after})` : read``}
    order by at desc, id desc limit ${limit}`
  const found = new Map((await listRatingsWithIds(read, rows.map(({ id }) => id))).map((each) => [each.id, each]))
  return rows.flatMap(({ id }) => found.get(id) ?? [])
}
