// One department's system: answers queries about a subject with only the requested fields, takes results, misbehaves on demand.
// The order of checks is the order of a real gateway: fault, route, key, rate, body, consent.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { dayInChina } from './days.ts'
import { corrupted, type Fault } from './faults.ts'
import { listen, readBody, readJson, type Listening, type Reply } from './http.ts'
import { openApi } from './openapi.ts'
import { checkConsent, checkFields, readBatch, readQuery, readWrite, Refused, subjectKey } from './protocol.ts'
import type { RecordBook } from './record-book.ts'
import { onlyRequested, type Subject } from './records.ts'
import { hashOfRequest, openCallerCheck, type Caller, type ReplySigner } from './signing.ts'
import type { Registry } from './fields.ts'

export type RegistryOptions = {
  registry: Registry
  book: RecordBook
  key: string
  port: number
  host: string
  /** what is wrong right now */
  fault: () => Fault
  /** milliseconds the next answer takes */
  latency: () => number
  now: () => Date
  /** requests per second and registry before 429 */
  ratePerSecond: number
  /** what it signs its answers with */
  signer: ReplySigner
  /** whose signed questions it answers; none: everybody's who has the key */
  callers: readonly Caller[]
}
export type RunningRegistry = Listening & { hangUp(): void }

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

export const startRegistry = async (options: RegistryOptions): Promise<RunningRegistry> => {
  const { registry, book, now, fault, signer } = options
  const checkCaller = openCallerCheck(options.callers, now)
  const keyDigest = digest(`Bearer ${options.key}`)
  let second = 0
  let answered = 0

  const checkKey = (request: IncomingMessage): void => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), keyDigest)) throw new Refused('unauthorized', 'authorization: Bearer <key> is missing or wrong')
  }
  const checkRate = (): void => {
    const current = Math.floor(now().getTime() / 1000)
    answered = current === second ? answered + 1 : 1
    second = current
    if (answered > options.ratePerSecond) throw new Refused('too_many', `at most ${options.ratePerSecond} requests a second`)
  }
  const answer = (subject: Subject, fields: readonly string[]) => {
    subjectKey(subject, registry.keys)
    const whole = book.find(subject, dayInChina(now()))
    if (!whole) return { found: false }
    const requested = onlyRequested(whole, fields)
    const record = fault().mode === 'wrong' ? corrupted(requested, registry) : requested
    return { found: true, record, asOf: now().toISOString(), etag: digest(JSON.stringify(record)).toString('hex').slice(0, 32) }
  }

  const query = async (request: IncomingMessage, requestId: string): Promise<Reply> => {
    const { text, json } = await readBody(request)
    const signature = request.headers['x-signature']
    checkCaller(typeof signature === 'string' ? signature : undefined, text, json)
    const body = readQuery(json)
    checkFields(registry, body.fields)
    checkConsent(registry, body.consent)
    return { status: 200, body: { ...answer(body.subject, body.fields), subject: body.subject, requestHash: hashOfRequest(text), requestId }, sign: signer.sign }
  }
  const batch = async (request: IncomingMessage, requestId: string): Promise<Reply> => {
    const body = readBatch(await readJson(request))
    checkFields(registry, body.fields)
    checkConsent(registry, body.consent)
    return { status: 200, body: { results: body.subjects.map((subject) => answer(subject, body.fields)), requestId } }
  }
  const write = async (request: IncomingMessage, requestId: string): Promise<Reply> => {
    const idempotencyKey = request.headers['idempotency-key']
    if (typeof idempotencyKey !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey)) throw new Refused('invalid', 'the header idempotency-key is missing or longer than 200 characters')
    const { entry, replayed } = book.write(idempotencyKey, readWrite(await readJson(request)), now())
    const { recordNumber, subject, values, at } = entry
    return { status: replayed ? 200 : 201, body: { recordNumber, subject, record: values, asOf: at, replayed, requestId } }
  }

  const handlers: Record<string, (request: IncomingMessage, requestId: string) => Promise<Reply>> = {
    '/v1/query': query,
    '/v1/batch': batch,
    '/v1/records': write,
  }
  const listening = await listen(
    async (request, requestId, gone) => {
      const path = request.url?.split('?')[0] ?? ''
      const { mode, slowMs } = fault()
      if (mode === 'error') throw new Refused('internal', 'the registry failed; try again later')
      if (request.method === 'GET' && path === '/healthz') return { status: 200, body: { ok: true, registry: registry.name } }
      if (request.method === 'GET' && path === '/.well-known/jwks.json') return { status: 200, body: { keys: [signer.publicKey] } }
      if (request.method === 'GET' && path === '/openapi.json') return { status: 200, body: openApi(registry, listening.url) }
      const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined
      if (!handler) throw new Refused('not_found', 'no such address; see /openapi.json')
      if (request.method !== 'POST') throw new Refused('method_not_allowed', 'this address takes POST')
      checkKey(request)
      checkRate()
      const delay = mode === 'slow' ? slowMs : options.latency()
      if (delay > 0) await wait(delay, undefined, { signal: gone })
      return handler(request, requestId)
    },
    options.port,
    options.host,
  )
  listening.server.on('connection', (socket) => {
    if (fault().mode === 'down') socket.destroy()
  })
  return { ...listening, hangUp: () => listening.server.closeAllConnections() }
}
