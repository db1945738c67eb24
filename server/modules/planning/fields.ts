// What the chosen services need to know, joined by concept: one entry per concept however many services need it.
// Constraints are intersected; services that contradict each other are found here, for the pack checker and the designer.
import type { Catalogue, Constraint } from '../catalogue/definitions.ts'
import { getBlueprint, type MatterBlueprint, type Reader, type ServiceBlueprint } from './blueprint.ts'
import { intersect, isContradiction, type Contradiction } from './constraint.ts'
import type { Facts } from './facts.ts'
import type { AskedBecause } from './plan.ts'

export type ConceptNeed = {
  concept: string
  required: boolean
  /** positions of the services that need it, ascending */
  by: number[]
  /** needed whether or not the registries answer */
  anyway: boolean
  /** how many separate forms would ask it */
  forms: number
  narrowings: { service: string; constraint: Constraint }[]
  /** when only something a registry failed to answer needs it: why */
  because?: AskedBecause
}

export class ConceptNeeds {
  readonly #needs = new Map<string, ConceptNeed>()

  get(concept: string): ConceptNeed | undefined {
    return this.#needs.get(concept)
  }

  /** `because`: only needed since a registry does not answer */
  add(concept: string, required: boolean, by: readonly number[], because?: AskedBecause): ConceptNeed {
    let need = this.#needs.get(concept)
    if (!need) this.#needs.set(concept, (need = { concept, required: false, by: [], anyway: false, forms: 0, narrowings: [] }))
    need.required ||= required
    if (because) need.because ??= because
    else need.anyway = true
    for (const position of by) if (!need.by.includes(position)) need.by.push(position)
    return need
  }
}

/**
 * The concepts a rule reads beyond the service's own form: those still open, and those it has already looked at.
 * A question that is not put has nothing to show.
 */
const readConcepts = ({ rule, unlisted }: Reader, facts: Facts): string[] => {
  const open = new Set<string>()
  rule.addOpen(facts, open)
  return unlisted.filter((concept) => open.has(concept) || (facts.value(concept) !== undefined && !facts.isClosed(concept)))
}

/**
 * Adds one service's needs and returns what its authority receives: the concepts of its form in this scenario and those
 * its requirements and evidence rules read. A field whose `required` rule is false is not part of the form; while the
 * rule is not settled the field counts as required.
 */
export const addServiceNeeds = (matter: MatterBlueprint, blueprint: ServiceBlueprint, facts: Facts, needs: ConceptNeeds): string[] => {
  const { service, index, listed, readers } = blueprint
  const by = [index]
  const view = new Set<string>()
  for (const { concept, required, constraint } of listed) {
    const asked = typeof required === 'boolean' || required.evaluate(facts) !== false
    if (!asked) continue
    const need = needs.add(concept, required !== false, by)
    if (constraint) need.narrowings.push({ service: service.id, constraint })
    need.forms += 1
    view.add(concept)
  }
  for (const reader of readers) {
    for (const concept of readConcepts(reader, facts)) {
      const need = needs.add(concept, true, by)
      if (!reader.inView || view.has(concept)) continue
      if (!matter.catalogue.concepts[concept]?.derived) need.forms += 1
      view.add(concept)
    }
  }
  if (service.competentBy) needs.add(service.competentBy, true, by)
  return [...view]
}

/** The catalogue's constraint narrowed by every service, in an order that does not depend on the matter's. Contradictory parts are left out. */
export const joinConstraints = (base: Constraint, narrowings: ConceptNeed['narrowings'], on: string): Constraint => {
  let joined = base
  const inOrder = narrowings.length > 1 ? narrowings.toSorted((a, b) => (a.service < b.service ? -1 : 1)) : narrowings
  for (const { constraint } of inOrder) {
    const next = intersect(joined, constraint, on)
    if (!isContradiction(next)) joined = next
  }
  return joined
}

/** Two services (or the concept's own definition, then `services` has one entry) that no value can satisfy together. */
export type MatterContradiction = { concept: string; services: string[] } & Contradiction['contradiction']

/** Every contradiction between the services of a matter, whether or not a scenario brings them together. */
export const listContradictions = (catalogue: Catalogue, matterId: string): MatterContradiction[] => {
  const { services } = getBlueprint(catalogue, matterId)
  const byConcept = new Map<string, { service: string; constraint: Constraint }[]>()
  for (const { service, listed } of services) {
    for (const { concept, constraint } of listed) {
      if (constraint) byConcept.set(concept, [...(byConcept.get(concept) ?? []), { service: service.id, constraint }])
    }
  }
  const found: MatterContradiction[] = []
  for (const [concept, narrowings] of byConcept) {
    const base = catalogue.concepts[concept]?.constraint ?? {}
    narrowings.forEach((one, position) => {
      const alone = intersect(base, one.constraint, catalogue.on)
      if (isContradiction(alone)) return found.push({ concept, services: [one.service], ...alone.contradiction })
      for (const other of narrowings.slice(position + 1)) {
        const both = intersect(alone, other.constraint, catalogue.on)
        if (isContradiction(both) && !isContradiction(intersect(base, other.constraint, catalogue.on))) {
          found.push({ concept, services: [one.service, other.service], ...both.contradiction })
        }
      }
    })
  }
  return found
}
