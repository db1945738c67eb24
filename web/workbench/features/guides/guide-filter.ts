// What the address of the guides page names: filters, the finding that is open, or the documents that recur.
// Pure.

export const severities = ['error', 'warning', 'notice'] as const
export type Severity = (typeof severities)[number]

export interface GuideFilter {
  rule: string
  severity: Severity | ''
  authority: string
  source: 'pack' | 'imported' | ''
  q: string
  /** Id of the open finding; empty: the overview. */
  finding: string
  evidence: boolean
}

export function readGuideFilter(search: URLSearchParams): GuideFilter {
  const text = (name: string) => (search.get(name) ?? '').slice(0, 100)
  const source = search.get('source')
  const finding = text('finding')
  return {
    rule: text('rule'), severity: severities.find((each) => each === search.get('severity')) ?? '', authority: text('authority'), source: source === 'pack' || source === 'imported' ? source : '', q: text('q'),
    finding: /^[0-9a-f]{12}$/.test(finding) ? finding : '', evidence: search.get('show') === 'evidence',
  }
}

/** The parts of the filter the server takes; empty ones left out. */
export function wanted({ rule, severity, authority, source, q }: GuideFilter) {
  return { ...(rule ? { rule } : {}), ...(severity ? { severity } : {}), ...(authority ? { authority } : {}), ...(source ? { source } : {}), ...(q ? { q } : {}) }
}

export function guideFilterQuery(filter: GuideFilter): Record<string, string> {
  return { ...wanted(filter), ...(filter.evidence ? { show: 'evidence' } : filter.finding ? { finding: filter.finding } : {}) }
}
