// Asks addresses that come from configuration or from a description: by https only, never inside a network unless that is allowed, within
// limits of time and size, and without being led to another host. Whatever goes wrong has a code and a sentence that can be shown.
import type { lookup } from 'node:dns'
import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { Agent, request, type Dispatcher } from 'undici'
import { literalAddress, lookupWithin, NotPublic, reachWithin } from './public-address.ts'

/** `address`: inside a network or not of the web; `redirect`: led elsewhere; `tooLarge`, `slow`, `unreachable`, `encoding`: as said. */
export type OutboundFaultCode = 'address' | 'redirect' | 'tooLarge' | 'slow' | 'unreachable' | 'encoding'

export class OutboundFault extends Error {
  readonly code: OutboundFaultCode
  constructor(code: OutboundFaultCode, message: string) {
    super(message)
    this.name = 'OutboundFault'
    this.code = code
  }
}

/** What proves to the other side who asks (mutual TLS), in PEM; `authority` replaces the authorities of the system. */
export type ClientCertificate = { certificate?: string; key?: string; authority?: string }

export type OutboundRequest = {
  method: 'GET' | 'POST' | 'PUT'
  url: URL
  headers?: Readonly<Record<string, string>>
  body?: string
  timeLimitMs: number
  /** of the answer, unpacked */
  mostBytes: number
  tls?: ClientCertificate
  /** aborted when nobody waits any longer */
  signal?: AbortSignal
}

export type OutboundReply = { status: number; contentType: string; body: Buffer }

/** An answer that comes bit by bit. `pieces` ends or throws OutboundFault; leaving it early closes the connection. */
export type OutboundStream = { status: number; contentType: string; pieces: AsyncIterable<Uint8Array> }

export type Outbound = {
  /** @throws OutboundFault */
  ask(asked: OutboundRequest): Promise<OutboundReply>
  /** The same under the same rules, except that nothing is unpacked and no redirect followed. @throws OutboundFault */
  stream(asked: OutboundRequest): Promise<OutboundStream>
  close(): Promise<void>
}

/** `networks`: inside which addresses may be asked although they are not public; plain http is possible only for loopback addresses among them. */
export type OutboundOptions = { networks: readonly string[]; resolve?: typeof lookup }

const mostRedirects = 3

export const openOutbound = ({ networks, resolve }: OutboundOptions): Outbound => {
  const mayReach = reachWithin(networks)
  const agents = new Map<string, Agent>()
  const agentFor = ({ certificate, key, authority }: ClientCertificate = {}): Agent => {
    const id = JSON.stringify([certificate, key, authority])
    const agent = agents.get(id) ?? new Agent({
      connect: { lookup: lookupWithin(mayReach, resolve), timeout: 5000, ...(certificate === undefined ? {} : { cert: certificate }), ...(key === undefined ? {} : { key }), ...(authority === undefined ? {} : { ca: authority }) },
      connections: 16, maxHeaderSize: 16_384,
    })
    agents.set(id, agent)
    return agent
  }

  const check = (url: URL): void => {
    const address = literalAddress(url)
    const isLoopback = url.hostname === 'localhost' || address === '::1' || (address?.startsWith('127.') ?? false)
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) throw new OutboundFault('address', `${url.origin} must be reached by https`)
    if (address !== undefined && !mayReach(address)) throw new OutboundFault('address', `${url.host} is inside a network and not allowed`)
    if (url.username !== '' || url.password !== '') throw new OutboundFault('address', `${url.host}: an address holds no user name and password`)
  }

  const send = (asked: OutboundRequest, signal: AbortSignal, encodings: string): Promise<Dispatcher.ResponseData> => {
    check(asked.url)
    return request(asked.url, { dispatcher: agentFor(asked.tls), method: asked.method, signal, body: asked.body ?? null, headers: { accept: 'application/json', 'accept-encoding': encodings, ...asked.headers } })
  }

  const askOnce = async (asked: OutboundRequest, left: number, signal: AbortSignal): Promise<OutboundReply> => {
    const reply = await send(asked, signal, 'gzip, identity')
    const location = reply.headers['location']
    if (reply.statusCode < 300 || reply.statusCode > 399) return { status: reply.statusCode, contentType: String(reply.headers['content-type'] ?? ''), body: await readBody(reply, asked.mostBytes) }
    drop(reply.body)
    const next = typeof location === 'string' && URL.canParse(location, asked.url) ? new URL(location, asked.url) : undefined
    if (!next || next.origin !== asked.url.origin || asked.method !== 'GET' || left === 0) throw new OutboundFault('redirect', `${asked.url.host} answered ${reply.statusCode} and leads to ${next ? next.host : 'nowhere'}; that is not followed`)
    return askOnce({ ...asked, url: next }, left - 1, signal)
  }

  return {
    ask: async (asked) => {
      const signal = signalOf(asked)
      try {
        return await askOnce(asked, mostRedirects, signal)
      } catch (error) {
        throw faultOf(error, asked, signal)
      }
    },
    stream: async (asked) => {
      const signal = signalOf(asked)
      try {
        const { statusCode, headers, body } = await send(asked, signal, 'identity')
        if (statusCode < 300 || statusCode > 399) return { status: statusCode, contentType: String(headers['content-type'] ?? ''), pieces: piecesOf(body, asked, signal) }
        drop(body)
        throw new OutboundFault('redirect', `${asked.url.host} answered ${statusCode}; that is not followed`)
      } catch (error) {
        throw faultOf(error, asked, signal)
      }
    },
    close: async () => {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()))
    },
  }
}

