// The filters of the service list, as they stand in the address: a list can be bookmarked and sent to somebody.
// Pure. Names are those of the API.

export const filterNames = ['region', 'authority', 'kind', 'audience', 'theme', 'q'] as const
export type FilterName = (typeof filterNames)[number]
export type ServiceFilter = Partial<Record<FilterName, string>>

/** Longest text the API takes per filter. */
const longest: Record<FilterName, number> = { region: 9, authority: 100, kind: 100, audience: 100, theme: 100, q: 200 }

/** Reads the filters out of an address; empty ones and a region that is no code are left out. */
export function readFilter(search: URLSearchParams): ServiceFilter {
  const filter: ServiceFilter = {}
  for (const name of filterNames) {
    const value = search.get(name)?.trim().slice(0, longest[name]) ?? ''
    if (value !== '' && (name !== 'region' || /^\d{6}(\d{3})?$/.test(value))) filter[name] = value
  }
  return filter
}

/** The filter with one entry changed; undefined takes it out. */
export function withFilter(filter: ServiceFilter, name: FilterName, value: string | undefined): ServiceFilter {
  const { [name]: _old, ...rest } = filter
  return value === undefined || value === '' ? rest : { ...rest, [name]: value }
}
