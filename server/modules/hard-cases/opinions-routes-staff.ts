// What my authority is asked about hard cases: the list, one question with what was shared, and the written opinion.
// Nothing else of the hard case can be reached from here.
import { Type } from 'typebox'
import { insertAudit } from '../../kernel/audit-store.ts'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { advisers, getOpinionWithin, giveOpinion } from './consulting.ts'
import { addFile, openFile } from './hard-case-uploads.ts'
import { hardCaseAfter } from './hard-case.ts'
import { authorityName, fileReplyOf, fileSchema, lawsSchema, orNull } from './hard-case-replies.ts'
import { findHardCase, listHardCaseFiles } from './hard-cases-store.ts'
import { isGiven, isLate, stances, type Opinion } from './opinion.ts'
import { listOpinionsFor } from './opinions-store.ts'
import { auditHardCase } from './recording.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const rowSchema = Type.Object({ id: uuid, number: Type.String(), title: Type.String(), question: Type.String(), authority: textsSchema, askedBy: Type.String(), askedAt: Type.String(), dueOn: Type.String(), late: Type.Boolean(), reminded: Type.Boolean(), givenAt: orNull(Type.String()) }, { description: 'One question.' })
const opinionSchema = Type.Object(
  {
    ...rowSchema.properties, account: orNull(Type.String({ description: 'Only when it was shared.' })), wish: orNull(Type.String()), files: Type.Array(fileSchema), ownFiles: Type.Array(fileSchema),
    stance: orNull(Type.Enum(stances)), opinion: Type.String(), laws: lawsSchema, givenBy: Type.String(), open: Type.Boolean({ description: 'Whether an opinion can still be given.' }),
  },
  { description: 'What an authority is asked: never who the applicant is.' },
)

const rowOf = (app: App, opinion: Opinion & { number: string; title: string }) => ({
  id: opinion.id, number: opinion.number, title: opinion.title, question: opinion.question, authority: authorityName(app.packs.catalogueFor(opinion.region), opinion.line, opinion.region),
  askedBy: opinion.askedBy, askedAt: opinion.askedAt, dueOn: opinion.dueOn, late: isLate(opinion, plainDate(opinion.givenAt === null ? app.clock.now() : new Date(opinion.givenAt))),
  reminded: opinion.remindedAt !== null, givenAt: opinion.givenAt,
})

const replyOf = async (app: App, opinion: Opinion) => {
  const one = await findHardCase(app.db.read, opinion.hardCaseId)
  if (!one) throw new Refusal('not_found')
  const files = await listHardCaseFiles(app.db.read, one.id)
  return {
    ...rowOf(app, { ...opinion, number: one.number, title: one.title }), account: opinion.shared ? one.account : null, wish: opinion.shared ? one.wish : null,
    files: opinion.shared ? files.filter(({ opinionId }) => opinionId === null).map((file) => ({ ...fileReplyOf(file), addedBy: '' })) : [], ownFiles: files.filter(({ opinionId }) => opinionId === opinion.id).map(fileReplyOf),
    stance: opinion.stance, opinion: opinion.opinion, laws: opinion.laws, givenBy: opinion.givenBy, open: !isGiven(opinion) && hardCaseAfter(one.state, 'giveOpinion') !== undefined,
  }
}

/** Documents this authority may open: its own, and those shared with it. */
const findReadable = async (app: App, principal: Principal, id: string, file: string) => {
  const opinion = await getOpinionWithin(app.db.read, principal, id)
  const found = (await listHardCaseFiles(app.db.read, opinion.hardCaseId)).find((each) => each.id === file)
  return { opinion, file: found && (found.opinionId === id || (opinion.shared && found.opinionId === null)) ? found : undefined }
}

export const opinionRoutes = [
  route({
    method: 'GET', path: '/hard-case-opinions', operation: 'listHardCaseOpinions', summary: 'What my authority is asked, the most urgent first, or what it answered', permission: 'hardCases.advise',
    query: Type.Object({ given: Type.Boolean({ default: false }) }), reply: Type.Object({ opinions: Type.Array(rowSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query: { given } }) => ({ opinions: (await listOpinionsFor(app.db.read, jurisdictionFilter(principal, advisers), { given, limit: 100 })).map((each) => rowOf(app, each)) }),
  }),
  route({
    method: 'GET', path: '/hard-case-opinions/:id', operation: 'getHardCaseOpinion', summary: 'One question to my authority with what was shared for it', permission: 'hardCases.advise',
    params, reply: opinionSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => replyOf(app, await getOpinionWithin(app.db.read, principal, id)),
  }),
  route({
    method: 'POST', path: '/hard-case-opinions/:id', operation: 'giveHardCaseOpinion', summary: 'Give the written opinion, once; also after its day', permission: 'hardCases.advise',
    params, body: Type.Object({ stance: Type.Enum(stances), opinion: Type.String({ minLength: 2, maxLength: 10_000 }), laws: lawsSchema }, { additionalProperties: false }),
    reply: opinionSchema, refusals: ['not_found', 'invalid', 'conflict', 'not_allowed_now'],
    handle: async (app, { principal, params: { id }, body, requestId }) =>
      replyOf(app, await app.db.transaction((tx) => giveOpinion({ app, tx, principal, requestId, at: app.clock.now() }, id, body))),
  }),
  route({
    method: 'POST', path: '/hard-case-opinions/:id/files', operation: 'addHardCaseOpinionFile', summary: 'Add a document to the opinion before giving it (multipart field "file")', permission: 'hardCases.advise',
    params, upload: true, status: 201, reply: fileSchema, refusals: ['not_found', 'invalid', 'not_allowed_now', 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params: { id }, raw, requestId }) => {
      const opinion = await getOpinionWithin(app.db.read, principal, id)
      const allowed = async () => {
        if (isGiven(await getOpinionWithin(app.db.read, principal, id))) throw new Refusal('not_allowed_now', { action: 'addFile' })
      }
      await allowed()
      return fileReplyOf(await addFile(app, { principal, requestId, part: await raw.file(), id: opinion.hardCaseId, opinionId: id, addedBy: staffOf(principal).name, allowed }))
    },
  }),
  route({
    method: 'GET', path: '/hard-case-opinions/:id/files/:file', operation: 'getHardCaseOpinionFile', summary: 'A document shared with my authority, or its own; recorded', permission: 'hardCases.advise',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id, file }, requestId }) => {
      const readable = await findReadable(app, principal, id, file)
      await app.db.transaction((tx) => insertAudit(tx, [auditHardCase({ app, tx, principal, requestId, at: app.clock.now() }, { id: readable.opinion.hardCaseId, region: readable.opinion.region }, 'openFile', { file, opinion: id })]))
      return openFile(app, readable.file)
    },
  }),
]
