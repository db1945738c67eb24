// Fees for officials: seen in one's jurisdiction, waived and given back by its head with reasons, assessed where no formula settles them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rule } from '../planning/testing/telescope-catalogue.ts'
import { handIn, type TrackingReply } from '../../testing/telescope.ts'
import { item, openPayingTown, type PayingTown } from './testing.ts'

type Fee = { id: string; state: string; fen: number | null; revision: number; can: string[]; history: { action: string }[] }

let town: PayingTown
beforeAll(async () => {
  town = await openPayingTown({ 'star-chart': { due: 'handling', items: [item({ id: 'chart', fen: 301 })] }, 'telescope-permit': { due: 'handling', items: [item({ quantity: rule('telescope.aperture - 1000') })] } })
})
afterAll(() => town.close())

const official = (role: 'clerk' | 'approver' | 'head', region = '990101', line = 'sky') => town.test.as({ staff: [{ role, region, line }] })
const handedIn = async (service: string) => {
  const client = await town.test.as({ person: { name: '测试居民' } })
  const { id, cases } = await handIn(client)
  return { client, application: id, caseId: cases.find((one) => one.service === service)?.id ?? '' }
}
const feeOf = async (head: Awaited<ReturnType<typeof official>>, caseId: string): Promise<Fee> => (await head.get<{ fee: Fee }>(`/cases/${caseId}/fee`)).body.fee

describe('a fee', () => {
  it('is waived by the head with reasons, by nobody below, by no head elsewhere, and not on an old view; then the case goes on', async () => {
    const { client, application, caseId } = await handedIn('star-chart')
    const [head, approver, elsewhere] = [await official('head'), await official('approver'), await official('head', '990102')]
    const fee = await feeOf(head, caseId)
    expect(fee).toMatchObject({ state: 'due', fen: 301, can: ['assess', 'waive'] })
    const body = { revision: fee.revision, reasons: '受灾家庭', law: '示例收费办法第三条' }
    expect((await approver.post(`/fees/${fee.id}/waive`, body)).status).toBe(403)
    expect((await elsewhere.post(`/fees/${fee.id}/waive`, body)).status).toBe(404)
    expect((await elsewhere.get<{ fee: Fee | null }>(`/cases/${caseId}/fee`)).body.fee).toBeNull()
    expect((await client.get(`/cases/${caseId}/fee`)).status).toBe(403)
    expect((await head.post(`/fees/${fee.id}/waive`, { ...body, revision: 9 })).status).toBe(409)
    expect((await head.post<Fee>(`/fees/${fee.id}/waive`, body)).body).toMatchObject({ state: 'waived', can: [], history: [{ action: 'charge' }, { action: 'waive' }] })
    await town.test.runJobs()
    expect((await client.get<TrackingReply>(`/applications/${application}`)).body.cases.find(({ service }) => service === 'star-chart')).toMatchObject({ state: 'granted' })
  })

  it('that no formula settles waits for an approver who says what it comes to', async () => {
    const { client, application, caseId } = await handedIn('telescope-permit')
    const [approver, clerk] = [await official('approver'), await official('clerk')]
    const fee = await feeOf(approver, caseId)
    expect(fee.fen).toBeNull()
    expect((await clerk.post(`/fees/${fee.id}/assess`, { revision: fee.revision, fen: 1200, reasons: '按实际口径' })).status).toBe(403)
    expect((await approver.post<Fee>(`/fees/${fee.id}/assess`, { revision: fee.revision, fen: 1200, reasons: '按实际口径' })).body).toMatchObject({ state: 'due', fen: 1200 })
    expect((await client.post<{ fen: number }>(`/applications/${application}/payment`)).body.fen).toBe(1501)
  })

  it('that was paid is given back by the head', async () => {
    const { client, application, caseId } = await handedIn('star-chart')
    const { number } = (await client.post<{ number: string }>(`/applications/${application}/payment`).catch(() => ({ body: { number: '' } }))).body
    await town.notify({ event: 'paid', orderNumber: number, transaction: { number: `T-${application}`, fen: 301, method: 'wallet', paidAt: town.now().toISOString() } })
    const head = await official('head')
    const fee = await feeOf(head, caseId)
    expect(fee).toMatchObject({ state: 'paid', can: ['refund'] })
    expect((await head.post<Fee>(`/fees/${fee.id}/refund`, { revision: fee.revision, reasons: '收错了' })).body).toMatchObject({ state: 'refunding' })
    await town.test.runJobs()
    expect(await feeOf(head, caseId)).toMatchObject({ state: 'refunded' })
  })

  it('is listed where one works', async () => {
    expect((await (await official('clerk')).get<{ fees: Fee[] }>('/fees')).body.fees.length).toBeGreaterThan(0)
    expect((await (await official('clerk', '990102')).get<{ fees: Fee[] }>('/fees?state=due')).body.fees).toEqual([])
  })
})
