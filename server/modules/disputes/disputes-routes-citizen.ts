// The resident's API: may this be disputed, ask for a correction, attach proof, follow it, object once, take it back.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { valueSchema } from '../planning/plan-schema.ts'
import { answerDays } from './days.ts'
import { definitionOf, disputableSchema, disputeItemSchema, ownDisputeSchema, toItem, toOwnDispute } from './dispute-replies.ts'
import { attach, findDisputable, object, requestCorrection, withdraw } from './disputing.ts'
import { findDispute, findOpenDispute, listDisputeFiles, listDisputeLines, listDisputesOf } from './disputes-store.ts'
import { namesOf } from './recording.ts'
import { valueInWords } from './value-words.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
const sighting = { application: Type.Optional(uuid), call: Type.Optional(uuid), concept: Type.String({ maxLength: 100 }) }
const words = Type.String({ minLength: 2, maxLength: 2000 })
const refusals = ['not_found', 'invalid', 'not_allowed_now'] as const
const mostShown = 200

const ownReply = async (app: App, personId: string, id: string, language: Language) => {
  const { read } = app.db
  const found = await findDispute(read, id)
  if (found?.personId !== personId) throw new Refusal('not_found')
  const [lines, files] = await Promise.all([listDisputeLines(read, id), listDisputeFiles(read, id)])
  return toOwnDispute(app, { one: found, lines, files }, plainDate(app.clock.now()), language)
}

export const citizenDisputeRoutes = [
  route({
    method: 'GET', path: '/disputes/possible', operation: 'getDisputable', summary: 'A value I was told, or that was read about me, as I may dispute it', permission: 'disputes.own',
    query: Type.Object(sighting), reply: disputableSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, query, language }) => {
      const person = personOf(principal)
      const { recorded, asOf, ...about } = await findDisputable(app, app.db.read, person, query)
      const { registry, concept, authority } = namesOf(app, about)
      const open = await findOpenDispute(app.db.read, person.id, about.registry, about.concept)
      return {
        registry: about.registry, registryName: textIn(registry, language), concept: about.concept, conceptName: textIn(concept, language), authorityName: textIn(authority, language), region: about.region,
        recorded: recorded === undefined ? null : valueInWords(app.packs.catalogueFor(about.region), about.concept, recorded, language), recordedValue: recorded ?? null, asOf: asOf ?? null, days: answerDays, open: open?.id ?? null, definition: definitionOf(app.packs.catalogueFor(about.region), about.concept),
      }
    },
  }),
  route({
    method: 'POST', path: '/disputes', operation: 'requestCorrection', summary: 'Say that a record is wrong and what is right; the authority that keeps it answers', permission: 'disputes.own',
    body: Type.Object({ ...sighting, claimed: valueSchema, explanation: words }, closed), status: 201, reply: ownDisputeSchema, refusals: ['not_found', 'invalid', 'conflict'],
    handle: async (app, { principal, body, requestId, language }) => {
      const person = personOf(principal)
      if (body.claimed === null) throw new Refusal('invalid', { concept: body.concept, code: 'required' })
      const { id } = await app.db.transaction((tx) => requestCorrection({ app, tx, principal: person, requestId, at: app.clock.now() }, person, body, body))
      return ownReply(app, person.id, id, language)
    },
  }),
  route({
    method: 'GET', path: '/disputes/own', operation: 'listOwnDisputes', summary: 'Records I have said are wrong, the newest first', permission: 'disputes.own',
    reply: Type.Object({ disputes: Type.Array(disputeItemSchema) }), refusals: [],
    handle: async (app, { principal, language }) => {
      const today = plainDate(app.clock.now())
      return { disputes: (await listDisputesOf(app.db.read, personOf(principal).id, mostShown)).map((each) => toItem(app, each, today, language)) }
    },
  }),
  route({
    method: 'GET', path: '/disputes/own/:id', operation: 'getOwnDispute', summary: 'One of them, with what happened', permission: 'disputes.own',
    params: one, reply: ownDisputeSchema, refusals: ['not_found', 'invalid'], handle: (app, { principal, params, language }) => ownReply(app, personOf(principal).id, params.id, language),
  }),
  route({
    method: 'POST', path: '/disputes/own/:id/files', operation: 'attachToDispute', summary: 'Attach proof (multipart field "file")', permission: 'disputes.own',
    params: one, upload: true, status: 201, reply: Type.Object({ id: Type.String(), name: Type.String() }), refusals: [...refusals, 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params, raw, requestId }) => {
      const person = personOf(principal)
      const found = await findDispute(app.db.read, params.id)
      if (found?.personId !== person.id) throw new Refusal('not_found')
      const { id, name } = await attach(app, person, params.id, await raw.file(), requestId)
      return { id, name }
    },
  }),
  route({
    method: 'GET', path: '/disputes/own/:id/files/:file', operation: 'getOwnDisputeFile', summary: 'Proof I attached', permission: 'disputes.own',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const found = await findDispute(app.db.read, params.id)
      const file = found?.personId === personOf(principal).id ? (await listDisputeFiles(app.db.read, params.id)).find(({ id }) => id === params.file) : undefined
      if (!file) throw new Refusal('not_found')
      return { stream: app.files.open(file.digest), type: file.type, name: file.name, inline: true }
    },
  }),
  route({
    method: 'POST', path: '/disputes/own/:id/object', operation: 'objectToAnswer', summary: 'Object, once, to what the authority answered', permission: 'disputes.own',
    params: one, body: Type.Object({ reasons: words }, closed), reply: ownDisputeSchema, refusals,
    handle: async (app, { principal, params, body, requestId, language }) => {
      const person = personOf(principal)
      await app.db.transaction((tx) => object({ app, tx, principal: person, requestId, at: app.clock.now() }, person, params.id, body.reasons))
      return ownReply(app, person.id, params.id, language)
    },
  }),
  route({
    method: 'POST', path: '/disputes/own/:id/withdraw', operation: 'withdrawDispute', summary: 'Take it back', permission: 'disputes.own',
    params: one, reply: ownDisputeSchema, refusals,
    handle: async (app, { principal, params, requestId, language }) => {
      const person = personOf(principal)
      await app.db.transaction((tx) => withdraw({ app, tx, principal: person, requestId, at: app.clock.now() }, person, params.id))
      return ownReply(app, person.id, params.id, language)
    },
  }),
]
