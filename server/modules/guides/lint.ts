// Runs every rule over all guides.
// Pure. Order: severity, then rule, then guide, so that two runs can be compared line by line.
import { finding, type Finding, type Severity } from './finding.ts'
import { addressesOf, type Guide } from './guide.ts'
import { lintGuide } from './guide-rules.ts'
import { lintFrontPages } from './link-rules.ts'
import { lintMeasured, type Measured } from './measured-rules.ts'
import { lintRegions } from './region-rules.ts'

const weight: Record<Severity, number> = { error: 0, warning: 1, notice: 2 }

/** @param dead addresses found not to answer */
export const lintGuides = (guides: readonly Guide[], { measured = [], dead = new Map() }: { measured?: readonly Measured[]; dead?: ReadonlyMap<string, string> } = {}): Finding[] => {
  const gone = guides.flatMap((guide) => addressesOf(guide).flatMap(({ field, url }) => {
    const reason = dead.get(url)
    return reason === undefined ? [] : [finding('link-dead', guide, field, url, reason)]
  }))
  const all = [...guides.flatMap(lintGuide), ...lintRegions(guides), ...lintFrontPages(guides), ...lintMeasured(guides, measured), ...gone]
  const unique = [...new Map(all.map((each) => [each.id, each])).values()]
  const order = (each: Finding): string => `${weight[each.severity]} ${each.rule} ${each.guide.key} ${each.field}`
  return unique.map((each) => ({ each, key: order(each) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ each }) => each)
}
