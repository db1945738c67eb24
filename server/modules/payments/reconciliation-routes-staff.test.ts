// Comparing the books over the API: who may, what is found, settling it by a note or by booking the money after all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handIn } from '../../testing/telescope.ts'
import { item, openPayingTown, type PayingTown } from './testing.ts'

type Books = { days: { day: string; differences: number; open: number }[]; differences: { id: string; kind: string; reference: string; canBook: boolean; settled: { how: string } | null }[] }

let town: PayingTown
beforeAll(async () => {
  town = await openPayingTown({ 'star-chart': { due: 'handling', items: [item({ id: 'chart', fen: 301 })] } })
})
afterAll(() => town.close())

const official = (role: 'operator' | 'supervisor' | 'approver', region = '990100') => town.test.as({ staff: [{ role, region, line: null }] })

describe('a day compared', () => {
  it('finds a payment nobody told us of, books it, and leaves the rest to be explained', async () => {
    const client = await town.test.as({ person: { name: '测试居民' } })
    const { id } = await handIn(client)
    const { body: order } = await client.post<{ number: string }>(`/applications/${id}/payment`)
    town.platform.lines.push(
      { what: 'payment', number: 'LOST1', orderNumber: order.number, fen: 301, at: town.now().toISOString(), method: 'wallet' },
      { what: 'payment', number: 'ODD1', orderNumber: 'nobodys', fen: 5, at: town.now().toISOString(), method: 'wallet' },
    )
    town.turnTo('2026-03-03T02:00:00Z')
    const operator = await official('operator')
    expect((await operator.post('/reconciliation/2026-03-02/compare')).body).toEqual({ differences: 2 })
    expect((await operator.post('/reconciliation/2026-03-02/compare')).body).toEqual({ differences: 2 })
    const books = (await operator.get<Books>('/reconciliation?day=2026-03-02')).body
    expect(books.days).toMatchObject([{ day: '2026-03-02', differences: 2, open: 2 }])
    const [lost, odd] = ['LOST1', 'ODD1'].map((reference) => books.differences.find((one) => one.reference === reference))
    expect([lost?.kind, odd?.kind, lost?.canBook, odd?.canBook]).toEqual(['notHere', 'unknownOrder', true, false])
    expect((await operator.post(`/reconciliation/differences/${odd?.id}/settle`, { how: 'book', note: '补记' })).status).toBe(409)
    expect((await operator.post(`/reconciliation/differences/${odd?.id}/settle`, { how: 'note', note: '别家的订单，已告知平台' })).status).toBe(200)
    expect((await operator.post(`/reconciliation/differences/${lost?.id}/settle`, { how: 'book', note: '回调丢了' })).status).toBe(200)
    expect((await operator.post(`/reconciliation/differences/${lost?.id}/settle`, { how: 'book', note: '再来一次' })).status).toBe(409)
    expect(await town.test.app.db.read`select state from fees where application_id = ${id}`).toMatchObject([{ state: 'paid' }])
    expect((await operator.get<Books>('/reconciliation')).body.differences).toEqual([])
    const table = await operator.request({ method: 'GET', url: '/api/v1/reconciliation/2026-03-02/table' })
    expect(table.headers['content-type']).toContain('text/csv')
    expect(table.body).toContain('LOST1')
  })

  it('is one that is over', async () => {
    expect((await (await official('operator')).post('/reconciliation/2026-03-03/compare')).status).toBe(400)
  })

  it('is for operators and supervisors, and differences show where their posting is', async () => {
    expect((await (await official('approver')).get('/reconciliation')).status).toBe(403)
    const elsewhere = await official('supervisor', '990200')
    expect((await elsewhere.get<Books>('/reconciliation?day=2026-03-02')).body.differences).toEqual([])
    const [one] = (await (await official('supervisor')).get<Books>('/reconciliation?day=2026-03-02')).body.differences
    expect((await elsewhere.post(`/reconciliation/differences/${one?.id}/settle`, { how: 'note', note: '看看' })).status).toBe(404)
  })
})
