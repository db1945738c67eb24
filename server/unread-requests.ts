// Answers requests Node could not read, such as one with an address too long: in the shape of every other error, with an id that is in the log.
// No request was made of it, so neither language nor route is known; then the connection ends.
import type { FastifyInstance } from 'fastify'
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { errorBody, statusOf, type ErrorCode } from './kernel/errors.ts'

const codeOf = ({ code }: NodeJS.ErrnoException): ErrorCode => (code === 'HPE_HEADER_OVERFLOW' ? 'too_long' : 'invalid')

/** For Fastify's `clientErrorHandler`; a peer that has gone hears nothing. */
export function refuseUnread(this: FastifyInstance, error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [code, id] = [codeOf(error), randomUUID()]
  this.log.info({ err: error, requestId: id }, 'a request could not be read')
  const body = JSON.stringify(errorBody(code, id, 'zh-CN'))
  const status = statusOf(code)
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`)
}
