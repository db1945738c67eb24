// What the guides page asks the server: findings page by page with their counts, one finding with its guide, documents that recur.
// The server computes findings once per state of the catalogue, so answers stay fresh for a minute.
import { api, type Reply } from '../../../api/client.ts'
import { wanted, type GuideFilter } from './guide-filter.ts'

const staleTime = 60_000

export type FindingsPage = Reply<'listFindings'>
export type Finding = FindingsPage['findings'][number]
export type RuleCount = FindingsPage['rules'][number]
export type FindingDetail = Reply<'getFinding'>
export type Guide = FindingDetail['guide']
export type SharedEvidence = Reply<'listSharedEvidence'>

const fetchPage = (filter: GuideFilter, limit: number, after?: string, signal?: AbortSignal): Promise<FindingsPage> =>
  api('listFindings', { query: { ...wanted(filter), limit, ...(after ? { after } : {}) } }, signal ? { signal } : {})

export const findingsQuery = (filter: GuideFilter) => ({
  queryKey: ['guides', 'findings', wanted(filter)],
  queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) => fetchPage(filter, 50, pageParam, signal),
  // Without a type of its own the first page would only ever be undefined.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: FindingsPage) => last.next ?? undefined,
  staleTime,
})

export const findingQuery = (finding: string) => ({ queryKey: ['guides', 'finding', finding], queryFn: () => api('getFinding', { params: { finding } }), staleTime })

export const evidenceQuery = { queryKey: ['guides', 'evidence'], queryFn: () => api('listSharedEvidence'), staleTime }

/** Every finding that meets the filter, and the rules they belong to. */
export async function listAllFindings(filter: GuideFilter): Promise<{ findings: Finding[]; rules: RuleCount[] }> {
  const findings: Finding[] = []
  for (let after: string | undefined, more = true; more; ) {
    const page: FindingsPage = await fetchPage(filter, 500, after)
    findings.push(...page.findings)
    after = page.next ?? undefined
    more = after !== undefined
    if (!more) return { findings, rules: page.rules }
  }
  return { findings, rules: [] }
}
