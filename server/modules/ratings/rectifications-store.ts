// What is done about bad ratings, in the database, with what happened in order.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { Rectification, RectificationLine, RectificationState } from './rectification.ts'

type Row = {
  rating_id: string; person_id: string | null; region: string; line: string; state: RectificationState; revision: number; due_on: string | null; reminded: number
  reply: string | null; public_words: string | null; public_reply: string | null; published_at: Date | null; created_at: Date; updated_at: Date; ended_at: Date | null
}

const toRectification = (row: Row): Rectification => ({
  ratingId: row.rating_id, personId: row.person_id, region: row.region, line: row.line, state: row.state, revision: row.revision, dueOn: row.due_on, reminded: row.reminded,
  reply: row.reply, publicWords: row.public_words, publicReply: row.public_reply, publishedAt: row.published_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})

export const insertRectification = async (tx: Tx, one: Rectification): Promise<void> => {
  await tx`
    insert into rectifications (rating_id, person_id, region, line, state, revision, due_on, created_at, updated_at)
    values (${one.ratingId}, ${one.personId}, ${one.region}, ${one.line}, ${one.state}, ${one.revision}, ${one.dueOn}, ${one.createdAt}, ${one.updatedAt})`
}

/** The caller holds the row. */
export const updateRectification = async (tx: Tx, one: Rectification): Promise<void> => {
  await tx`
    update rectifications set state = ${one.state}, revision = ${one.revision}, due_on = ${one.dueOn}, reminded = ${one.reminded}, reply = ${one.reply}, public_words = ${one.publicWords}, public_reply = ${one.publicReply},
      published_at = ${one.publishedAt}, updated_at = ${one.updatedAt}, ended_at = ${one.endedAt}
    where rating_id = ${one.ratingId}`
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getRectificationForUpdate = async (tx: Tx, ratingId: string): Promise<Rectification> => {
  const [row] = await tx<Row[]>`select * from rectifications where rating_id = ${ratingId} for no key update`
  if (!row) throw new Refusal('not_found')
  return toRectification(row)
}

export const listRectificationsOf = async (read: Read, ratingIds: readonly string[]): Promise<Rectification[]> =>
  ratingIds.length === 0 ? [] : (await read<Row[]>`select * from rectifications where rating_id = any(${[...ratingIds]}::uuid[])`).map(toRectification)

const dueOrLast = (read: Read) => read`coalesce(due_on, '9999-12-31'::date)`

/** Under way: what is due first at the top; else what ended last. */
export const listRectifications = async (read: Read, { jurisdiction, ended, limit }: { jurisdiction: JurisdictionFilter; ended: boolean; limit: number }): Promise<Rectification[]> => {
  const rows = ended
    ? await read<Row[]>`select * from rectifications where ended_at is not null and ${inJurisdiction(read, jurisdiction)} order by ended_at desc, rating_id desc limit ${limit}`
    : await read<Row[]>`select * from rectifications where ended_at is null and ${inJurisdiction(read, jurisdiction)} order by ${dueOrLast(read)}, rating_id limit ${limit}`
  return rows.map(toRectification)
}

/** Published ones, the newest first. */
export const listPublished = async (read: Read, before: string | undefined, limit: number): Promise<Rectification[]> =>
  (await read<Row[]>`
    select * from rectifications where published_at is not null ${before ? read`and (published_at, rating_id) < (select published_at, rating_id from rectifications where rating_id = ${before})` : read``}
    order by published_at desc, rating_id desc limit ${limit}`).map(toRectification)

/** Some whose day is over; those another worker holds are left to it. */
export const listLateForUpdate = async (tx: Tx, today: string, after: string | undefined, limit: number): Promise<Rectification[]> =>
  (await tx<Row[]>`
    select * from rectifications where ended_at is null and due_on < ${today} ${after ? tx`and (due_on, rating_id) > (select due_on, rating_id from rectifications where rating_id = ${after})` : tx``}
    order by due_on, rating_id limit ${limit} for no key update skip locked`).map(toRectification)

export const insertRectificationLine = async (tx: Tx, line: RectificationLine): Promise<void> => {
  await tx`
    insert into rectification_actions (rating_id, region, action, actor_kind, actor, actor_name, at, detail)
    values (${line.ratingId}, ${line.region}, ${line.action}, ${line.actorKind}, ${line.actor}, ${line.actorName}, ${line.at}, ${json(line.detail)})`
}

type LineRow = { rating_id: string; region: string; action: RectificationLine['action']; actor_kind: string; actor: string; actor_name: string; at: Date; detail: Record<string, unknown> }

/** In the order it happened. */
export const listRectificationLines = async (read: Read, ratingId: string): Promise<RectificationLine[]> =>
  (await read<LineRow[]>`select rating_id, region, action, actor_kind, actor, actor_name, at, detail from rectification_actions where rating_id = ${ratingId} order by seq`).map((row) => ({
    ratingId: row.rating_id, region: row.region, action: row.action, actorKind: row.actor_kind, actor: row.actor, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail,
  }))
