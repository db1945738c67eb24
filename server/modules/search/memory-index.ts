// The index search works on: everything that can be found, in the memory of this process. Pure; anybody may fill one of their own:
//
//   const index = createIndex<{ title: string }>()
//   index.put({ key: 'a', shelf: { type: 'passage' }, shown: { title: '居住证续签' }, ...wordsOf({ titles: ['居住证续签'], context: ['…'] }) })
//   index.find(readQuestion('居住证到期了'), { limit: 5 })   // best first: { key, shelf, shown, share, score }
//
// Finding reads only lists of numbers until some hundred candidates are left (candidates.ts); those are compared with the question exactly (ranking.ts).
import { gatherCandidates, noScratch } from './candidates.ts'
import { addEntry, aliasWordsOf, emptyParts, findEntry, isGone, noShelf, placeIn, setGone, shelfOf, soughtOf, titleOf, titleWordsOf, type EntryWords, type IndexParts, type Shelf } from './index-parts.ts'
import type { Question } from './question.ts'
import { placeWeights, rank, weighAll } from './ranking.ts'
import { normalise } from './terms.ts'

export type { EntryWords, IndexParts, Shelf } from './index-parts.ts'

/** `shown`: what whoever finds it needs; JSON. */
export type Entry<Shown> = EntryWords & { key: string; shelf: Shelf; shown: Shown }

/** `called`: its first title, normalised; `share`: how much of the question it has, 0 to about 2; `score`: the same with what is preferred, by which results are ordered. */
export type Found<Shown> = { key: string; shelf: Shelf; shown: Shown; called: string; share: number; score: number }

export type FindOptions<Shown> = {
  /** results at most; 200 when absent, and never more */
  limit?: number
  /** part of the candidates that are compared and of the reading for them; 1 when absent, less for a guess */
  effort?: number
  /** whether entries of a shelf are wanted at all */
  eligible?: (shelf: Shelf) => boolean
  /** what a shelf adds, in parts of an entry's share of the question: 0.1 is a tenth */
  taste?: (shelf: Shelf) => number
  /** how often it was chosen after this question: 0 to 1 */
  chosen?: (shown: Shown) => number
}

/** Titles and aliases, normalised. */
export type EntryNames = Pick<EntryWords, 'titleWords' | 'aliasWords'> & { shelf: Shelf }

export type SearchIndex<Shown> = {
  /** Adds an entry, in place of the one with its key. Returns what that one was called. */
  put: (entry: Entry<Shown>) => EntryNames | undefined
  /** Returns whether it was there. */
  remove: (key: string) => boolean
  /** Best first. Of entries of one type with the same title only those of the shelf liked best. */
  find: (question: Question, options?: FindOptions<Shown>) => Found<Shown>[]
  /** whether any title, alias or context has had this term */
  knows: (term: string) => boolean
  /** `entries` that can be found; `gone`: replaced or removed ones, which still take room */
  size: () => { entries: number; gone: number }
  /** what entries are called; of several with the same title that are no content of packs one */
  names: () => Iterable<EntryNames>
  parts: IndexParts
}

/** Candidates compared exactly for one question. */
const mostCandidates = 200

/** Texts as they are written, in the form they are searched in. */
export const wordsOf = ({ titles, aliases = [], context = [], body = [] }: { titles: readonly string[]; aliases?: readonly string[]; context?: readonly string[]; body?: readonly string[] }): EntryWords => ({
  titleWords: titles.map(normalise), aliasWords: aliases.map(normalise).filter((alias) => alias !== ''), contextWords: normalise(context.join(' | ')), bodyWords: normalise(body.join(' | ')),
})

const nameOf = ({ type, region = '', pack = '', audience = '' }: Shelf): string => `${type} ${region} ${pack} ${audience}`

