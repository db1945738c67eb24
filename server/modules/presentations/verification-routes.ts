// Checking what somebody shows, open to everybody; and asking a holder to show something, for officials.
import { Type } from 'typebox'
import { staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { askableOf, askHolder } from './asking.ts'
import { checkedSchema } from './checked-schema.ts'
import { answerOf } from './disclosing.ts'
import { codeIn } from './presentation.ts'
import { requestState } from './request.ts'
import { findRequest } from './requests-store.ts'
import { trustOf, trustSchema } from './trust.ts'
import { checkCode, checkCopy } from './verifying.ts'
import { requestSchema, toRequestReply } from './wallet-replies.ts'

const closed = { additionalProperties: false }
const text = Type.String()
export const verificationRoutes = [
  route({
    method: 'POST', path: '/verifications', operation: 'verifyShown', summary: 'Check a shown code (this uses it up) or a signed copy (SD-JWT VC)', permission: 'verifications.use',
    body: Type.Object({
      code: Type.Optional(Type.String({ maxLength: 300, description: 'Sixteen letters, or the address in the QR code.' })),
      copy: Type.Optional(Type.String({ minLength: 4, maxLength: 65_536, description: 'SD-JWT VC with or without key binding, or the text of an offline QR code.' })),
    }, { ...closed, description: 'One of both.' }),
    reply: checkedSchema, refusals: ['invalid', 'too_many'],
    handle: async (app, { principal, body, language, requestId, raw }) => {
      const checker = { principal, address: raw.ip, language, requestId }
      if (body.copy !== undefined && body.code === undefined) return checkCopy(app, checker, body.copy)
      const code = body.code === undefined || body.copy !== undefined ? undefined : codeIn(body.code)
      if (code === undefined) throw new Refusal('invalid', { shown: 'code or copy' })
      return checkCode(app, checker, code)
    },
  }),
  route({
    method: 'GET', path: '/verification-trust', operation: 'getVerificationTrust', summary: 'Keys, status lists and names with which copies are checked without network', permission: 'verifications.use',
    reply: trustSchema, refusals: [],
    handle: async (app) => trustOf(app),
  }),
  route({
    method: 'GET', path: '/presentation-types', operation: 'listPresentationTypes', summary: 'What I may ask holders to show, by region in whose name', permission: 'presentations.ask',
    reply: Type.Object({ regions: Type.Array(Type.Object({ id: text, name: textsSchema, types: Type.Array(Type.Object({ id: text, name: textsSchema, claims: Type.Array(Type.Object({ id: text, name: textsSchema, always: Type.Boolean({ description: 'Shown whatever is asked.' }), derived: Type.Boolean() })) })) })) }), refusals: [],
    handle: async (app, { principal }) => ({ regions: askableOf(app, staffOf(principal)) }),
  }),
  route({
    method: 'POST', path: '/presentation-requests', operation: 'askPresentation', summary: 'Ask a holder to show certain claims: by name and ID number, or whoever scans the code', permission: 'presentations.ask',
    body: Type.Object({
      type: Type.String({ maxLength: 100 }), claims: Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 60 }), purpose: Type.String({ minLength: 2, maxLength: 100 }),
      legalBasis: Type.String({ minLength: 2, maxLength: 200, description: 'Title and article.' }), region: Type.String({ pattern: '^\\d{6}(\\d{3})?$' }),
      person: Type.Union([Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }), idNumber: Type.String({ minLength: 6, maxLength: 40 }) }, closed), Type.Null()], { description: 'null: whoever scans the code.' }),
    }, closed),
    status: 201, reply: Type.Object({ id: text, code: text, address: text, expiresAt: text }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId }) => {
      const { request: { id, expiresAt }, code } = await askHolder(app, staffOf(principal), body, requestId)
      return { id, code, address: `${app.config.publicUrl}/wallet/requests/${code}`, expiresAt }
    },
  }),
  route({
    method: 'GET', path: '/presentation-requests/:id', operation: 'getPresentationRequest', summary: 'What became of a request of mine; for half an hour also what was shown', permission: 'presentations.ask',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), reply: Type.Object({ request: requestSchema, shown: Type.Union([checkedSchema, Type.Null()]) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params, language }) => {
      const found = await findRequest(app.db.read, params.id)
      if (found?.staffId !== staffOf(principal).id) throw new Refusal('not_found')
      return { request: await toRequestReply(app, found, requestState(found, app.clock.now())), shown: await answerOf(app, found, language) }
    },
  }),
]
