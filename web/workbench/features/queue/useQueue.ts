// The queue beside a case: the pages loaded so far, the cases before and after the open one, and how to get to them.
// The place in the list survives a refresh in which the open case has left it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../shared/paths.ts'
import { queueQuery, type QueueItem } from './queries.ts'
import { filterQuery, neighbours, type QueueFilter } from './queue.ts'

/** With so few cases left below the open one, the next page is fetched. */
const fetchAhead = 5

export interface Queue {
  filter: QueueFilter
  items: readonly QueueItem[]
  next: QueueItem | undefined
  previous: QueueItem | undefined
  open: (id: string) => void
  hasMore: boolean
  loadMore: () => void
  loadingMore: boolean
  /** Nothing has come yet. */
  pending: boolean
  failed: boolean
  retry: () => void
}

/** @param prepare told which case comes after the open one, so that moving on takes no time; the same function at each call */
export function useQueue(filter: QueueFilter, current?: string, prepare?: (id: string) => void): Queue {
  const navigate = useNavigate()
  const { data, isPending, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(queueQuery(filter))
  const items = useMemo(() => {
    // A case that moves in the order between two pages may come twice.
    const byId = new Map((data?.pages ?? []).flatMap(({ cases }) => cases).map((item) => [item.id, item]))
    return [...byId.values()]
  }, [data])
  const [lastIndex, setLastIndex] = useState(-1)
  const around = neighbours(items.map(({ id }) => id), current, lastIndex)
  if (around.index !== lastIndex) setLastIndex(around.index)
  const of = (id: string | undefined) => items.find((item) => item.id === id)
  useEffect(() => {
    if (around.next && current) prepare?.(around.next)
  }, [around.next, current, prepare])
  const isNearEnd = around.index >= items.length - fetchAhead && around.index >= 0
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [isNearEnd, hasNextPage, isFetchingNextPage, fetchNextPage])
  return {
    filter,
    items,
    next: of(around.next),
    previous: of(around.previous),
    open: (id) => void navigate(paths.workbenchCase({ case: id }, filterQuery(filter))),
    hasMore: hasNextPage,
    loadMore: () => void fetchNextPage(),
    loadingMore: isFetchingNextPage,
    pending: isPending,
    failed: isError,
    retry: () => void refetch(),
  }
}
