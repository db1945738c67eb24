// Which services of a matter a person needs, as far as the facts tell.
// Three-valued: a condition that is not settled leaves its service undecided.
import type { MatterBlueprint } from './blueprint.ts'
import type { Facts } from './facts.ts'
import type { PlannedService } from './plan.ts'

export type ServiceState = PlannedService['state']

/** By position: whether the service's condition asks for it; undefined while unsettled. */
export type Wanted = readonly (boolean | undefined)[]

/** A condition that cannot be evaluated does not ask for its service. */
export const listWanted = (matter: MatterBlueprint, facts: Facts): Wanted =>
  matter.services.map(({ when }) => {
    if (!when) return true
    const value = when.evaluate(facts)
    return value === undefined ? undefined : value === true
  })

/** Left out by the applicant, or needing the result of one that was. */
export const listDeclined = (matter: MatterBlueprint, wanted: Wanted, declinedServices: readonly string[]): Set<string> => {
  const left = new Set<string>()
  for (const { entry, service, index } of matter.services) {
    if (entry.optional && wanted[index] !== false && declinedServices.includes(service.id)) left.add(service.id)
  }
  for (let before = -1; left.size > 0 && before !== left.size; ) {
    before = left.size
    for (const { service, index } of matter.services) {
      if (wanted[index] !== false && service.dependsOn.some((id) => left.has(id))) left.add(service.id)
    }
  }
  return left
}

export const listStates = (matter: MatterBlueprint, facts: Facts, declinedServices: readonly string[]): ServiceState[] => {
  const wanted = listWanted(matter, facts)
  const declined = listDeclined(matter, wanted, declinedServices)
  return matter.services.map(({ service }, index) => {
    if (wanted[index] === false) return 'excluded'
    if (declined.has(service.id)) return 'declined'
    return wanted[index] ? 'included' : 'undecided'
  })
}
