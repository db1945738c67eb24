// Filters an official keeps under a name, in this browser only: { name, query } by account.
// Pure reading and changing of the stored list.

export interface SavedView {
  name: string
  /** The query part of the address: 'view=dueSoon&matter=newborn'. */
  query: string
}

const most = 20
const longestName = 20

export const savedViewsKey = (account: string): string => `tongban.views.${account}`

/** The kept filters from stored text; damaged entries are left out. */
export function readSavedViews(stored: string | null): SavedView[] {
  let value: unknown
  try {
    value = JSON.parse(stored ?? '[]')
  } catch {
    return []
  }
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('name' in entry) || !('query' in entry)) return []
    const { name, query } = entry
    return typeof name === 'string' && typeof query === 'string' && name !== '' ? [{ name: name.slice(0, longestName), query }] : []
  })
}

/** Keeps a filter under a name; the same name again replaces the older one. */
export function withSavedView(views: readonly SavedView[], name: string, query: string): SavedView[] {
  const short = [...name.trim()].slice(0, longestName).join('')
  return short === '' ? [...views] : [...views.filter((view) => view.name !== short), { name: short, query }].slice(-most)
}