/** @param parts of an index that was kept; belongs to the new index from now on */
export const createIndex = <Shown>(parts: IndexParts = emptyParts()): SearchIndex<Shown> => {
  const shelfNumbers = new Map(parts.shelves.map((shelf, number) => [nameOf(shelf), number]))
  const scratch = noScratch()
  let gone = 0
  for (let entry = 0; entry < parts.keys.size(); entry += 1) if (isGone(parts, entry)) gone += 1
  const live = () => parts.keys.size() - gone
  const shelfNumber = (shelf: Shelf): number => {
    const known = shelfNumbers.get(nameOf(shelf))
    if (known !== undefined) return known
    const number = parts.shelves.push({ ...shelf }) - 1
    shelfNumbers.set(nameOf(shelf), number)
    return number
  }
  const remove = (key: string): boolean => {
    const entry = findEntry(parts, key)
    if (entry === -1) return false
    setGone(parts, entry)
    gone += 1
    return true
  }
  // Written by `put` of an index of the same `Shown`.
  const namesOf = (entry: number): EntryNames => {
    const shelf = parts.shelves[shelfOf(parts, entry)] ?? noShelf
    return { titleWords: titleWordsOf(parts, entry, shelf), aliasWords: aliasWordsOf(parts, entry), shelf }
  }
  const shownOf = (entry: number) => JSON.parse(parts.records.get(entry)) as Shown
  return {
    parts, remove,
    put: ({ key, shelf, shown, ...words }) => {
      const before = findEntry(parts, key)
      const names = before === -1 ? undefined : namesOf(before)
      remove(key)
      addEntry(parts, key, shelfNumber(shelf), words, shown)
      return names
    },
    find: (question, { limit = mostCandidates, effort = 1, eligible = () => true, taste = () => 0, chosen } = {}) => {
      if (question.units.length === 0 || live() === 0) return []
      const units = weighAll({ documents: live(), frequencyOf: (term) => parts.lists.listOf(term).length }, question)
      const tastes = new Float32Array(parts.shelves.length).fill(Number.NaN)
      const judge = (number: number): number => {
        const known = tastes[number] ?? Number.NEGATIVE_INFINITY
        if (!Number.isNaN(known)) return known
        const shelf = parts.shelves[number] ?? noShelf
        return (tastes[number] = eligible(shelf) ? taste(shelf) : Number.NEGATIVE_INFINITY)
      }
      const entries = gatherCandidates(parts, { units, length: [...question.core].length, judge, most: Math.ceil(mostCandidates * effort), effort }, scratch)
      const sought = new Map(units.flatMap(({ wordings }) => wordings.flatMap(({ terms }) => terms.map(({ term }) => [term, soughtOf(parts, term)] as const))))
      const candidates = entries.map((entry) => {
        const number = shelfOf(parts, entry)
        const shelf = parts.shelves[number] ?? noShelf
        return {
          entry, shelf, key: parts.keys.get(entry), aliasWords: aliasWordsOf(parts, entry), titleWords: titleWordsOf(parts, entry, shelf), taste: judge(number), chosen: chosen?.(shownOf(entry)) ?? 0,
          placeOf: (term: string) => placeWeights[placeIn(parts, entry, sought.get(term) ?? soughtOf(parts, term))] ?? 0,
        }
      })
      return rank(question, units, candidates).slice(0, limit).map(({ candidate: { entry, key, shelf, titleWords: [called = ''] }, share, score }) => ({ key, shelf, shown: shownOf(entry), called, share, score }))
    },
    knows: (term) => parts.lists.listOf(term).length > 0,
    size: () => ({ entries: live(), gone }),
    * names() {
      const seen = new Uint8Array(parts.titles.size())
      for (let entry = 0; entry < parts.keys.size(); entry += 1) {
        const title = titleOf(parts, entry)
        const shelf = parts.shelves[shelfOf(parts, entry)] ?? noShelf
        if (isGone(parts, entry) || (seen[title] === 1 && shelf.pack === undefined)) continue
        seen[title] = 1
        yield namesOf(entry)
      }
    },
  }
}
