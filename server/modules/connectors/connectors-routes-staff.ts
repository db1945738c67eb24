// How the connectors are, for the engineers who write them and the data officers whose registries they reach.
import { Type } from 'typebox'
import { covers } from '../../kernel/authz.ts'
import { permissions } from '../../permissions.ts'
import { route } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { stateOf } from './checking.ts'
import { connectorKinds } from './connector-definition.ts'

const stateSchema = Type.Object({
  registry: Type.String(), name: Type.Union([textsSchema, Type.Null()], { description: 'null: no pack has this registry.' }), line: Type.Union([Type.String(), Type.Null()]),
  file: Type.String(), kind: Type.Union([Type.Enum(connectorKinds), Type.Null()]), place: Type.Union([Type.String(), Type.Null()], { description: 'Where it is, without anything secret.' }),
  problems: Type.Array(Type.String(), { description: 'What is wrong; none when it can be asked.' }),
})

export const staffConnectorRoutes = [
  route({
    method: 'GET', path: '/connectors', operation: 'listConnectors', summary: 'Connectors and what keeps them from answering', permission: 'connectors.read',
    reply: Type.Object({ connectors: Type.Array(stateSchema) }), refusals: [],
    handle: async ({ connectors, packs, config }, { principal }) => {
      const catalogue = packs.catalogueFor(config.region)
      const own = connectors.list().filter(({ registry }) => covers(principal, permissions['connectors.read'], { region: config.region, line: catalogue.registries[registry]?.line ?? '' }))
      const states = await Promise.all(own.map((entry) => stateOf(entry, catalogue)))
      return { connectors: states.map(({ answer: _, ...state }) => ({ ...state, name: catalogue.registries[state.registry]?.name ?? null, line: catalogue.registries[state.registry]?.line ?? null })) }
    },
  }),
]
