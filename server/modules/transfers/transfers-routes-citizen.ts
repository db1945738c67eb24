// Handling across regions for everybody: who holds one's application since when, and what a service needs here and there.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { cityOf, regionCovers } from '../../kernel/regions.ts'
import { nameOr } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { regionCode, textsSchema } from '../catalogue/index.ts'
import { getPerson } from '../people/index.ts'
import { readChains } from './chains.ts'
import { differencesOf } from './differences.ts'
import { authorityName } from './handing.ts'
import { isTakenIn } from './transfer.ts'
import { chainSchema, comparisonSchema, ownTransferSchema, toOwnTransfer } from './transfer-replies.ts'
import { listTransferEvents } from './transfers-store.ts'

const placeSchema = Type.Object({ region: Type.String({ description: 'GB/T 2260.' }), name: textsSchema }, { description: 'A city.' })

/** A city by its name; one no pack knows by its code. */
const placeOf = ({ packs, config }: App, region: string) => ({ region, name: nameOr(packs.catalogueFor(config.region).regions[region], region) })

export const citizenTransferRoutes = [
  route({
    method: 'GET', path: '/places', operation: 'listPlaces', summary: 'Cities between which a matter can be compared, and the one served here', permission: 'catalogue.read',
    reply: Type.Object({ places: Type.Array(placeSchema), served: Type.Array(Type.String(), { description: 'Cities whose matters can be applied for here.' }) }), refusals: [],
    handle: async (app) => {
      const { regions } = app.packs.catalogueFor(app.config.region)
      const cities = Object.values(regions).filter(({ level }) => level === 'city').map(({ code }) => code)
      return { places: cities.map((code) => placeOf(app, code)), served: cities.filter((code) => regionCovers(app.config.region, code)) }
    },
  }),
  route({
    method: 'GET', path: '/applications/:id/chains', operation: 'getChains', summary: 'Who has held each service of my application since when, and how its file travels', permission: 'applications.own',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    reply: Type.Object({ chains: Type.Array(chainSchema), transfers: Type.Array(ownTransferSchema), cities: Type.Array(placeSchema, { description: 'Cities whose authorities handle it.' }), home: placeSchema }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params: { id } }) => {
      const { read } = app.db
      const { chains, cases, transfers } = await readChains(app, read, id)
      const me = personOf(principal).id
      if (cases.length === 0 || cases.some(({ personId }) => personId !== me)) throw new Refusal('not_found')
      const [events, person] = await Promise.all([listTransferEvents(read, transfers.map((each) => each.id)), getPerson(read, me)])
      return { chains, transfers: transfers.map((each) => toOwnTransfer(each, authorityName(app, each), events.get(each.id) ?? [])), cities: [...new Set(cases.map(({ region }) => cityOf(region)))].map((region) => placeOf(app, region)), home: placeOf(app, cityOf(person.region)) }
    },
  }),
  route({
    method: 'GET', path: '/comparisons', operation: 'compareRegions', summary: 'What a matter, or one service, needs in another region that it does not need here', permission: 'catalogue.read',
    query: Type.Object({ here: regionCode, there: regionCode, matter: Type.Optional(Type.String({ maxLength: 100 })), service: Type.Optional(Type.String({ maxLength: 100 })) }),
    reply: comparisonSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { query: { here, there, matter, service } }) => {
      const [from, to] = [app.packs.catalogueFor(here), app.packs.catalogueFor(there)]
      const ids = matter === undefined ? [service ?? ''] : (to.matters[matter]?.services.map((each) => each.service) ?? [])
      const services = ids.flatMap((id) => {
        const [differences, one] = [differencesOf(from, to, id), to.services[id]]
        return differences && one ? [{ service: id, name: one.name, takenIn: isTakenIn(one, here, there), online: (one.tripsOnline ?? 0) === 0, differences }] : []
      })
      if (services.length === 0) throw new Refusal('not_found', { matter, service })
      return { here, there, services }
    },
  }),
]
