// The simulated authority of time over HTTP (RFC 3161, 3.4): a query comes in, a token goes out.
import { createServer } from 'node:http'
import { join } from 'node:path'
import { openTimeKey, stamp } from './authority.ts'

/** `fault`: `error` answers 500, `replay` gives the answer to the first question again, `down` hangs up. */
export type TsaOptions = { port?: number; host?: string; folder?: string; now?: () => Date; fault?: () => 'ok' | 'error' | 'replay' | 'down' }
/** `certificate`: PEM, by which its tokens are believed. */
export type Tsa = { url: string; certificate: string; stop: () => Promise<void> }

const maxBytes = 4096

export const startTsa = async ({ port = 0, host = '127.0.0.1', folder, now = () => new Date(), fault = () => 'ok' }: TsaOptions = {}): Promise<Tsa> => {
  const key = await openTimeKey(folder === undefined ? undefined : join(folder, 'tsa.json'), now())
  let first: ArrayBuffer | undefined
  const server = createServer(async (request, response) => {
    if (fault() === 'down') return void request.socket.destroy()
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size <= maxBytes) chunks.push(chunk)
    }
    const isQuery = request.method === 'POST' && request.headers['content-type'] === 'application/timestamp-query' && size <= maxBytes
    if (!isQuery || fault() === 'error') {
      response.writeHead(isQuery ? 500 : 400, { 'content-type': 'text/plain' }).end(isQuery ? 'the authority of time failed' : 'POST application/timestamp-query (RFC 3161)')
      return
    }
    const fresh = await stamp(new Uint8Array(Buffer.concat(chunks)).buffer, key, now())
    first ??= fresh
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(Buffer.from(fault() === 'replay' ? first : fresh))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  return {
    url: `http://${host}:${typeof address === 'object' && address ? address.port : port}`, certificate: key.pem,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
