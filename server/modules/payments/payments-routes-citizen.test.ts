// Paying, from the fee that falls due to the money that goes back: over the API, with a platform that tells late, twice, wrongly or never.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestClient } from '../../testing/app.ts'
import { inventIdNumber } from '../../testing/invented.ts'
import { handIn, type TrackingReply } from '../../testing/telescope.ts'
import { item, openPayingTown, youth, type PayingTown } from './testing.ts'

type FeeReply = { id: string; service: string; state: string; fen: number | null; owed: boolean; payable: boolean }
type OrderReply = { id: string; number: string; fen: number; open: boolean; outcome: string | null; cashierUrl: string | null }

let town: PayingTown
beforeAll(async () => {
  // The chart is decided by rule and paid for first; the permit is decided by a person and paid for before it is handed out.
  town = await openPayingTown({ 'star-chart': { due: 'handling', items: [item({ id: 'chart', fen: 301 })] }, 'telescope-permit': { due: 'result', items: [item({ reductions: [youth] })] } })
})
afterAll(() => town.close())

const feesOf = async (client: TestClient, application: string): Promise<FeeReply[]> => (await client.get<{ fees: FeeReply[] }>(`/fees/own?application=${application}`)).body.fees
const stateOf = async (client: TestClient, application: string, service: string): Promise<string | undefined> => (await feesOf(client, application)).find((fee) => fee.service === service)?.state
const caseOf = async (client: TestClient, application: string, service: string) => (await client.get<TrackingReply>(`/applications/${application}`)).body.cases.find((one) => one.service === service)
const begin = async (client: TestClient, application: string): Promise<OrderReply> => (await client.post<OrderReply>(`/applications/${application}/payment`)).body
const paid = (order: OrderReply, number: string, fen = order.fen) => ({ event: 'paid', orderNumber: order.number, transaction: { number, fen, method: 'wallet', paidAt: town.now().toISOString() } })
let counted = 0
const transaction = () => `T${(counted += 1)}`

const handedIn = async (): Promise<{ client: TestClient; application: string }> => {
  const client = await town.test.as({ person: { name: '测试居民' } })
  return { client, application: (await handIn(client)).id }
}
const official = (role: 'clerk' | 'approver') => town.test.as({ staff: [{ role, region: '990101', line: 'sky' }] })

const grantPermit = async (client: TestClient, application: string): Promise<void> => {
  const approver = await official('approver')
  const id = (await caseOf(client, application, 'telescope-permit'))?.id
  const revision = async () => (await approver.get<{ revision: number }>(`/cases/${id}`)).body.revision
  expect((await approver.post(`/cases/${id}/accept`, { revision: await revision() })).status).toBe(200)
  expect((await approver.post(`/cases/${id}/grant`, { revision: await revision() })).status).toBe(200)
}

describe('a fee before the decision', () => {
  it('keeps the rules waiting, and lets them go on once the platform says it was paid', async () => {
    const { client, application } = await handedIn()
    expect(await caseOf(client, application, 'star-chart')).toMatchObject({ state: 'submitted' })
    const order = await begin(client, application)
    expect(order).toMatchObject({ fen: 301, open: true, cashierUrl: `/cashier/${order.number}` })
    expect(await stateOf(client, application, 'star-chart')).toBe('paying')
    expect(await town.notify(paid(order, transaction()))).toBe(200)
    await town.test.runJobs()
    expect(await caseOf(client, application, 'star-chart')).toMatchObject({ state: 'granted' })
    expect((await client.get<OrderReply>(`/payment-orders/${order.id}`)).body).toMatchObject({ open: false, outcome: 'paid', cashierUrl: null })
  })

  it('stands in the way of an official who would accept it, in so many words', async () => {
    const { client, application } = await handedIn()
    const clerk = await official('clerk')
    const id = (await caseOf(client, application, 'star-chart'))?.id
    const seen = (await clerk.get<{ revision: number; actions: { action: string; because?: string }[] }>(`/cases/${id}`)).body
    expect(seen.actions.find(({ action }) => action === 'accept')).toMatchObject({ possible: false, because: 'fee' })
    const refused = await clerk.post<{ error: { code: string; details: { because: string } } }>(`/cases/${id}/accept`, { revision: seen.revision })
    expect(refused.body.error).toMatchObject({ code: 'not_allowed_now', details: { because: 'fee' } })
  })

  it('is given back when the application is withdrawn', async () => {
    const { client, application } = await handedIn()
    const order = await begin(client, application)
    // Paid while the case cannot be decided yet: the jobs have not run.
    await town.notify(paid(order, transaction()))
    expect((await client.post(`/applications/${application}/withdraw`, {})).status).toBe(200)
    expect(await stateOf(client, application, 'star-chart')).toBe('refunding')
    await town.test.runJobs()
    expect(await stateOf(client, application, 'star-chart')).toBe('refunded')
    expect(town.platform.refunds.at(-1)).toMatchObject({ fen: 301 })
  })

  it('falls away with its case, and what arrives afterwards goes back', async () => {
    const { client, application } = await handedIn()
    const order = await begin(client, application)
    await client.post(`/applications/${application}/withdraw`, {})
    expect(await stateOf(client, application, 'star-chart')).toBe('void')
    const before = town.platform.refunds.length
    expect(await town.notify(paid(order, transaction()))).toBe(200)
    await town.test.runJobs()
    expect(town.platform.refunds.length).toBe(before + 1)
    expect(await stateOf(client, application, 'star-chart')).toBe('void')
  })
})

