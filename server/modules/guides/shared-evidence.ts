// Which documents recur under different names over all guides, who issues them, and how many uploads sharing could save.
// Pure. Names become one only when what they mean is the same: first by their key, then by letters, with a guard for every letter that counts.
import { documentKey, plainName } from './document-names.ts'
import type { Guide } from './guide.ts'
import { findSharedDocument, sharedDocuments } from './shared-documents.ts'

export type SharedEvidence = {
  /** the name most guides use */
  name: string
  /** every spelling with how often it is demanded, most frequent first */
  spellings: { name: string; count: number }[]
  services: number
  authorities: number
  /** who issues it: by the list of shared documents, else the authority whose own service is named after it; null: not known */
  issuer: string | null
  basis: 'list' | 'catalogue' | null
  /** demands by authorities other than the issuer that nothing is known to look up: uploads sharing could save; 0 without a known issuer */
  saved: number
  /** guides that demand it, by key, a few */
  examples: string[]
}

export type SharedEvidenceReport = {
  guides: number
  /** guides that list documents */
  withDocuments: number
  /** documents listed over all guides: uploads when everything is asked separately */
  demands: number
  /** distinct names as written */
  names: number
  /** distinct documents after clustering */
  documents: number
  /** documents that at least two guides demand */
  recurring: number
  /** documents written in more than one way */
  underSeveralNames: number
  /** the same over all documents; whether imported services look a document up already, their source does not say */
  saved: number
  clusters: SharedEvidence[]
}

/** Letters that change which document is meant: numbers, degrees, places, whose it is, what happens to it. */
const telling = /[\d一二三四五六七八九十百甲乙丙初中高上下左右男女父母夫妻省市县区镇国内外新旧原变更延续注销首补换老少大小正副总分不未无非港澳台军民公私财税会人法工农林水电气车船机房土矿药食医护师律所院校专兼停止拟已]/

const pairsOf = (text: string): Map<string, number> => {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at += 1) pairs.set(text.slice(at, at + 2), (pairs.get(text.slice(at, at + 2)) ?? 0) + 1)
  return pairs
}

/** Share of neighbouring letters two names have in common (Dice), 0 to 1. */
export const likeness = (a: string, b: string): number => {
  const [first, second] = [pairsOf(a), pairsOf(b)]
  let common = 0
  for (const [pair, count] of first) common += Math.min(count, second.get(pair) ?? 0)
  const all = Math.max(1, a.length - 1) + Math.max(1, b.length - 1)
  return (2 * common) / all
}

/** What kind of paper it is: a report is no report form, a licence no application for it. */
const kindOf = (name: string): string => {
  const end = name.replace(/（[^（）]*）$/, '')
  return (/(?:申请表|申请书|申报表|报告表|报告书|登记表|材料|清单|图纸?|函|表|证书|书|证明|证|信息)$/.exec(end)?.[0] ?? '').replace('证书', '证')
}

const lettersOnlyIn = (a: string, b: string): string => [...a].filter((letter) => !b.includes(letter)).join('')

export const nearEnough = 0.85

/** Whether two keys mean the same document. */
export const isSameDocument = (a: string, b: string): boolean => {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 6 || likeness(a, b) < nearEnough || kindOf(a) !== kindOf(b)) return false
  return !telling.test(lettersOnlyIn(a, b)) && !telling.test(lettersOnlyIn(b, a))
}

type Demand = { guide: Guide; name: string; sharedBy: readonly string[] | undefined }

/** Groups keys, the most frequent first: a key joins the first group whose own key it equals or nearly equals, so nothing drifts along a chain. */
const grouped = (byKey: ReadonlyMap<string, Demand[]>): [string, Demand[]][] => {
  const keys = [...byKey].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const heads = new Map<string, string[]>()
  const groups = new Map<string, Demand[]>()
  for (const [key, demands] of keys) {
    // Only names that share a pair of letters can be alike.
    const near = new Set([...pairsOf(key).keys()].flatMap((pair) => heads.get(pair) ?? []))
    const head = [...near].find((each) => isSameDocument(each, key))
    if (head !== undefined) {
      groups.set(head, [...(groups.get(head) ?? []), ...demands])
      continue
    }
    groups.set(key, demands)
    for (const pair of pairsOf(key).keys()) heads.set(pair, [...(heads.get(pair) ?? []), key])
  }
  return [...groups]
}

const isResult = /(?:证|证书|许可证|执照|批文|批复|批准书|决定书|意见书)$/

/** The one authority of which a service is named after the document; undefined when there is none or several. */
const issuerInCatalogue = (key: string, titles: readonly { name: string; authority: string }[]): string | undefined => {
  if (key.length < 5 || !isResult.test(key)) return undefined
  const found = new Set(titles.filter(({ name }) => name.includes(key)).map(({ authority }) => authority))
  return found.size === 1 ? [...found][0] : undefined
}

const tally = (names: readonly string[]): { name: string; count: number }[] => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}

export const shareEvidence = (guides: readonly Guide[]): SharedEvidenceReport => {
  const demands: Demand[] = guides.flatMap((guide) => guide.documents.map(({ name, sharedBy }) => ({ guide, name, sharedBy })))
  const byKey = new Map<string, Demand[]>()
  for (const demand of demands) byKey.set(documentKey(demand.name), [...(byKey.get(documentKey(demand.name)) ?? []), demand])
  const titles = guides.map((guide) => ({ name: plainName(guide.name), authority: guide.authority.name }))
  const groups = grouped(byKey)
  const clusters = groups.map(([key, group]): SharedEvidence => {
    const listed = sharedDocuments.find(({ name }) => name === findSharedDocument(key)?.name)
    const own = listed ? undefined : issuerInCatalogue(key, titles)
    // What is looked up already is not uploaded; where the source does not say, it could be.
    const elsewhere = group.filter(({ guide, sharedBy }) => (sharedBy?.length ?? 0) === 0 && (listed ? !listed.issuedBy.test(guide.authority.name) : own !== undefined && guide.authority.name !== own))
    const spellings = tally(group.map(({ name }) => name))
    return {
      name: spellings[0]?.name ?? key, spellings, services: new Set(group.map(({ guide }) => guide.key)).size, authorities: new Set(group.map(({ guide }) => guide.authority.name)).size,
      issuer: listed?.issuer ?? own ?? null, basis: listed ? 'list' : own === undefined ? null : 'catalogue', saved: elsewhere.length, examples: [...new Set(group.map(({ guide }) => guide.key))].slice(0, 3),
    }
  })
  const recurring = clusters.filter(({ services }) => services > 1).sort((a, b) => b.saved - a.saved || b.services - a.services || (a.name < b.name ? -1 : 1))
  return {
    guides: guides.length, withDocuments: guides.filter((guide) => guide.documents.length > 0).length, demands: demands.length, names: new Set(demands.map(({ name }) => name)).size, documents: groups.length,
    recurring: recurring.length, underSeveralNames: clusters.filter(({ spellings }) => spellings.length > 1).length, saved: clusters.reduce((sum, { saved }) => sum + saved, 0), clusters: recurring,
  }
}
