// Calls to the server, typed by its own description: `api('getMatter', { params: { matter: 'newborn' } })`.
// Every failure is an ApiFailure with status, code, message and the id that finds the log line.
import { operations, type Operations } from './operations.ts'

export type Operation = keyof Operations
export type Reply<O extends Operation> = Operations[O]['reply']
type Input<O extends Operation> = Operations[O]['input']
type Arguments<O extends Operation> = Record<string, never> extends Input<O> ? [input?: Input<O>, options?: CallOptions] : [input: Input<O>, options?: CallOptions]

export type CallOptions = { signal?: AbortSignal; form?: FormData }

export class ApiFailure extends Error {
  readonly status: number
  readonly code: string
  readonly id: string | undefined
  readonly details: unknown
  constructor(status: number, code: string, message: string, id?: string, details?: unknown) {
    super(message)
    this.name = 'ApiFailure'
    this.status = status
    this.code = code
    this.id = id
    this.details = details
  }
}

/** How a call reaches the server: over the network, or from inside it when a page is drawn there. */
export type Transport = (address: string, init: RequestInit) => Promise<Response>

/** Where operations are found; those of officials are added by the workbench. */
const places: Record<string, string> = { ...operations }

export const addOperations = (more: Readonly<Record<string, string>>): void => {
  Object.assign(places, more)
}

let transport: Transport = (address, init) => early(address, init) ?? fetch(address, init)
/** undefined: not known yet; null: nobody is logged in. */
let csrf: string | null | undefined
let language = 'zh-CN'
/** What entitles to act for somebody else, while one does. */
let acting: string | null = null

/** Answers the server sent along with the page, each good for one question in the same language (server/first-view.ts). */
let sentAlong: Record<string, unknown> | undefined

const early = (address: string, { method, headers }: RequestInit): Promise<Response> | undefined => {
  const sent = globalThis.document?.getElementById('first-replies')
  if (method !== 'GET' || !sent || sent.lang !== language || new Headers(headers).has('x-acting-for')) return undefined
  sentAlong ??= JSON.parse(sent.textContent) as Record<string, unknown>
  const reply = sentAlong[address]
  delete sentAlong[address]
  return reply === undefined ? undefined : Promise.resolve(Response.json(reply))
}

export const setTransport = (value: Transport): void => {
  transport = value
}

/** Given by the session once it is known; changes carry it. */
export const setCsrf = (value: string | null): void => {
  csrf = value
}

/** The mandate to act by, `<kind>:<id>`; null for oneself. Calls that may be made for somebody else carry it. */
export const setActing = (value: string | null): void => {
  acting = value
}

/** Language the server should answer in. */
export const setApiLanguage = (value: string): void => {
  language = value
}

/** How an operation is called. `mayAct`: also in somebody else's name. */
export const callOf = (operation: Operation): { method: string; path: string; mayAct: boolean } => {
  const place = places[operation]
  if (place === undefined) throw new Error(`${operation} is for the workbench alone: web/api/desk-operations.ts`)
  const [method = '', path = ''] = place.split(' ')
  return { method: method.replace('*', ''), path: `/api/v1${path}`, mayAct: method.endsWith('*') }
}

/** The address of an operation, with its path and query filled in. */
export const addressOf = (operation: Operation, params: Readonly<Record<string, unknown>> = {}, query: Readonly<Record<string, unknown>> = {}): string => {
  const path = callOf(operation).path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return search.size > 0 ? `${path}?${search}` : path
}

/** The failure an error reply tells of; `body` is its JSON, if it had any. */
export const failureOf = (status: number, statusText: string, body: unknown): ApiFailure => {
  const error = body !== null && typeof body === 'object' && 'error' in body ? (body.error as { code?: string; message?: string; id?: string; details?: unknown }) : {}
  return new ApiFailure(status, error.code ?? 'unknown', error.message ?? statusText, error.id, error.details)
}

/** Headers a call carries: the language of the answer, for changes the session's token, and for whom it is made. */
export const headersFor = (operation: Operation): Headers => {
  const headers = new Headers({ 'accept-language': language })
  const { method, mayAct } = callOf(operation)
  if (acting !== null && mayAct) headers.set('x-acting-for', acting)
  if (method !== 'GET' && csrf) headers.set('x-csrf-token', csrf)
  return headers
}

/** A change made before the session is known waits for it, instead of being refused for the missing token. */
export const learnCsrf = async (): Promise<void> => {
  if (csrf === undefined) csrf = (await api('getSession')).csrf
}

export const api = async <O extends Operation>(operation: O, ...[input, options]: Arguments<O>): Promise<Reply<O>> => {
  const { params, query, body } = (input ?? {}) as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
  const { method } = callOf(operation)
  if (method !== 'GET') await learnCsrf()
  const headers = headersFor(operation)
  if (body !== undefined) headers.set('content-type', 'application/json')
  const response = await transport(addressOf(operation, params, query), {
    method, headers, credentials: 'same-origin', ...(options?.signal ? { signal: options.signal } : {}),
    ...(options?.form ? { body: options.form } : body !== undefined ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw failureOf(response.status, response.statusText, await response.json().catch(() => undefined))
  if (response.status === 204) return undefined as Reply<O>
  return (await response.json()) as Reply<O>
}
