// A town where results travel, for tests: the permit is a paper (courier or counter), the star chart is read in the account unless somebody
// wants it on paper, and a courier carries what is booked, one step at a time.
import { startCourier, type Courier } from '../../../sandbox/courier/courier-server.ts'
import { startTestApp, type TestApp, type TestClient } from '../../testing/app.ts'
import { changedPacks, handIn, residence, turnable } from '../../testing/telescope.ts'
import { startTestRegistry } from '../../testing/registry.ts'
import type { Way } from './delivery.ts'

export const began = '2026-03-02T02:00:00Z'

export type ItemReply = {
  service: string; way: Way; ways: Way[]; outlet: string | null; halls: string[]; canChange: boolean; standing: string; deliverBy: string | null; deliveredOn: string | null; deliveredHow: string | null
  pickup: { id: string; outlet: string; code: string | null; expiresOn: string; fetcher: { name: string; number: string } | null } | null; parcel: { number: string | null; state: string; events: { kind: string }[] } | null
}
export type ChoosingReply = { submitted: boolean; items: ItemReply[]; receiver: { name: string; phone: string; address: string } }
export type RowReply = { id: string; caseNumber: string; person: string; outlet: string; mishap: string | null; because: string | null; bundle: string; daysLeft: number | null; parcel: { id: string; number: string | null; state: string; failure: string | null } | null }
export type RowsReply = { deliveries: RowReply[]; more: boolean; counts: Record<string, number>; halls: { id: string }[] }

export type DeliveryTown = {
  test: TestApp; courier: Courier; turnTo: (iso: string) => void; close: () => Promise<void>
  /** a clerk of the halls of a region, without a seat */
  hall: (region?: string) => Promise<TestClient>
  /** a resident whose permit is granted; `choices` are made right after handing in */
  granted: (choices?: Record<string, unknown>, receiver?: object) => Promise<{ resident: TestClient; application: string; caseId: string; number: string; look: () => Promise<ItemReply[]>; permit: () => Promise<ItemReply> }>
  rows: (hall: TestClient, view: string) => Promise<RowReply[]>
  /** the courier goes on by one step and reports it */
  step: () => Promise<void>
  misbehave: (how: object) => Promise<void>
}

export const home = { name: '测试居民', phone: '15400000001', address: '样例市东山区山前街道2号' }

const delivering = () => changedPacks((catalogue) => {
  const { 'telescope-permit': permit, 'star-chart': chart, ...others } = catalogue.services
  if (!permit || !chart) return catalogue
  return { ...catalogue, services: { ...others, 'telescope-permit': { ...permit, handling: { paper: true }, listing: { delivery: ['post', 'counter'] } }, 'star-chart': { ...chart, listing: { delivery: ['online', 'post', 'counter'] } } } }
})

export const openDeliveryTown = async (): Promise<DeliveryTown> => {
  const { clock, turnTo } = turnable(began)
  const [registry, courier] = await Promise.all([startTestRegistry(residence), startCourier({ key: 'courier-key-of-the-test', retryMs: 1, now: clock.now })])
  const test = await startTestApp({
    clock, packs: delivering(), registries: { residents: { url: registry.url, key: registry.key } }, listen: true,
    environment: { REGION: '990100', CARRIER_URL: courier.url, CARRIER_KEY: courier.key },
  })
  const ask = async (path: string, method: string, body?: object): Promise<void> => {
    const reply = await fetch(courier.admin + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
    if (!reply.ok) throw new Error(await reply.text())
  }
  return {
    test, courier, turnTo,
    close: async () => {
      await Promise.all([test.close(), courier.stop(), registry.close()])
    },
    hall: (region = '990101') => test.as({ staff: [{ role: 'window', region, line: 'government-services' }], name: '测试窗口' }),
    granted: async (choices, receiver) => {
      const resident = await test.as({ person: {} })
      const { id: application, cases } = await handIn(resident)
      const { id: caseId = '', number = '' } = cases.find(({ service }) => service === 'telescope-permit') ?? {}
      if (choices) {
        const chosen = await resident.put(`/applications/${application}/deliveries`, { choices, ...(receiver ? { receiver } : {}) })
        if (chosen.status !== 200) throw new Error(JSON.stringify(chosen.body))
      }
      const approver = await test.as({ staff: [{ role: 'approver', region: '990101', line: 'sky' }] })
      for (const [action, body] of [['accept', {}], ['grant', { values: { 'telescope.permitNumber': `P${caseId.slice(-6)}` } }]] as const) {
        const { body: { revision } } = await approver.get<{ revision: number }>(`/cases/${caseId}`)
        const reply = await approver.post(`/cases/${caseId}/${action}`, { revision, ...body })
        if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
      }
      const look = async () => (await resident.get<ChoosingReply>(`/applications/${application}/deliveries`)).body.items
      return {
        resident, application, caseId, number, look,
        permit: async () => {
          const found = (await look()).find(({ service }) => service === 'telescope-permit')
          if (!found) throw new Error('no permit')
          return found
        },
      }
    },
    rows: async (hall, view) => (await hall.get<RowsReply>(`/deliveries?view=${view}`)).body.deliveries,
    step: () => ask('/advance', 'POST'),
    misbehave: (how) => ask('/faults', 'PUT', how),
  }
}

