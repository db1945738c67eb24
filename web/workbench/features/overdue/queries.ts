// What the overdue page asks the server: counts by authority, and the late and soon-late cases behind them, page by page.
// For a file all pages are fetched, so it is complete.
import { api, type Reply } from '../../../api/client.ts'
import { currentLanguage } from '../../../shared/i18n/store.ts'

export type AuthorityRow = Reply<'summariseCases'>['authorities'][number]
export type OverduePage = Reply<'listCases'>
export type OverdueItem = OverduePage['cases'][number]

export interface OverdueFilter {
  /** late: only what is late; soon: also what is due within the next working day. */
  show: 'late' | 'soon'
  line: string
  region: string
}

export function readOverdueFilter(search: URLSearchParams): OverdueFilter {
  return { show: search.get('show') === 'late' ? 'late' : 'soon', line: search.get('line') ?? '', region: search.get('region') ?? '' }
}

export function overdueFilterQuery({ show, line, region }: OverdueFilter): { show?: string; line?: string; region?: string } {
  return { ...(show === 'late' ? { show } : {}), ...(line ? { line } : {}), ...(region ? { region } : {}) }
}

export const summaryQuery = { queryKey: ['cases', 'summary'], queryFn: async () => (await api('summariseCases')).authorities, staleTime: 10_000, refetchInterval: 60_000 }

const fetchPage = ({ show, line, region }: OverdueFilter, limit: number, after?: string, signal?: AbortSignal): Promise<OverduePage> =>
  api(
    'listCases',
    { query: { view: show === 'late' ? 'overdue' : 'dueSoon', limit, ...(line ? { line } : {}), ...(region ? { region } : {}), ...(after ? { after } : {}) } },
    signal ? { signal } : {},
  )

export const overdueQuery = (filter: OverdueFilter) => ({
  queryKey: ['cases', 'overdue', currentLanguage(), filter.show, filter.line, filter.region],
  queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) => fetchPage(filter, 100, pageParam, signal),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: OverduePage) => last.next ?? undefined,
  staleTime: 10_000,
})

/** Every case that meets the filter, however many pages that takes. */
export async function listAllOverdue(filter: OverdueFilter): Promise<OverdueItem[]> {
  const all: OverdueItem[] = []
  for (let after: string | undefined, more = true; more; ) {
    const page: OverduePage = await fetchPage(filter, 200, after)
    all.push(...page.cases)
    after = page.next ?? undefined
    more = after !== undefined
  }
  return all
}
