// The simulated payment platform: the cashier, signed notices, faults, refunds, the statement of a day.
import { createPublicKey, verify } from 'node:crypto'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPlatform, type Platform } from './platform-server.ts'
import { algorithms, openSigner, signedText } from './signing.ts'

type Heard = { body: { event: string; orderNumber: string; transaction?: { number: string; fen: number } }; headers: Record<string, string | string[] | undefined> }

let platform: Platform
let heard: Heard[] = []
let told: () => void = () => {}
let noticeUrl = ''
let close = async (): Promise<void> => {}
const key = 'tongban-test-payment-key'
const now = new Date('2026-03-02T02:00:00Z')

beforeEach(async () => {
  heard = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    heard.push({ body: JSON.parse(Buffer.concat(chunks).toString()) as Heard['body'], headers: request.headers })
    response.writeHead(200).end('{}')
    told()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  noticeUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/notices`
  platform = await startPlatform({ key, now: () => now, retryMs: 1 })
  close = () => new Promise<void>((resolve) => server.close(() => resolve()))
})
afterEach(async () => {
  await platform.stop()
  await close()
})

const ask = (method: string, path: string, body?: object, secret = key) =>
  fetch(`${platform.url}${path}`, { method, headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}), redirect: 'manual' })
const order = (number = 'o1', fen = 8000) => ({ number, fen, items: [{ name: '登记费 <b>', payee: '示例局', fen, reference: 'c1' }], expiresAt: '2026-03-02T02:30:00Z', returnUrl: 'http://127.0.0.1:1/back', noticeUrl })
const cashierOf = async (asked = order()): Promise<string> => ((await (await ask('POST', '/v1/orders', asked)).json()) as { cashierUrl: string }).cashierUrl
/** Resolves once so many notices have been heard. */
const hearing = (count: number) => new Promise<void>((resolve) => {
  told = () => heard.length >= count && resolve()
  told()
})
const press = (cashier: string, act: string) => fetch(`${cashier}/${act}`, { method: 'POST', redirect: 'manual' })

describe('an order', () => {
  it('is paid at the cashier, told in a signed notice, and listed in the statement of its day', async () => {
    const cashier = await cashierOf()
    const page = await (await fetch(cashier)).text()
    expect(page).toContain('80.00 元')
    expect(page).toContain('登记费 &lt;b&gt;')
    const back = await press(cashier, 'pay')
    expect([back.status, back.headers.get('location')]).toEqual([303, 'http://127.0.0.1:1/back'])
    await hearing(1)
    const [{ body, headers }] = heard as [Heard] // one was waited for
    const [, spki = ''] = platform.check.split(':')
    const text = signedText(String(headers['x-payment-time']), String(headers['x-payment-nonce']), body)
    expect(verify(null, Buffer.from(text), createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' }), Buffer.from(String(headers['x-payment-signature']), 'base64'))).toBe(true)
    expect(await (await ask('GET', '/v1/orders/o1')).json()).toMatchObject({ state: 'paid', transactions: [{ fen: 8000 }] })
    expect(await (await ask('GET', '/v1/statements/2026-03-02')).json()).toMatchObject({ lines: [{ what: 'payment', orderNumber: 'o1', fen: 8000 }] })
    expect(await (await fetch(cashier)).text()).toContain('这笔已经付过了')
  })

  it('is the same order when it is sent again, and refused when its items do not add up or the key is wrong', async () => {
    expect((await ask('POST', '/v1/orders', order())).status).toBe(201)
    expect((await ask('POST', '/v1/orders', order())).status).toBe(200)
    expect((await ask('POST', '/v1/orders', order('o1', 9000))).status).toBe(409)
    expect((await ask('POST', '/v1/orders', { ...order('o2'), fen: 1 })).status).toBe(400)
    expect((await ask('POST', '/v1/orders', order('o3'), 'another key')).status).toBe(401)
  })

  it('that was closed takes no money', async () => {
    const cashier = await cashierOf()
    expect(await (await ask('POST', '/v1/orders/o1/close', {})).json()).toMatchObject({ state: 'closed' })
    await press(cashier, 'pay')
    expect(await (await ask('GET', '/v1/orders/o1')).json()).toMatchObject({ state: 'closed', transactions: [] })
  })
})

describe('a refund', () => {
  it('gives back once by its number, and never more than was paid', async () => {
    await press(await cashierOf(), 'pay')
    const { transactions: [paid] } = (await (await ask('GET', '/v1/orders/o1')).json()) as { transactions: { number: string }[] }
    const refund = { number: 'r1', transactionNumber: paid?.number, fen: 5000, reason: 'ended' }
    expect((await ask('POST', '/v1/refunds', refund)).status).toBe(200)
    expect((await ask('POST', '/v1/refunds', refund)).status).toBe(200)
    expect((await ask('POST', '/v1/refunds', { ...refund, number: 'r2' })).status).toBe(409)
  })
})

describe('a fault', () => {
  it('doubles notices, changes their amount, loses them, or takes the platform down', async () => {
    platform.setFault('doubledNotice')
    await press(await cashierOf(), 'pay')
    await hearing(2)
    expect(new Set(heard.map(({ headers }) => headers['x-payment-nonce'])).size).toBe(2)
    platform.setFault('wrongAmount')
    await press(await cashierOf(order('o2')), 'pay')
    await hearing(3)
    expect(heard[2]?.body.transaction?.fen).toBe(8001)
    platform.setFault('lostNotice')
    await press(await cashierOf(order('o3')), 'pay')
    expect(await (await ask('GET', '/v1/orders/o3')).json()).toMatchObject({ state: 'paid' })
    platform.setFault('down')
    expect((await ask('GET', '/v1/orders/o3')).status).toBe(500)
    expect(heard.length).toBe(3)
  })
})

it('every algorithm of the contract signs', () => {
  for (const algorithm of algorithms) expect(openSigner(algorithm, 'a-key-both-sides-share').sign('text').length).toBeGreaterThan(20)
})
