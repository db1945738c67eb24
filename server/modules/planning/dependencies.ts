// Which included service waits for the result of which: what the services declare, and what evidence adds.
// A link that would close a circle is left out (packs with circles are refused when they are loaded).
import type { MatterBlueprint } from './blueprint.ts'

export type Dependencies = {
  /** positions a service waits for directly */
  direct(position: number): ReadonlySet<number>
  /** positions a service waits for, directly or not; never itself */
  waitsFor(position: number): ReadonlySet<number>
  /** adds a link unless it would close a circle; tells whether the service now waits for the other */
  add(position: number, on: number): boolean
}

export const createDependencies = (matter: MatterBlueprint, isIncluded: (position: number) => boolean): Dependencies => {
  const direct = new Map<number, Set<number>>()
  let closures = new Map<number, ReadonlySet<number>>()

  const directOf = (position: number): ReadonlySet<number> => direct.get(position) ?? new Set()

  const waitsFor = (position: number): ReadonlySet<number> => {
    const known = closures.get(position)
    if (known) return known
    const found = new Set<number>(directOf(position))
    for (const next of found) for (const further of directOf(next)) found.add(further)
    closures.set(position, found)
    return found
  }

  const add = (position: number, on: number): boolean => {
    if (position === on || waitsFor(on).has(position)) return false
    const links = direct.get(position)
    if (links) links.add(on)
    else direct.set(position, new Set([on]))
    closures = new Map()
    return true
  }

  for (const { service, index } of matter.services) {
    if (!isIncluded(index)) continue
    for (const id of service.dependsOn) {
      const other = matter.byId.get(id)
      if (other && isIncluded(other.index)) add(index, other.index)
    }
  }
  return { direct: directOf, waitsFor, add }
}
