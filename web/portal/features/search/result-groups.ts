// Results as the page shows them: the best one by itself, then one group per type.
// Pure. The order is the server's: the group of the next best result comes first.
import type { Result, SearchReply } from './queries.ts'
import type { ResultType } from './search-address.ts'

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

/** With `only` one type is wanted and all of its results are shown; otherwise at most `most` per group, the best one not repeated. None is the best where all only resemble the question. */
export function groupResults({ results, groups, sure }: Pick<SearchReply, 'results' | 'groups' | 'sure'>, only: ResultType | undefined, most: number): GroupedResults {
  const best = only || !sure ? undefined : results[0]
  const rest = results.filter((result) => result !== best)
  return {
    best,
    groups: [...Map.groupBy(rest, ({ type }) => type)].map(([type, own]): ResultGroup => ({
      type,
      count: groups.find((group) => group.type === type)?.count ?? own.length,
      shown: only ? own : own.slice(0, most),
    })),
  }
}
