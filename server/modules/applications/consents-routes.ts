// What I have agreed to: every consent to a registry being asked, for which matter, when and where it was given; and taking it back.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { citationOf, type Language, nameOr, textIn } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { canApplication, isDiscarded, type Application } from './application.ts'
import { listApplications } from './applications-store.ts'
import { withdrawConsent } from './consenting.ts'
import { listConsentsOf, type ConsentRecord } from './consents-store.ts'

const text = Type.String()
const nullable = Type.Union([text, Type.Null()])
const mostShown = 500

const consentSchema = Type.Object({
  id: text, applicationId: text, number: nullable, matterName: text, registry: text, registryName: text, authorityName: nullable, legalBasis: text, channel: text, at: text, withdrawnAt: nullable,
  stage: Type.Enum(['draft', 'submitted', 'discarded'], { description: 'Of the application: a draft may still ask, one handed in only to check what was promised.' }),
})

const toReply = (app: App, one: ConsentRecord, application: Application | undefined, language: Language) => {
  const region = application?.region ?? app.config.region
  const { registries, matters, ...catalogue } = app.packs.catalogueFor(region)
  const registry = registries[one.registry]
  const authority = registry && authorityOf(catalogue, registry.line, region)
  const law = registry?.legalBasis
  return {
    id: one.id, applicationId: one.applicationId, number: application?.number ?? null, matterName: textIn(application?.matterName ?? nameOr(matters[one.matter], one.matter), language), registry: one.registry,
    registryName: textIn(nameOr(registry, one.registry), language),
    authorityName: authority ? textIn(authority.name, language) : null, legalBasis: law ? citationOf(law) : '', channel: one.channel, at: one.at, withdrawnAt: one.withdrawnAt,
    stage: !application || isDiscarded(application) ? ('discarded' as const) : canApplication(application.state, 'edit') ? ('draft' as const) : ('submitted' as const),
  }
}

const listReply = async (app: App, personId: string, language: Language) => {
  const consents = await listConsentsOf(app.db.read, personId, mostShown)
  const applications = new Map((await listApplications(app.db.read, personId, mostShown)).map((each) => [each.id, each]))
  return { consents: consents.map((one) => toReply(app, one, applications.get(one.applicationId), language)) }
}

const listSchema = Type.Object({ consents: Type.Array(consentSchema) })

export const consentRoutes = [
  route({
    method: 'GET', path: '/consents', operation: 'listConsents', summary: 'What I have agreed to: registries that may be asked, for which matter, the newest first', permission: 'dataUse.own',
    reply: listSchema, refusals: [], handle: (app, { principal, language }) => listReply(app, personOf(principal).id, language),
  }),
  route({
    method: 'DELETE', path: '/consents/:application/:registry', operation: 'withdrawConsent', summary: 'Take a consent back: the registry is not asked any more, a draft forgets what it told', permission: 'dataUse.own',
    params: Type.Object({ application: Type.String({ format: 'uuid' }), registry: Type.String({ maxLength: 100 }) }), reply: listSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params, language, requestId }) => {
      const person = personOf(principal)
      await withdrawConsent(app, person, params.application, params.registry, requestId)
      return listReply(app, person.id, language)
    },
  }),
]
