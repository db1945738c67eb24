// A registry for tests: a real HTTP server that speaks the published protocol and can be made slow, wrong or broken.
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Question = { subject: Record<string, string>; fields: string[]; purpose: string; consent: string | null }
export type TestRegistry = {
  url: string
  key: string
  /** every question asked so far */
  asked: Question[]
  answer: (record: Record<string, unknown> | undefined) => void
  /** whether values handed over are taken into the record; 404 while not */
  takeValues: (takes: boolean) => void
  breakWith: (status: number) => void
  /** answers wait until what is returned is called */
  hold: () => () => void
  close: () => Promise<void>
}

const read = async (request: IncomingMessage): Promise<Question> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString()) as Question
}

export const startTestRegistry = async (record: Record<string, unknown>): Promise<TestRegistry> => {
  let present: Record<string, unknown> | undefined = record
  let status = 200
  let held: Promise<void> = Promise.resolve()
  let takes = true
  const asked: Question[] = []
  const server = createServer((request, response) => {
    void read(request).then(async (question) => {
      if (request.url === '/v1/records') {
        if (takes) present = { ...present, ...question.fields }
        response.writeHead(takes ? 201 : 404, { 'content-type': 'application/json' }).end('{}')
        return
      }
      asked.push(question)
      await held
      response.writeHead(status, { 'content-type': 'application/json' })
      const known = present
      const fields = known ? Object.fromEntries(question.fields.filter((field) => field in known).map((field) => [field, known[field]])) : {}
      response.end(JSON.stringify(status !== 200 ? { error: 'broken' } : known ? { found: true, record: fields, asOf: '2026-03-01T00:00:00.000Z', subject: question.subject } : { found: false }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`, key: 'test', asked,
    answer: (next) => {
      present = next
      status = 200
    },
    takeValues: (next) => {
      takes = next
    },
    breakWith: (next) => {
      status = next
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held = promise
      return resolve
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
