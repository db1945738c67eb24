// What reaching beyond one region adds to handing in (跨域通办): the definitions partner regions have for the branches their own authorities
// handle, and what a hall elsewhere takes in for an authority, whose file has still to get there. Nothing of it costs an ordinary application anything.
import type { Tx } from '../../kernel/db.ts'
import type { App } from '../../module.ts'
import { pinCatalogue, type Catalogue, type Service } from '../catalogue/index.ts'
import { isTakenIn, partnerOf, regionsAtWork } from '../transfers/index.ts'
import type { Draft, Person } from './drafting.ts'

type Definitions = { catalogue: Catalogue; digest: string }

export type Branches = { served: string[]; definitionsAt: (region: string) => Definitions | undefined; fileComes: (service: Service, region: string) => boolean }

const partnersIn = (app: App, { plan }: Draft): string[] =>
  [...new Set(plan.services.filter(({ state }) => state === 'included').flatMap(({ authorityRegion }) => partnerOf(app, authorityRegion) ?? []))]

/** A partner that does not have the matter, or all of its services, handles its branch by the definitions of here. */
const hasAll = (own: Catalogue, { application, plan }: Draft): boolean => own.matters[application.matter] !== undefined && plan.services.every(({ service }) => own.services[service] !== undefined)

/** Freezes the definitions of partners that handle a branch. */
export const branchesOf = async (app: App, tx: Tx, person: Person, draft: Draft): Promise<Branches> => {
  const definitions = new Map<string, Definitions>()
  for (const partner of partnersIn(app, draft)) {
    const own = app.packs.catalogueFor(partner)
    if (hasAll(own, draft)) definitions.set(partner, { catalogue: own, digest: (await pinCatalogue(app, tx, own, draft.application.matter)).digest })
  }
  const desk = person.by?.desk
  return {
    served: regionsAtWork(app),
    definitionsAt: (region) => (definitions.size === 0 ? undefined : definitions.get(partnerOf(app, region) ?? '')),
    fileComes: (service, region) => desk !== undefined && isTakenIn(service, desk.region, region),
  }
}
