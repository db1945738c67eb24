// Branches of an application that have come to an end: the case that was not granted, with those that stopped because of it.
// Pure; which service stopped which is told by the server.
import { hasEnded, wasGranted } from '../../../../server/modules/cases/case.ts'
import type { TrackedCase } from './queries.ts'

export type Branch = { because: TrackedCase; stopped: TrackedCase[] }

const same = (one: TrackedCase['name'], other: TrackedCase['name']): boolean => one['zh-CN'] === other['zh-CN']

/** What a case stopped for may have stopped itself: the first of the chain is the reason. */
const rootOf = (one: TrackedCase, cases: readonly TrackedCase[], seen = 0): TrackedCase | undefined => {
  const { stoppedBy } = one
  if (stoppedBy === null || seen > cases.length) return one
  const cause = cases.find(({ name }) => same(name, stoppedBy))
  return cause && rootOf(cause, cases, seen + 1)
}

/** `goesOn`: what is granted or still under way. */
export const branchesOf = (cases: readonly TrackedCase[]): { branches: Branch[]; goesOn: TrackedCase[] } => {
  const branches = new Map<string, Branch>()
  for (const one of cases) {
    if (one.stoppedBy === null) continue
    const because = rootOf(one, cases)
    if (!because) continue
    const known = branches.get(because.id) ?? { because, stopped: [] }
    branches.set(because.id, { because, stopped: [...known.stopped, one] })
  }
  return { branches: [...branches.values()], goesOn: cases.filter(({ state }) => !hasEnded(state) || wasGranted(state)) }
}
