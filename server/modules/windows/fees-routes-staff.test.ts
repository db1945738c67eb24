// Fees over the counter: only of who is served, once, with the number of the slip; the receipt is there at once.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { handIn, type TrackingReply } from '../../testing/telescope.ts'
import { item, openPayingTown, type PayingTown } from '../payments/testing.ts'

type Fees = { fees: { id: string; state: string; method: string | null; owed: boolean }[] }

let town: PayingTown
beforeAll(async () => {
  town = await openPayingTown({ 'star-chart': { due: 'handling', items: [item({ id: 'chart', fen: 301 })] }, 'telescope-permit': { due: 'result', items: [item()] } })
})
afterAll(() => town.close())

it('a clerk takes the fee of who is served in cash, once, and of nobody else', async () => {
  const client = await town.test.as({ person: { name: '测试居民' } })
  const other = await town.test.as({ person: { name: '别人' } })
  const [own, foreign] = [await handIn(client), await handIn(other)]
  const clerk = await town.test.as({ staff: [{ role: 'window', region: '990101', line: 'government-services' }] })
  expect((await clerk.get('/window/fees')).status).toBe(409)
  await clerk.post('/window/seat', { outlet: 'east-hall', counter: '1' })
  const shown = (await client.post<{ code: string }>('/show-code', {})).body.code
  expect((await clerk.post('/window/session', { code: shown })).status).toBe(201)
  const [fee] = (await clerk.get<Fees>('/window/fees')).body.fees
  const theirs = (await other.get<Fees>(`/fees/own?application=${foreign.id}`)).body.fees[0]
  expect((await clerk.post(`/window/fees/${theirs?.id}/take`, { method: 'cash', slip: '0001' })).status).toBe(404)
  expect((await clerk.post<Fees>(`/window/fees/${fee?.id}/take`, { method: 'cash', slip: '0001' })).body.fees).toMatchObject([{ state: 'paid', method: 'cash', owed: false }])
  expect((await clerk.post(`/window/fees/${fee?.id}/take`, { method: 'card', slip: '0002' })).status).toBe(409)
  await town.test.runJobs()
  expect((await client.get<{ cases: { service: string; state: string }[] }>(`/applications/${own.id}`)).body.cases.find(({ service }) => service === 'star-chart')).toMatchObject({ state: 'granted' })
  expect((await client.get('/window/fees')).status).toBe(403)
})

it('a result whose fee is owed is not handed out before it was paid', async () => {
  const client = await town.test.as({ person: { name: '测试居民' } })
  const { id } = await handIn(client)
  const permit = async () => (await client.get<TrackingReply>(`/applications/${id}`)).body.cases.find(({ service }) => service === 'telescope-permit')
  const approver = await town.test.as({ staff: [{ role: 'approver', region: '990101', line: 'sky' }] })
  const caseId = (await permit())?.id
  for (const action of ['accept', 'grant']) {
    const { revision } = (await approver.get<{ revision: number }>(`/cases/${caseId}`)).body
    expect((await approver.post(`/cases/${caseId}/${action}`, { revision })).status).toBe(200)
  }
  const clerk = await town.test.as({ staff: [{ role: 'window', region: '990101', line: 'government-services' }] })
  await clerk.post('/window/seat', { outlet: 'east-hall', counter: '2' })
  await clerk.post('/window/session', { code: (await client.post<{ code: string }>('/show-code', {})).body.code })
  const [result] = (await clerk.get<{ results: { id: string }[] }>('/window/results')).body.results
  expect((await clerk.post<{ error: { code: string } }>(`/window/results/${result?.id}/hand-out`)).body.error.code).toBe('fee_owed')
  const owed = (await clerk.get<Fees>('/window/fees')).body.fees.filter((fee) => fee.owed)
  for (const [at, fee] of owed.entries()) await clerk.post(`/window/fees/${fee.id}/take`, { method: 'card', slip: `10${at}` })
  expect((await clerk.post(`/window/results/${result?.id}/hand-out`)).status).toBe(200)
})
