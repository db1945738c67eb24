// Storing requests for access, what happened to them, and which are in force. Rows found for work are held until the transaction ends.
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { json, type Read, type Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { AccessRequest, AccessRequestEvent } from './access-request.ts'

type Row = {
  id: string; number: string; resource: string; resource_title: AccessRequest['resourceTitle']; region: string; line: string; service: string | null; owner_region: string; owner_line: string; fields: string[]
  granted_fields: string[] | null; purpose: string; legal_basis: AccessRequest['legalBasis']; per_day: number | null; until_on: string | null; batch: boolean; renews: string | null; state: AccessRequest['state']
  due_on: string | null; revision: number; reminded: boolean; asked_by: string; asked_at: Date; updated_at: Date
}

const toRequest = (row: Row): AccessRequest => ({
  id: row.id, number: row.number, resource: row.resource, resourceTitle: row.resource_title, region: row.region, line: row.line, service: row.service, ownerRegion: row.owner_region, ownerLine: row.owner_line,
  fields: row.fields, grantedFields: row.granted_fields, purpose: row.purpose, legalBasis: row.legal_basis, perDay: row.per_day, until: row.until_on, batch: row.batch, renews: row.renews, state: row.state, dueOn: row.due_on,
  revision: row.revision, reminded: row.reminded, askedBy: row.asked_by, askedAt: row.asked_at.toISOString(), updatedAt: row.updated_at.toISOString(),
})

const orNull = (value: unknown): string | null => (value === null ? null : json(value))

export const insertAccessRequest = async (tx: Tx, one: AccessRequest): Promise<void> => {
  await tx`
    insert into access_requests (id, number, resource, resource_title, region, line, service, owner_region, owner_line, fields, granted_fields, purpose, legal_basis, per_day, until_on, batch, renews, state, due_on, revision,
      reminded, asked_by, asked_at, updated_at)
    values (${one.id}, ${one.number}, ${one.resource}, ${json(one.resourceTitle)}, ${one.region}, ${one.line}, ${one.service}, ${one.ownerRegion}, ${one.ownerLine}, ${json(one.fields)}, ${orNull(one.grantedFields)}, ${one.purpose},
      ${json(one.legalBasis)}, ${one.perDay}, ${one.until}, ${one.batch}, ${one.renews}, ${one.state}, ${one.dueOn}, ${one.revision}, ${one.reminded}, ${one.askedBy}, ${one.askedAt}, ${one.updatedAt})`
}

/** Stores what changes on the way. The caller holds the row. */
export const updateAccessRequest = async (tx: Tx, one: AccessRequest): Promise<void> => {
  await tx`
    update access_requests set granted_fields = ${orNull(one.grantedFields)}, per_day = ${one.perDay}, until_on = ${one.until}, batch = ${one.batch}, state = ${one.state}, due_on = ${one.dueOn}, revision = ${one.revision},
      reminded = ${one.reminded}, updated_at = ${one.updatedAt}
    where id = ${one.id}`
}

export const findAccessRequest = async (read: Read, id: string): Promise<AccessRequest | undefined> => {
  const [row] = await read<Row[]>`select * from access_requests where id = ${id}`
  return row && toRequest(row)
}

/** Held until the transaction ends. @throws Refusal not_found */
export const getAccessRequestForUpdate = async (tx: Tx, id: string): Promise<AccessRequest> => {
  const [row] = await tx<Row[]>`select * from access_requests where id = ${id} for no key update`
  if (!row) throw new Refusal('not_found')
  return toRequest(row)
}

/** `asking`, `owning`: places on either side whose requests are meant; `open`: only those somebody has to answer. */
export type RequestFilter = { asking: JurisdictionFilter; owning: JurisdictionFilter; open: boolean; after?: string; limit: number }

/** The newest first. */
export const listAccessRequests = async (read: Read, { asking, owning, open, after, limit }: RequestFilter): Promise<AccessRequest[]> =>
  (await read<Row[]>`
    select * from access_requests where (${inJurisdiction(read, asking, 'region', 'line')} or ${inJurisdiction(read, owning, 'owner_region', 'owner_line')})
      ${open ? read`and state in ('submitted', 'disputed')` : read``} ${after ? read`and id < ${after}` : read``}
    order by id desc limit ${limit}`).map(toRequest)

/** What was given of one resource and not taken back, also what has run out since; the newest first. */
export const listGrantedOf = async (read: Read, resource: string): Promise<AccessRequest[]> =>
  (await read<Row[]>`select * from access_requests where resource = ${resource} and state = 'granted' order by id desc limit 500`).map(toRequest)

/** Every grant there is, the newest first. */
export const listGranted = async (read: Read): Promise<AccessRequest[]> => (await read<Row[]>`select * from access_requests where state = 'granted' order by id desc`).map(toRequest)

/** Held: grants whose last day is not after `soon` and of which nobody was reminded, and those that ended before `today`. */
export const listEndingForUpdate = async (tx: Tx, today: string, soon: string): Promise<AccessRequest[]> =>
  (await tx<Row[]>`
    select * from access_requests where state = 'granted' and until_on is not null and (until_on < ${today} or (until_on <= ${soon} and not reminded))
    order by until_on, id limit 200 for no key update skip locked`).map(toRequest)

export const insertAccessRequestEvent = async (tx: Tx, requestId: string, event: AccessRequestEvent): Promise<void> => {
  await tx`
    insert into access_request_actions (request_id, action, staff_id, actor_name, at, detail)
    values (${requestId}, ${event.action}, ${event.staffId}, ${event.actorName}, ${event.at}, ${json(event.detail)})`
}

/** What happened to a request, oldest first. */
export const listAccessRequestEvents = async (read: Read, requestId: string): Promise<AccessRequestEvent[]> =>
  (await read<{ action: AccessRequestEvent['action']; staff_id: string | null; actor_name: string; at: Date; detail: AccessRequestEvent['detail'] }[]>`select * from access_request_actions where request_id = ${requestId} order by seq`)
    .map((row) => ({ action: row.action, staffId: row.staff_id, actorName: row.actor_name, at: row.at.toISOString(), detail: row.detail }))
