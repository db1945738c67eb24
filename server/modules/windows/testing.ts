// A hall to test in: the telescope town with a clerk of its East Hall, and people who come with a card or a code.
import { inventIdNumber } from '../../testing/invented.ts'
import type { TestClient } from '../../testing/app.ts'
import { openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'

export type Served = { id: string; mandate: string; name: string; idNumberMasked: string; came: string | null; identifiedBy: string }

export type Hall = TelescopeTown & {
  turnTo: (iso: string) => void
  /** a clerk of the halls in this region */
  clerk: (region?: string) => Promise<TestClient>
  /** a clerk who sits at a window of the East Hall */
  seated: (counter?: string) => Promise<TestClient>
  /** somebody with an account, and their card */
  resident: (name?: string) => Promise<TestClient & { card: { name: string; idNumber: string } }>
}

export const opened = '2026-03-02T02:00:00Z'

let invented = 0
const inventCard = (name: string) => {
  invented += 1
  return { name, idNumber: inventIdNumber(4000 + invented) }
}

export const openHall = async (): Promise<Hall> => {
  const { clock, turnTo } = turnable(opened)
  const town = await openTelescopeTown(clock)
  const clerk = (region = '990101') => town.test.as({ staff: [{ role: 'window', region, line: 'government-services' }], name: '测试窗口' })
  return {
    ...town, turnTo, clerk,
    seated: async (counter = '1') => {
      const one = await clerk()
      const seat = await one.post('/window/seat', { outlet: 'east-hall', counter })
      if (seat.status !== 201) throw new Error(JSON.stringify(seat.body))
      return one
    },
    resident: async (name = '测试居民') => {
      const card = inventCard(name)
      return { ...(await town.test.as({ person: card })), card }
    },
  }
}

/** A card of somebody without an account. */
export const strangersCard = (name = '生面孔') => inventCard(name)

/** The clerk asking in the name of who is served. */
export const actingBy = (clerk: TestClient, mandate: string): TestClient => {
  const request: TestClient['request'] = (options) => clerk.request({ ...options, headers: { 'x-acting-for': mandate, ...options.headers } })
  const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'): TestClient['get'] =>
    async <Body>(path: string, body?: unknown) => {
      const reply = await request({ method, url: `/api/v1${path}`, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) }) })
      // The test names the shape it expects and checks it.
      return { status: reply.statusCode, headers: reply.headers, body: reply.json() as Body }
    }
  return { ...clerk, request, get: ask('GET'), post: ask('POST'), put: ask('PUT'), patch: ask('PATCH'), delete: ask('DELETE') }
}

export const freeSeat = async (clerk: TestClient) => clerk.post('/window/hand-over', { digest: (await clerk.get<{ digest: string }>('/window/list')).body.digest })

export const codeIn = (reply: { body: unknown }): string => (reply.body as { error: { code: string } }).error.code
