// What was paid wrongly and is to be given back, over HTTP: begun with reasons, given back at once or by instalments agreed with whoever does.
import { Type } from 'typebox'
import { jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import type { Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { deskEntitlementSchema, instalmentSchema, toDeskEntitlement, toInstalment } from './benefit-replies.ts'
import { knownFor } from './benefits-routes.ts'
import { listEntitlements } from './entitlements-store.ts'
import { listInstalmentsOf } from './instalments-store.ts'
import { readers } from './paying.ts'
import { agreePlan, beginRecovery, notePart, noteRecovered } from './recovering.ts'
import { recoveryReasons, repayers } from './recovery.ts'

const uuid = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const mostShown = 200
const repayerSchema = Type.Object({ who: Type.Enum([...repayers]), name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }) }, { ...closed, description: 'Who gives it back; for the dead never they themselves.' })
const recoveriesSchema = Type.Object({
  recoveries: Type.Array(Type.Object({
    ...deskEntitlementSchema.properties, because: Type.Enum([...recoveryReasons]), reasons: Type.String({ description: 'Empty after a death.' }), repayer: Type.Union([Type.Object({ who: Type.Enum([...repayers]), name: Type.String() }), Type.Null()]),
    instalments: Type.Array(instalmentSchema),
  })),
})
const refusals = ['invalid', 'not_found', 'not_allowed_now'] as const

const recoveries = async (app: App, principal: Principal, language: Language) => {
  const { read } = app.db
  const found = await listEntitlements(read, { jurisdiction: jurisdictionFilter(staffOf(principal), readers), states: ['recovering'], limit: mostShown })
  const parts = Map.groupBy(await listInstalmentsOf(read, found.map(({ id }) => id)), ({ entitlementId }) => entitlementId)
  const known = knownFor(app, language)
  return { recoveries: found.map((one) => ({ ...toDeskEntitlement(known, one), because: one.recovery?.because ?? 'deceased', reasons: one.recovery?.reasons ?? '', repayer: one.recovery?.repayer ?? null, instalments: (parts.get(one.id) ?? []).map(toInstalment) })) }
}

export const staffRecoveryRoutes = [
  route({
    method: 'GET', path: '/benefit-recoveries', operation: 'listBenefitRecoveries', summary: 'What is to be given back in my jurisdiction', permission: 'benefits.read',
    reply: recoveriesSchema, refusals: [], handle: (app, { principal, language }) => recoveries(app, principal, language),
  }),
  route({
    method: 'POST', path: '/benefits/entitlements/:id/recovery', operation: 'beginBenefitRecovery', summary: 'What was paid should not have been: it is to be given back, with reasons the person reads and may appeal against', permission: 'benefits.approve', status: 201,
    params: Type.Object({ id: uuid }), body: Type.Object({ reasons: Type.String({ minLength: 2, maxLength: 2000, pattern: '\\S' }) }, closed), reply: recoveriesSchema, refusals,
    handle: async (app, { principal, params, body, requestId, language }) => {
      await beginRecovery(app, { principal, requestId }, params.id, body.reasons)
      return recoveries(app, principal, language)
    },
  }),
  route({
    method: 'POST', path: '/benefits/entitlements/:id/recovered', operation: 'noteBenefitRecovered', summary: 'What was paid wrongly has been given back, all of it', permission: 'benefits.approve',
    params: Type.Object({ id: uuid }), body: Type.Object({ repayer: repayerSchema }, closed), reply: recoveriesSchema, refusals,
    handle: async (app, { principal, params, body, requestId, language }) => {
      await noteRecovered(app, { principal, requestId }, params.id, body.repayer)
      return recoveries(app, principal, language)
    },
  }),
  route({
    method: 'POST', path: '/benefits/entitlements/:id/instalments', operation: 'agreeBenefitInstalments', summary: 'Agree on giving it back by instalments, a month apart', permission: 'benefits.approve',
    params: Type.Object({ id: uuid }), body: Type.Object({ parts: Type.Integer({ minimum: 2, maximum: 60 }), firstDueOn: Type.String({ format: 'date' }), repayer: repayerSchema }, closed), reply: recoveriesSchema, refusals,
    handle: async (app, { principal, params, body, requestId, language }) => {
      await agreePlan(app, { principal, requestId }, params.id, body)
      return recoveries(app, principal, language)
    },
  }),
  route({
    method: 'POST', path: '/benefits/entitlements/:id/instalments/:seq/paid', operation: 'noteBenefitInstalment', summary: 'One instalment came in; with the last it is settled', permission: 'benefits.approve',
    params: Type.Object({ id: uuid, seq: Type.Integer({ minimum: 1 }) }), reply: recoveriesSchema, refusals,
    handle: async (app, { principal, params, requestId, language }) => {
      await notePart(app, { principal, requestId }, params.id, params.seq)
      return recoveries(app, principal, language)
    },
  }),
]
