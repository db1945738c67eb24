// The courier's system: books, tells, cancels, lets time pass and reports; with a switchboard on loopback for what goes wrong.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readFault, type Fault } from '../faults.ts'
import { listen, readJson, type Reply } from '../http.ts'
import { Refused } from '../protocol.ts'
import { openBook, type Consignment } from './consignments.ts'
import { courierOpenApi, readConsignment } from './contract.ts'
import { fates, refusalOf, type Fate } from './journey.ts'
import { callbackModes, report, type CallbackMode, type Happened } from './reporting.ts'

/** `stepMs`: between two reports on a consignment; 0: nothing happens until the switchboard says so. */
export type CourierOptions = { key: string; port?: number; adminPort?: number; host?: string; folder?: string; stepMs?: number; retryMs?: number; now?: () => Date }
export type Courier = { url: string; admin: string; key: string; stop: () => Promise<void> }

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const reply = ({ number, sorting, events }: Consignment, status = 200): Reply => ({ status, body: { number, sorting, events } })
const oneOf = <Word extends string>(words: readonly Word[], value: unknown, before: Word): Word => {
  if (value === undefined) return before
  const known = words.find((word) => word === value)
  if (!known) throw new Refused('invalid', `must be one of ${words.join(', ')}`)
  return known
}

export const startCourier = async (options: CourierOptions): Promise<Courier> => {
  const { key, host = '127.0.0.1', folder, stepMs = 0, retryMs = 1000, now = () => new Date() } = options
  const book = openBook(folder === undefined ? undefined : join(folder, 'courier.json'))
  let fault: Fault = { mode: 'ok', slowMs: 5000 }
  let fate: Fate = 'deliver'
  let callbacks: CallbackMode = 'once'
  let reporting = Promise.resolve()
  /** One after another, so that pushed reports keep their order when they should. */
  const tell = (happened: readonly Happened[]): Promise<void> => (reporting = reporting.then(() => report(happened, callbacks, { key, retryMs, now })))

  const misbehave = async (request: IncomingMessage, gone: AbortSignal): Promise<void> => {
    if (fault.mode === 'down') request.socket.destroy()
    if (fault.mode === 'error' || fault.mode === 'down') throw new Refused('internal', 'the courier failed')
    if (fault.mode === 'slow') await wait(fault.slowMs, undefined, { signal: gone })
  }
  const found = (number: string): Consignment => {
    const consignment = book.find(decodeURIComponent(number))
    if (!consignment) throw new Refused('not_found', 'no such consignment')
    return consignment
  }
  const bookIt = async (request: IncomingMessage): Promise<Reply> => {
    const idempotency = request.headers['idempotency-key']
    if (typeof idempotency !== 'string' || idempotency === '') throw new Refused('invalid', 'idempotency-key is missing')
    const body = readConsignment(await readJson(request))
    const why = refusalOf(body.receiver)
    if (why !== undefined) return { status: 422, body: { error: { code: 'not_carried', message: why } } }
    const { consignment, isNew } = book.book(idempotency, body, now(), fate)
    return reply(consignment, isNew ? 201 : 200)
  }
  const system = await listen(async (request, _id, gone) => {
    await misbehave(request, gone)
    const path = request.url?.split('?')[0] ?? ''
    if (path === '/healthz') return { status: 200, body: { ok: true } }
    if (path === '/openapi.json') return { status: 200, body: courierOpenApi(`http://${request.headers.host ?? host}`) }
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${key}`))) throw new Refused('unauthorized', 'authorization: Bearer <key> is missing or wrong')
    const [, number = '', cancel] = /^\/v1\/consignments\/([^/]+)(\/cancel)?$/.exec(path) ?? []
    if (request.method === 'POST' && path === '/v1/consignments') return bookIt(request)
    if (request.method === 'GET' && number !== '' && !cancel) return reply(found(number))
    if (request.method !== 'POST' || !cancel) throw new Refused('not_found', 'POST /v1/consignments, GET /v1/consignments/<number>, POST /v1/consignments/<number>/cancel')
    const consignment = found(number)
    book.cancel(consignment, now())
    return reply(consignment)
  }, options.port ?? 0, host)

  const change = async (request: IncomingMessage): Promise<Reply> => {
    const body = await readJson(request)
    const given = new Map<string, unknown>(typeof body === 'object' && body !== null ? Object.entries(body) : [])
    fate = oneOf(fates, given.get('fate'), fate)
    callbacks = oneOf(callbackModes, given.get('callbacks'), callbacks)
    if (given.has('mode')) fault = readFault(given.get('mode'), given.get('slowMs') ?? fault.slowMs)
    return { status: 200, body: { ...fault, fate, callbacks } }
  }
  /** Everything takes its next step now; answers when that has been reported. */
  const advance = async (): Promise<Reply> => {
    const happened = book.proceed(now(), undefined)
    await tell(happened)
    return { status: 200, body: { reports: happened.length } }
  }
  const admin = await listen(async (request) => {
    const asked = `${request.method} ${request.url?.split('?')[0] ?? ''}`
    if (asked === 'GET /faults') return { status: 200, body: { ...fault, fate, callbacks } }
    if (asked === 'PUT /faults') return change(request)
    if (asked === 'POST /advance') return advance()
    if (asked !== 'POST /reset') throw new Refused('not_found', 'GET /faults, PUT /faults, POST /advance, POST /reset')
    book.reset()
    return { status: 200, body: { reset: true } }
  }, options.adminPort ?? 0, '127.0.0.1')

  const timer = stepMs > 0 ? setInterval(() => void tell(book.proceed(now(), stepMs)), Math.min(stepMs, 1000)) : undefined
  return {
    url: system.url, admin: admin.url, key,
    stop: async () => {
      clearInterval(timer)
      await Promise.all([system.stop(), admin.stop()])
    },
  }
}
