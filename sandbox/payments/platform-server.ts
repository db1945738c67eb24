// The payment platform: takes orders, shows the cashier, tells the merchant by signed notices, gives back, lists its day; with a
// switchboard on loopback for what goes wrong.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { listen, readJson, type Reply } from '../http.ts'
import { Refused } from '../protocol.ts'
import { openPaymentBook, type Order, type Transaction } from './book.ts'
import { cashierPage } from './cashier-page.ts'
import { paymentOpenApi, readOrder, readRefund } from './contract.ts'
import { openSigner, signedText, type Algorithm } from './signing.ts'

/** lostNotice: no notice goes out; doubledNotice: each twice at once; wrongAmount: notices say one fen more; slow, down: the platform itself. */
export const paymentFaults = ['ok', 'slow', 'down', 'lostNotice', 'doubledNotice', 'wrongAmount'] as const
export type PaymentFault = (typeof paymentFaults)[number]

export type PlatformOptions = { key: string; algorithm?: Algorithm; port?: number; adminPort?: number; host?: string; folder?: string; /** where browsers reach the cashier; its own address when absent */ cashier?: string; retryMs?: number; now?: () => Date }
export type Platform = { url: string; admin: string; /** what notices are checked with */ check: string; setFault: (mode: PaymentFault) => void; stop: () => Promise<void> }

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const slowMs = 12_000
const mostTries = 10

const stateOf = ({ number, state, fen, transactions }: Order): Reply => ({ status: 200, body: { number, state, fen, transactions } })

