// Finds circles in what depends on what, each circle once.
// Pure; used for services waiting for each other and for concepts computed from each other.

/** Each cycle as the ids along it, beginning with the id that comes first in `ids`. */
export const findCycles = (ids: readonly string[], next: (id: string) => readonly string[]): string[][] => {
  const cycles: string[][] = []
  const finished = new Set<string>()
  const path: string[] = []
  const visit = (id: string): void => {
    const start = path.indexOf(id)
    if (start >= 0) {
      cycles.push(startingFirst(path.slice(start), ids))
      return
    }
    if (finished.has(id)) return
    path.push(id)
    for (const each of next(id)) visit(each)
    path.pop()
    finished.add(id)
  }
  ids.forEach(visit)
  return cycles
}

const startingFirst = (cycle: readonly string[], ids: readonly string[]): string[] => {
  const first = cycle.reduce((best, id, index) => (ids.indexOf(id) < ids.indexOf(cycle[best] ?? id) ? index : best), 0)
  return [...cycle.slice(first), ...cycle.slice(0, first)]
}
