// For whom an official may ask: the authorities of the served region in their postings, each with its services. Pure.
import { covers, type Principal } from '../../kernel/authz.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { plainServices } from '../catalogue/index.ts'

export type Asker = { region: string; line: string; name: Texts; services: { id: string; name: Texts }[] }

export const listAskers = (app: Pick<App, 'packs'> & { config: { region: string } }, principal: Principal): Asker[] => {
  if (app.packs.packs.length === 0) return []
  const catalogue = app.packs.catalogueFor(app.config.region)
  const byLine = Map.groupBy(plainServices(catalogue), ({ line }) => line)
  return catalogue.authorities
    .filter(({ region, line }) => (regionCovers(app.config.region, region) || regionCovers(region, app.config.region)) && covers(principal, ['designer', 'steward'], { region, line }))
    .map(({ region, line, name }) => ({ region, line, name, services: (byLine.get(line) ?? []).map((service) => ({ id: service.id, name: service.name })) }))
}
