// Makes long text answers shorter on their way: Brotli or gzip, whichever the browser takes. Files of the web apps are compressed when
// they are built (start/compress-assets.ts); this is for what the server says itself.
import type { FastifyInstance } from 'fastify'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Shorter answers fit into the first packets anyway. */
const leastBytes = 4096
const isText = /^(application\/(json|problem\+json|openapi\+json)|text\/|image\/svg\+xml)/

const withBrotli = promisify(brotliCompress)
const withGzip = promisify(gzip)

/** Fast settings: an answer is compressed once and sent once. */
const encoders = {
  br: (content: string | Buffer) => withBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (content: string | Buffer) => withGzip(content, { level: 5 }),
} as const

/** The encoding to answer with; undefined: as it is. `header` is the request's Accept-Encoding (RFC 9110, 12.5.3). */
export const chooseEncoding = (header: string | undefined): keyof typeof encoders | undefined => {
  const accepted = new Map((header ?? '').split(',').map((part) => {
    const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined)
    return [name.trim(), Number(quality ?? 1)]
  }))
  return (['br', 'gzip'] as const).find((name) => (accepted.get(name) ?? 0) > 0)
}

export const mountCompression = (server: FastifyInstance): void => {
  server.addHook('onSend', async (request, reply, payload: unknown) => {
    // No text has fewer bytes than letters; so most need not be counted.
    const isLong = (typeof payload === 'string' || Buffer.isBuffer(payload)) && (payload.length >= leastBytes || Buffer.byteLength(payload) >= leastBytes)
    if (!isLong || reply.hasHeader('content-encoding') || !isText.test(String(reply.getHeader('content-type') ?? ''))) return payload
    const vary = reply.getHeader('vary')
    reply.header('vary', vary ? `${String(vary)}, Accept-Encoding` : 'Accept-Encoding')
    const encoding = chooseEncoding(request.headers['accept-encoding'])
    if (!encoding) return payload
    reply.header('content-encoding', encoding).removeHeader('content-length')
    return encoders[encoding](payload)
  })
}
