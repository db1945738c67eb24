// Applying by a table: template, upload, what to mend, start and pause, results. Each belongs to whoever uploaded it.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { personOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileNameOf } from '../../kernel/file-name.ts'
import { fileReply } from '../../kernel/http.ts'
import { nameOr, textIn } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { legalBasisSchema, textsSchema } from '../catalogue/index.ts'
import { batchActions, noRows, rowStates, type Batch } from './batch.ts'
import { batchRowSchema, batchSchema, toBatchReply, toRowReply } from './batch-replies.ts'
import { countRows, findBatch, listBatches, listRows, listRowsInState, listRowsWithProblems } from './batches-store.ts'
import { consentsOf } from './consents.ts'
import { actOnBatch, columnsFor, getBatchable, largestTable, takeTable } from './uploading.ts'
import { annotatedOf, resultsOf, templateOf } from './workbook.ts'

const uuid = Type.String({ format: 'uuid' })
const own = Type.Object({ id: uuid })
const matterId = Type.String({ maxLength: 100 })
const closed = { additionalProperties: false }
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostRows = 1000

const getOwnBatch = async (app: App, principal: Principal, id: string): Promise<Batch> => {
  const batch = await findBatch(app.db.read, id)
  if (!batch || batch.personId !== personOf(principal).id) throw new Refusal('not_found')
  return batch
}

const replyOf = async (app: App, batch: Batch, language: Parameters<typeof toBatchReply>[2]) =>
  toBatchReply(batch, (await countRows(app.db.read, [batch.id])).get(batch.id) ?? noRows, language)

const fileOf = (bytes: Buffer, name: string) => ({ stream: Readable.from([bytes]), type: sheetType, name })

export const batchRoutes = [
  route({
    method: 'GET', path: '/batch-matters', operation: 'listBatchMatters', summary: 'Matters that may be applied for by a table, with what is looked up', permission: 'batches.own',
    reply: Type.Object({
      matters: Type.Array(Type.Object({
        id: Type.String(), name: textsSchema, summary: textsSchema, most: Type.Integer({ description: 'Rows a table may have.' }), columns: Type.Array(Type.String(), { description: 'Headings of the table.' }),
        consents: Type.Array(Type.Object({ registry: Type.String(), name: textsSchema, concepts: Type.Array(textsSchema), legalBasis: legalBasisSchema }), { description: 'Registries asked for each row with the applicant\'s consent.' }),
      })),
    }), refusals: [],
    handle: async (app, { principal }) => {
      const { id } = personOf(principal)
      const catalogue = app.packs.catalogueFor(app.config.region)
      const matters = await Promise.all(Object.values(catalogue.matters).filter(({ batch }) => batch !== undefined).map(async (matter) => ({
        id: matter.id, name: matter.name, summary: matter.summary, most: matter.batch ?? mostRows,
        columns: (await columnsFor(app, id, catalogue, matter.id)).map(({ header }) => header), consents: consentsOf(catalogue, matter.id),
      })))
      return { matters }
    },
  }),
  route({
    method: 'GET', path: '/batch-matters/:matter/template', operation: 'getBatchTemplate', summary: 'The spreadsheet to fill in for a matter', permission: 'batches.own',
    params: Type.Object({ matter: matterId }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const { catalogue } = getBatchable(app, params.matter)
      const name = textIn(nameOr(catalogue.matters[params.matter], params.matter), 'zh-CN')
      return fileOf(templateOf(name, await columnsFor(app, personOf(principal).id, catalogue, params.matter)), `${name}-批量办.xlsx`)
    },
  }),
  route({
    method: 'POST', path: '/batch-matters/:matter/batches', operation: 'uploadBatch', summary: 'Upload a filled-in table (multipart field "file"); its rows are checked, nothing is handed in yet', permission: 'batches.own',
    params: Type.Object({ matter: matterId }), upload: true, status: 201, reply: batchSchema, refusals: ['not_found', 'invalid', 'too_large', 'file_empty', 'table_unreadable'],
    handle: async (app, { principal, params, raw, requestId, language }) => {
      getBatchable(app, params.matter)
      const part = await raw.file({ limits: { fileSize: largestTable + 1 } })
      if (!part) throw new Refusal('invalid', { file: 'missing' })
      return replyOf(app, await takeTable(app, personOf(principal), { stream: part.file, name: fileNameOf(part.filename, '表格.xlsx'), matter: params.matter }, requestId), language)
    },
  }),
  route({
    method: 'GET', path: '/batches', operation: 'listBatches', summary: 'My tables, newest first', permission: 'batches.own',
    reply: Type.Object({ batches: Type.Array(batchSchema) }), refusals: [],
    handle: async (app, { principal, language }) => {
      const batches = await listBatches(app.db.read, personOf(principal).id, 50)
      const counts = await countRows(app.db.read, batches.map(({ id }) => id))
      return { batches: batches.map((batch) => toBatchReply(batch, counts.get(batch.id) ?? noRows, language)) }
    },
  }),
  route({
    method: 'GET', path: '/batches/:id', operation: 'getBatch', summary: 'How far a table is', permission: 'batches.own',
    params: own, reply: batchSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, language }) => replyOf(app, await getOwnBatch(app, principal, params.id), language),
  }),
  route({
    method: 'GET', path: '/batches/:id/rows', operation: 'listBatchRows', summary: 'Rows of a table, those to mend, or those in one state', permission: 'batches.own',
    params: own, query: Type.Object({ of: Type.Enum(['problems', ...rowStates], { default: 'problems' }), limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }) }),
    reply: Type.Object({ rows: Type.Array(batchRowSchema) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, query, language }) => {
      const { id } = await getOwnBatch(app, principal, params.id)
      const rows = query.of === 'problems' ? await listRowsWithProblems(app.db.read, id, query.limit) : await listRowsInState(app.db.read, id, query.of, query.limit)
      return { rows: rows.map((row) => toRowReply(row, language)) }
    },
  }),
  route({
    method: 'POST', path: '/batches/:id/act', operation: 'actOnBatch', summary: 'Start handing in the rows that are right, pause, go on, or end', permission: 'batches.own',
    params: own, body: Type.Object({
      action: Type.Enum([...batchActions]),
      truthful: Type.Optional(Type.Literal(true, { description: 'Needed to start: everything in the table is true.' })),
      consents: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Boolean(), { maxProperties: 100, description: 'By registry, when it starts.' })),
    }, closed), reply: batchSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId, language }) => {
      if (body.action === 'start' && body.truthful !== true) throw new Refusal('invalid', { field: 'truthful' })
      return replyOf(app, await actOnBatch(app, personOf(principal), params.id, body.action, body.consents ?? {}, requestId), language)
    },
  }),
  route({
    method: 'GET', path: '/batches/:id/to-mend', operation: 'getBatchToMend', summary: 'The rows to mend as a spreadsheet, with what to do beside each', permission: 'batches.own',
    params: own, reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const batch = await getOwnBatch(app, principal, params.id)
      return fileOf(annotatedOf(batch, await listRowsWithProblems(app.db.read, batch.id, mostRows)), `要改的-${batch.fileName}`)
    },
  }),
  route({
    method: 'GET', path: '/batches/:id/results', operation: 'getBatchResults', summary: 'Every row with its number as a spreadsheet', permission: 'batches.own',
    params: own, reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const batch = await getOwnBatch(app, principal, params.id)
      return fileOf(resultsOf(batch, await listRows(app.db.read, batch.id, 0, mostRows)), `结果-${batch.fileName}`)
    },
  }),
]
