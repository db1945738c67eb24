// Results as the page shows them: the best one by itself, then one group per type, matters first.
// Pure. The order within a group is the server's.
import type { Result, SearchReply } from './queries.ts'
import { resultTypes, type ResultType } from './search-address.ts'

export interface ResultGroup {
  type: ResultType
  /** Results of the type there are. */
  count: number
  shown: Result[]
}

export interface GroupedResults {
  best: Result | undefined
  groups: ResultGroup[]
}

/** With `only` one type is wanted and all of its results are shown; otherwise at most `most` per group, the best one not repeated. */
export function groupResults({ results, groups }: SearchReply, only: ResultType | undefined, most: number): GroupedResults {
  const best = only ? undefined : results[0]
  const rest = results.filter((result) => result !== best)
  return {
    best,
    groups: resultTypes.flatMap((type): ResultGroup[] => {
      const own = rest.filter((result) => result.type === type)
      const count = groups.find((group) => group.type === type)?.count ?? own.length
      return own.length > 0 ? [{ type, count, shown: only ? own : own.slice(0, most) }] : []
    }),
  }
}
