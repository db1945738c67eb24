// The courier keeps its published contract: one consignment for one key, reports in numbered order, and the faults it can be told to have.
import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { startCourier, type Courier, type CourierOptions } from './courier-server.ts'

const to = { name: '测试居民', phone: '15400000001', address: '样例市东区示例路1号' }
const hall = { name: '东区大厅', phone: '12345', address: '' }

const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()))
})

/** Somewhere reports are pushed to, with what arrived. */
const listener = async () => {
  const heard: { number: string; event: { seq: number; kind: string } }[] = []
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      heard.push(JSON.parse(body))
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  running.push({ stop: () => new Promise((resolve) => server.close(() => resolve())) })
  return { heard, url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/events` }
}

const open = async (options: Partial<CourierOptions> = {}) => {
  const courier: Courier = await startCourier({ key: 'key', retryMs: 1, ...options })
  running.push(courier)
  const { heard, url } = await listener()
  const ask = async (path: string, method = 'GET', body?: object, headers: Record<string, string> = {}) => {
    const reply = await fetch((path.startsWith('/v1') ? courier.url : courier.admin) + path, { method, headers: { authorization: 'Bearer key', ...headers }, ...(body ? { body: JSON.stringify(body) } : {}) })
    return { status: reply.status, body: (await reply.json()) as { number: string; sorting: string; events: { kind: string; seq: number }[]; error?: { code: string; message: string } } }
  }
  const book = (key = 'one', receiver = to) => ask('/v1/consignments', 'POST', { sender: hall, receiver, contents: '许可证', pays: 'sender', callback: url }, { 'idempotency-key': key })
  return { courier, heard, ask, book, advance: () => ask('/advance', 'POST') }
}

describe('a booking', () => {
  it('is one consignment however often it is asked for, and another body under its key is refused', async () => {
    const { book } = await open()
    const [first, again, other] = [await book(), await book(), await book('one', { ...to, address: '样例市东区示例路2号' })]
    expect([first.status, again.status, other.status]).toEqual([201, 200, 409])
    expect(again.body.number).toBe(first.body.number)
    expect((await book('two')).body.number).not.toBe(first.body.number)
  })

  it('says where the courier does not go', async () => {
    const { book } = await open()
    expect((await book('x', { ...to, address: '样例市不通邮的岛1号' })).body.error).toEqual({ code: 'not_carried', message: '收件地址不在服务范围' })
    expect((await book('y', { ...to, phone: '' })).status).toBe(422)
  })

  it('asks for the key, and for a body it understands', async () => {
    const { courier, ask } = await open()
    expect((await fetch(`${courier.url}/v1/consignments/X`)).status).toBe(401)
    expect((await ask('/v1/consignments', 'POST', { nothing: true }, { 'idempotency-key': 'k' })).status).toBe(400)
    expect((await ask('/v1/consignments/unknown')).status).toBe(404)
    expect(((await (await fetch(`${courier.url}/openapi.json`)).json()) as { openapi: string }).openapi).toBe('3.1.0')
  })
})

describe('a consignment', () => {
  it('is reported step by step, numbered, and can be cancelled until it is collected', async () => {
    const { book, advance, ask, heard } = await open()
    const { number } = (await book()).body
    const { number: second } = (await book('two')).body
    expect((await ask(`/v1/consignments/${second}/cancel`, 'POST')).body.events.map(({ kind }) => kind)).toEqual(['booked', 'cancelled'])
    for (let step = 0; step < 6; step += 1) await advance()
    expect(heard.map(({ event }) => [event.seq, event.kind])).toEqual([[2, 'collected'], [3, 'passed'], [4, 'outForDelivery'], [5, 'delivered']])
    expect((await ask(`/v1/consignments/${number}`)).body.events).toHaveLength(5)
    expect((await ask(`/v1/consignments/${number}/cancel`, 'POST')).status).toBe(409)
  })

  it('is lost, declined or comes back when the switchboard or its address says so', async () => {
    const { book, advance, ask } = await open()
    await ask('/faults', 'PUT', { fate: 'lose' })
    const numbers = [(await book('a')).body.number, (await book('b', { ...to, address: '样例市拒收路1号' })).body.number, (await book('c', { ...to, address: '样例市查无此人路1号' })).body.number]
    for (let step = 0; step < 6; step += 1) await advance()
    const ends = await Promise.all(numbers.map(async (number) => (await ask(`/v1/consignments/${number}`)).body.events.slice(-2).map(({ kind }) => kind)))
    expect(ends).toEqual([['passed', 'lost'], ['declinedByReceiver', 'returned'], ['undeliverable', 'returned']])
  })

  it('is reported twice or never when told to', async () => {
    const { book, advance, ask, heard } = await open()
    await book()
    await ask('/faults', 'PUT', { callbacks: 'twice' })
    await advance()
    await ask('/faults', 'PUT', { callbacks: 'never' })
    await advance()
    expect(heard.map(({ event }) => event.kind)).toEqual(['collected', 'collected'])
    expect((await ask('/faults', 'PUT', { callbacks: 'sometimes' })).status).toBe(400)
  })

  it('moves by itself with the time', async () => {
    let now = new Date('2026-03-02T02:00:00Z')
    const { openBook } = await import('./consignments.ts')
    const book = openBook()
    const { consignment } = book.book('k', { sender: hall, receiver: to, contents: '', pays: 'sender', callback: 'http://127.0.0.1' }, now, 'deliver')
    now = new Date(now.getTime() + 2500)
    expect(book.proceed(now, 1000).map(({ event }) => event.kind)).toEqual(['collected', 'passed'])
    expect(book.proceed(now, 1000)).toEqual([])
    expect(book.proceed(new Date(now.getTime() + 60_000), 1000)).toHaveLength(2)
    expect(consignment.events).toHaveLength(5)
  })
})
