// Records of one event that a matter about several takes over together: the births of twins are two records of one mother. Pure.
// The first is told as it is, of the others what each has of its own, under its number.
import type { Catalogue, Registry } from '../catalogue/index.ts'
import { instanceId, type KnownFact } from '../planning/index.ts'
import type { FoundRecord } from './registry.ts'

type Keys = Pick<Catalogue, 'concepts' | 'matters'>

/** What a look-up is made for, of whichever one: a record says the same things of each. */
export const plainConcepts = ({ several }: Pick<Registry, 'several'>, { concepts }: Pick<Catalogue, 'concepts'>, ids: readonly string[]): string[] =>
  several?.together ? [...new Set(ids.map((id) => concepts[id]?.instance?.of ?? id))] : [...ids]

const valueOf = ({ facts }: FoundRecord, concept: string): KnownFact['value'] | undefined => facts.find((fact) => fact.concept === concept)?.value

const eventOf = (record: FoundRecord, together: readonly string[]): string => JSON.stringify(together.map((concept) => valueOf(record, concept) ?? record.id))

const asOne = ({ concepts }: Keys, [first, ...others]: readonly [FoundRecord, ...FoundRecord[]]): FoundRecord => ({
  id: first.id,
  facts: [...first.facts, ...others.flatMap(({ facts }, at) => facts.flatMap((fact) => {
    const concept = instanceId(fact.concept, at + 2)
    return concepts[concept] ? [{ ...fact, concept }] : []
  }))],
})

/** Records that belong together made one, where they are no more than the event says there are of them. */
export const joinTogether = (registry: Registry, catalogue: Keys, records: readonly FoundRecord[]): FoundRecord[] => {
  const { together, by = '' } = registry.several ?? {}
  const [subject] = by.split('.')
  const repeats = Object.values(catalogue.matters).flatMap(({ subjects }) => subjects).find(({ id, repeats: several }) => id === subject && several)?.repeats
  if (!together || !repeats) return [...records]
  return [...Map.groupBy(records, (record) => eventOf(record, together)).values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const count = valueOf(first, repeats.count)
    const fits = typeof count === 'number' && others.length + 1 <= Math.min(count, repeats.max)
    if (!fits) return [first, ...others]
    // by their numbers, which follow the order of birth, however the registry lists them
    const [eldest = first, ...younger] = [first, ...others].sort((a, b) => (a.id < b.id ? -1 : 1))
    return [asOne(catalogue, [eldest, ...younger])]
  })
}
