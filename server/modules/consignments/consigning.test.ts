// Originals of a hand-over brought by a courier: booked with the hand-over, followed in its history, and what happens when they do not arrive.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCourier, type Courier } from '../../../sandbox/courier/courier-server.ts'
import { planJobs } from '../../kernel/jobs.ts'
import type { TestClient } from '../../testing/app.ts'
import { listParcelsAbout } from '../deliveries/index.ts'
import { openTransferTown, start, takeIn, transferFor, type TransferReply, type TransferTown } from '../transfers/testing.ts'
import { codeIn } from '../windows/testing.ts'

const originals = [{ name: '购买凭证原件', count: 2 }]

describe('the courier leg of a hand-over', () => {
  let town: TransferTown
  let courier: Courier
  let now = new Date(start)
  beforeAll(async () => {
    courier = await startCourier({ key: 'courier-key-of-the-test', retryMs: 1, now: () => now })
    town = await openTransferTown({ CARRIER_URL: courier.url, CARRIER_KEY: courier.key })
  })
  afterAll(() => Promise.all([town.close(), courier.stop()]))

  const turnTo = (iso: string): void => {
    now = new Date(iso)
    town.turnTo(iso)
  }
  const ask = (path: string, method: string, body?: object) => fetch(courier.admin + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
  const send = (clerk: TestClient, { id, revision }: TransferReply, more: object = { originals, courier: true }) => clerk.post<TransferReply>(`/transfers/${id}/hand-over`, { revision, checked: true, ...more })
  /** The courier goes on, and is asked when it was silent for long. */
  const goOn = async (minutes: number): Promise<void> => {
    await ask('/advance', 'POST')
    turnTo(new Date(now.getTime() + minutes * 60_000).toISOString())
    await town.test.app.db.transaction((tx) => planJobs(tx, [{ task: 'deliveries.follow', payload: {} }]))
    await town.test.runJobs()
  }
  const turnsOf = ({ events }: TransferReply) => events.flatMap(({ turn }) => turn ?? [])

  it('is booked with the hand-over from the hall to the authority, and its history says where it is', async () => {
    turnTo(start)
    const taken = await takeIn(town)
    const before = await transferFor(taken.clerk, taken.tracking)
    expect(before.courier).toBe(true)
    const handed = (await send(taken.clerk, before)).body
    expect(handed).toMatchObject({ state: 'underway', parcel: { carrier: '平台预约的快递' }, signed: { intact: true } })
    const [row] = await listParcelsAbout(town.test.app.db.read, handed.id)
    expect(row).toMatchObject({ sender: { name: expect.stringContaining('西') }, receiver: { name: expect.stringContaining('星空') }, contents: '购买凭证原件 × 2' })
    expect(row?.receiver.address).not.toBe('')
    await town.test.runJobs()
    const booked = await transferFor(taken.clerk, taken.tracking)
    expect(turnsOf(booked)).toEqual(['booked'])
    expect(booked.parcel?.number).not.toBe(handed.parcel?.number)
    // The signature names the booking, whatever number the courier gives it.
    expect(booked.signed).toMatchObject({ intact: true, faults: [] })
    for (let step = 0; step < 4; step += 1) await goOn(11)
    const arrived = await transferFor(await town.official('clerk'), taken.tracking)
    expect(turnsOf(arrived)).toEqual(['booked', 'onTheWay', 'delivered'])
    expect((await (await town.official('clerk')).post(`/transfers/${handed.id}/receipt`, { revision: handed.revision })).status).toBe(200)
  })

  it('that fails tells the hall and the authority', async () => {
    turnTo(start)
    const taken = await takeIn(town)
    await ask('/faults', 'PUT', { fate: 'lose' })
    const receiver = await town.official('clerk')
    const handed = (await send(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    await town.test.runJobs()
    await ask('/faults', 'PUT', { fate: 'deliver' })
    for (let step = 0; step < 3; step += 1) await goOn(11)
    expect(turnsOf(await transferFor(taken.clerk, taken.tracking))).toEqual(['booked', 'onTheWay', 'lost'])
    for (const client of [taken.clerk, receiver]) {
      const { messages } = (await client.get<{ messages: { kind: string; transferId: string | null }[] }>('/staff-messages')).body
      expect(messages.filter(({ transferId }) => transferId === handed.id).map(({ kind }) => kind)).toEqual(['parcelFailed'])
    }
  })

  it('needs something to carry, and not a parcel posted besides', async () => {
    turnTo(start)
    const taken = await takeIn(town)
    const before = await transferFor(taken.clerk, taken.tracking)
    expect(codeIn(await send(taken.clerk, before, { courier: true }))).toBe('invalid')
    expect(codeIn(await send(taken.clerk, before, { courier: true, originals, parcel: { carrier: '示例速递', number: 'YJ20260302' } }))).toBe('invalid')
  })

  it('is not followed any more once the file was returned', async () => {
    turnTo(start)
    const taken = await takeIn(town)
    const handed = (await send(taken.clerk, await transferFor(taken.clerk, taken.tracking))).body
    await (await town.official('clerk')).post(`/transfers/${handed.id}/return`, { revision: handed.revision, reasons: '材料不全' })
    await town.test.runJobs()
    expect(turnsOf(await transferFor(taken.clerk, taken.tracking))).toEqual([])
  })
})
