// The agency's own page: for whom its staff may act, which authorisations end soon, what was begun and by whom.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { route } from '../../module.ts'
import { agencySchema, listAgenciesOf, toAgencyReply } from '../agencies/index.ts'
import { countUses, listUses } from './acting-uses-store.ts'
import { mandateOf } from './delegation.ts'
import { delegationSchema, toDelegationReply, toUseReply, useSchema } from './delegation-replies.ts'
import { listClients } from './delegations-store.ts'
import { getPerson } from './people-store.ts'

const mostClients = 500
const mostUses = 200

export const agencyWorkRoutes = [
  route({
    method: 'GET', path: '/my-agencies', operation: 'listMyAgencies', summary: 'Agencies I work for: clients, the next authorisation to end first, and what was begun for them', permission: 'delegations.own',
    reply: Type.Object({ agencies: Type.Array(Type.Object({ agency: agencySchema, clients: Type.Array(delegationSchema), work: Type.Array(Type.Object({ ...useSchema.properties, client: Type.String({ description: 'For whom.' }) })) })) }),
    refusals: [],
    handle: async (app, { principal }) => {
      const { idNumber } = await getPerson(app.db.read, personOf(principal).id)
      const catalogue = app.packs.catalogueFor(app.config.region)
      const today = plainDate(app.clock.now())
      const agencies = await Promise.all((await listAgenciesOf(app.db.read, idNumber)).map(async (agency) => {
        const clients = await listClients(app.db.read, agency.uscc, today, mostClients)
        const mandates = clients.map(mandateOf)
        const [uses, work] = await Promise.all([countUses(app.db.read, mandates), listUses(app.db.read, mandates, mostUses)])
        return {
          agency: toAgencyReply(catalogue, agency, today),
          clients: clients.map((each) => toDelegationReply(catalogue, each, 'holder', today, uses.get(mandateOf(each)) ?? 0)),
          work: work.map((use) => ({ ...toUseReply(catalogue, use), client: clients.find((each) => mandateOf(each) === use.mandate)?.person.name ?? '' })),
        }
      }))
      return { agencies }
    },
  }),
]
