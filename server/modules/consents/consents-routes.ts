// What departments ask me to agree to, and what I agreed to: who asks, what, what for, until when; answering, and taking it back.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { answerConsent, subjectsOf } from './answering.ts'
import { consentActions, consentState, consentStates, type Consent } from './consent.ts'
import { listConsentsAbout } from './consents-store.ts'
import { termsOf } from './showing.ts'

const text = Type.String()
const nullable = Type.Union([text, Type.Null()])
const mostShown = 200

const consentSchema = Type.Object({
  id: text, state: Type.Enum([...consentStates], { description: 'asked: waits for an answer; lapsed: not answered in time; over: its last day is past.' }),
  authorityName: Type.String({ description: 'Who asks.' }), registryName: text, keeperName: nullable, items: Type.Array(text, { description: 'What of the record, in words.' }), purpose: text, legalBasis: text,
  caseNumber: Type.String({ description: 'Of the authority that asks; it counts for this case alone.' }), companyName: Type.Union([text, Type.Null()], { description: 'Whose record it is: a company’s; null: my own.' }),
  until: Type.String({ description: 'Last day on which it may be used.' }), askedAt: text, openUntil: Type.String({ description: 'Day by which an answer is awaited.' }), answeredAt: nullable, withdrawnAt: nullable,
})
const listSchema = Type.Object({ consents: Type.Array(consentSchema) })

const toReply = (app: App, one: Consent, companyName: string | null, language: Language) => {
  const { language: _, ...terms } = termsOf(app, one, companyName, language)
  return { id: one.id, state: consentState(one, app.clock.now()), ...terms, askedAt: one.askedAt, openUntil: plainDate(new Date(one.openUntil)), answeredAt: one.answeredAt, withdrawnAt: one.withdrawnAt }
}

const listReply = async (app: App, person: ReturnType<typeof personOf>, language: Language) => {
  const { read } = app.db
  const subjects = await subjectsOf(read, person)
  return { consents: (await listConsentsAbout(read, [...subjects.keys()], app.clock.now(), mostShown)).map((one) => toReply(app, one, subjects.get(one.subject) ?? null, language)) }
}

export const consentRoutes = [
  route({
    method: 'GET', path: '/department-consents', operation: 'listDepartmentConsents', summary: 'What departments ask me to agree to, and what I answered: what waits for an answer first, then what is in force', permission: 'consents.answer',
    reply: listSchema, refusals: ['while_acting'], handle: (app, { principal, language }) => listReply(app, personOf(principal), language),
  }),
  route({
    method: 'POST', path: '/department-consents/:id/answer', operation: 'answerDepartmentConsent', summary: 'Agree that a department asks a registry about me, decline, or take it back: its calls are refused from then on', permission: 'consents.answer',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({ action: Type.Enum([...consentActions]) }, { additionalProperties: false }),
    reply: listSchema, refusals: ['invalid', 'not_found', 'while_acting', 'not_allowed_now'],
    handle: async (app, { principal, params, body, language, requestId }) => {
      const person = personOf(principal)
      await answerConsent(app, person, params.id, body.action, { language, requestId })
      return listReply(app, person, language)
    },
  }),
]
