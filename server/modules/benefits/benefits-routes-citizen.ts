// What is mine, over HTTP: agreeing that the registers are asked, what fits and why, saying yes with an account, or no, and objecting.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { route, type App } from '../../module.ts'
import { getPerson } from '../people/index.ts'
import { entitlementSchema, matchSchema, toEntitlement, toMatch } from './benefit-replies.ts'
import { accountSchema, knownFor } from './benefits-routes.ts'
import { maskAccount } from './account.ts'
import { chanceToAppeal } from './appeal.ts'
import { makeAppeal } from './appealing.ts'
import { listAppealsOf } from './appeals-store.ts'
import { confirmEntitlement, declineEntitlement } from './deciding.ts'
import { accountOnFile, type Entitlement } from './entitlement.ts'
import { listEntitlementsOf } from './entitlements-store.ts'
import { listInstalmentsOf } from './instalments-store.ts'
import { judgeSubject } from './judging.ts'
import { objectTo } from './objecting.ts'
import { listSentBack } from './pay-lists-store.ts'
import { findAgreement, findSubject } from './subjects-store.ts'
import { aboutOf, unwatch, watch } from './watching.ts'
import type { Language } from '../../kernel/texts.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
/** What is wrong with it is said by the same check as of any other. */
const noAccount = { bank: '', number: '', holder: '' }
const uscc = Type.Optional(Type.String({ pattern: '^[0-9A-Z]{18}$', description: 'Credit code of a company I act for; myself when absent.' }))

const mineSchema = Type.Object({
  name: Type.String(), agreedAt: Type.Union([Type.String(), Type.Null()], { description: 'When I agreed that the registers are asked.' }), factsAt: Type.Union([Type.String(), Type.Null()]),
  account: Type.Union([Type.String({ description: 'Masked.' }), Type.Null()], { description: 'Account given for another policy, which can be used again.' }), entitlements: Type.Array(entitlementSchema), matches: Type.Array(matchSchema), companies: Type.Array(Type.Object({ uscc: Type.String(), name: Type.String() })),
})

/** With what was said about them and whether something can be said now. */
const told = async (app: App, own: readonly Entitlement[], language: Language) => {
  const known = knownFor(app, language)
  const ids = own.map(({ id }) => id)
  const [allAppeals, allInstalments] = await Promise.all([listAppealsOf(app.db.read, ids), listInstalmentsOf(app.db.read, ids)])
  const [appeals, instalments] = [Map.groupBy(allAppeals, ({ entitlementId }) => entitlementId), Map.groupBy(allInstalments, ({ entitlementId }) => entitlementId)]
  const today = plainDate(app.clock.now())
  return own.map((each) => {
    const said = appeals.get(each.id) ?? []
    const benefit = known.benefits[each.benefitId]
    return toEntitlement(known, each, { appeals: said, chance: benefit && chanceToAppeal(each, said, benefit.appealDays, today), instalments: instalments.get(each.id) ?? [] })
  })
}

const toldOne = async (app: App, own: Entitlement, language: Language) => {
  const [reply] = await told(app, [own], language)
  if (!reply) throw new Error('one in, one out')
  return reply
}

const mine = async (app: App, personId: string, code: string | undefined, language: Language) => {
  const { read } = app.db
  const person = await getPerson(read, personId)
  const about = aboutOf(person, code)
  const subject = await findSubject(read, about.audience, about.number)
  const companies = person.companies.map((each) => ({ uscc: each.uscc, name: each.name }))
  if (!subject) return { name: about.name, agreedAt: null, factsAt: null, account: null, entitlements: [], matches: [], companies }
  const known = knownFor(app, language)
  const [agreedAt, entitlements, sentBack] = await Promise.all([findAgreement(read, personId, subject.id), listEntitlementsOf(read, subject.id), listSentBack(read, subject.id)])
  const matches = agreedAt === undefined ? [] : await judgeSubject(app, read, subject, plainDate(app.clock.now()))
  const account = accountOnFile(entitlements, sentBack)?.account
  return { name: about.name, agreedAt: agreedAt ?? null, factsAt: subject.factsAt, account: account ? maskAccount(account.number) : null, entitlements: await told(app, entitlements, language), matches: matches.map((each) => toMatch(known, each)), companies }
}

