// Who may speak for the payment platform: nobody logs in, and only what is signed, fresh and about an order of ours is listened to.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { handIn } from '../../testing/telescope.ts'
import { item, openPayingTown, type PayingTown } from './testing.ts'

let town: PayingTown
beforeAll(async () => {
  town = await openPayingTown({ 'star-chart': { due: 'handling', items: [item({ id: 'chart', fen: 301 })] } })
})
afterAll(() => town.close())

it('a notice is refused and kept on record when it is forged, late, of another amount, incomplete or about no order of ours', async () => {
  const client = await town.test.as({ person: { name: '测试居民' } })
  const { id } = await handIn(client)
  const { number } = (await client.post<{ number: string }>(`/applications/${id}/payment`)).body
  const body = { event: 'paid', orderNumber: number, transaction: { number: 'T1', fen: 301, method: 'wallet', paidAt: town.now().toISOString() } }
  expect(await town.notify(body, { forged: true })).toBe(401)
  expect(await town.notify(body, { time: new Date(town.now().getTime() - 10 * 60_000) })).toBe(401)
  expect(await town.notify({ ...body, transaction: { ...body.transaction, fen: 302 } })).toBe(409)
  expect(await town.notify({ ...body, orderNumber: 'nobodys' })).toBe(404)
  expect(await town.notify({ event: 'paid', orderNumber: number })).toBe(400)
  expect(await town.notify({ ...body, more: true })).toBe(400)
  expect((await client.get<{ fees: { state: string }[] }>(`/fees/own?application=${id}`)).body.fees).toMatchObject([{ state: 'paying' }])
  const kept = await town.test.app.db.read<{ because: string }[]>`select detail->>'because' as because from audit_entries where action = 'payments.refuseNotice'`
  expect(kept.map(({ because }) => because).sort()).toEqual(['amount', 'order', 'signature', 'time'])
})

it('a notice heard with the same nonce is thanked for and changes nothing', async () => {
  const client = await town.test.as({ person: { name: '测试居民' } })
  const { id } = await handIn(client)
  const { number } = (await client.post<{ number: string }>(`/applications/${id}/payment`)).body
  const body = { event: 'paid', orderNumber: number, transaction: { number: 'T2', fen: 301, method: 'wallet', paidAt: town.now().toISOString() } }
  expect([await town.notify(body, { nonce: 'once' }), await town.notify(body, { nonce: 'once' })]).toEqual([200, 200])
  expect((await client.get<{ fees: { state: string }[] }>(`/fees/own?application=${id}`)).body.fees).toMatchObject([{ state: 'paid' }])
})
