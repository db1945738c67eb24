// Lists of desks: what waits for a unit, for the request centre, for the arbiter; searches by number and words. Danger first, then what is due first.
import { only, type Read, type Tx } from '../../kernel/db.ts'
import { inJurisdiction } from '../../kernel/jurisdiction-store.ts'
import type { JurisdictionFilter } from '../../kernel/authz.ts'
import { instantOfId, monthTerms, says, searchTerms } from './looking-up.ts'
import { toRequest, type RequestRow } from './request-row.ts'
import type { CitizenRequest } from './request-record.ts'

/** Held until the transaction ends; those another process is looking at are left to it. */
export const listDueForUpdate = async (tx: Tx, at: Date, limit: number): Promise<CitizenRequest[]> =>
  (await tx<RequestRow[]>`select * from requests where look_at <= ${at} order by look_at, id limit ${limit} for no key update skip locked`).map(toRequest)

/** Of which unit exactly; `line` null: every line of the place. */
export type Desk = { line: string | null; region: string }

const ofDesks = (read: Read, desks: readonly Desk[]) =>
  read`(${desks.reduce((found, { line, region }) => read`${found} or (unit_region = ${region} ${line === null ? read`` : read`and line = ${line}`})`, read`false`)})`

export type QueueFilter = {
  /** what a unit has to do, what waits at the centre or the arbiter, everything of these desks or places */
  view: 'unit' | 'mine' | 'helping' | 'centre' | 'arbiter' | 'late' | 'ofUnit' | 'ofPlace'
  desks: readonly Desk[]
  places: JurisdictionFilter
  staffId: string
  category?: string | undefined
  kind?: string | undefined
  /** words of title and address, and now: a search begins with the newest months */
  words?: string | undefined
  at: Date
  after?: string | undefined
  limit: number
}

/** `terms`: what the words are found by. */
type PageFilter = Omit<QueueFilter, 'words'> & { terms?: readonly number[] | undefined }

const narrowed = (read: Read, { category, kind, terms }: PageFilter) => read`
  ${category ? read`and (category = ${category} or category like ${`${category}/%`})` : read``} ${kind ? read`and kind = ${kind}` : read``}
  ${terms ? read`and id in (select request_id from request_terms where terms @> ${[...terms]}::int[])` : read``}`

const soonest = (read: Read, after: string | undefined) =>
  after === undefined ? read`` : read`and (not front, coalesce(due_at, 'infinity'), id) > (select not front, coalesce(due_at, 'infinity'), id from requests where id = ${after})`

const listPage = async (read: Read, filter: PageFilter): Promise<CitizenRequest[]> => {
  const { view, desks, places, staffId, after, limit } = filter
  if (filter.terms && (view === 'ofPlace' || view === 'ofUnit')) return searchRequests(read, { ...filter, terms: filter.terms })
  const more = narrowed(read, filter)
  const older = after === undefined ? read`` : read`and id < ${after}`
  const inPlaces = inJurisdiction(read, places, 'region', null)
  const first = read`order by front desc, due_at, id limit ${limit}`
  const rows = await {
    unit: () => read<RequestRow[]>`select * from requests where waits_on = 'unit' and ${ofDesks(read, desks)} ${soonest(read, after)} ${more} ${first}`,
    late: () => read<RequestRow[]>`select * from requests where waits_on = 'unit' and ${ofDesks(read, desks)} and mark >= 2 ${soonest(read, after)} ${more} ${first}`,
    mine: () => read<RequestRow[]>`select * from requests where assignee_id = ${staffId} and waits_on = 'unit' ${older} ${more} order by id desc limit ${limit}`,
    helping: () => read<RequestRow[]>`
      select requests.* from requests where id in (select request_id from request_units where given_at is null and ${ofDesks(read, desks)}) ${older} ${more} order by id desc limit ${limit}`,
    centre: () => read<RequestRow[]>`select * from requests where waits_on = 'centre' and ${inPlaces} ${soonest(read, after)} ${more} ${first}`,
    arbiter: () => read<RequestRow[]>`select * from requests where waits_on = 'arbiter' and ${inPlaces} ${soonest(read, after)} ${more} ${first}`,
    ofUnit: () => read<RequestRow[]>`select * from requests where ${ofDesks(read, desks)} ${older} ${more} order by id desc limit ${limit}`,
    ofPlace: () => read<RequestRow[]>`select * from requests where ${inPlaces} ${older} ${more} order by id desc limit ${limit}`,
  }[view]()
  return rows.map(toRequest)
}

