// An OpenAI-compatible endpoint for tests: answers as it is told to, and remembers what it was asked.
// Good, slow, lying, hostile or broken: whatever a test hands it.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Asked = { model: string; stream: boolean; messages: { role: string; content: string }[]; authorization: string }
export type Play = (response: ServerResponse, asked: Asked) => void

export type FakeModel = { url: string; asked: Asked[]; play: (how: Play) => void; close: () => Promise<void> }

const event = (content: string): string => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`

/** Says these pieces one after the other, properly. */
export const saying = (...pieces: string[]): Play => (response) => {
  response.setHeader('content-type', 'text/event-stream')
  for (const piece of pieces) response.write(event(piece))
  response.end('data: [DONE]\n\n')
}

/** Says a piece and breaks off. */
export const breakingOff = (piece: string): Play => (response) => {
  response.setHeader('content-type', 'text/event-stream')
  response.write(event(piece), () => response.destroy())
}

/** Begins and says nothing more. */
export const falling = (piece = ''): Play => (response) => {
  response.setHeader('content-type', 'text/event-stream')
  response.write(piece === '' ? ':\n\n' : event(piece))
}

/** Never silent and never done: says a piece every few milliseconds for as long as anybody listens. */
export const goingOn = (piece: string, everyMs: number): Play => (response) => {
  response.setHeader('content-type', 'text/event-stream')
  response.write(event(piece))
  const timer = setInterval(() => response.write(event(piece)), everyMs)
  response.once('close', () => clearInterval(timer))
}

/** The address of an endpoint nobody listens at (any more). */
export const closedAddress = async (): Promise<string> => {
  const { url, close } = await openFakeModel()
  await close()
  return url
}

export const openFakeModel = async (): Promise<FakeModel> => {
  const asked: Asked[] = []
  let play: Play = saying('不知道。')
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => { body += piece.toString() })
    request.on('end', () => {
      const one = { ...(JSON.parse(body) as Omit<Asked, 'authorization'>), authorization: request.headers.authorization ?? '' }
      asked.push(one)
      play(response, one)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    play: (how) => { play = how },
    close: () => new Promise((done) => {
      server.closeAllConnections()
      server.close(() => done())
    }),
  }
}
