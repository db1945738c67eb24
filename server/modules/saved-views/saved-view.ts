// A filter of the queue kept under a name. Pure.
// Only what the queue understands is kept of an address: a view can lead nowhere else.

export type SavedView = { id: string; staffId: string; unit: string; name: string; query: string; shared: boolean }

/** How many views one official keeps. */
export const mostViews = 40

const known = ['view', 'q', 'matter', 'line', 'region', 'service', 'state', 'holder', 'from', 'until', 'within', 'columns']

/** The part of a query the queue understands, in a fixed order: equal filters read the same. */
export const keptQuery = (query: string): string => {
  const asked = new URLSearchParams(query)
  return new URLSearchParams(known.flatMap((name) => {
    const value = asked.get(name)
    return value ? [[name, value.slice(0, 200)]] : []
  })).toString()
}
