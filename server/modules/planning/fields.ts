// What the chosen services need to know, joined by concept: one entry per concept however many services need it.
// Each service's part is kept apart as its view; constraints of all are intersected.
import type { Constraint } from '../catalogue/definitions.ts'
import type { ServiceBlueprint } from './blueprint.ts'
import { intersect, isContradiction } from './constraint.ts'
import type { Facts } from './facts.ts'
import type { AskedBecause } from './plan.ts'
import type { CompiledRule } from './rule.ts'

export type ConceptNeed = {
  concept: string
  required: boolean
  /** positions of the services that need it, ascending */
  by: number[]
  /** needed whether or not the registries answer */
  anyway: boolean
  narrowings: { service: string; constraint: Constraint }[]
  /** when only something a registry failed to answer needs it: why */
  because?: AskedBecause
}

export class ConceptNeeds {
  readonly #needs = new Map<string, ConceptNeed>()

  get size(): number {
    return this.#needs.size
  }

  get(concept: string): ConceptNeed | undefined {
    return this.#needs.get(concept)
  }

  /** `because`: only needed since a registry does not answer */
  add(concept: string, required: boolean, by: readonly number[], because?: AskedBecause): ConceptNeed {
    let need = this.#needs.get(concept)
    if (!need) this.#needs.set(concept, (need = { concept, required: false, by: [], anyway: false, narrowings: [] }))
    need.required ||= required
    if (because) need.because ??= because
    else need.anyway = true
    for (const position of by) if (!need.by.includes(position)) need.by.push(position)
    return need
  }
}

/**
 * Of these concepts, those the rule uses: what is still open, and what it has already looked at. Inputs that can no longer
 * change the result are left out, and so are questions that are not put.
 */
export const usedBy = (rule: CompiledRule, reads: readonly string[], facts: Facts): string[] => {
  const open = new Set<string>()
  if (reads.some((concept) => facts.value(concept) === undefined)) rule.addOpen(facts, open)
  return reads.filter((concept) => open.has(concept) || (facts.value(concept) !== undefined && !facts.isClosed(concept)))
}

/**
 * Adds one service's needs and returns what its authority receives: the concepts of its form in this scenario and those
 * its requirements and evidence rules read. A field whose `required` rule is false is not part of the form; while the
 * rule is not settled the field counts as required.
 */
export const addServiceNeeds = (blueprint: ServiceBlueprint, facts: Facts, needs: ConceptNeeds): Set<string> => {
  const { service, index, listed, readers, count } = blueprint
  const by = [index]
  const view = new Set<string>()
  for (const { concept, required, constraint } of listed) {
    const asked = typeof required === 'boolean' || required.evaluate(facts) !== false
    if (!asked) continue
    const need = needs.add(concept, required !== false, by)
    if (constraint) need.narrowings.push({ service: service.id, constraint })
    view.add(concept)
  }
  for (const reader of readers) {
    for (const concept of usedBy(reader.rule, reader.unlisted, facts)) {
      needs.add(concept, true, by)
      if (reader.inView) view.add(concept)
    }
  }
  if (service.competentBy) needs.add(service.competentBy, true, by)
  if (count) needs.add(count, true, by)
  return view
}

/** The catalogue's constraint narrowed by every service, in an order that does not depend on the matter's. Packs whose services contradict each other are refused when loaded; here the contradicting part is left out. */
export const joinConstraints = (base: Constraint, narrowings: ConceptNeed['narrowings'], on: string): Constraint => {
  let joined = base
  const inOrder = narrowings.length > 1 ? [...narrowings].sort((a, b) => (a.service < b.service ? -1 : 1)) : narrowings
  for (const { constraint } of inOrder) {
    const next = intersect(joined, constraint, on)
    if (!isContradiction(next)) joined = next
  }
  return joined
}
