// Which entries are worth comparing with a question exactly: those that have most of its words, found by reading lists of numbers only.
// Pure. No question reads millions of numbers: of each wording the rarest terms bring entries in, the common ones are only looked up for those.
import { isGone, shelfOf, titleLengthOf, titleOf, type IndexParts } from './index-parts.ts'
import { highest } from './highest.ts'
import { entryIn, findPlace, placeOfPosting } from './posting-lists.ts'
import { brevityOf, leastOfOfficial, placeWeights, shareOfWording, type WeighedUnit, type WeighedWording } from './ranking.ts'

/** Numbers read for one question, before further wordings only improve what was found already. */
const mostRead = 30_000
/** An entry that has less than this of the wording as typed is not brought in by it. */
const leastOfTyped = 0.28
/** Parts of the question that are together less than this bring no entry in: an entry with nothing else of it is no answer. */
const leastOfUnits = 0.14
/** An entry with less than this part of what the best one has is no candidate. */
const leastOfBest = 0.25
/** Looking one entry up in a list costs as much as reading this many numbers of it. */
const lookUpCost = 24

/** Entries by number, as many as `count` says. */
type Touched = { entries: Uint32Array; count: number }

/**
 * Kept between the questions of one index, so that no question clears millions of numbers. `slots`: four numbers for each entry, side by side because
 * they are needed together, zero between questions: of one wording the rarity found, the same weighed by place; of a unit and of all units the share.
 * The entries where they are not zero are in `inWording`, `inUnit`, `inWhole`; `seen` has a bit for each of them, so that the numbers of a long list are
 * compared with something small. By title: the highest share, and the shelf that has it.
 */
export type Scratch = { slots: Float32Array; seen: Uint32Array; inWording: Touched; inUnit: Touched; inWhole: Touched; bestOfTitle: Float32Array; likedShelf: Uint32Array }

const [found, weighed, inUnitShare, wholeShare] = [0, 1, 2, 3]

const nobody = (size: number): Touched => ({ entries: new Uint32Array(size), count: 0 })

export const noScratch = (): Scratch => ({ slots: new Float32Array(0), seen: new Uint32Array(0), inWording: nobody(0), inUnit: nobody(0), inWhole: nobody(0), bestOfTitle: new Float32Array(0), likedShelf: new Uint32Array(0) })

const widen = (scratch: Scratch, entries: number, titles: number): void => {
  if (scratch.slots.length < entries * 4) {
    const room = Math.ceil(entries * 1.25)
    Object.assign(scratch, { slots: new Float32Array(room * 4), seen: new Uint32Array((room >>> 5) + 1), inWording: nobody(room), inUnit: nobody(room), inWhole: nobody(room) })
  }
  if (scratch.bestOfTitle.length >= titles) return
  const room = Math.ceil(titles * 1.25)
  Object.assign(scratch, { bestOfTitle: new Float32Array(room), likedShelf: new Uint32Array(room) })
}

const touch = (touched: Touched, entry: number): void => {
  touched.entries[touched.count] = entry
  touched.count += 1
}

const isSeen = (seen: Uint32Array, entry: number): boolean => ((seen[entry >>> 5] ?? 0) & (1 << (entry & 31))) !== 0

/** The entry has something of the wording that is being read. */
const bringIn = ({ seen, inWording }: Scratch, entry: number): void => {
  touch(inWording, entry)
  seen[entry >>> 5] = (seen[entry >>> 5] ?? 0) | (1 << (entry & 31))
}

/** The entry has nothing of the wordings read so far. */
const leaveOut = (seen: Uint32Array, entry: number): void => {
  seen[entry >>> 5] = (seen[entry >>> 5] ?? 0) & ~(1 << (entry & 31))
}

type List = { list: Uint32Array; rarity: number }