const signalOf = ({ timeLimitMs, signal }: OutboundRequest): AbortSignal => {
  const late = AbortSignal.timeout(timeLimitMs)
  return signal ? AbortSignal.any([late, signal]) : late
}

async function* piecesOf(body: Readable, asked: OutboundRequest, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const piece of body) {
      size += piece.length
      if (size > asked.mostBytes) throw new OutboundFault('tooLarge', `the answer is larger than ${asked.mostBytes} bytes`)
      yield piece
    }
  } catch (error) {
    throw faultOf(error, asked, signal)
  } finally {
    drop(body)
  }
}

const unpackers: Readonly<Record<string, () => Transform>> = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** Counts what it unpacks while it unpacks, so that a few kilobytes that unfold to gigabytes stop at the limit. */
const readBody = async ({ headers, body }: Dispatcher.ResponseData, mostBytes: number): Promise<Buffer> => {
  const encoding = String(headers['content-encoding'] ?? 'identity').toLowerCase()
  if (encoding === 'identity') return collect(body, mostBytes)
  const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding]?.() : undefined
  if (!unpack) {
    drop(body)
    throw new OutboundFault('encoding', `the answer is packed as ${encoding}, which nobody asked for`)
  }
  body.once('error', (error: Error) => unpack.destroy(error))
  try {
    return await collect(body.pipe(unpack), mostBytes)
  } finally {
    drop(body)
  }
}

/** What is not read any further; that it was broken off is no news. */
const drop = (stream: Readable): void => void stream.on('error', () => {}).destroy()

const collect = async (stream: Readable, mostBytes: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > mostBytes) {
      drop(stream)
      throw new OutboundFault('tooLarge', `the answer is larger than ${mostBytes} bytes`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const faultOf = (error: unknown, { url, timeLimitMs }: OutboundRequest, signal: AbortSignal): OutboundFault => {
  if (error instanceof OutboundFault) return error
  const causes = [error, ...(error instanceof Error ? [error.cause, ...(error instanceof AggregateError ? error.errors : [])] : [])]
  if (causes.some((each) => each instanceof NotPublic)) return new OutboundFault('address', `${url.host} stands for an address inside a network, which is not allowed`)
  if (signal.aborted) return new OutboundFault('slow', `${url.host} did not answer within ${timeLimitMs} ms`)
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code.startsWith('Z_')) return new OutboundFault('encoding', `${url.host}: the packed answer is damaged`)
  return new OutboundFault(code.includes('TIMEOUT') ? 'slow' : 'unreachable', `${url.host} cannot be reached (${code})`)
}
