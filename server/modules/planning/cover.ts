// The fewest documents that satisfy every need, when one document may satisfy several: an exact minimum set cover.
// Independent groups are solved one by one, by branch and bound; what is too large to prove comes with a lower bound.
export type CoverNeed = { id: string; anyOf: readonly string[] }

/** `chosen` maps each need to its document. No choice has fewer documents than `atLeast`; equal numbers mean proven. */
export type Cover = { chosen: ReadonlyMap<string, string>; documents: number; atLeast: number }

/** Steps of the search in one group; about two milliseconds. */
const searchLimit = 20_000

/** Needs of one group fit two words of 31 bits. */
const wordBits = 31
const exactLimit = 2 * wordBits

/** A set of need positions of one group. */
type Bits = { lo: number; hi: number }

const empty: Bits = { lo: 0, hi: 0 }
const bit = (at: number): Bits => (at < wordBits ? { lo: 1 << at, hi: 0 } : { lo: 0, hi: 1 << (at - wordBits) })
const join = (a: Bits, b: Bits): Bits => ({ lo: a.lo | b.lo, hi: a.hi | b.hi })
const without = (a: Bits, b: Bits): Bits => ({ lo: a.lo & ~b.lo, hi: a.hi & ~b.hi })
const isEmpty = (a: Bits): boolean => a.lo === 0 && a.hi === 0
const isWithin = (a: Bits, b: Bits): boolean => isEmpty(without(a, b))
const has = (a: Bits, at: number): boolean => (at < wordBits ? (a.lo >>> at) & 1 : (a.hi >>> (at - wordBits)) & 1) === 1

const countWord = (word: number): number => {
  let count = 0
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1
  return count
}
const count = (a: Bits): number => countWord(a.lo) + countWord(a.hi)

type Candidate = { document: string; covers: Bits; rank: number }

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Documents of a group. Of two where one does all the other does, only the better stays; the authors' order decides ties. */
const candidatesOf = (needs: readonly CoverNeed[]): Candidate[] => {
  const found = new Map<string, Candidate>()
  needs.forEach(({ anyOf }, at) => {
    anyOf.forEach((document, rank) => {
      const candidate = found.get(document) ?? { document, covers: empty, rank: 0 }
      found.set(document, { document, covers: join(candidate.covers, bit(at)), rank: candidate.rank + rank })
    })
  })
  const all = [...found.values()].sort((a, b) => count(b.covers) - count(a.covers) || a.rank - b.rank || byName(a.document, b.document))
  const kept: Candidate[] = []
  for (const candidate of all) if (!kept.some((better) => isWithin(candidate.covers, better.covers))) kept.push(candidate)
  return kept
}

type Solution = { documents: string[]; atLeast: number }

const solveGroup = (needs: readonly CoverNeed[]): Solution => {
  const candidates = candidatesOf(needs)
  const ofNeed = needs.map((_, at) => candidates.filter(({ covers }) => has(covers, at)))
  const near = ofNeed.map((options) => options.reduce((all, { covers }) => join(all, covers), empty))

  /** Needs no two of which share a document: each takes one of its own. */
  const lowerBound = (open: Bits): number => {
    let bound = 0
    let rest = open
    while (!isEmpty(rest)) {
      rest = without(rest, near[rarest(rest)] ?? rest)
      bound += 1
    }
    return bound
  }
  const rarest = (open: Bits): number => {
    let found = -1
    let fewest = Infinity
    ofNeed.forEach((options, at) => {
      if (options.length < fewest && has(open, at)) [found, fewest] = [at, options.length]
    })
    return found
  }

  let best = greedy(candidates, needs.length)
  let steps = 0
  const search = (open: Bits, chosen: readonly string[]): void => {
    if (isEmpty(open)) {
      if (chosen.length < best.length) best = [...chosen]
      return
    }
    if (steps >= searchLimit || chosen.length + lowerBound(open) >= best.length) return
    steps += 1
    const options = ofNeed[rarest(open)] ?? []
    for (const { document, covers } of [...options].sort((a, b) => overlap(b.covers, open) - overlap(a.covers, open))) {
      search(without(open, covers), [...chosen, document])
    }
  }
  const everything = needs.reduce((all, _, at) => join(all, bit(at)), empty)
  const atLeast = lowerBound(everything)
  if (best.length > atLeast) search(everything, [])
  return { documents: best, atLeast: steps >= searchLimit ? atLeast : best.length }
}

const overlap = (a: Bits, open: Bits): number => count({ lo: a.lo & open.lo, hi: a.hi & open.hi })

/** Always the document that covers most of what is left. */
const greedy = (candidates: readonly Candidate[], size: number): string[] => {
  let open = empty
  for (let at = 0; at < size; at++) open = join(open, bit(at))
  const chosen: string[] = []
  while (!isEmpty(open)) {
    let best = candidates[0]
    for (const candidate of candidates) if (best && overlap(candidate.covers, open) > overlap(best.covers, open)) best = candidate
    if (!best || overlap(best.covers, open) === 0) break
    chosen.push(best.document)
    open = without(open, best.covers)
  }
  return chosen
}

/** Needs connected through shared documents. */
const groupsOf = (needs: readonly CoverNeed[]): CoverNeed[][] => {
  const groups: { needs: CoverNeed[]; documents: Set<string> }[] = []
  for (const need of needs) {
    const touching = groups.filter(({ documents }) => need.anyOf.some((document) => documents.has(document)))
    const merged = { needs: [...touching.flatMap((group) => group.needs), need], documents: new Set(need.anyOf) }
    for (const group of touching) {
      group.documents.forEach((document) => merged.documents.add(document))
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(merged)
  }
  return groups.map((group) => group.needs.sort((a, b) => byName(a.id, b.id)))
}

/** A group too large for the exact search is cut into parts; a good choice, not a proven one. */
const solveLargeGroup = (needs: readonly CoverNeed[]): Solution => {
  const documents = new Set<string>()
  let atLeast = 1
  for (let from = 0; from < needs.length; from += exactLimit) {
    const part = needs.slice(from, from + exactLimit).filter(({ anyOf }) => !anyOf.some((document) => documents.has(document)))
    const solution = solveGroup(part)
    solution.documents.forEach((document) => documents.add(document))
    atLeast = Math.max(atLeast, from === 0 ? solution.atLeast : 1)
  }
  return { documents: [...documents], atLeast }
}

/** The fewest documents for these needs; the same whatever the order of needs. Every need has at least one alternative. */
export const fewestDocuments = (needs: readonly CoverNeed[]): Cover => {
  const chosen = new Map<string, string>()
  let documents = 0
  let atLeast = 0
  for (const group of groupsOf(needs)) {
    const solution = group.length > exactLimit ? solveLargeGroup(group) : solveGroup(group)
    atLeast += solution.atLeast
    const taken = new Set(solution.documents)
    const used = new Set<string>()
    for (const { id, anyOf } of group) {
      const document = anyOf.find((each) => taken.has(each))
      if (document === undefined) continue
      chosen.set(id, document)
      used.add(document)
    }
    documents += used.size
  }
  return { chosen, documents, atLeast }
}
