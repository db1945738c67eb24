// The fewest documents that satisfy every need, when one document may satisfy several: an exact minimum set cover.
// Independent groups are solved one by one, by branch and bound; what is too large to prove comes with a lower bound.
export type CoverNeed = { id: string; anyOf: readonly string[] }

/** `chosen` maps each need to its document. No choice has fewer documents than `atLeast`; equal numbers mean proven. `steps`: parts of choices tried. */
export type Cover = { chosen: ReadonlyMap<string, string>; documents: number; atLeast: number; steps: number }

/** Steps of the search in one group, 3 to 10 microseconds each. */
export const searchLimit = 5_000

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

/** Set bits of a word, all pairs, fours and eights at once. */
const countWord = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
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

type Solution = { documents: string[]; atLeast: number; steps: number }

/**
 * Branch and bound. Always the need with the fewest documents left is decided next; a document tried before is left out of the
 * branches after it, so no choice is looked at twice. A branch is cut where two bounds of what it still takes exceed the best so far.
 */
const solveGroup = (needs: readonly CoverNeed[]): Solution => {
  const candidates = candidatesOf(needs)
  const ofNeed = needs.map((_, at) => candidates.flatMap(({ covers }, index) => (has(covers, at) ? [index] : [])))
  const left = candidates.map(() => true)
  const gains = new Int8Array(candidates.length)
  const prices = new Float64Array(needs.length)
  const paid = new Float64Array(candidates.length)

  /** The open need with the fewest documents left, and what all of them take at least; undefined when one has none. */
  const look = (open: Bits): { need: number; atLeast: number } | undefined => {
    candidates.forEach(({ covers }, at) => {
      gains[at] = left[at] ? overlap(covers, open) : 0
    })
    let need = -1
    let fewest = Infinity
    paid.fill(0)
    for (let at = 0; at < ofNeed.length; at += 1) {
      if (!has(open, at)) continue
      let options = 0
      let most = 0
      for (const index of ofNeed[at] ?? []) {
        if (!left[index]) continue
        options += 1
        most = Math.max(most, gains[index] ?? 0)
      }
      if (options === 0) return undefined
      if (options < fewest) [need, fewest] = [at, options]
      prices[at] = 1 / most // no document can serve more than its needs: each of them bears its part of one
      for (const index of ofNeed[at] ?? []) paid[index] = (paid[index] ?? 0) + 1 / most
    }
    return { need, atLeast: Math.max(Math.ceil(raised(open) - 1e-9), apart(open)) }
  }

  /** The sum of what the needs bear, each raised as far as no document is paid for more than once: weak duality of the cover's linear program. */
  const raised = (open: Bits): number => {
    let sum = 0
    for (const at of byChoice) {
      if (!has(open, at)) continue
      let slack = 1
      for (const index of ofNeed[at] ?? []) if (left[index]) slack = Math.min(slack, 1 - (paid[index] ?? 0))
      if (slack > 1e-9) for (const index of ofNeed[at] ?? []) paid[index] = (paid[index] ?? 0) + slack
      sum += (prices[at] ?? 0) + Math.max(0, slack)
    }
    return sum
  }

  /** Needs no two of which share a document: each takes one of its own. */
  const apart = (open: Bits): number => {
    let found = 0
    let rest = open
    for (const at of byChoice) {
      if (!has(rest, at)) continue
      for (const index of ofNeed[at] ?? []) if (left[index]) rest = without(rest, candidates[index]?.covers ?? empty)
      rest = without(rest, bit(at))
      found += 1
    }
    return found
  }
  const byChoice = needs.map((_, at) => at).sort((a, b) => (ofNeed[a]?.length ?? 0) - (ofNeed[b]?.length ?? 0))

  let best = greedy(candidates, needs.length)
  let steps = 0
  const search = (open: Bits, chosen: readonly string[]): void => {
    if (isEmpty(open)) {
      if (chosen.length < best.length) best = [...chosen]
      return
    }
    if (steps >= searchLimit) return
    steps += 1
    const found = look(open)
    if (!found || chosen.length + found.atLeast >= best.length) return
    const options = (ofNeed[found.need] ?? []).filter((index) => left[index]).sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b)
    for (const index of options) {
      const candidate = candidates[index]
      if (candidate) search(without(open, candidate.covers), [...chosen, candidate.document])
      left[index] = false
    }
    for (const index of options) left[index] = true
  }
  const everything = needs.reduce((all, _, at) => join(all, bit(at)), empty)
  const atLeast = look(everything)?.atLeast ?? 0
  if (best.length > atLeast) search(everything, [])
  return { documents: best, atLeast: steps >= searchLimit ? atLeast : best.length, steps }
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
  let steps = 0
  for (let from = 0; from < needs.length; from += exactLimit) {
    const part = needs.slice(from, from + exactLimit).filter(({ anyOf }) => !anyOf.some((document) => documents.has(document)))
    const solution = solveGroup(part)
    solution.documents.forEach((document) => documents.add(document))
    atLeast = Math.max(atLeast, from === 0 ? solution.atLeast : 1)
    steps += solution.steps
  }
  return { documents: [...documents], atLeast, steps }
}

/** The fewest documents for these needs; the same whatever the order of needs. Every need has at least one alternative. */
export const fewestDocuments = (needs: readonly CoverNeed[]): Cover => {
  const chosen = new Map<string, string>()
  let documents = 0
  let atLeast = 0
  let steps = 0
  for (const group of groupsOf(needs)) {
    const solution = group.length > exactLimit ? solveLargeGroup(group) : solveGroup(group)
    atLeast += solution.atLeast
    steps += solution.steps
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
  return { chosen, documents, atLeast, steps }
}
