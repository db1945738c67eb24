// What a resident sees and does: their grade and what it rests on, that of companies they act for, an account for paying care afterwards, objecting to a bill.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import { getPerson } from '../people/index.ts'
import { closeAccount, openAccount } from './account-keeping.ts'
import { contestBill } from './answering.ts'
import { companyCreditSchema, creditSchema, toCompanyCredit, toCreditReply } from './credit-replies.ts'
import { findOpenAccount, listCareActions } from './credits-store.ts'
import { companyStandingOf, standingOf } from './grading.ts'

const closed = { additionalProperties: false }

const replyFor = async (app: App, personId: string) => {
  const { read } = app.db
  const [standing, account] = await Promise.all([standingOf(app, read, personId), findOpenAccount(read, personId)])
  if (!standing) throw new Refusal('not_found')
  return toCreditReply(standing, account, await listCareActions(read, standing.bills.map(({ id }) => id)))
}

const acting = async (app: App, person: ReturnType<typeof personOf>, requestId: string, act: (scene: Scene) => Promise<unknown>) => {
  await app.db.transaction((tx) => act({ app, tx, principal: person, requestId, at: app.clock.now() }))
  return replyFor(app, person.id)
}

export const citizenCreditRoutes = [
  route({
    method: 'GET', path: '/credit/companies', operation: 'listCompanyCredit', summary: 'Grades of the companies I act for, and what they rest on', permission: 'credit.own',
    reply: Type.Object({ companies: Type.Array(companyCreditSchema) }), refusals: [],
    handle: async (app, { principal }) => {
      const { read } = app.db
      const { companies } = await getPerson(read, personOf(principal).id)
      const standings = await Promise.all(companies.map(async (company) => ({ company, standing: await companyStandingOf(app, read, company.uscc) })))
      return { companies: standings.flatMap(({ company: { uscc, name }, standing }) => (standing ? [toCompanyCredit({ uscc, name }, standing)] : [])) }
    },
  }),
  route({
    method: 'GET', path: '/credit/own', operation: 'getOwnCredit', summary: 'My grade, what it rests on, and my account for care', permission: 'credit.own',
    reply: creditSchema, refusals: ['not_found'], handle: (app, { principal }) => replyFor(app, personOf(principal).id),
  }),
  route({
    method: 'POST', path: '/credit/own/account', operation: 'openCareAccount', summary: 'Agree to the terms and pay for care afterwards', permission: 'credit.own',
    body: Type.Object({ terms: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Digest of the terms that were shown.' }) }, closed), reply: creditSchema, refusals: ['not_found', 'invalid', 'not_allowed_now', 'conflict'],
    handle: (app, { principal, body, requestId }) => acting(app, personOf(principal), requestId, (scene) => openAccount(scene, personOf(principal).id, body.terms)),
  }),
  route({
    method: 'POST', path: '/credit/own/account/close', operation: 'closeCareAccount', summary: 'Close my account for care, once nothing is owed on it', permission: 'credit.own',
    reply: creditSchema, refusals: ['not_found', 'not_allowed_now'],
    handle: (app, { principal, requestId }) => acting(app, personOf(principal), requestId, (scene) => closeAccount(scene, personOf(principal).id)),
  }),
  route({
    method: 'POST', path: '/credit/own/bills/:id/contest', operation: 'contestCareBill', summary: 'Say, once, that a bill is wrong; it is not on record until that is answered', permission: 'credit.own',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({ text: Type.String({ minLength: 2, maxLength: 2000 }) }, closed), reply: creditSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: (app, { principal, params, body, requestId }) => acting(app, personOf(principal), requestId, (scene) => contestBill(scene, personOf(principal).id, params.id, body.text)),
  }),
]