/** The rarest lists, at least one of which an entry must be in to have enough of the wording, and the others. */
const partedLists = ({ wording, terms, sum }: WeighedWording, parts: IndexParts): { bringing: List[]; common: List[] } => {
  const lists = terms.map(({ term, rarity }) => ({ list: parts.lists.listOf(term), rarity })).sort((a, b) => a.list.length - b.list.length)
  const least = (wording.weight < 1 ? leastOfOfficial : leastOfTyped) * sum
  let rest = sum
  const bringing = lists.filter(({ rarity }) => {
    const needed = rest >= least
    rest -= rarity
    return needed
  })
  return { bringing, common: lists.slice(bringing.length) }
}

const note = (slots: Float32Array, entry: number, place: number, rarity: number): void => {
  slots[entry * 4 + found] = (slots[entry * 4 + found] ?? 0) + rarity
  slots[entry * 4 + weighed] = (slots[entry * 4 + weighed] ?? 0) + rarity * (placeWeights[place] ?? 0)
}

const readList = ({ list, rarity }: List, scratch: Scratch): void => {
  const { slots } = scratch
  // A question of one word half of all entries have is answered from the oldest of them, which are those of the packs.
  const most = Math.min(list.length, mostRead)
  for (let at = 0; at < most; at += 1) {
    const posting = list[at] ?? 0
    const entry = entryIn(posting)
    if (slots[entry * 4 + found] === 0) bringIn(scratch, entry)
    note(slots, entry, placeOfPosting(posting), rarity)
  }
}

/** Adds what a list says of the entries this wording has brought in; with `others` also of those that other wordings and units have. */
const lookUp = ({ list, rarity }: List, scratch: Scratch, others: boolean): void => {
  const { slots, seen, inWording, inUnit, inWhole } = scratch
  const brought = inWording.count
  if (list.length <= (brought + (others ? inUnit.count + inWhole.count : 0)) * lookUpCost) {
    for (let at = 0; at < list.length; at += 1) {
      const posting = list[at] ?? 0
      const entry = entryIn(posting)
      if (!isSeen(seen, entry)) continue
      if (slots[entry * 4 + found] === 0) {
        if (!others) continue
        bringIn(scratch, entry)
      }
      note(slots, entry, placeOfPosting(posting), rarity)
    }
    return
  }
  for (let at = 0; at < brought; at += 1) {
    const entry = inWording.entries[at] ?? 0
    const place = findPlace(list, entry)
    if (place !== -1) note(slots, entry, place, rarity)
  }
  if (!others) return
  for (const touched of [inUnit, inWhole]) {
    for (let at = 0; at < touched.count; at += 1) {
      const entry = touched.entries[at] ?? 0
      // Looked up above, or among those of the unit.
      if (slots[entry * 4 + found] !== 0 || (touched === inWhole && slots[entry * 4 + inUnitShare] !== 0)) continue
      const place = findPlace(list, entry)
      if (place === -1) continue
      bringIn(scratch, entry)
      note(slots, entry, place, rarity)
    }
  }
}

/**
 * Raises each entry's share of the unit to what it has of this wording. @param room numbers that may be read
 * @param thorough whether a wording there is no room for is looked up in what others brought in, or passed over. Returns how many were read.
 */
const readWording = (parts: IndexParts, weighedWording: WeighedWording, scratch: Scratch, { room, thorough }: { room: number; thorough: boolean }): number => {
  const { slots, seen, inWording, inUnit, inWhole } = scratch
  const { bringing, common } = partedLists(weighedWording, parts)
  const nothingYet = inUnit.count + inWhole.count === 0
  let read = 0
  const brought = bringing.filter(({ list }, at) => {
    const fits = read + list.length <= room || (at === 0 && nothingYet)
    if (fits) read += list.length
    return fits
  })
  if (brought.length === 0 && !thorough) return 0
  for (const list of brought) readList(list, scratch)
  // Too much to read: what other wordings have brought in is looked up, all else passed over.
  const others = brought.length < bringing.length
  for (const list of [...bringing.slice(brought.length), ...common]) lookUp(list, scratch, others)
  for (let at = 0; at < inWording.count; at += 1) {
    const entry = inWording.entries[at] ?? 0
    const share = shareOfWording(weighedWording, slots[entry * 4 + found] ?? 0, slots[entry * 4 + weighed] ?? 0)
    slots[entry * 4 + found] = slots[entry * 4 + weighed] = 0
    const before = slots[entry * 4 + inUnitShare] ?? 0
    if (share === 0 && before === 0 && slots[entry * 4 + wholeShare] === 0) leaveOut(seen, entry)
    if (share <= before) continue
    if (before === 0) touch(inUnit, entry)
    slots[entry * 4 + inUnitShare] = share
  }
  inWording.count = 0
  return read
}

