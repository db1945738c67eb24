// People see who looked up what about them: every registry call made for their applications.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { textIn } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { listRegistryCalls } from './exchange-store.ts'

export const exchangeRoutes = [
  route({
    method: 'GET', path: '/data-use', operation: 'listDataUse', summary: 'Which registries were asked about me, what, why and by what law', permission: 'dataUse.own',
    query: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({
      calls: Type.Array(Type.Object({
        id: Type.String(), registry: Type.String(), registryName: Type.String(), concepts: Type.Array(Type.String()), conceptNames: Type.Array(Type.String()),
        purpose: Type.String(), legalBasis: Type.String(), outcome: Type.String(), applicationId: Type.String(), at: Type.String(),
      })),
    }),
    refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const calls = await listRegistryCalls(app.db.read, personOf(principal).id, query.limit)
      const catalogue = app.packs.catalogueFor(app.config.region)
      return {
        calls: calls.map((call) => {
          const registry = catalogue.registries[call.registry]
          return {
            id: call.id, registry: call.registry, registryName: registry ? textIn(registry.name, language) : call.registry, concepts: call.concepts,
            conceptNames: call.concepts.map((id) => { const concept = catalogue.concepts[id]; return concept ? textIn(concept.name, language) : id }),
            purpose: call.purpose, legalBasis: call.legalBasis, outcome: call.outcome, applicationId: call.applicationId, at: call.at,
          }
        }),
      }
    },
  }),
]
