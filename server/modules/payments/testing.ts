// For tests of this module: the telescope town with fees, and a payment platform that answers in this process and does as it is told.
import { createHmac, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { Catalogue, FeeItem, ServiceFee } from '../catalogue/definitions.ts'
import { rule } from '../planning/testing/telescope-catalogue.ts'
import { changedPacks, openTelescopeTown, turnable, type TelescopeTown } from '../../testing/telescope.ts'
import { signedText } from './notice-signature.ts'
import type { StatementLine } from './provider.ts'

const basis = { title: '示例收费办法' }

export const item = (stated: Partial<FeeItem> = {}): FeeItem => ({ id: 'permit', name: { 'zh-CN': '许可费' }, fen: 5000, reductions: [], legalBasis: basis, ...stated })

/** Half for the young, by what the form says. */
export const youth = { id: 'youth', name: { 'zh-CN': '未满四十岁减半' }, when: rule('applicant.birthDate > date("1986-03-02")'), pays: 50, legalBasis: basis }

/** The testing pack with a fee for some of its services. */
export const withFees = (fees: Record<string, ServiceFee>) =>
  changedPacks((catalogue: Catalogue) => ({
    ...catalogue,
    services: Object.fromEntries(Object.entries(catalogue.services).map(([id, service]) => [id, fees[id] ? { ...service, charge: fees[id], version: `${service.version}-fee` } : service])),
  }))

type Order = { number: string; fen: number; noticeUrl: string; state: 'open' | 'paid' | 'failed' | 'closed'; transactions: { number: string; fen: number; method: string; paidAt: string }[] }

export type PlayedPlatform = {
  orders: Order[]
  refunds: { number: string; transactionNumber: string; fen: number }[]
  lines: StatementLine[]
  /** takes money; nobody is told */
  pay: (number: string, transaction: string, fen?: number) => void
  end: (number: string, state: 'failed' | 'closed') => void
  /** every request fails */
  isAway: boolean
}

export const sharedKey = 'a-key-both-sides-share'

const startPlayedPlatform = async (now: () => Date): Promise<PlayedPlatform & { url: string; close: () => Promise<void> }> => {
  const played: PlayedPlatform = {
    orders: [], refunds: [], lines: [], isAway: false,
    pay: (number, transaction, fen) => {
      const order = played.orders.find((each) => each.number === number)
      order?.transactions.push({ number: transaction, fen: fen ?? order.fen, method: 'wallet', paidAt: now().toISOString() })
      if (order) order.state = 'paid'
    },
    end: (number, state) => {
      const order = played.orders.find((each) => each.number === number)
      if (order && order.state === 'open') order.state = state
    },
  }
  const answer = (route: string, body: never): { status: number; body?: unknown } => {
    if (played.isAway) return { status: 503 }
    if (route === 'POST /v1/orders') {
      played.orders.push({ ...(body as Order), state: 'open', transactions: [] })
      return { status: 201, body: { cashierUrl: `/cashier/${(body as Order).number}` } }
    }
    if (route === 'POST /v1/refunds') {
      const refund = body as PlayedPlatform['refunds'][number]
      if (!played.refunds.some(({ number }) => number === refund.number)) played.refunds.push(refund)
      return { status: 200, body: { state: 'done', doneAt: now().toISOString() } }
    }
    if (route.startsWith('GET /v1/statements/')) return { status: 200, body: { lines: played.lines } }
    const order = played.orders.find(({ number }) => route.includes(`/v1/orders/${number}`))
    if (!order) return { status: 404 }
    if (route.endsWith('/close')) played.end(order.number, 'closed')
    return { status: 200, body: { state: order.state, transactions: order.transactions } }
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const reply = answer(`${request.method} ${request.url}`, (chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {}) as never)
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return Object.assign(played, {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () => new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  })
}

export type PayingTown = TelescopeTown & { platform: PlayedPlatform; turnTo: (iso: string) => void; now: () => Date; /** sends a notice of the platform; `forged`: signed with another key */ notify: (body: object, how?: { forged?: boolean; time?: Date; nonce?: string }) => Promise<number> }

export const openPayingTown = async (fees: Record<string, ServiceFee>): Promise<PayingTown> => {
  const { clock, turnTo } = turnable('2026-03-02T02:00:00Z')
  const platform = await startPlayedPlatform(clock.now)
  const town = await openTelescopeTown(clock, withFees(fees), { PAYMENT_URL: platform.url, PAYMENT_KEY: 'key', PAYMENT_NOTICES: `hmac-sha256:${sharedKey}` })
  return {
    ...town, platform, turnTo, now: clock.now,
    notify: async (body, { forged = false, time = clock.now(), nonce = randomBytes(8).toString('hex') } = {}) => {
      const seconds = String(Math.floor(time.getTime() / 1000))
      const signature = createHmac('sha256', forged ? 'somebody else' : sharedKey).update(signedText({ time: seconds, nonce }, body)).digest('base64')
      const reply = await town.test.server.inject({ method: 'POST', url: '/api/v1/payments/notices', payload: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-payment-time': seconds, 'x-payment-nonce': nonce, 'x-payment-signature': signature } })
      return reply.statusCode
    },
    close: async () => {
      await town.close()
      await platform.close()
    },
  }
}
