// Appeals over HTTP for officials: those that wait in my jurisdiction, each answered with reasons. The second one goes to the unit above.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { fen } from './benefit-replies.ts'
import { knownFor } from './benefits-routes.ts'
import { entitlementStates, rulings } from './entitlement.ts'
import { isNewToIt } from './appeal.ts'
import { answerAppeal } from './appealing.ts'
import { listAppealsOf, listOpenAppeals } from './appeals-store.ts'
import { listDecidersAgainst, listEntitlementsWithIds } from './entitlements-store.ts'
import { approvers, readers } from './paying.ts'

const text = Type.String()
const uuid = Type.String({ format: 'uuid' })
const mostShown = 200

const waitingSchema = Type.Object({
  appeals: Type.Array(Type.Object({
    id: uuid, level: Type.Integer({ minimum: 1, maximum: 2 }), benefitName: text, name: text, region: text, period: text, fen, state: Type.Enum([...entitlementStates]), ruling: Type.Union([Type.Enum([...rulings]), Type.Null()]),
    endedAt: text, text, madeAt: text, earlier: Type.Array(Type.Object({ text, answer: text }), { description: 'What was said and answered before.' }), mayAnswer: Type.Boolean({ description: 'Whether it is mine to answer.' }),
  })),
})

const waiting = async (app: App, principal: Principal, language: Language) => {
  const { read } = app.db
  const staff = staffOf(principal)
  const open = await listOpenAppeals(read, jurisdictionFilter(staff, readers), mostShown)
  const ids = open.map(({ entitlementId }) => entitlementId)
  const [all, entitlements, against] = await Promise.all([listAppealsOf(read, ids), listEntitlementsWithIds(read, ids), listDecidersAgainst(read, ids)])
  const { benefits } = knownFor(app, language)
  const byId = new Map(entitlements.map((each) => [each.id, each]))
  return {
    appeals: open.flatMap((one) => {
      const of = byId.get(one.entitlementId)
      if (!of) return []
      const earlier = all.filter(({ entitlementId, id }) => entitlementId === one.entitlementId && id !== one.id)
      return [{
        id: one.id, level: one.level, benefitName: textIn(benefits[of.benefitId]?.name ?? { 'zh-CN': of.benefitId }, language), name: of.name, region: of.region, period: of.period, fen: of.fen, state: of.state, ruling: of.ruling,
        endedAt: of.changedAt, text: one.text, madeAt: one.madeAt, earlier: earlier.map(({ text: said, answer }) => ({ text: said, answer })),
        mayAnswer: covers(staff, approvers, one) && isNewToIt(staff.id, earlier, against.filter(({ entitlementId }) => entitlementId === one.entitlementId)),
      }]
    }),
  }
}

export const staffAppealRoutes = [
  route({
    method: 'GET', path: '/benefit-appeals', operation: 'listBenefitAppeals', summary: 'Appeals that wait for an answer in my jurisdiction', permission: 'benefits.read',
    reply: waitingSchema, refusals: [], handle: (app, { principal, language }) => waiting(app, principal, language),
  }),
  route({
    method: 'POST', path: '/benefit-appeals/:id/:answer', operation: 'answerBenefitAppeal', summary: 'Answer an appeal: it is theirs after all, or not, with reasons', permission: 'benefits.approve',
    params: Type.Object({ id: uuid, answer: Type.Enum(['uphold', 'dismiss']) }), body: Type.Object({ reasons: Type.String({ minLength: 2, maxLength: 2000, pattern: '\\S' }) }, { additionalProperties: false }),
    reply: waitingSchema, refusals: ['invalid', 'not_found', 'not_allowed_now', 'second_person'],
    handle: async (app, { principal, params, body, requestId, language }) => {
      await answerAppeal(app, { principal, requestId }, params.id, params.answer, body.reasons)
      return waiting(app, principal, language)
    },
  }),
]
