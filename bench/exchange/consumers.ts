// The department that asks, in a thread of its own, as it is on a machine of its own. Its requests are signed before the clock starts and
// the answers checked after it stops, so what it does costs the server only its answers.
import { createPrivateKey, randomUUID, type JsonWebKey } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { Pool } from 'undici'
import { hashOf, readMessage, signApart, signMessage } from '../../server/modules/exchange/index.ts'
import { signWith, type PublicJwk, type Signer } from '../../server/kernel/keys.ts'
import { inParallel } from '../matters/parallel.ts'

export type ConsumersData = {
  gateway: string; provider: string; providerKey: string; privateJwk: JsonWebKey; publicJwk: PublicJwk; exchangeJwk: PublicJwk
  consumer: string; audience: string; subjects: readonly string[]; fields: readonly string[]; purpose: string; legalBasis: string
}

/** `rate` calls a second, whenever the others are done; or as fast as so many clients can. Milliseconds of each call come back. */
export type CallOrder = { by: 'gateway' | 'direct'; calls: number; rate?: number; clients?: number }

const data = workerData as ConsumersData
const privateKey = createPrivateKey({ key: data.privateJwk, format: 'jwk' })
const signer: Signer = { kid: data.publicJwk.kid, holder: 'bench', number: 1, suite: 'ES256', since: '', publicJwk: data.publicJwk, sign: (bytes) => signWith('ES256', privateKey, bytes) }
const pools = { gateway: new Pool(data.gateway, { connections: 128, pipelining: 1 }), direct: new Pool(data.provider, { connections: 128, pipelining: 1 }) }

type Prepared = { path: string; headers: Record<string, string>; body: string; request: string }

const questionTo = (at: number) => ({ subject: { idNumber: data.subjects[at % data.subjects.length] ?? '' }, fields: data.fields, purpose: data.purpose, legalBasis: data.legalBasis, caseNumber: `B-${at}` })

const prepare = {
  gateway: (at: number): Prepared => {
    const request = signMessage(signer, 'exchange-request+jwt', { iss: data.consumer, aud: data.audience, iat: Math.floor(Date.now() / 1000), jti: randomUUID(), resource: 'population', ...questionTo(at) })
    return { path: '/api/v1/exchange/calls', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ request }), request }
  },
  direct: (at: number): Prepared => {
    const body = JSON.stringify({ ...questionTo(at), consent: null, id: randomUUID(), at: new Date().toISOString() })
    return { path: '/v1/query', headers: { 'content-type': 'application/json', authorization: `Bearer ${data.providerKey}`, 'x-signature': signApart(signer, 'exchange-question+jws', body) }, body, request: body }
  },
}

/** Whether the answer is signed, belongs to the request and has just the fields asked for. */
const check = (by: CallOrder['by'], { request }: Prepared, text: string): void => {
  const answer = JSON.parse(text) as { response?: string; record?: object; requestHash?: string }
  const content = by === 'gateway' ? readMessage(answer.response ?? '', 'exchange-response+jwt', data.exchangeJwk) : answer
  const fields = Object.keys((content?.['record' as keyof typeof content] as object | undefined) ?? {})
  if (content?.['requestHash' as keyof typeof content] !== hashOf(request) || fields.length !== data.fields.length) throw new Error(`not an answer: ${text.slice(0, 300)}`)
}

const run = async ({ by, calls, rate, clients = 48 }: CallOrder): Promise<{ seconds: number; took: number[] }> => {
  const prepared = Array.from({ length: calls }, (_, at) => prepare[by](at))
  const [took, answers]: [number[], string[]] = [[], []]
  const one = async (at: number, begun: number): Promise<void> => {
    const { path, headers, body } = prepared[at] ?? prepare[by](at)
    const response = await pools[by].request({ method: 'POST', path, headers, body })
    answers[at] = await response.body.text()
    took[at] = performance.now() - begun
    if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${answers[at]}`)
  }
  const start = performance.now()
  if (rate === undefined) await inParallel(clients, prepared.map((_, at) => at), (at) => one(at, performance.now()))
  else await paced(calls, rate, start, one)
  const seconds = (performance.now() - start) / 1000
  prepared.forEach((each, at) => check(by, each, answers[at] ?? ''))
  return { seconds, took }
}

/** A call's time counts from when it was due, also when this thread was late. */
const paced = (calls: number, rate: number, start: number, one: (at: number, begun: number) => Promise<void>): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const running: Promise<void>[] = []
    const timer = setInterval(() => {
      const due = Math.min(calls, Math.floor(((performance.now() - start) / 1000) * rate) + 1)
      while (running.length < due) {
        const at = running.length
        const going = one(at, start + (at / rate) * 1000)
        going.catch(reject)
        running.push(going)
      }
      if (running.length < calls) return
      clearInterval(timer)
      Promise.all(running).then(resolve, reject)
    }, 1)
  })

const answer = async (order: CallOrder): Promise<void> => {
  try {
    parentPort?.postMessage(await run(order))
  } catch (error) {
    parentPort?.postMessage({ failed: String(error) })
  }
}

parentPort?.on('message', (order: CallOrder) => void answer(order))
