// The services of a matter in the matter's own order.
// Pure; what the matter names and the catalogue does not have is left out.
import type { Service } from '../../../../server/modules/catalogue/definitions.ts'
import type { MatterDetail } from './queries.ts'

export function servicesOf({ matter, catalogue }: Pick<MatterDetail, 'matter' | 'catalogue'>): Service[] {
  return (catalogue.matters[matter.id]?.services ?? []).flatMap(({ service }) => catalogue.services[service] ?? [])
}