/** `units` of the question, weighed; `length` of the question in characters; `judge`: what is added for a shelf, in parts of the share, minus infinity: not wanted; `most` entries; `effort`: part of the reading that is allowed, 0 to 1. */
export type Asked = { units: readonly WeighedUnit[]; length: number; judge: (shelf: number) => number; most: number; effort: number }

/** Each entry's share of the whole question. */
const readUnits = (parts: IndexParts, { units, effort }: Asked, scratch: Scratch): void => {
  const { slots, inUnit, inWhole } = scratch
  let room = mostRead * effort
  let rest = 1
  for (const { wordings, weight } of units.toSorted((a, b) => b.weight - a.weight)) {
    const brings = rest >= leastOfUnits
    rest -= weight
    for (const wording of wordings) room -= readWording(parts, wording, scratch, { room: brings ? room : 0, thorough: effort === 1 })
    for (let at = 0; at < inUnit.count; at += 1) {
      const entry = inUnit.entries[at] ?? 0
      const before = slots[entry * 4 + wholeShare] ?? 0
      if (before === 0) touch(inWhole, entry)
      slots[entry * 4 + wholeShare] = before + weight * (slots[entry * 4 + inUnitShare] ?? 0)
      slots[entry * 4 + inUnitShare] = 0
    }
    inUnit.count = 0
  }
}

/** Entries that are wanted and have not much less than the best, with what is preferred added to their share; the shelf liked best for each title. */
const judged = (parts: IndexParts, { length, judge }: Asked, { slots, inWhole, bestOfTitle, likedShelf }: Scratch): number[] => {
  const wanted: number[] = []
  let best = 0
  for (let at = 0; at < inWhole.count; at += 1) {
    const entry = inWhole.entries[at] ?? 0
    const share = slots[entry * 4 + wholeShare] ?? 0
    if (share < leastOfBest * best || isGone(parts, entry)) continue
    const shelf = shelfOf(parts, entry)
    const taste = judge(shelf)
    if (taste === Number.NEGATIVE_INFINITY) continue
    if (share > best) best = share
    const value = share * (1 + taste + brevityOf(length, titleLengthOf(parts, entry)))
    slots[entry * 4 + wholeShare] = value
    wanted.push(entry)
    const title = titleOf(parts, entry)
    if (value <= (bestOfTitle[title] ?? 0)) continue
    bestOfTitle[title] = value
    likedShelf[title] = shelf
  }
  return wanted
}

/** Entries to compare with a question exactly, the most promising first; of equal titles only those of the shelf liked best: the version of the reader's own region. */
export const gatherCandidates = (parts: IndexParts, asked: Asked, scratch: Scratch): number[] => {
  widen(scratch, parts.keys.size(), parts.titles.size())
  readUnits(parts, asked, scratch)
  const wanted = judged(parts, asked, scratch)
  const { slots, seen, inWhole, likedShelf, bestOfTitle } = scratch
  const valueOf = (entry: number): number => slots[entry * 4 + wholeShare] ?? 0
  const best = highest(wanted.filter((entry) => likedShelf[titleOf(parts, entry)] === shelfOf(parts, entry)), asked.most, valueOf)
  for (const entry of wanted) bestOfTitle[titleOf(parts, entry)] = 0
  for (let at = 0; at < inWhole.count; at += 1) {
    const entry = inWhole.entries[at] ?? 0
    slots[entry * 4 + wholeShare] = 0
    seen[entry >>> 5] = 0
  }
  inWhole.count = 0
  return best
}
