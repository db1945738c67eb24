// Long answers arrive shorter where the browser says it can read that, and unchanged where it does not.
// Compressed and read back with the same library browsers' formats come from.
import Fastify from 'fastify'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { chooseEncoding, mountCompression } from './compression.ts'

const long = { words: '一件事一次办'.repeat(1000) }

const ask = async (path: string, encoding?: string) => {
  const server = Fastify()
  mountCompression(server)
  server.get('/long', async () => long)
  server.get('/short', async () => ({ words: '好' }))
  server.get('/picture', async (_request, reply) => reply.type('image/png').send(Buffer.alloc(10_000)))
  const reply = await server.inject({ url: path, ...(encoding === undefined ? {} : { headers: { 'accept-encoding': encoding } }) })
  await server.close()
  return reply
}

describe('a long answer', () => {
  it('is sent with Brotli, or gzip to those who only read gzip', async () => {
    const [brotli, gzip] = [await ask('/long', 'gzip, deflate, br'), await ask('/long', 'gzip')]
    expect([brotli.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip'])
    expect(JSON.parse(brotliDecompressSync(brotli.rawPayload).toString())).toEqual(long)
    expect(JSON.parse(gunzipSync(gzip.rawPayload).toString())).toEqual(long)
    expect(brotli.rawPayload.length).toBeLessThan(JSON.stringify(long).length / 10)
  })

  it('tells caches that it depends on what the browser reads', async () => {
    expect((await ask('/long', 'br')).headers.vary).toBe('Accept-Encoding')
    expect((await ask('/long')).headers.vary).toBe('Accept-Encoding')
  })

  it('is sent as it is to those who ask for nothing else', async () => {
    const reply = await ask('/long')
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(reply.json()).toEqual(long)
  })
})

describe('what gains nothing', () => {
  it('is sent as it is: short answers, pictures', async () => {
    expect((await ask('/short', 'br')).headers['content-encoding']).toBeUndefined()
    expect((await ask('/picture', 'br')).headers['content-encoding']).toBeUndefined()
  })
})

describe('the encoding', () => {
  it.each([
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.1', 'br'],
    ['identity', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('for “%s” is %s', (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected)
  })
})
