// The part of package-lock.json that a few packages need: what a small installation is made from that resolves exactly as the whole one does.
// Pure.

export type LockEntry = { version?: string; dependencies?: Record<string, string>; optionalDependencies?: Record<string, string>; peerDependencies?: Record<string, string>; peerDependenciesMeta?: Record<string, { optional?: boolean }>; dev?: boolean }
export type Lock = { name: string; version: string; lockfileVersion: number; requires?: boolean; packages: Record<string, LockEntry> }

/** Where a package installed at `from` finds `name`: the nearest node_modules above it, as Node looks. */
const locate = (lock: Lock, from: string, name: string): string | undefined => {
  const parts = from.split('/node_modules/')
  for (let depth = parts.length; depth > 0; depth -= 1) {
    const place = `${parts.slice(0, depth).join('/node_modules/')}/node_modules/${name}`
    if (lock.packages[place]) return place
  }
  return lock.packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined
}

const needsOf = ({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }: LockEntry): string[] => [
  ...Object.keys({ ...dependencies, ...optionalDependencies }),
  ...Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional),
]

/** @param names direct dependencies with their versions, as in package.json */
export const lockPart = (lock: Lock, names: Record<string, string>): Lock => {
  const kept = new Map<string, LockEntry>()
  const visit = (place: string | undefined): void => {
    const entry = place === undefined ? undefined : lock.packages[place]
    if (place === undefined || !entry || kept.has(place)) return
    kept.set(place, entry)
    for (const need of needsOf(entry)) visit(locate(lock, place, need))
  }
  for (const name of Object.keys(names)) visit(`node_modules/${name}`)
  const root = { name: lock.name, version: lock.version, dependencies: names }
  return { ...lock, packages: { '': root, ...Object.fromEntries([...kept].toSorted(([a], [b]) => (a < b ? -1 : 1))) } }
}
