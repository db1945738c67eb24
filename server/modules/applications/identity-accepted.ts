// People without an identity card of the mainland: what they may apply for, and what no registry can answer about them. Pure.
import { identityObstacle, identityTermsOf, type Catalogue, type IdentityObstacle } from '../catalogue/index.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Person } from '../people/index.ts'
import type { KnownFact, Plan, RegistryState } from '../planning/index.ts'

type Known = Pick<Person, 'idKind' | 'assurance'>

/** A service that does not take the identity, and what it takes. */
export type NotAccepted = { service: string; name: Texts; because: IdentityObstacle } & ReturnType<typeof identityTermsOf>

export const notAccepted = ({ services }: Pick<Catalogue, 'services'>, ids: readonly string[], person: Known): NotAccepted[] =>
  ids.flatMap((id) => {
    const service = services[id]
    const because = service && identityObstacle(service, person)
    return service && because ? [{ service: id, name: service.name, because, ...identityTermsOf(service) }] : []
  })

export const includedIn = ({ services }: Plan): string[] => services.filter(({ state }) => state === 'included').map(({ service }) => service)

/**
 * Registries keep people by their resident ID number. Where the login gives the number of another document they are not asked by it, and
 * the person says themselves what a registry would have answered. @param own what the login tells
 */
export const unaskableBy = ({ registries, concepts }: Pick<Catalogue, 'registries' | 'concepts'>, own: readonly KnownFact[], { idKind }: Known): Record<string, RegistryState> => {
  if (idKind === 'resident-id') return {}
  const foreign = new Set(own.map(({ concept }) => concept).filter((id) => concepts[id]?.type === 'idNumber'))
  const places = Object.values(registries).flatMap(({ id, keys }) => [...new Set(Object.values(keys))].filter((key) => foreign.has(key)).map((key) => `${id} ${key}`))
  return Object.fromEntries(places.map((place) => [place, 'noRecord' as const]))
}
