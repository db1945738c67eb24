// Groups of like requests, in the order they came: each joins the group it is most like, or begins one; then groups that tell the same story
// in other words become one. Pure.
import { likeness, countPieces, profileOf, type Profile, type Worded } from '../triage/index.ts'

/** Mean likeness to the members of a group from which on a request belongs to it. */
export const joins = 0.27
/** Likeness of what two groups have in common inside from which on they are one. */
export const merges = 0.33
/** How many of the heaviest pieces of a request lead to others that have them too. */
const leads = 24
/** A piece that more groups have than this leads nowhere. */
const mostLed = 150

/** A piece so many have, and a tenth of all, says nothing. */
const mostCommon = 20

export type Rarity = (piece: string) => number

/** How rare each piece is among these requests; what only one has says nothing of another. */
export const rarityAmong = (all: readonly Worded[]): Rarity => {
  const met = new Map<string, number>()
  for (const one of all) for (const piece of countPieces(one).keys()) met.set(piece, (met.get(piece) ?? 0) + 1)
  return (piece) => {
    const many = met.get(piece) ?? 0
    return many < 2 ? 0.25 * Math.log(all.length) : many > Math.max(mostCommon, all.length * 0.1) ? 0 : Math.log(all.length / many)
  }
}

/** What the members of a group say, added up; `length` is that of the sum. */
type Group = { members: number[]; sum: Map<string, number>; length: number; leads: string[] }

const lengthOf = (sum: ReadonlyMap<string, number>): number => Math.sqrt([...sum.values()].reduce((total, part) => total + part * part, 0))

const strongest = (profile: Profile): string[] => [...profile].sort((a, b) => b[1] - a[1]).slice(0, leads).map(([piece]) => piece)

const addInto = (group: Group, members: readonly number[], profile: Profile): void => {
  group.members.push(...members)
  for (const [piece, weight] of profile) group.sum.set(piece, (group.sum.get(piece) ?? 0) + weight)
}

/** Groups that have one of these pieces among their own; a piece of too many leads nowhere. */
const ledBy = (led: ReadonlyMap<string, Set<Group>>, pieces: readonly string[]): Set<Group> =>
  new Set(pieces.flatMap((piece) => { const holders = led.get(piece); return holders && holders.size <= mostLed ? [...holders] : [] }))

const lead = (led: Map<string, Set<Group>>, group: Group, pieces: readonly string[]): void => {
  for (const piece of pieces) led.set(piece, (led.get(piece) ?? new Set()).add(group))
}

type Thresholds = { joins: number; merges: number }

const gather = (profiles: readonly Profile[], threshold: number): Group[] => {
  const led = new Map<string, Set<Group>>()
  const groups: Group[] = []
  profiles.forEach((profile, nth) => {
    const pieces = strongest(profile)
    let best: { group: Group; score: number } | undefined
    for (const group of ledBy(led, pieces)) {
      const score = likeness(profile, group.sum) / group.members.length
      if (score >= threshold && score > (best?.score ?? 0)) best = { group, score }
    }
    const group = best?.group ?? { members: [], sum: new Map<string, number>(), length: 0, leads: [] }
    if (!best) groups.push(group)
    addInto(group, [nth], profile)
    lead(led, group, pieces)
  })
  for (const group of groups) {
    group.length = lengthOf(group.sum)
    group.leads = strongest(group.sum)
  }
  return groups
}

/** Largest first: each takes in the groups that are like it. */
const merge = (groups: readonly Group[], threshold: number): Group[] => {
  const led = new Map<string, Set<Group>>()
  const kept: Group[] = []
  for (const group of [...groups].sort((a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0))) {
    let best: { into: Group; score: number } | undefined
    for (const into of ledBy(led, group.leads)) {
      const score = likeness(group.sum, into.sum) / (group.length * into.length)
      if (score >= threshold && score > (best?.score ?? 0)) best = { into, score }
    }
    if (best) {
      addInto(best.into, group.members, group.sum)
      best.into.length = lengthOf(best.into.sum)
      lead(led, best.into, group.leads)
    } else {
      kept.push(group)
      lead(led, group, group.leads)
    }
  }
  return kept
}

/** Groups of places in `all`, largest first; one alone is a group too. */
export const cluster = (all: readonly Worded[], { rarity = rarityAmong(all), ...thresholds }: { rarity?: Rarity } & Partial<Thresholds> = {}): number[][] => {
  const gathered = gather(all.map((one) => profileOf(one, rarity)), thresholds.joins ?? joins)
  return merge(gathered, thresholds.merges ?? merges).map(({ members }) => members.sort((a, b) => a - b)).sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}