/** Pages opened for one of a search, where many rows have the pairs of its words but not the words. */
const mostPages = 20

/** Open ones: danger first, then what is due first. Others: newest first. @param filter `after`: id of the last one of the page before */
export const listQueue = async (read: Read, { words, ...filter }: QueueFilter): Promise<CitizenRequest[]> => {
  if (words === undefined) return listPage(read, filter)
  const [terms, isMeant] = [searchTerms(words), says(words)]
  const found: CitizenRequest[] = []
  let { after } = filter
  for (let pages = 0; terms.length > 0 && pages < mostPages && found.length < filter.limit; pages += 1) {
    const page = await listPage(read, { ...filter, after, terms })
    found.push(...page.filter(isMeant))
    after = page.at(-1)?.id
    if (page.length < filter.limit) break
  }
  return found.slice(0, filter.limit)
}

/** Late ones of units in a jurisdiction, longest overdue first. @param filter `after`: id of the last one of the page before */
export const listLateRequests = async (read: Read, { jurisdiction, line, region, after, limit }: { jurisdiction: JurisdictionFilter; line?: string; region?: string; after?: string; limit: number }): Promise<CitizenRequest[]> =>
  (await read<RequestRow[]>`
    select * from requests
    where waits_on = 'unit' and mark >= 2 and ${inJurisdiction(read, jurisdiction, 'unit_region')} ${line ? read`and line = ${line}` : read``} ${region ? read`and unit_region = ${region}` : read``}
      ${after ? read`and (due_at, id) > (select due_at, id from requests where id = ${after})` : read``}
    order by due_at, id limit ${limit}`).map(toRequest)

/** Months looked through, one span after the other, until there are enough; then all there are. */
const spans = [1, 3, 12, null]

/** Newest first. What everybody writes is found in the newest months; what hardly anybody writes is quickly looked for in all of them. */
const searchRequests = async (read: Read, { terms, ...filter }: PageFilter & { terms: readonly number[] }): Promise<CitizenRequest[]> => {
  const { view, desks, places, after, limit, at } = filter
  const within = view === 'ofUnit' ? ofDesks(read, desks) : inJurisdiction(read, places, 'region', null)
  let rows: RequestRow[] = []
  for (const months of spans) {
    const recent = months === null ? read`` : read`and terms && ${monthTerms(after === undefined ? at : instantOfId(after), months)}::int[]`
    rows = await read<RequestRow[]>`
      select requests.* from (select request_id from request_terms where terms @> ${[...terms]}::int[] ${recent} ${after === undefined ? read`` : read`and request_id < ${after}`}) found
      join requests on id = request_id where ${within} ${narrowed(read, filter)} order by request_id desc limit ${limit}`
    if (rows.length === limit) break
  }
  return rows.map(toRequest)
}

/** By words of title and address, newest first. @param filter `regionPrefix` as in a jurisdiction */
export const listRequestsWith = (read: Read, { words, regionPrefix, at, limit }: { words: string; regionPrefix: string; at: Date; limit: number }): Promise<CitizenRequest[]> =>
  listQueue(read, { view: 'ofPlace', desks: [], places: [{ regionPrefix, line: null }], staffId: '', words, at, limit })

export type DeskCounts = { unit: number; late: number; mine: number; helping: number; centre: number; arbiter: number }

/** More than this are shown as "999+". */
const most = 1000

export const countQueue = async (read: Read, { desks, centre, arbiter, staffId }: { desks: readonly Desk[]; centre: JurisdictionFilter; arbiter: JurisdictionFilter; staffId: string }): Promise<DeskCounts> => {
  const count = (rows: ReturnType<typeof ofDesks>) => read`(select count(*)::int from (${rows} limit ${most}) found)`
  return only(await read<DeskCounts[]>`
    select ${count(read`select 1 from requests where waits_on = 'unit' and ${ofDesks(read, desks)}`)} as unit,
      ${count(read`select 1 from requests where waits_on = 'unit' and ${ofDesks(read, desks)} and mark >= 2`)} as late,
      ${count(read`select 1 from requests where assignee_id = ${staffId} and waits_on = 'unit'`)} as mine,
      ${count(read`select 1 from request_units where given_at is null and ${ofDesks(read, desks)}`)} as helping,
      ${count(read`select 1 from requests where waits_on = 'centre' and ${inJurisdiction(read, centre, 'region', null)}`)} as centre,
      ${count(read`select 1 from requests where waits_on = 'arbiter' and ${inJurisdiction(read, arbiter, 'region', null)}`)} as arbiter`)
}