export const startPlatform = async ({ key, algorithm = 'ed25519', port = 0, adminPort = 0, host = '127.0.0.1', folder, cashier, retryMs = 3000, now = () => new Date() }: PlatformOptions): Promise<Platform> => {
  const book = openPaymentBook(folder && join(folder, 'payments.json'))
  const signer = openSigner(algorithm, key, folder)
  const keyDigest = digest(`Bearer ${key}`)
  let fault: PaymentFault = 'ok'
  const stopped = new AbortController()
  const sending = new Set<Promise<void>>()

  const send = async (url: string, body: object): Promise<boolean> => {
    const [time, nonce] = [String(Math.floor(now().getTime() / 1000)), randomBytes(16).toString('hex')]
    const reply = await fetch(url, { method: 'POST', signal: AbortSignal.any([stopped.signal, AbortSignal.timeout(8000)]), headers: { 'content-type': 'application/json', 'x-payment-time': time, 'x-payment-nonce': nonce, 'x-payment-signature': signer.sign(signedText(time, nonce, body)) }, body: JSON.stringify(body) })
    return reply.status < 300
  }
  const sendUntilHeard = async (url: string, body: object): Promise<void> => {
    for (let tries = 0; tries < mostTries && !stopped.signal.aborted; tries += 1) {
      if (await send(url, body).catch(() => false)) return
      await wait(retryMs, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  }
  const notify = (order: Order, event: 'failed' | 'closed' | Transaction): void => {
    if (fault === 'lostNotice') return
    const more = fault === 'wrongAmount' ? 1 : 0
    const body = typeof event === 'string' ? { event, orderNumber: order.number } : { event: 'paid', orderNumber: order.number, transaction: { ...event, fen: event.fen + more } }
    for (let copy = 0; copy < (fault === 'doubledNotice' ? 2 : 1); copy += 1) {
      const job: Promise<void> = sendUntilHeard(order.noticeUrl, body).finally(() => sending.delete(job))
      sending.add(job)
    }
  }
  const isOver = (order: Order): boolean => now() >= new Date(order.expiresAt)

  const atCashier = (method: string, token: string, act: string | undefined): Reply => {
    const order = book.find({ token })
    if (!order) throw new Refused('not_found', 'no such order')
    if (order.state === 'open' && isOver(order)) book.end(order, 'closed')
    const base = cashier ?? '/cashier'
    if (method === 'GET' && act === undefined) return { status: 200, body: cashierPage(order, base) }
    if (method !== 'POST' || !['pay', 'fail', 'cancel'].includes(act ?? '')) throw new Refused('method_not_allowed', 'pay, fail or cancel')
    if (order.state === 'open') {
      if (act === 'pay') notify(order, book.pay(order, 'sandbox-wallet', now()))
      else {
        book.end(order, act === 'fail' ? 'failed' : 'closed')
        notify(order, act === 'fail' ? 'failed' : 'closed')
      }
    }
    return { status: 303, body: '', headers: { location: order.returnUrl } }
  }

  const api = async (request: IncomingMessage, route: string): Promise<Reply> => {
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), keyDigest)) throw new Refused('unauthorized', 'authorization: Bearer <key> is missing or wrong')
    if (route === 'POST /v1/orders') {
      const { order, isNew } = book.take(readOrder(await readJson(request)), randomBytes(18).toString('base64url'))
      return { status: isNew ? 201 : 200, body: { cashierUrl: `${cashier ?? `${listening.url}/cashier`}/${order.token}` } }
    }
    if (route === 'POST /v1/refunds') {
      const refund = book.refund(readRefund(await readJson(request)), now())
      return { status: 200, body: { number: refund.number, state: 'done', doneAt: refund.doneAt } }
    }
    const [, day] = /^GET \/v1\/statements\/(\d{4}-\d{2}-\d{2})$/.exec(route) ?? []
    if (day) return { status: 200, body: { day, lines: book.statement(day) } }
    const [, method, number = '', close] = /^(GET|POST) \/v1\/orders\/([\w-]{1,64})(\/close)?$/.exec(route) ?? []
    const order = book.find({ number })
    if (!order || (method === 'POST') !== (close !== undefined)) throw new Refused('not_found', 'no such order or address; see /openapi.json')
    if (close || isOver(order)) book.end(order, 'closed')
    return stateOf(order)
  }

  const listening = await listen(
    async (request, _requestId, gone) => {
      const path = request.url?.split('?')[0] ?? ''
      if (fault === 'down') throw new Refused('internal', 'the platform is down')
      if (fault === 'slow') await wait(slowMs, undefined, { signal: gone })
      if (request.method === 'GET' && path === '/healthz') return { status: 200, body: { ok: true } }
      if (request.method === 'GET' && path === '/openapi.json') return { status: 200, body: paymentOpenApi(listening.url, algorithm) }
      const [, token, act] = /^\/cashier\/([\w-]{24})(?:\/(\w+))?$/.exec(path) ?? []
      return token ? atCashier(request.method ?? '', token, act) : api(request, `${request.method} ${path}`)
    },
    port, host,
  )
  const setFault = (mode: PaymentFault): void => {
    fault = mode
  }
  const admin = await listen(
    async (request) => {
      const route = `${request.method} ${request.url?.split('?')[0] ?? ''}`
      if (route === 'GET /faults') return { status: 200, body: { mode: fault, modes: paymentFaults } }
      if (route === 'POST /reset') {
        book.reset()
        setFault('ok')
        return { status: 200, body: { reset: true } }
      }
      const [, again = ''] = /^POST \/orders\/([\w-]{1,64})\/pay$/.exec(route) ?? []
      const order = book.find({ number: again })
      if (order) {
        // Also a second time: somebody scanned the code twice.
        const transaction = book.pay(order, 'sandbox-wallet', now())
        notify(order, transaction)
        return { status: 200, body: transaction }
      }
      if (route !== 'PUT /faults') throw new Refused('not_found', 'GET /faults, PUT /faults, POST /orders/<number>/pay, POST /reset')
      const body = await readJson(request)
      const mode = paymentFaults.find((each) => typeof body === 'object' && body !== null && 'mode' in body && body.mode === each)
      if (!mode) throw new Refused('invalid', `mode must be one of ${paymentFaults.join(', ')}`)
      setFault(mode)
      return { status: 200, body: { mode } }
    },
    adminPort, '127.0.0.1',
  )
  return {
    url: listening.url, admin: admin.url, check: signer.check, setFault,
    stop: async () => {
      stopped.abort()
      await Promise.all([listening.stop(), admin.stop(), ...sending])
    },
  }
}
