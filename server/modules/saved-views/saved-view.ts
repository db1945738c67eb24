// A filter of a desk kept under a name. Pure.
// Only what the desk understands is kept of an address: a view can lead nowhere else.

/** The queue of cases, the desk of requests. */
export const desks = ['cases', 'requests'] as const
export type DeskName = (typeof desks)[number]

export type SavedView = { id: string; staffId: string; unit: string; desk: DeskName; name: string; query: string; shared: boolean }

/** How many views one official keeps. */
export const mostViews = 40

const known: Record<DeskName, readonly string[]> = {
  cases: ['view', 'q', 'matter', 'line', 'region', 'service', 'state', 'holder', 'from', 'until', 'within', 'columns'],
  requests: ['view', 'q', 'kind'],
}

/** The part of a query the desk understands, in a fixed order: equal filters read the same. */
export const keptQuery = (query: string, desk: DeskName): string => {
  const asked = new URLSearchParams(query)
  return new URLSearchParams(known[desk].flatMap((name) => {
    const value = asked.get(name)
    return value ? [[name, value.slice(0, 200)]] : []
  })).toString()
}