export const citizenBenefitRoutes = [
  route({
    method: 'GET', path: '/benefits/mine', operation: 'getMyBenefits', summary: 'What is due to me or my company, what fits, and why', permission: 'benefits.own',
    query: Type.Object({ uscc }), reply: mineSchema, refusals: ['invalid', 'not_found'],
    handle: (app, { principal, query, language }) => mine(app, personOf(principal).id, query.uscc, language),
  }),
  route({
    method: 'POST', path: '/benefits/watch', operation: 'watchBenefits', summary: 'Agree that the registers are asked, and look now', permission: 'benefits.own',
    body: Type.Object({ uscc }, closed), reply: mineSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId, language }) => {
      const { id } = personOf(principal)
      await watch(app, { personId: id, requestId, uscc: body.uscc })
      return mine(app, id, body.uscc, language)
    },
  }),
  route({
    method: 'POST', path: '/benefits/unwatch', operation: 'unwatchBenefits', summary: 'End it: the registers are not asked any more', permission: 'benefits.own',
    body: Type.Object({ uscc }, closed), reply: mineSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, body, requestId, language }) => {
      const { id } = personOf(principal)
      await unwatch(app, { personId: id, requestId, uscc: body.uscc })
      return mine(app, id, body.uscc, language)
    },
  }),
  route({
    method: 'POST', path: '/benefits/entitlements/:id/confirm', operation: 'confirmBenefit', summary: 'Yes: this is mine, to this account', permission: 'benefits.own',
    params: one,
    body: Type.Object({ ...Type.Partial(accountSchema).properties, onFile: Type.Optional(Type.Literal(true, { description: 'To the account given for another policy, in place of one stated here.' })) }, closed),
    reply: entitlementSchema, refusals: ['invalid', 'not_found', 'not_allowed_now', 'not_offered', 'benefit_excluded'],
    handle: async (app, { principal, params, body, requestId, language }) => toldOne(app, await confirmEntitlement(app, { principal, requestId }, params.id, body.onFile ? 'onFile' : { ...noAccount, ...body }), language),
  }),
  route({
    method: 'POST', path: '/benefits/entitlements/:id/decline', operation: 'declineBenefit', summary: 'No, thank you', permission: 'benefits.own',
    params: one, reply: entitlementSchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, requestId, language }) => toldOne(app, await declineEntitlement(app, { principal, requestId }, params.id), language),
  }),
  route({
    method: 'POST', path: '/benefits/entitlements/:id/appeals', operation: 'appealBenefit', summary: 'Appeal against a refusal or an end, or take a declining back; dismissed, once more to the unit above', permission: 'benefits.own', status: 201,
    params: one, body: Type.Object({ text: Type.String({ minLength: 4, maxLength: 2000, pattern: '\\S' }) }, closed), reply: entitlementSchema, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId, language }) => toldOne(app, await makeAppeal(app, { principal, requestId }, params.id, body.text), language),
  }),
  route({
    method: 'POST', path: '/benefits/published-lists/:id/:seq/objections', operation: 'objectToPayList', summary: 'Object to somebody on a published list', permission: 'benefits.own', status: 201,
    params: Type.Object({ id: uuid, seq: Type.Integer({ minimum: 1 }) }), body: Type.Object({ text: Type.String({ minLength: 4, maxLength: 1000, pattern: '\\S' }) }, closed),
    reply: Type.Object({ id: uuid }), refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => ({ id: (await objectTo(app, { principal, requestId }, params.id, params.seq, body.text)).id }),
  }),
]
