// The same service in different places: limits and documents that differ without a reason anybody could see.
// Pure. Compared are guides of the same catalogue item with the same name; the finding is about the place that asks more.
// A name that joins two steps of one decision is left alone: one level examines, the other decides, and neither is slower at the same thing.
import { documentKey } from './document-names.ts'
import { finding, type Finding } from './finding.ts'
import { limitText, type Guide } from './guide.ts'

const keysOf = (guide: Guide): Map<string, string> => new Map(guide.documents.map(({ name }) => [documentKey(name), name]))

const alike = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a)))

const compare = (one: Guide, other: Guide): Finding[] => {
  const found: Finding[] = []
  const where = (guide: Guide): string => `${guide.region.name}（${guide.authority.name}）`
  if (one.statutory && other.statutory && one.statutory.unit === other.statutory.unit && one.statutory.days > other.statutory.days) {
    found.push(finding('regions-differ-statutory', one, 'limits', `法定 ${limitText(one.statutory)}`, `${where(other)}：${limitText(other.statutory)}`))
  }
  if (one.promised && other.promised && one.promised.unit === other.promised.unit && one.promised.days > Math.max(1, other.promised.days) * 2) {
    found.push(finding('regions-differ-promised', one, 'limits', `承诺 ${limitText(one.promised)}`, `${where(other)}：${limitText(other.promised)}`))
  }
  const [own, theirs] = [keysOf(one), keysOf(other)]
  const extra = [...own].filter(([key]) => ![...theirs.keys()].some((each) => alike(key, each))).map(([, name]) => name)
  // A guide that lists nothing at all says nothing about documents.
  if (theirs.size > 0 && extra.length > 0 && own.size > theirs.size) found.push(finding('regions-differ-documents', one, 'documents', extra.join('；'), `${where(other)}不要求`))
  return found
}

/** 初审、复审 or 审核、审批: which of the two this place does, its guide does not say. */
const joinsSteps = /(?:初审|审核|审查)、(?:复审|审批|核准)|(?:审批|核准|复审)、(?:初审|审核|审查)/

/** Of each pair of places, the finding is written where more is asked. */
export const lintRegions = (guides: readonly Guide[]): Finding[] => {
  const same = new Map<string, Guide[]>()
  for (const guide of guides) if (guide.sameAs !== undefined && !joinsSteps.test(guide.name)) same.set(guide.sameAs, [...(same.get(guide.sameAs) ?? []), guide])
  return [...same.values()].flatMap((group) => {
    const places = [...new Map(group.map((guide) => [guide.region.code, guide])).values()]
    const found = places.flatMap((one) => places.filter((other) => other !== one).flatMap((other) => compare(one, other)))
    return [...new Map(found.map((each) => [each.id, each])).values()]
  })
}
