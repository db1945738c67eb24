// Proposals of officials and the head's decision: list of what waits, propose, take back, return, and the hearing before a revocation.
// Approving is the action itself: extend, terminate (lifecycle-routes-staff.ts), revoke, cancel (result-routes-staff.ts).
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { nameOr, textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { authorityOf, pinnedCatalogues } from '../catalogue/index.ts'
import { acting, readers } from './acting.ts'
import { caseSchema } from './case-replies.ts'
import { caseParams, refusals, revision } from './cases-routes-staff.ts'
import { listCasesWithIds } from './cases-store.ts'
import { actOnCase } from './handling.ts'
import { isHeard, openProposal, proposable } from './proposal.ts'
import { callHearing, dropProposal, propose, returnProposal } from './proposing.ts'
import { listProposalsWaiting } from './proposals-store.ts'
import { listResultsEnded } from './results-store.ts'

const strict = { additionalProperties: false }
const text = Type.String()
const reasons = Type.String({ minLength: 2, maxLength: 2000, description: 'Reasons; told to the applicant when it is approved, of a revocation already when it is proposed.' })

const waitingSchema = Type.Object(
  {
    caseId: text, number: text, serviceName: text, applicant: text, action: Type.Enum([...proposable]), reasons: text, by: text, mine: Type.Boolean({ description: 'Proposed by the reader, who cannot decide it.' }), proposedAt: text,
    heard: Type.Boolean({ description: 'The holder was heard, or need not be.' }), answerUntil: Type.Union([text, Type.Null()]),
  },
  { description: 'A proposal that waits for a decision.' },
)

const endedSchema = Type.Object({ caseId: text, number: text, name: text, authorityName: text, validUntil: text }, { description: 'A result whose days are over and that was neither extended nor cancelled.' })

export const proposalRoutes = [
  route({
    method: 'GET', path: '/cases/ended-results', operation: 'listEndedResults', summary: 'Results of my jurisdiction past their validity, to be cancelled (Administrative Licensing Law Art. 70)', permission: 'cases.read',
    query: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }) }), reply: Type.Object({ results: Type.Array(endedSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const ended = await listResultsEnded(app.db.read, jurisdictionFilter(staffOf(principal), readers), plainDate(app.clock.now()), query.limit)
      return {
        results: ended.map(({ caseId, number, service, line, region, validUntil }) => {
          const catalogue = app.packs.catalogueFor(region)
          const authority = authorityOf(catalogue, line, region)?.shortName
          return { caseId, number, name: textIn(nameOr(catalogue.services[service]?.result, service), language), authorityName: authority ? textIn(authority, language) : line, validUntil: validUntil ?? '' }
        }),
      }
    },
  }),
  route({
    method: 'GET', path: '/cases/proposals', operation: 'listProposals', summary: 'Proposals in my jurisdiction that wait for a head', permission: 'cases.read',
    query: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 200, default: 100 }) }), reply: Type.Object({ proposals: Type.Array(waitingSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const staff = staffOf(principal)
      const today = plainDate(app.clock.now())
      const waiting = await listProposalsWaiting(app.db.read, jurisdictionFilter(staff, readers), query.limit)
      const cases = new Map((await listCasesWithIds(app.db.read, waiting.map(({ caseId }) => caseId))).map((one) => [one.id, one]))
      const catalogueOf = await pinnedCatalogues(app, app.db.read, [...cases.values()])
      return {
        proposals: waiting.flatMap(({ caseId, proposedAt }) => {
          const one = cases.get(caseId)
          const open = one && openProposal(one.course)
          if (!open) return []
          return [{
            caseId, number: one.number, serviceName: textIn(nameOr(catalogueOf(one).services[one.service], one.service), language), applicant: one.applicant, action: open.action, reasons: open.reasons, by: open.by.name,
            mine: open.by.id === staff.id, proposedAt, heard: isHeard(open, today), answerUntil: open.answerUntil,
          }]
        }),
      }
    },
  }),
  route({
    method: 'POST', path: '/cases/:id/proposals', operation: 'proposeAction', summary: 'Propose what only a head decides: more time, an end without a decision, revoking or cancelling a result', permission: 'cases.accept',
    params: caseParams,
    body: Type.Object({
      revision, action: Type.Enum([...proposable]), reasons,
      law: Type.Optional(Type.String({ minLength: 2, maxLength: 200, description: 'Results: the law and article it rests on.' })),
      days: Type.Optional(Type.Integer({ minimum: 1, maximum: 15, description: 'More time: working days; at most 10, or 15 where several authorities handle it together.' })),
      ground: Type.Optional(Type.Enum(['died', 'ceased', 'objectGone'], { description: 'End without a decision: natural person died; organisation ceased; what it is about no longer exists.' })),
    }, strict),
    reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'propose', call.body.revision, (scene, one) => {
      const { revision: _seen, ...request } = call.body
      return propose(scene, one, request)
    }),
  }),
  route({
    method: 'POST', path: '/cases/:id/proposals/return', operation: 'returnProposal', summary: 'The head does not agree to what is proposed', permission: 'cases.decide',
    params: caseParams, body: Type.Object({ revision, opinion: Type.String({ minLength: 2, maxLength: 2000, description: 'Why; read by who proposed it.' }) }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'returnProposal', call.body.revision, (scene, one) => returnProposal(scene, one, call.body.opinion)),
  }),
  route({
    method: 'POST', path: '/cases/:id/proposals/drop', operation: 'dropProposal', summary: 'Take my own proposal back', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'dropProposal', call.body.revision, dropProposal),
  }),
  route({
    method: 'POST', path: '/cases/:id/proposals/hearing', operation: 'callHearing', summary: 'Call the holder to a hearing before a result is revoked', permission: 'cases.accept',
    params: caseParams,
    body: Type.Object({ revision, heldOn: Type.String({ format: 'date', description: 'At least seven working days ahead.' }), place: Type.String({ minLength: 2, maxLength: 200 }) }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'callHearing', call.body.revision, (scene, one) => callHearing(scene, one, call.body)),
  }),
  route({
    method: 'POST', path: '/cases/:id/proposals/hearing/record', operation: 'recordHearing', summary: 'The hearing was held; its record is what the decision rests on', permission: 'cases.accept',
    params: caseParams, body: Type.Object({ revision, record: Type.String({ minLength: 2, maxLength: 20_000, description: 'The record (听证笔录).' }) }, strict), reply: caseSchema, refusals,
    handle: (app, call) => acting(app, call, call.params.id, 'recordHearing', call.body.revision, (scene, one) => actOnCase(scene, one, 'recordHearing', { record: call.body.record })),
  }),
]
