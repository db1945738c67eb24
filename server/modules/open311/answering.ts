// The reads of Open311: services, one service, requests by number or by filter, a token. A system sees what it sent itself.
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { categories, findCategory } from '../duties/index.ts'
import { findRequest, findRequestByNumber, listAnswersOfMany, listRequestsWithIds, requestOfToken, type CitizenRequest } from '../requests/index.ts'
import type { Client } from './client.ts'
import { hasPosted, listChanged, listPosted } from './clients-store.ts'
import { Open311Fault } from './fault.ts'
import { categoryOf, definitionOf, servicesOf } from './offering.ts'
import { isClosed, shownRequest } from './showing.ts'
import type { Service, ServiceDefinition, ServiceRequest } from './wire.ts'

export const listServices = (app: App): Service[] => servicesOf(categories(app))

/** @throws Open311Fault 404 */
export const getDefinition = (app: App, code: string): ServiceDefinition => {
  if (!findCategory(app, categoryOf(code))) throw new Open311Fault(404, ['service_code provided was not found'])
  return definitionOf(code)
}

/** Most requests of one reply, and days one question may span; both from the standard. */
export const most = { requests: 1000, days: 90 } as const
const dayMs = 86_400_000
/** Numbers one question may name. */
const mostNumbers = 100

/** What is asked for; `from`, `until` instants. `changed`: between which something happened to it, instead of when it was sent. */
export type Filter = { numbers: readonly string[]; services: readonly string[]; statuses: readonly ('open' | 'closed')[]; from: Date; until: Date; page: number; pageSize: number; extensions: boolean; changed?: { from: Date; until: Date } }

const listOf = (text: string | null): string[] => (text ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '')

const instantIn = (query: URLSearchParams, name: string): Date | undefined => {
  const text = query.get(name)?.trim()
  if (!text) return undefined
  const at = new Date(text)
  if (Number.isNaN(at.getTime())) throw new Open311Fault(400, [`${name} is not an instant such as 2026-11-16T10:20:00+08:00`])
  return at
}

const wholeIn = (query: URLSearchParams, name: string, fallback: number, highest: number): number => {
  const text = query.get(name)?.trim()
  if (!text) return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > highest) throw new Open311Fault(400, [`${name} is a whole number from 1 to ${highest}`])
  return value
}

/** GeoReport v2.1 (draft): what has changed since, however long ago it was sent. */
const changedIn = (query: URLSearchParams, now: Date): Pick<Filter, 'changed'> => {
  const [from, until] = [instantIn(query, 'updated_after'), instantIn(query, 'updated_before') ?? now]
  return from || query.has('updated_before') ? { changed: { from: from ?? new Date(until.getTime() - most.days * dayMs), until } } : {}
}

/** @throws Open311Fault 400 */
export const readFilter = (query: URLSearchParams, now: Date): Filter => {
  const [given, end] = [instantIn(query, 'start_date'), instantIn(query, 'end_date')]
  const until = end ?? (given ? new Date(Math.min(now.getTime(), given.getTime() + most.days * dayMs)) : now)
  const from = given ?? new Date(until.getTime() - most.days * dayMs)
  const statuses = listOf(query.get('status'))
  if (from > until) throw new Open311Fault(400, ['start_date is after end_date'])
  if (until.getTime() - from.getTime() > most.days * dayMs) throw new Open311Fault(400, [`start_date and end_date may not span more than ${most.days} days`])
  if (statuses.some((each) => each !== 'open' && each !== 'closed')) throw new Open311Fault(400, ['status is open or closed'])
  return {
    numbers: listOf(query.get('service_request_id')).slice(0, mostNumbers), services: listOf(query.get('service_code')).map(categoryOf), statuses: statuses.flatMap((each) => (each === 'open' || each === 'closed' ? [each] : [])),
    from, until, page: wholeIn(query, 'page', 1, 1000), pageSize: wholeIn(query, 'page_size', most.requests, most.requests), extensions: query.get('extensions') === 'true',
    ...changedIn(query, now),
  }
}

/** Whose answer a request has: one that was joined has that of the request it follows. */
export const answering = ({ id, parentId, course }: CitizenRequest): string => (course.tree === 'joined' && parentId !== null ? parentId : id)

const shownAll = async (app: App, all: readonly CitizenRequest[], extensions: boolean): Promise<ServiceRequest[]> => {
  const answers = new Map((await listAnswersOfMany(app.db.read, [...new Set(all.filter(isClosed).map(answering))])).map(({ requestId, text }) => [requestId, text]))
  return all.map((one) => shown(app, one, extensions, isClosed(one) ? (answers.get(answering(one)) ?? null) : null))
}

const shown = (app: App, one: CitizenRequest, extensions: boolean, answer: string | null): ServiceRequest => {
  const unit = one.unit && authorityOf(app.packs.catalogueFor(one.region), one.unit.line, one.unit.region)
  const service = one.category === null ? undefined : findCategory(app, one.category)
  return shownRequest(one, { service: service?.name['zh-CN'] ?? null, unit: unit?.name['zh-CN'] ?? null }, { now: app.clock.now(), extensions, answer })
}

const wanted = ({ services, statuses }: Filter) => (one: CitizenRequest): boolean =>
  (services.length === 0 || (one.category !== null && services.includes(one.category))) && (statuses.length === 0 || statuses.includes(isClosed(one) ? 'closed' : 'open'))

export const byNumber = async (app: App, client: Client, numbers: readonly string[]): Promise<CitizenRequest[]> => {
  const found = await Promise.all(numbers.map((number) => findRequestByNumber(app.db.read, number)))
  const own = await Promise.all(found.map(async (one) => (one && (await hasPosted(app.db.read, client.id, one.id)) ? [one] : [])))
  return own.flat()
}

/** Requests a system sent, newest first, or the latest change first. Numbers override everything else, as the standard says. */
export const listOwn = async (app: App, client: Client, filter: Filter): Promise<ServiceRequest[]> => {
  if (filter.numbers.length > 0) return shownAll(app, await byNumber(app, client, filter.numbers), filter.extensions)
  const ids = await (filter.changed ? listChanged(app.db.read, client.id, { ...filter.changed, limit: most.requests }) : listPosted(app.db.read, client.id, { from: filter.from, until: filter.until, limit: most.requests, offset: 0 }))
  const rank = new Map(ids.map((id, index) => [id, index]))
  const found = (await listRequestsWithIds(app.db.read, ids)).filter(wanted(filter)).sort((one, other) => (rank.get(one.id) ?? 0) - (rank.get(other.id) ?? 0))
  return shownAll(app, found.slice((filter.page - 1) * filter.pageSize, filter.page * filter.pageSize), filter.extensions)
}

/** @throws Open311Fault 404 also for a request that came from somebody else */
export const getOwn = async (app: App, client: Client, number: string, extensions: boolean): Promise<ServiceRequest> => {
  const [one] = await shownAll(app, await byNumber(app, client, [number]), extensions)
  if (!one) throw new Open311Fault(404, ['service_request_id provided was not found'])
  return one
}

/** The number behind a token (the one of the progress link). @throws Open311Fault 404 */
export const getToken = async (app: App, token: string): Promise<{ service_request_id: string; token: string }> => {
  const id = requestOfToken(token)
  const one = id === undefined ? undefined : await findRequest(app.db.read, id)
  if (!one) throw new Open311Fault(404, ['token provided was not found'])
  return { service_request_id: one.number, token }
}
