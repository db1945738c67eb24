// The carrier behind the interface: the embedded courier's published contract over HTTP. Another carrier is another file like this.
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import type { Booked, Carrier } from './carrier.ts'
import { Unreachable } from './carrier.ts'
import { parcelEvents, type ParcelEvent } from './parcel.ts'

const Event = Type.Object({ seq: Type.Integer({ minimum: 1 }), kind: Type.Enum([...parcelEvents]), at: Type.String({ maxLength: 40 }), place: Type.String({ maxLength: 200 }), note: Type.String({ maxLength: 500 }) })
const Consigned = Type.Object({ number: Type.String({ minLength: 4, maxLength: 40 }), sorting: Type.String({ maxLength: 40 }), events: Type.Array(Event, { maxItems: 500 }) })
const Problem = Type.Object({ error: Type.Object({ code: Type.String(), message: Type.String() }) })

/** A report as it is pushed: the parcel by the courier's number, and one event. */
export const Report = Type.Object({ number: Type.String({ minLength: 4, maxLength: 40 }), event: Event })

export const eventOf = ({ seq, kind, at, place, note }: Static<typeof Event>): ParcelEvent => ({ seq, kind, at, place, note })

const patienceMs = 8_000

export const courierAt = ({ url, key }: { url: string; key: string }): Carrier => {
  const ask = async (method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}): Promise<{ status: number; body: unknown }> => {
    try {
      const reply = await fetch(url + path, {
        method, signal: AbortSignal.timeout(patienceMs), redirect: 'error',
        headers: { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}), ...headers }, ...(body ? { body: JSON.stringify(body) } : {}),
      })
      return { status: reply.status, body: await reply.json() }
    } catch (error) {
      throw new Unreachable(error instanceof Error ? error.message : String(error))
    }
  }
  const consigned = (body: unknown): Booked => {
    if (!Value.Check(Consigned, body)) throw new Unreachable('the answer does not follow the contract')
    return { number: body.number, sorting: body.sorting, events: body.events.map(eventOf) }
  }
  return {
    book: async ({ key: idempotency, ...consignment }) => {
      const { status, body } = await ask('POST', '/v1/consignments', consignment, { 'idempotency-key': idempotency })
      if (status === 200 || status === 201) return consigned(body)
      if (status === 422 && Value.Check(Problem, body)) return { rejected: body.error.message }
      throw new Unreachable(`answered ${status}`)
    },
    cancel: async (number) => {
      const { status } = await ask('POST', `/v1/consignments/${encodeURIComponent(number)}/cancel`)
      if (status === 200 || status === 409) return status === 200
      throw new Unreachable(`answered ${status}`)
    },
    track: async (number) => {
      const { status, body } = await ask('GET', `/v1/consignments/${encodeURIComponent(number)}`)
      if (status === 404) return undefined
      if (status !== 200) throw new Unreachable(`answered ${status}`)
      return consigned(body).events
    },
  }
}
