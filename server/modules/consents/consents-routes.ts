// What departments ask me to agree to, and what I agreed to: who asks, what, what for, until when; answering, and taking it back.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { nameOr, textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { authorityOf, type Catalogue } from '../catalogue/index.ts'
import { answerConsent, subjectsOf } from './answering.ts'
import { consentActions, consentState, consentStates, type Consent } from './consent.ts'
import { listConsentsAbout } from './consents-store.ts'

const text = Type.String()
const nullable = Type.Union([text, Type.Null()])
const mostShown = 200

const consentSchema = Type.Object({
  id: text, state: Type.Enum([...consentStates], { description: 'asked: waits for an answer; lapsed: not answered in time; over: its last day is past.' }),
  authorityName: Type.String({ description: 'Who asks.' }), registryName: text, keeperName: nullable, items: Type.Array(text, { description: 'What of the record, in words.' }), purpose: text, legalBasis: text,
  caseNumber: Type.String({ description: 'Of the authority that asks.' }), companyName: Type.Union([text, Type.Null()], { description: 'Whose record it is: a company’s; null: my own.' }),
  until: Type.String({ description: 'Last day on which it may be used.' }), askedAt: text, openUntil: Type.String({ description: 'Day by which an answer is awaited.' }), answeredAt: nullable, withdrawnAt: nullable,
})
const listSchema = Type.Object({ consents: Type.Array(consentSchema) })

/** Fields of a record by the names of what they answer. */
const itemsOf = ({ registries, concepts }: Catalogue, { resource, fields }: Consent, language: Language): string[] => {
  const answers = Object.entries(registries[resource]?.answers ?? {})
  return fields.map((field) => {
    const [concept] = answers.find(([, path]) => path === field) ?? answers.find(([, path]) => path.split('.')[0] === field) ?? []
    return textIn(nameOr(concepts[concept ?? ''], field), language)
  })
}

const toReply = (app: App, one: Consent, companyName: string | null, language: Language) => {
  const catalogue = app.packs.catalogueFor(app.config.region)
  const registry = catalogue.registries[one.resource]
  const keeper = registry && authorityOf(catalogue, registry.line, app.config.region)
  return {
    id: one.id, state: consentState(one, app.clock.now()), authorityName: textIn(nameOr(authorityOf(catalogue, one.line, one.region), one.line), language), registryName: textIn(nameOr(registry, one.resource), language),
    keeperName: keeper ? textIn(keeper.name, language) : null, items: itemsOf(catalogue, one, language), purpose: one.purpose, legalBasis: one.legalBasis, caseNumber: one.caseNumber, companyName,
    until: one.until, askedAt: one.askedAt, openUntil: plainDate(new Date(one.openUntil)), answeredAt: one.answeredAt, withdrawnAt: one.withdrawnAt,
  }
}

const listReply = async (app: App, personId: string, language: Language) => {
  const { read } = app.db
  const subjects = await subjectsOf(read, personId)
  return { consents: (await listConsentsAbout(read, [...subjects.keys()], mostShown)).map((one) => toReply(app, one, subjects.get(one.subject) ?? null, language)) }
}

export const consentRoutes = [
  route({
    method: 'GET', path: '/department-consents', operation: 'listDepartmentConsents', summary: 'What departments ask me to agree to, and what I answered: the newest first', permission: 'dataUse.own',
    reply: listSchema, refusals: [], handle: (app, { principal, language }) => listReply(app, personOf(principal).id, language),
  }),
  route({
    method: 'POST', path: '/department-consents/:id/answer', operation: 'answerDepartmentConsent', summary: 'Agree that a department asks a registry about me, decline, or take it back: its calls are refused from then on', permission: 'dataUse.own',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({ action: Type.Enum([...consentActions]) }, { additionalProperties: false }),
    reply: listSchema, refusals: ['invalid', 'not_found', 'while_acting', 'not_allowed_now'],
    handle: async (app, { principal, params, body, language, requestId }) => {
      const person = personOf(principal)
      await answerConsent(app, person, params.id, body.action, requestId)
      return listReply(app, person.id, language)
    },
  }),
]
