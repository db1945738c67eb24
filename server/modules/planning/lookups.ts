// Which registries can answer a concept and by which key, for a whole catalogue; worked out once.
// Puts all concepts in an order in which one comes before what it is derived from and before the key it is looked up by.
import type { Catalogue, Registry } from '../catalogue/definitions.ts'
import { compileRule } from './rule.ts'

/** `key` finds the record. `early`: the key can be found without the concept itself; false where two concepts are each other's key. */
export type Lookup = { registry: Registry; key: string; early: boolean }

export type LookupIndex = {
  /** registries that need no consent first */
  of(concept: string): readonly Lookup[]
  /** the concepts and everything they may be derived from or looked up by, in order */
  withAllBehind(concepts: readonly string[]): string[]
}

const build = (catalogue: Catalogue): LookupIndex => {
  const keys = new Map<string, { registry: Registry; key: string }[]>()
  for (const registry of Object.values(catalogue.registries).sort((a, b) => Number(a.consent) - Number(b.consent))) {
    for (const concept of Object.keys(registry.answers)) {
      const key = registry.keys[catalogue.concepts[concept]?.subject ?? '']
      if (key !== undefined && key !== concept) keys.set(concept, [...(keys.get(concept) ?? []), { registry, key }])
    }
  }
  const behind = (concept: string): string[] => {
    const derived = catalogue.concepts[concept]?.derived
    return [...(derived ? compileRule(derived.expression).reads : []), ...(keys.get(concept) ?? []).map(({ key }) => key)]
  }

  const places = placesOf(Object.keys(catalogue.concepts).sort(), behind)
  const placeOf = (concept: string): number => places.get(concept) ?? 0
  const lookups = new Map<string, Lookup[]>()
  for (const [concept, all] of keys) lookups.set(concept, all.map((each) => ({ ...each, early: placeOf(each.key) > placeOf(concept) })))

  return {
    of: (concept) => lookups.get(concept) ?? [],
    withAllBehind(concepts) {
      const found = new Set(concepts)
      // a Set visits what is added while it is walked
      for (const concept of found) for (const further of behind(concept)) found.add(further)
      return [...found].filter((concept) => places.has(concept)).sort((a, b) => placeOf(a) - placeOf(b))
    },
  }
}

/** Depth first, users before what they use; a circle is cut where it closes, the same way whatever the matter. */
const placesOf = (concepts: readonly string[], behind: (concept: string) => string[]): Map<string, number> => {
  const known = new Set(concepts)
  const seen = new Set<string>()
  const places = new Map<string, number>()
  const visit = (concept: string): void => {
    if (seen.has(concept) || !known.has(concept)) return
    seen.add(concept)
    behind(concept).forEach(visit)
    places.set(concept, -places.size)
  }
  concepts.forEach(visit)
  return places
}

const indexes = new WeakMap<Catalogue, LookupIndex>()

export const getLookupIndex = (catalogue: Catalogue): LookupIndex => {
  const known = indexes.get(catalogue)
  if (known) return known
  const made = build(catalogue)
  indexes.set(catalogue, made)
  return made
}
