// What goes out goes where it may: not inside a network, not after a redirect, not for ever and not without end.
// A server on this machine stands for both sides; the names it is called by are answered by the test.
import type { lookup } from 'node:dns'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { openOutbound, type Outbound } from './outbound.ts'
import { reachWithin } from './public-address.ts'

const servers: Server[] = []
const opened: Outbound[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => { server.closeAllConnections(); server.close(done) })))
})

const serve = async (answer: RequestListener): Promise<{ url: URL; asked: () => number }> => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`), asked: () => asked }
}

const outbound = (networks: readonly string[], resolve?: typeof lookup): Outbound => {
  const made = openOutbound({ networks, ...(resolve ? { resolve } : {}) })
  opened.push(made)
  return made
}
const loopback = ['127.0.0.0/8']
const ask = (to: Outbound, url: URL, limits: { timeLimitMs?: number; mostBytes?: number; method?: 'GET' | 'POST' } = {}) => to.ask({ method: 'GET', url, timeLimitMs: 3000, mostBytes: 10_000, ...limits })

describe('an address', () => {
  it('inside a network is asked only when the operator allows it', async () => {
    const { url, asked } = await serve((_, response) => response.end('{}'))
    await expect(ask(outbound([]), url)).rejects.toMatchObject({ code: 'address' })
    expect(asked()).toBe(0)
    expect(await ask(outbound(loopback), url)).toMatchObject({ status: 200 })
  })

  it('where clouds keep a machine’s keys is never asked, whatever is allowed', () => {
    const mayReach = reachWithin(['0.0.0.0/0', '::/0'])
    expect(['169.254.169.254', '::ffff:169.254.169.254', 'fe80::1', 'fd00:ec2::254'].map(mayReach)).toEqual([false, false, false, false])
    expect(['10.1.2.3', '1.1.1.1'].map(mayReach)).toEqual([true, true])
  })

  it('is reached by https, and without a password in it', async () => {
    const open = outbound(['10.0.0.0/8', ...loopback])
    for (const address of ['http://10.1.2.3/', 'http://example.com/', 'ftp://example.com/', 'https://someone:secret@example.com/']) await expect(ask(open, new URL(address))).rejects.toMatchObject({ code: 'address' })
  })

  it('is looked up at every connection: a name that stood for an allowed address first and for one inside later gets nothing', async () => {
    const { url, asked } = await serve((_, response) => response.setHeader('connection', 'close').end('{}'))
    const answers = ['169.254.169.254', '10.0.0.1', '127.0.0.1']
    // `localhost` is the one name plain http is allowed for, so that the test needs no certificate.
    const rebinding = ((_host: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) => done(null, [{ address: answers.pop() ?? '', family: 4 }])) as typeof lookup
    const to = outbound(['127.0.0.1'], rebinding)
    const name = new URL(`http://localhost:${url.port}/`)
    expect(await ask(to, name)).toMatchObject({ status: 200 })
    await expect(ask(to, name)).rejects.toMatchObject({ code: 'address' })
    await expect(ask(to, name)).rejects.toMatchObject({ code: 'address' })
    expect([answers.length, asked()]).toEqual([0, 1])
  })

  it('is not asked when any of the addresses of its name lies inside', async () => {
    const mixed = ((_host: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) => done(null, [{ address: '1.1.1.1', family: 4 }, { address: '10.0.0.1', family: 4 }])) as typeof lookup
    await expect(ask(outbound([], mixed), new URL('https://register.example/'))).rejects.toMatchObject({ code: 'address' })
  })
})

describe('an answer', () => {
  it('that leads to another host is not followed, one on the same host is', async () => {
    const metadata = await serve((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end())
    await expect(ask(outbound(loopback), metadata.url)).rejects.toMatchObject({ code: 'redirect', message: expect.stringContaining('169.254.169.254') })
    const moved = await serve((request, response) => (request.url === '/' ? response.writeHead(301, { location: '/new' }).end() : response.end('{"moved":true}')))
    expect(String((await ask(outbound(loopback), moved.url)).body)).toBe('{"moved":true}')
    await expect(ask(outbound(loopback), moved.url, { method: 'POST' })).rejects.toMatchObject({ code: 'redirect' })
  })

  it('that leads round in a circle ends', async () => {
    const circle = await serve((_, response) => response.writeHead(302, { location: '/' }).end())
    await expect(ask(outbound(loopback), circle.url)).rejects.toMatchObject({ code: 'redirect' })
    expect(circle.asked()).toBe(4)
  })

  it('that comes too late, or never ends, is given up in time', async () => {
    const { url } = await serve((_, response) => response.write('['))
    await expect(ask(outbound(loopback), url, { timeLimitMs: 60 })).rejects.toMatchObject({ code: 'slow' })
  })

  it('is read to its limit only, also when it is packed and unfolds', async () => {
    const plain = await serve((_, response) => response.end('x'.repeat(10_001)))
    await expect(ask(outbound(loopback), plain.url)).rejects.toMatchObject({ code: 'tooLarge' })
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const packed = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb))
    await expect(ask(outbound(loopback), packed.url)).rejects.toMatchObject({ code: 'tooLarge' })
    const small = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"ok":1}')))
    expect(String((await ask(outbound(loopback), small.url)).body)).toBe('{"ok":1}')
    const damaged = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed'))
    await expect(ask(outbound(loopback), damaged.url)).rejects.toMatchObject({ code: 'encoding' })
    const strange = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'compress' }).end('?'))
    await expect(ask(outbound(loopback), strange.url)).rejects.toMatchObject({ code: 'encoding' })
  })

  it('that never came, because nobody listens, says so', async () => {
    const { url } = await serve((_, response) => response.end())
    await new Promise((done) => servers.pop()?.close(done))
    await expect(ask(outbound(loopback), url)).rejects.toMatchObject({ code: 'unreachable' })
  })
})

describe('an answer that comes bit by bit', () => {
  const stream = (to: Outbound, url: URL, limits: { timeLimitMs?: number; mostBytes?: number } = {}) => to.stream({ method: 'POST', url, timeLimitMs: 3000, mostBytes: 10_000, body: '{}', ...limits })
  const read = async (pieces: AsyncIterable<Uint8Array>) => {
    let text = ''
    for await (const piece of pieces) text += new TextDecoder().decode(piece)
    return text
  }

  it('is given as it comes', async () => {
    const { url } = await serve((_, response) => { response.setHeader('content-type', 'text/event-stream'); response.write('a'); response.end('b') })
    const { status, contentType, pieces } = await stream(outbound(loopback), url)
    expect([status, contentType, await read(pieces)]).toEqual([200, 'text/event-stream', 'ab'])
  })

  it('is under the same rules: addresses, redirects, size, time', async () => {
    const { url: large } = await serve((_, response) => response.end('x'.repeat(20_000)))
    const { url: away } = await serve((_, response) => response.writeHead(302, { location: '/' }).end())
    const { url: silent } = await serve((_, response) => { response.write('a') })
    await expect(stream(outbound([]), large)).rejects.toMatchObject({ code: 'address' })
    await expect(stream(outbound(loopback), away)).rejects.toMatchObject({ code: 'redirect' })
    await expect(stream(outbound(loopback), large).then(({ pieces }) => read(pieces))).rejects.toMatchObject({ code: 'tooLarge' })
    await expect(stream(outbound(loopback), silent, { timeLimitMs: 80 }).then(({ pieces }) => read(pieces))).rejects.toMatchObject({ code: 'slow' })
  })
})
