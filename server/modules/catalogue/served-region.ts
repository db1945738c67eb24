// Which catalogue a request speaks of: that of the region it names, or of the city this server serves.
// Places outside the served region, and places nobody knows, are "not found".
import { Refusal } from '../../kernel/errors.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { App } from '../../module.ts'
import type { Catalogue } from './definitions.ts'

type Served = Pick<App, 'packs'> & { config: { region: string } }

/** @param region GB/T 2260 code; the served region when absent @throws Refusal not_found */
export const catalogueServed = ({ packs, config }: Served, region = config.region): Catalogue => {
  if (!regionCovers(config.region, region)) throw new Refusal('not_found', { region })
  const catalogue = packs.catalogueFor(region)
  if (!Object.hasOwn(catalogue.regions, region)) throw new Refusal('not_found', { region })
  return catalogue
}