describe('a fee before the result', () => {
  it('comes with the grant, reduced as the form says, and holds the result back until it is paid', async () => {
    const { client, application } = await handedIn()
    expect((await feesOf(client, application)).map(({ service }) => service)).toEqual(['star-chart'])
    await grantPermit(client, application)
    expect((await feesOf(client, application)).find(({ service }) => service === 'telescope-permit')).toMatchObject({ state: 'due', fen: 2500 })
    expect(await caseOf(client, application, 'telescope-permit')).toMatchObject({ state: 'granted', result: null })
    const order = await begin(client, application)
    expect(order.fen).toBe(2801)
    await town.notify(paid(order, transaction()))
    expect((await caseOf(client, application, 'telescope-permit'))?.result).not.toBeNull()
  })
})

describe('what the platform tells', () => {
  it('counts once, however often it is told, also when a query hears of it at the same moment', async () => {
    const { client, application } = await handedIn()
    const order = await begin(client, application)
    const number = transaction()
    town.platform.pay(order.number, number)
    const told = paid(order, number)
    const before = town.platform.refunds.length
    const statuses = await Promise.all([town.notify(told), town.notify(told), client.post(`/payment-orders/${order.id}/check`).then(({ status }) => status)])
    expect(statuses).toEqual([200, 200, 200])
    await town.test.runJobs()
    expect(await stateOf(client, application, 'star-chart')).toBe('paid')
    expect(town.platform.refunds.length).toBe(before)
  })

  it('is asked for when no notice comes', async () => {
    const { client, application } = await handedIn()
    const order = await begin(client, application)
    town.platform.pay(order.number, transaction())
    expect((await client.post<OrderReply>(`/payment-orders/${order.id}/check`)).body).toMatchObject({ outcome: 'paid' })
    expect(await stateOf(client, application, 'star-chart')).toBe('paid')
  })

  it('brings the second payment of one order back', async () => {
    const { client, application } = await handedIn()
    const order = await begin(client, application)
    const before = town.platform.refunds.length
    const second = transaction()
    await town.notify(paid(order, transaction()))
    await town.notify(paid(order, second))
    await town.test.runJobs()
    expect(town.platform.refunds.slice(before)).toMatchObject([{ transactionNumber: second, fen: 301 }])
    expect(await stateOf(client, application, 'star-chart')).toBe('paid')
  })

  it('that it failed lets the person try again with a new order', async () => {
    const { client, application } = await handedIn()
    const order = await begin(client, application)
    await town.notify({ event: 'failed', orderNumber: order.number })
    expect(await stateOf(client, application, 'star-chart')).toBe('failed')
    expect((await begin(client, application)).number).not.toBe(order.number)
  })
})

