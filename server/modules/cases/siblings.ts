// What a decision on one case means for the other cases of the same application: what starts at once, what falls with it.
// Pure. The rules themselves are in advance.ts; this says beforehand what they will do.
import { isWaiting, wasGranted, type Case } from './case.ts'

type Sibling = Pick<Case, 'service' | 'state' | 'dependsOn'>

/** The waiting services that start at once when `service` is granted: everything else they need is there already. */
export const startsAfter = (service: string, siblings: readonly Sibling[]): string[] => {
  const given = new Set(siblings.filter(({ state }) => wasGranted(state)).map((each) => each.service))
  const present = new Set(siblings.map((each) => each.service))
  return siblings
    .filter(({ state, dependsOn }) => isWaiting(state) && dependsOn.includes(service) && dependsOn.every((each) => each === service || given.has(each) || !present.has(each)))
    .map((each) => each.service)
}

/** The services that stop when `service` is not granted: those that wait for its result, directly or through one another. */
export const fallsWith = (service: string, siblings: readonly Sibling[]): string[] => {
  const fallen = new Set([service])
  const falls = ({ state, dependsOn, service: own }: Sibling) => !fallen.has(own) && isWaiting(state) && dependsOn.some((each) => fallen.has(each))
  for (let next = siblings.find(falls); next; next = siblings.find(falls)) fallen.add(next.service)
  fallen.delete(service)
  return [...fallen]
}
