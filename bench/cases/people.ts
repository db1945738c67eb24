// Who uses the city of the benchmark: officials of every district and line, supervisors, residents, each with a session of their own.
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Posting } from '../../server/kernel/authz.ts'
import { systemClock } from '../../server/kernel/clock.ts'
import type { Database } from '../../server/kernel/db.ts'
import { admit, createSession } from '../../server/modules/people/index.ts'
import { inventIdNumber } from '../../server/testing/invented.ts'

export type Reply = { status: number; milliseconds: number; body: unknown }

export type User = { ask: (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => Promise<Reply> }

const agent = new Agent({ keepAlive: true, maxSockets: 128 })

const bodyOf = (type: string | undefined, reply: string): unknown => (type?.startsWith('application/json') ? JSON.parse(reply) : reply)

/** Somebody logged in; `milliseconds` of a reply run until its last byte. */
const userWith = (url: string, { cookie, csrf }: { cookie: string; csrf: string }): User => ({
  ask: (method, path, body) =>
    new Promise((resolve, reject) => {
      const start = performance.now()
      const headers = { cookie, 'x-csrf-token': csrf, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
      const asked = request(`${url}/api/v1${path}`, { method, headers, agent }, (response) => {
        text(response).then((reply) => resolve({ status: response.statusCode ?? 0, milliseconds: performance.now() - start, body: bodyOf(response.headers['content-type'], reply) }), reject)
      })
      asked.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body))
    }),
})

let invented = 0

const login = async (db: Database, url: string, who: (nth: number) => Parameters<typeof admit>[1]): Promise<User> => {
  invented += 1
  const identity = who(invented)
  return userWith(url, await db.transaction(async (tx) => createSession(tx, await admit(tx, identity, systemClock), systemClock)))
}

export const newOfficial = (db: Database, url: string, postings: readonly Posting[]): Promise<User> =>
  login(db, url, (nth) => ({ kind: 'staff', issuer: 'bench', subject: `official-${nth}`, name: '测试职员', unit: '样例单位', postings }))

export const newResident = (db: Database, url: string, region: string): Promise<User> =>
  login(db, url, (nth) => ({ kind: 'person', issuer: 'bench', subject: `resident-${nth}`, name: '测试居民', idNumber: inventIdNumber(nth), phone: '15400000000', region, companies: [] }))

/** Asks and expects it to work; the reply's body, of the shape the caller knows. */
export const get = async <Body>(user: User, path: string): Promise<Body> => expectDone(path, await user.ask('GET', path))
export const post = async <Body>(user: User, path: string, body: unknown): Promise<Body> => expectDone(path, await user.ask('POST', path, body))

const expectDone = <Body>(path: string, { status, body }: Reply): Body => {
  if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body as Body
}
