// Whether two applications are for the same event: the same child's birth, the same retirement. The matter names what tells one
// event from another, the surest first; the first of those that both applications state in full decides. Pure.
import { createHash } from 'node:crypto'
import { digestAgain } from '../../kernel/person-digest.ts'
import type { Matter } from '../catalogue/definitions.ts'
import { isBlank, type Answers } from '../planning/index.ts'

/** `place:digest` for each list of the matter whose concepts all have a value; null when nothing tells this event from another. */
export const identityOf = ({ id, identity }: Pick<Matter, 'id' | 'identity'>, values: Answers): string[] | null => {
  const stated = (identity ?? []).flatMap((concepts, place) => {
    if (concepts.some((concept) => isBlank(values[concept]))) return []
    const said = JSON.stringify([id, concepts.map((concept) => String(values[concept]).trim())])
    return [`${place}:${digestAgain(createHash('sha256').update(said).digest('hex'))}`]
  })
  return stated.length > 0 ? stated : null
}

const byPlace = (identity: readonly string[]): Map<string, string> => new Map(identity.map((each) => [each.slice(0, each.indexOf(':')), each]))

/** Both are identities of the same matter. */
export const isSameEvent = (one: readonly string[], other: readonly string[]): boolean => {
  const others = byPlace(other)
  const [first] = [...byPlace(one)].filter(([place]) => others.has(place)).sort(([a], [b]) => Number(a) - Number(b))
  return first !== undefined && others.get(first[0]) === first[1]
}
