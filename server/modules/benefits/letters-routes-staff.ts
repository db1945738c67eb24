// Letters and visits over HTTP: writing to those whom no message reaches, one file to print, and what the visit found.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { route } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { deskEntitlementSchema, toDeskEntitlement } from './benefit-replies.ts'
import { accountSchema, knownFor } from './benefits-routes.ts'
import { listUnreached } from './entitlements-store.ts'
import { visitOutcomes } from './letter.ts'
import { lettersPdf } from './letter-pdf.ts'
import { listLetterBatches, listLettersOf } from './letters-store.ts'
import { makers, readers } from './paying.ts'
import { yuan } from './telling.ts'
import { makeLetters, mostLetters, noteVisit } from './visiting.ts'

const closed = { additionalProperties: false }
const hotline = '12345'
const mostBatches = 100
const writtenAt = Type.String({ format: 'date-time', description: 'When the letters of a batch were written.' })

export const staffLetterRoutes = [
  route({
    method: 'POST', path: '/benefit-letters', operation: 'makeBenefitLetters', summary: 'Write to those whom no message reaches and who have no letter yet, the longest waiting first; a batch at a time', permission: 'benefits.screen',
    reply: Type.Object({ letters: Type.Integer({ minimum: 0 }) }), refusals: [],
    handle: async (app, { principal, requestId }) => ({ letters: await makeLetters(app, { principal, requestId }) }),
  }),
  route({
    method: 'GET', path: '/benefit-letters', operation: 'listBenefitLetters', summary: 'Batches of letters in my jurisdiction with somebody still to be told, newest first', permission: 'benefits.read',
    reply: Type.Object({ batches: Type.Array(Type.Object({ writtenAt, letters: Type.Integer({ minimum: 1, description: 'To those still to be told.' }) })) }), refusals: [],
    handle: async (app, { principal }) => ({ batches: await listLetterBatches(app.db.read, jurisdictionFilter(staffOf(principal), readers), mostBatches) }),
  }),
  route({
    method: 'GET', path: '/benefit-letters/file', operation: 'getBenefitLetters', summary: 'The letters of a batch as one PDF with a list in front, in large type', permission: 'benefits.screen',
    query: Type.Object({ writtenAt: Type.Optional({ ...writtenAt, description: 'The newest batch when absent.' }) }), reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query }) => {
      const { read } = app.db
      const { catalogue, benefits } = knownFor(app, 'zh-CN')
      const jurisdiction = jurisdictionFilter(staffOf(principal), makers)
      const batch = query.writtenAt ?? (await listLetterBatches(read, jurisdiction, 1))[0]?.writtenAt
      if (batch === undefined) throw new Refusal('not_found')
      const found = await listUnreached(read, jurisdiction, batch, mostLetters)
      const letters = new Map((await listLettersOf(read, found.map(({ id }) => id))).map((each) => [each.entitlementId, each]))
      const contents = found.flatMap((one) => {
        const [letter, benefit] = [letters.get(one.id), benefits[one.benefitId]]
        if (!letter || !benefit) return []
        const authority = authorityOf(catalogue, one.line, one.region)
        return [{
          name: one.name, policy: benefit.name['zh-CN'], summary: benefit.summary['zh-CN'], amount: yuan(one.fen), period: one.period, reasons: one.reasons.map(({ name }) => name['zh-CN']), authority: authority?.name['zh-CN'] ?? '',
          phone: authority?.phone ?? hotline, code: letter.code, address: `${app.config.publicUrl}/benefits?letter=${letter.code}`,
        }]
      })
      if (contents.length === 0) throw new Refusal('not_found')
      const now = app.clock.now()
      const on = plainDate(now)
      return { stream: Readable.from([await lettersPdf(contents, { on, at: now.toISOString() })]), type: 'application/pdf', name: `惠民政策告知信 ${on}.pdf` }
    },
  }),
  route({
    method: 'POST', path: '/benefits/entitlements/:id/visit', operation: 'noteBenefitVisit', summary: 'What the visit found: agreed with an account, declined, moved, or nobody at home', permission: 'benefits.screen',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({ outcome: Type.Enum([...visitOutcomes]), note: Type.String({ maxLength: 500, default: '' }), account: Type.Optional(accountSchema) }, closed),
    reply: deskEntitlementSchema, refusals: ['invalid', 'not_found', 'not_allowed_now', 'not_offered', 'benefit_excluded'],
    handle: async (app, { principal, params, body, requestId, language }) => toDeskEntitlement(knownFor(app, language), await noteVisit(app, { principal, requestId }, params.id, body)),
  }),
]
