// The little HTTP the sandbox needs on node:http: read a limited JSON body, answer JSON, listen, stop without waiting.
// A handler returns a reply or throws Refused; any other error becomes a silent 500.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { Refused, refusals } from './protocol.ts'

/** A text is a page. `sign` gives the signature of the body as it is sent. */
export type Reply = { status: number; body: object | string; headers?: Record<string, string>; sign?: (text: string) => string }
/** `gone` is aborted when the caller hangs up or the server stops. */
export type Handler = (request: IncomingMessage, requestId: string, gone: AbortSignal) => Promise<Reply>
export type Listening = { url: string; server: Server; stop(): Promise<void> }

export const maximumBodyBytes = 256 * 1024

/** Reads a JSON object and its text. An oversized body is drained, not kept, so that the caller can still read the answer. */
export const readBody = async (request: IncomingMessage): Promise<{ text: string; json: unknown }> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= maximumBodyBytes) chunks.push(chunk)
    if (size > 64 * maximumBodyBytes) request.destroy()
  }
  if (size > maximumBodyBytes) throw new Refused('too_large', `the body may have ${maximumBodyBytes} bytes`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { text, json: JSON.parse(text) }
  } catch {
    throw new Refused('invalid', 'the body is not JSON in UTF-8')
  }
}

export const readJson = async (request: IncomingMessage): Promise<unknown> => (await readBody(request)).json

export const errorReply = (error: unknown, requestId: string): Reply => {
  const refused = error instanceof Refused ? error : new Refused('internal', 'the registry failed; try again later')
  return {
    status: refusals[refused.code],
    body: { error: { code: refused.code, message: refused.message }, requestId },
    headers: refused.code === 'too_many' ? { 'retry-after': '1' } : {},
  }
}

/** Port 0 takes any free one. @throws Error with code EADDRINUSE when the port is taken */
export const listen = async (handler: Handler, port: number, host: string): Promise<Listening> => {
  const server = createServer(async (request, response) => {
    const requestId = randomUUID()
    const hungUp = new AbortController()
    response.on('close', () => hungUp.abort())
    const reply = await handler(request, requestId, hungUp.signal).catch((error: unknown) => {
      if (!(error instanceof Refused) && !hungUp.signal.aborted) console.error(requestId, error)
      return errorReply(error, requestId)
    })
    if (response.destroyed) return
    const isPage = typeof reply.body === 'string'
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body)
    response.writeHead(reply.status, { 'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-request-id': requestId, ...(reply.sign ? { 'x-signature': reply.sign(text) } : {}), ...reply.headers })
    response.end(text)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    server,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
