// Derived values worked out once more, after something they follow from was put right in what has been handed in. Pure.
import type { Catalogue } from '../catalogue/definitions.ts'
import { createFacts } from './facts.ts'
import { expandDerived, groupsIn } from './groups.ts'
import type { Answers } from './plan.ts'
import { conceptReach } from './reach.ts'

/**
 * The new values of those `concepts` that follow from one of `changed`, directly or through others; those it cannot tell are left out.
 * @param values flat record by concept id, with the changed ones as they are now
 * @param on working date 'YYYY-MM-DD': `today` in rules
 */
export const deriveAgain = (catalogue: Catalogue, concepts: readonly string[], changed: readonly string[], values: Answers, on: string): Answers => {
  const reach = conceptReach(catalogue, () => undefined)
  const following = concepts.filter((concept) => catalogue.concepts[concept]?.derived && reach.all([concept]).some((each) => changed.includes(each)))
  if (following.length === 0) return {}
  const groups = groupsIn(catalogue, values)
  const facts = createFacts({ catalogue: groups.size === 0 ? catalogue : { ...catalogue, concepts: expandDerived(catalogue, groups) }, on, answers: values })
  return Object.fromEntries(following.flatMap((concept) => {
    const value = facts.answer(concept)
    return value === undefined ? [] : [[concept, value] as const]
  }))
}
