// Ratings in the database: added, never changed; the table refuses it. Free words are sealed.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { only, type Read, type Tx } from '../../kernel/db.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import { sealedTables } from '../../sealed-tables.ts'
import type { Rating, SubjectKind } from './rating.ts'

type Row = {
  id: string; subject_kind: SubjectKind; subject: string; instance: string; round: 0 | 1; first_id: string | null; number: string | null; person_id: string | null; region: string; line: string
  service: string | null; matter: string | null; category: string | null; staff_id: string | null; outlet: string | null; counter: string | null; page: string | null
  grade: Rating['grade']; tags: Rating['tags']; sealed: string; channel: Rating['channel']; verified: Rating['verified']; source_digest: string | null; held: Rating['held']; at: Date
}

const toRating = (row: Row): Rating => ({
  id: row.id, kind: row.subject_kind, subject: row.subject, instance: row.instance, round: row.round, firstId: row.first_id, number: row.number, personId: row.person_id, region: row.region, line: row.line,
  service: row.service, matter: row.matter, category: row.category, staffId: row.staff_id, outlet: row.outlet, counter: row.counter, page: row.page,
  grade: row.grade, tags: row.tags, words: openRow<{ words: string | null }>(sealedTables.ratings, row.id, row.sealed).words,
  channel: row.channel, verified: row.verified, sourceDigest: row.source_digest, held: row.held, at: row.at.toISOString(),
})

/** False when this instance has been rated in this round: whoever comes first. */
export const insertRating = async (tx: Tx, one: Rating): Promise<boolean> =>
  (await tx`
    insert into ratings (id, subject_kind, subject, instance, round, first_id, number, person_id, region, line, service, matter, category, staff_id, outlet, counter, page, grade, tags, sealed, channel, verified, source_digest, held, at)
    values (${one.id}, ${one.kind}, ${one.subject}, ${one.instance}, ${one.round}, ${one.firstId}, ${one.number}, ${one.personId}, ${one.region}, ${one.line}, ${one.service}, ${one.matter}, ${one.category}, ${one.staffId}, ${one.outlet},
      ${one.counter}, ${one.page}, ${one.grade}, ${one.tags}, ${sealRow(sealedTables.ratings, one.id, { words: one.words })}, ${one.channel}, ${one.verified}, ${one.sourceDigest}, ${one.held}, ${one.at})
    on conflict (subject_kind, instance, round) do nothing returning 1`).length > 0

export const findRating = async (read: Read, id: string): Promise<Rating | undefined> => {
  const [row] = await read<Row[]>`select * from ratings where id = ${id}`
  return row && toRating(row)
}

/** Both rounds of these instances, in order. */
export const listRatingsOf = async (read: Read, kind: SubjectKind, instances: readonly string[]): Promise<Rating[]> =>
  instances.length === 0 ? [] : (await read<Row[]>`select * from ratings where subject_kind = ${kind} and instance = any(${[...instances]}) order by instance, round`).map(toRating)

export const listRatingsWithIds = async (read: Read, ids: readonly string[]): Promise<Rating[]> =>
  ids.length === 0 ? [] : (await read<Row[]>`select * from ratings where id = any(${[...ids]}::uuid[])`).map(toRating)

/** The word after rectification. */
export const findSecond = async (read: Read, firstId: string): Promise<Rating | undefined> => {
  const [row] = await read<Row[]>`select * from ratings where first_id = ${firstId}`
  return row && toRating(row)
}

/** The newest first. */
export const listRatingsBy = async (read: Read, personId: string, limit: number): Promise<Rating[]> =>
  (await read<Row[]>`select * from ratings where person_id = ${personId} order by at desc, id desc limit ${limit}`).map(toRating)

/** Those that count for an official, the newest first. */
export const listRatingsAbout = async (read: Read, staffId: string, limit: number): Promise<Rating[]> =>
  (await read<Row[]>`select * from ratings where staff_id = ${staffId} order by at desc limit ${limit}`).map(toRating)

/** Of a jurisdiction, the newest first; `before` is the id of the last of the page before. */
export const listRatings = async (read: Read, { jurisdiction, before, limit }: { jurisdiction: JurisdictionFilter; before?: string | undefined; limit: number }): Promise<Rating[]> =>
  (await read<Row[]>`
    select * from ratings where ${inJurisdiction(read, jurisdiction)} ${before ? read`and (at, id) < (select at, id from ratings where id = ${before})` : read``}
    order by at desc, id desc limit ${limit}`).map(toRating)

/** How many came from one device or address since then: at kiosks, or anywhere else. */
export const countFromSource = async (read: Read, sourceDigest: string, atKiosk: boolean, since: Date): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from ratings where source_digest = ${sourceDigest} and (channel = 'kiosk') = ${atKiosk} and at > ${since}`).count

/** How many were given at one window since then. */
export const countAtCounter = async (read: Read, outlet: string, counter: string, since: Date): Promise<number> =>
  only(await read<{ count: number }[]>`select count(*)::int as count from ratings where outlet = ${outlet} and counter = ${counter} and at > ${since}`).count

/** Properties the ratings behind a figure are asked by. */
export const countedFacets = ['unit', 'category', 'channel', 'subject', 'service', 'staff'] as const
export type CountedFacet = (typeof countedFacets)[number]

/** `from`, `before`: instants. `part`: of the facet; a unit is its line and region. `after`: id of the last one of the page before. */
export type CountedRatings = {
  held: boolean; topic?: 'requests' | 'ratings' | undefined; jurisdiction: JurisdictionFilter; from: string; before: string; line?: string | undefined
  facet?: CountedFacet | undefined; part?: string | undefined; after?: string | undefined; limit: number
}

const ofPart = (read: Read, facet: CountedFacet | undefined, part = '') => {
  if (facet === undefined) return read``
  if (facet === 'unit') return read`and line || ' ' || region = ${part}`
  if (facet === 'staff') return read`and staff_id::text = ${part} and not exists (select 1 from rating_questions q where q.rating_id = ratings.id and q.kind = 'appeal' and q.verdict = 'excluded')`
  return read`and ${read({ category: 'category', channel: 'channel', subject: 'subject_kind', service: 'service' }[facet])} = ${part}`
}

/** The ratings behind a figure: first words given within a span, those that count, or those held; newest first. */
export const listCountedRatings = async (read: Read, { held, topic, jurisdiction, from, before, line, facet, part, after, limit }: CountedRatings): Promise<Rating[]> =>
  (await read<Row[]>`
    select * from ratings
    where ${inJurisdiction(read, jurisdiction)} and at >= ${from} and at < ${before} and round = 0 ${line ? read`and line = ${line}` : read``}
      ${topic === undefined ? read`` : topic === 'requests' ? read`and subject_kind = 'request'` : read`and subject_kind <> 'request'`} ${ofPart(read, facet, part)}
      and not exists (select 1 from rating_questions q where q.rating_id = ratings.id and q.kind in ('hold', 'denied') and q.verdict = 'excluded')
      and ${held ? read`` : read`not`} exists (select 1 from rating_questions q where q.rating_id = ratings.id and q.kind = 'hold' and q.verdict is null)
      ${after ? read`and (at, id) < (select at, id from ratings where id = ${after})` : read``}
    order by at desc, id desc limit ${limit}`).map(toRating)
