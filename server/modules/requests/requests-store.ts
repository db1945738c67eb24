// Storing requests and what happened to them. Writes happen while the row is held (`getRequestForUpdate`).
// Lists of desks are in queue-store.ts, what the public reads in publications-store.ts.
import { column, json, together, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { openRow, sealRow } from '../../kernel/field-encryption.ts'
import { sealedTables } from '../../sealed-tables.ts'
import { termsOfRequest } from './looking-up.ts'
import { isAnswered, isJoined, requestStates, waitsOn } from './request.ts'
import { toRequest, sealTold, type RequestRow } from './request-row.ts'
import { requestLimits, type CitizenRequest, type RequestEvent } from './request-record.ts'

/** With what it is searched by and what has happened to it already, without words. False when one was sent with this key before. */
export const insertRequest = async (tx: Tx, one: CitizenRequest, events: readonly RequestEvent[]): Promise<boolean> => {
  const rows = await tx`
    with written as (
    insert into requests (id, number, key, region, grid, kind, channel, category, urgency, front, person_id, phone_digest, anonymous, sealed, understood, state, waits_on, revision, steps, round,
      line, unit_region, assignee_id, assignee, parent_id, course, clock_start_at, due_at, mark, look_at, grade, seconds, received_at, updated_at, answered_at, ended_at)
    values (${one.id}, ${one.number}, ${one.key}, ${one.region}, ${one.grid}, ${one.kind}, ${one.channel}, ${one.category}, ${one.urgency}, ${one.front}, ${one.personId}, ${one.phoneDigest},
      ${one.anonymous}, ${sealTold(one)}, ${json(one.understood)}, ${one.state}, ${waitsOn(one.state)}, ${one.revision}, ${one.steps}, ${one.round}, ${one.unit?.line ?? null}, ${one.unit?.region ?? null},
      ${one.assigneeId}, ${one.assignee}, ${one.parentId}, ${json(one.course)}, ${one.clockStartAt}, ${one.dueAt}, ${one.mark}, ${one.lookAt}, ${one.grade}, ${one.seconds}, ${one.receivedAt},
      ${one.updatedAt}, ${one.answeredAt}, ${one.endedAt})
    on conflict (key) do nothing returning id, region
    ), searched as (insert into request_terms (request_id, region, terms) select id, region, ${termsOfRequest(one)}::int[] from written)
    insert into request_actions (request_id, seq, region, action, actor_kind, actor_id, actor_name, at, detail)
    select written.id, event.seq, written.region, event.action, event.kind, event.actor, event.name, event.at, event.detail
    from written cross join unnest(${column(events, 'seq')}::int[], ${column(events, 'action')}::text[], ${column(events, 'actorKind')}::text[], ${column(events, 'actorId')}::text[],
      ${column(events, 'actorName')}::text[], ${column(events, 'at')}::timestamptz[], ${column(events, 'detail')}::jsonb[]) as event (seq, action, kind, actor, name, at, detail)
    returning 1`
  return rows.length > 0
}

/** Everything a step may change; what the reporter told stays. */
const changesOf = (tx: Tx, one: CitizenRequest) => tx`
    region = ${one.region}, kind = ${one.kind}, category = ${one.category}, urgency = ${one.urgency}, front = ${one.front}, understood = ${json(one.understood)}, state = ${one.state},
      waits_on = ${waitsOn(one.state)}, revision = ${one.revision}, steps = ${one.steps}, round = ${one.round}, line = ${one.unit?.line ?? null}, unit_region = ${one.unit?.region ?? null}, assignee_id = ${one.assigneeId},
      assignee = ${one.assignee}, parent_id = ${one.parentId}, course = ${json(one.course)}, clock_start_at = ${one.clockStartAt}, due_at = ${one.dueAt}, mark = ${one.mark}, look_at = ${one.lookAt},
      grade = ${one.grade}, seconds = ${one.seconds}, updated_at = ${one.updatedAt}, answered_at = ${one.answeredAt}, ended_at = ${one.endedAt}`

export const updateRequest = async (tx: Tx, one: CitizenRequest): Promise<void> => {
  await tx`update requests set ${changesOf(tx, one)} where id = ${one.id}`
}

/** What a step changes, and the step, in one statement. */
export const updateRequestBy = async (tx: Tx, one: CitizenRequest, event: RequestEvent): Promise<void> => {
  const acted = tx`
    with acted as (
      insert into request_actions (request_id, seq, region, action, actor_kind, actor_id, actor_name, at, detail)
      values (${one.id}, ${event.seq}, ${one.region}, ${event.action}, ${event.actorKind}, ${event.actorId}, ${event.actorName}, ${event.at}, ${json(event.detail)})
    ) update requests set ${changesOf(tx, one)} where id = ${one.id}`
  await (event.words === null ? acted : together([acted, insertWords(tx, one, event.seq, event.words)]))
}

const insertWords = async (tx: Tx, { id, region }: Pick<CitizenRequest, 'id' | 'region'>, seq: number, words: string): Promise<void> => {
  await tx`insert into request_words (request_id, seq, region, sealed) values (${id}, ${seq}, ${region}, ${sealRow(sealedTables.requestWords, `${id} ${seq}`, { words })})`
}

export const findRequest = async (read: Read, id: string): Promise<CitizenRequest | undefined> => {
  const [row] = await read<RequestRow[]>`select * from requests where id = ${id}`
  return row && toRequest(row)
}

export const findRequestByKey = async (read: Read, key: string): Promise<CitizenRequest | undefined> => {
  const [row] = await read<RequestRow[]>`select * from requests where key = ${key}`
  return row && toRequest(row)
}

export const findRequestByNumber = async (read: Read, number: string): Promise<CitizenRequest | undefined> => {
  const [row] = await read<RequestRow[]>`select * from requests where number = ${number}`
  return row && toRequest(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getRequestForUpdate = async (tx: Tx, id: string): Promise<CitizenRequest> => {
  const [row] = await tx<RequestRow[]>`select * from requests where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toRequest(row)
}

/** Held until the transaction ends, in the order of their ids. */
export const listRequestsForUpdate = async (tx: Tx, ids: readonly string[]): Promise<CitizenRequest[]> =>
  (await tx<RequestRow[]>`select * from requests where id = any(${[...ids]}::uuid[]) order by id for no key update`).map(toRequest)

export const listRequestsWithIds = async (read: Read, ids: readonly string[]): Promise<CitizenRequest[]> =>
  ids.length === 0 ? [] : (await read<RequestRow[]>`select * from requests where id = any(${[...ids]}::uuid[]) order by id desc`).map(toRequest)

/** Those of a resident, newest first. @param before id of the last one of the page before */
export const listRequestsOfPerson = async (read: Read, personId: string, limit = 50, before?: string): Promise<CitizenRequest[]> =>
  (await read<RequestRow[]>`select * from requests where person_id = ${personId} ${before ? read`and id < ${before}` : read``} order by id desc limit ${limit}`).map(toRequest)

/** Those of a telephone number by its digest (`phoneDigestOf`), newest first. */
export const listRequestsOfDigest = async (read: Read, digest: string, limit = 20): Promise<CitizenRequest[]> =>
  (await read<RequestRow[]>`select * from requests where phone_digest = ${digest} order by id desc limit ${limit}`).map(toRequest)

/** The first of those joined to it or split from it. */
export const listChildren = async (read: Read, id: string, limit: number): Promise<CitizenRequest[]> =>
  (await read<RequestRow[]>`select * from requests where parent_id = ${id} order by number limit ${limit}`).map(toRequest)

/** Duplicates that wait for the answer of the one that leads, so many of them; held until the transaction ends, in the order of their ids. */
export const listWaitingForUpdate = async (tx: Tx, leadId: string, limit: number): Promise<CitizenRequest[]> =>
  (await tx<RequestRow[]>`select * from requests where parent_id = ${leadId} and state = any(${requestStates.filter(isJoined)}) order by id limit ${limit} for no key update`).map(toRequest)

/** Duplicates that heard one of these answers of the one that leads and were promised something not done yet, so many of them; held as above. */
export const listPromisedForUpdate = async (tx: Tx, leadId: string, answerIds: readonly string[], limit: number): Promise<CitizenRequest[]> =>
  (await tx<RequestRow[]>`
    select * from requests where parent_id = ${leadId} and course ->> 'tree' = 'joined' and state = any(${requestStates.filter(isAnswered)}) and course -> 'answer' ->> 'id' = any(${[...answerIds]})
      and course -> 'answer' ->> 'outcome' = 'promised' and not (course -> 'answer' ->> 'kept')::boolean
    order by id limit ${limit} for no key update`).map(toRequest)

/** What happened to these between two instants, oldest first, without what anybody wrote. */
export const listActionsOfMany = async (read: Read, ids: readonly string[], { from, until, actions, limit, offset }: { from: Date; until: Date; actions: readonly RequestEvent['action'][]; limit: number; offset: number }): Promise<(Pick<RequestEvent, 'seq' | 'action' | 'at' | 'detail'> & { requestId: string })[]> =>
  (await read<(Pick<EventRow, 'seq' | 'action' | 'at' | 'detail'> & { request_id: string })[]>`
    select request_id, seq, action, at, detail from request_actions
    where request_id = any(${[...ids]}::uuid[]) and at >= ${from} and at <= ${until} and action = any(${[...actions]}::text[]) order by at, request_id, seq limit ${limit} offset ${offset}`)
    .map(({ request_id: requestId, at, ...row }) => ({ ...row, requestId, at: at.toISOString() }))

/** The parts of one that was split, in the order they were made. */
export const listParts = async (read: Read, id: string): Promise<CitizenRequest[]> =>
  (await read<RequestRow[]>`select * from requests where parent_id = ${id} and course ->> 'tree' = 'split' order by number limit ${requestLimits.children}`).map(toRequest)

type EventRow = { seq: number; action: RequestEvent['action']; actor_kind: string; actor_id: string; actor_name: string; at: Date; detail: Record<string, unknown>; sealed: string | null }

export const listRequestEvents = async (read: Read, id: string): Promise<RequestEvent[]> =>
  (await read<EventRow[]>`
    select request_actions.*, request_words.sealed from request_actions left join request_words using (request_id, seq) where request_id = ${id} order by seq`).map((row) => ({
    seq: row.seq, action: row.action, actorKind: row.actor_kind, actorId: row.actor_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail,
    words: row.sealed === null ? null : openRow<{ words: string }>(sealedTables.requestWords, `${id} ${row.seq}`, row.sealed).words,
  }))