describe('an order', () => {
  it('begun in two tabs is one order', async () => {
    const { client, application } = await handedIn()
    const [one, two] = await Promise.all([begin(client, application), begin(client, application)])
    expect(one.id).toBe(two.id)
  })

  it('that runs out expires, and can be begun anew', async () => {
    const { client, application } = await handedIn()
    const order = await begin(client, application)
    const before = town.now().toISOString()
    town.turnTo(new Date(town.now().getTime() + 31 * 60_000).toISOString())
    expect((await client.post<OrderReply>(`/payment-orders/${order.id}/check`)).body).toMatchObject({ outcome: 'expired' })
    expect(await stateOf(client, application, 'star-chart')).toBe('expired')
    town.turnTo(before)
  })

  it('is not kept open when the platform is away', async () => {
    const { client, application } = await handedIn()
    town.platform.isAway = true
    expect((await client.post(`/applications/${application}/payment`)).status).toBe(503)
    town.platform.isAway = false
    expect(await stateOf(client, application, 'star-chart')).toBe('failed')
  })

  it('is nobody else’s to see or to begin', async () => {
    const { client, application } = await handedIn()
    const order = await begin(client, application)
    const other = await town.test.as({ person: { name: '别人' } })
    expect((await other.get(`/payment-orders/${order.id}`)).status).toBe(404)
    expect((await other.post(`/applications/${application}/payment`)).status).toBe(404)
    expect((await other.get<{ fees: FeeReply[] }>(`/fees/own?application=${application}`)).body.fees).toEqual([])
    expect((await (await official('clerk')).post(`/applications/${application}/payment`)).status).toBe(403)
  })
})

describe('somebody who acts for the one who owes', () => {
  /** Headers of a helper to whom an owner gave these matters. */
  const acting = async (matters: string[] | null) => {
    const [ownerNumber, helperNumber] = [inventIdNumber((counted += 1) + 15_000), inventIdNumber((counted += 1) + 15_000)]
    const [owner, helper] = [await town.test.as({ person: { name: '周兰', idNumber: ownerNumber } }), await town.test.as({ person: { name: '陈志强', idNumber: helperNumber } })]
    const { body } = await owner.post<{ id: string; mandate: string }>('/delegations', { as: 'person', other: { name: '陈志强', idNumber: helperNumber }, matters, endsOn: '2026-03-31', maxUses: null, reason: '' })
    expect((await helper.post(`/delegations/${body.id}/answer`, { action: 'accept' })).status).toBe(200)
    const application = (await handIn(owner)).id
    const ask = async <Body>(method: 'GET' | 'POST', path: string) => {
      const reply = await helper.request({ method, url: `/api/v1${path}`, headers: { 'x-acting-for': body.mandate } })
      return { status: reply.statusCode, body: reply.json<Body>() }
    }
    return { owner, helper, application, ask }
  }

  it('sees it and pays it in that person’s name, which the history says', async () => {
    const { application, ask, owner } = await acting(null)
    const seen = await ask<{ fees: FeeReply[] }>('GET', `/fees/own?application=${application}`)
    expect(seen.body.fees).toMatchObject([{ service: 'star-chart', payable: true }])
    const begun = await ask<OrderReply>('POST', `/applications/${application}/payment`)
    expect(begun).toMatchObject({ status: 201, body: { fen: 301, open: true } })
    expect((await ask('GET', `/payment-orders/${begun.body.id}`)).status).toBe(200)
    expect(await town.notify(paid(begun.body, transaction()))).toBe(200)
    expect(await stateOf(owner, application, 'star-chart')).toBe('paid')
    const [step] = await town.test.app.db.read`select actor_name from fee_actions where action = 'begin' and fee_id = ${seen.body.fees[0]?.id ?? ''}`
    expect(step).toEqual({ actor_name: '陈志强 代 周兰' })
  })

  it('has no part in what other matters cost, nor in anybody’s fees without acting', async () => {
    const { application, ask, helper, owner } = await acting(['keep-telescope'])
    await town.test.app.db.transaction((tx) => tx`update fees set matter = 'move-telescope' where application_id = ${application}`)
    const order = await begin(owner, application)
    expect((await ask<{ fees: FeeReply[] }>('GET', `/fees/own?application=${application}`)).body.fees).toEqual([])
    expect((await ask('POST', `/applications/${application}/payment`)).status).toBe(404)
    expect((await ask('GET', `/payment-orders/${order.id}`)).status).toBe(404)
    expect((await helper.post(`/applications/${application}/payment`)).status).toBe(404)
  })
})
