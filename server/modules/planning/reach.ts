// What stands behind a concept: the concepts it is derived from and those that decide whether its question is put.
// Used once per matter to find which rules the scenario questions can influence.
import type { Catalogue } from '../catalogue/definitions.ts'
import { compileRule, type CompiledRule } from './rule.ts'

export type Reach = {
  /** the given concepts and everything behind them, each once */
  all(concepts: readonly string[]): string[]
  /** those of `all` that are not derived: what a person or a registry can supply */
  roots(concepts: readonly string[]): string[]
}

export const conceptReach = (catalogue: Catalogue, conditionOf: (concept: string) => CompiledRule | undefined): Reach => {
  const all = (concepts: readonly string[]): string[] => {
    const found = new Set<string>()
    const visit = (concept: string): void => {
      if (found.has(concept)) return
      found.add(concept)
      const derived = catalogue.concepts[concept]?.derived
      if (derived) compileRule(derived.expression).reads.forEach(visit)
      conditionOf(concept)?.reads.forEach(visit)
    }
    concepts.forEach(visit)
    return [...found]
  }
  return { all, roots: (concepts) => all(concepts).filter((concept) => !catalogue.concepts[concept]?.derived) }
}
