// Files of requests over HTTP: uploaded by the request centre, rows that are wrong said one by one, and what became of the others.
import { Type } from 'typebox'
import { staffOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileNameOf } from '../../kernel/file-name.ts'
import { route, type App } from '../../module.ts'
import { countImportRows, findImport, listImportRows, listImports } from './imports-store.ts'
import { stageImport } from './importing.ts'
import { importRowStates, type RequestImport } from './request-import.ts'

const text = Type.String()
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const largestFile = 20 * 1024 * 1024

const importSchema = Type.Object({
  id: text, fileName: text, state: Type.Enum(['running', 'done']), createdAt: text, again: Type.Boolean({ description: 'This very file is here already.' }),
  rows: Type.Object({ ready: Type.Integer(), faulty: Type.Integer(), taken: Type.Integer(), failed: Type.Integer() }),
})

const toReply = async (app: App, { id, fileName, state, createdAt }: RequestImport, again = false) => ({ id, fileName, state, createdAt, again, rows: await countImportRows(app.db.read, id) })

const getOwn = async (app: App, principal: Principal, id: string): Promise<RequestImport> => {
  const one = await findImport(app.db.read, id)
  if (!one || one.staffId !== staffOf(principal).id) throw new Refusal('not_found')
  return one
}

const bytesOf = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > largestFile) throw new Refusal('too_large', { maxBytes: largestFile })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export const requestImportRoutes = [
  route({
    method: 'POST', path: '/request-imports', operation: 'importRequests', summary: 'Upload a file of requests (multipart field "file": xlsx, csv or jsonl); the good rows are taken in by and by', permission: 'requests.import', upload: true, status: 201,
    reply: importSchema, refusals: ['invalid', 'too_large', 'file_empty', 'table_unreadable', 'conflict'],
    handle: async (app, { principal, raw, requestId }) => {
      const part = await raw.file({ limits: { fileSize: largestFile + 1 } })
      if (!part) throw new Refusal('invalid', { file: 'missing' })
      const name = fileNameOf(part.filename, 'requests.csv')
      const { one, again } = await stageImport(app, principal, { name, bytes: await bytesOf(part.file) }, requestId)
      return toReply(app, one, again)
    },
  }),
  route({
    method: 'GET', path: '/request-imports', operation: 'listRequestImports', summary: 'My files of requests, newest first', permission: 'requests.import', reply: Type.Object({ imports: Type.Array(importSchema) }), refusals: [],
    handle: async (app, { principal }) => ({ imports: await Promise.all((await listImports(app.db.read, staffOf(principal).id, 20)).map((one) => toReply(app, one))) }),
  }),
  route({
    method: 'GET', path: '/request-imports/:id/rows', operation: 'listRequestImportRows', summary: 'Rows of a file: those with something wrong, or those in one state', permission: 'requests.import',
    params, query: Type.Object({ of: Type.Optional(Type.Enum(['problems', ...importRowStates], { default: 'problems' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })) }),
    reply: Type.Object({ rows: Type.Array(Type.Object({ row: Type.Integer(), state: Type.Enum(importRowStates), shown: text, number: Type.Union([text, Type.Null()]), problems: Type.Array(Type.Object({ column: text, code: text })) })) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params: { id }, query: { of = 'problems', limit = 200 } }) => {
      const one = await getOwn(app, principal, id)
      const rows = await listImportRows(app.db.read, one.id, of === 'problems' ? ['faulty', 'failed'] : [of], limit)
      return { rows: rows.map(({ row, state, shown, number, problems }) => ({ row, state, shown, number, problems })) }
    },
  }),
]
