// People see who read their data: every registry look-up for them or by their number, and every official who opened a case they
// are in. Of somebody else's application they are told what the law gives them: authority, purpose, when, which data.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { textIn, type Language, type Texts } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { authorityOf, pinnedCatalogues, type Catalogue } from '../catalogue/index.ts'
import { listCasesWithIds, listReadsAbout, readOfMine } from '../cases/index.ts'
import { getPerson } from '../people/index.ts'
import { listCallsAbout, type SeenCall } from './exchange-store.ts'

const text = Type.String()
const textOrNull = (description: string) => Type.Union([text, Type.Null()], { description })
const ownApplication = textOrNull('The application it was for; null when somebody else applied.')

const callSchema = Type.Object({
  id: text, registry: text, registryName: text, authorityName: textOrNull('Who keeps the registry, where that is known.'), concepts: Type.Array(text), conceptNames: Type.Array(text), purpose: text, legalBasis: text,
  outcome: Type.String({ description: 'answers, noRecord, unavailable; withheld: somebody tried my number and was told nothing.' }), applicationId: ownApplication, own: Type.Boolean({ description: 'Whether it was for an application of mine.' }), at: text,
})

const readSchema = Type.Object({
  id: text, authorityName: text, serviceName: text, matterName: text, concepts: Type.Array(text), conceptNames: Type.Array(text), applicationId: ownApplication,
  times: Type.Integer({ description: 'How often that official opened it that day.' }), at: Type.String({ description: 'The last time that day.' }),
})

const named = (definitions: Record<string, { name: Texts }>, id: string, language: Language): string => {
  const definition = definitions[id]
  return definition ? textIn(definition.name, language) : id
}

const toCall = (app: App, catalogue: Catalogue, call: SeenCall, language: Language) => {
  const line = catalogue.registries[call.registry]?.line ?? ''
  const authority = authorityOf(catalogue, line, app.config.region)
  return {
    id: call.id, registry: call.registry, registryName: named(catalogue.registries, call.registry, language), authorityName: authority ? textIn(authority.name, language) : null,
    concepts: call.concepts, conceptNames: call.concepts.map((id) => named(catalogue.concepts, id, language)), purpose: call.purpose, legalBasis: call.legalBasis,
    // Whoever typed a stranger's number is not told that there was a record.
    outcome: call.own && call.outcome === 'withheld' ? 'noRecord' : call.outcome, applicationId: call.own ? call.applicationId : null, own: call.own, at: call.at,
  }
}

export const exchangeRoutes = [
  route({
    method: 'GET', path: '/data-use', operation: 'listDataUse', summary: 'Who read my data: registries asked and officials, what, why and by what law', permission: 'dataUse.own',
    query: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({ calls: Type.Array(callSchema), reads: Type.Array(readSchema) }),
    refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const { read } = app.db
      const personId = personOf(principal).id
      const digest = personDigest((await getPerson(read, personId)).idNumber)
      const [calls, reads] = await Promise.all([listCallsAbout(read, personId, digest, query.limit), listReadsAbout(read, personId, digest, query.limit)])
      const catalogue = app.packs.catalogueFor(app.config.region)
      const cases = await listCasesWithIds(read, [...new Set(reads.map(({ caseId }) => caseId))])
      const catalogueOf = await pinnedCatalogues(app, read, cases)
      return {
        calls: calls.map((call) => toCall(app, catalogue, call, language)),
        reads: reads.flatMap((stored) => {
          const one = cases.find(({ id }) => id === stored.caseId)
          if (!one) return []
          const own = catalogueOf(one)
          const { id, applicationId, line, region, service, matter, concepts, at, times } = readOfMine(stored, one, own, { personId, digest })
          const authority = authorityOf(own, line, region)
          return [{
            id, applicationId, times, at, authorityName: authority ? textIn(authority.name, language) : line, serviceName: named(own.services, service, language), matterName: named(own.matters, matter, language),
            concepts, conceptNames: concepts.map((each) => named(own.concepts, each, language)),
          }]
        }),
      }
    },
  }),
]
