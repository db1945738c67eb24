// What an index consists of: plain columns of numbers and texts, so that it is small, quick to read and can be kept in a file.
// Pure. Entries are numbered as they come; an entry put again gets a new number and the old one is marked as gone.
import { createTexts, createTextTable, fingerprintOf, roomFor, type Texts16, type TextTable } from './columns.ts'
import { createPostingLists, findPlace, type PostingLists } from './posting-lists.ts'
import { termsOf } from './terms.ts'

/** What a search may be held to or prefer. There are few different ones, so that each question judges each of them once. */
export type Shelf = { type: string; region?: string; audience?: string; pack?: string }

/** Normalised texts an entry is found by; titles (one for each language) count most, the body least and never alone. */
export type EntryWords = { titleWords: readonly string[]; aliasWords: readonly string[]; contextWords: string; bodyWords: string }

export type IndexParts = {
  lists: PostingLists
  shelves: Shelf[]
  /** four numbers for each entry, side by side because they are needed together: shelf, title, length of the title, 1 when it is gone */
  facts: Uint32Array
  keys: Texts16
  entryOf: TextTable
  /** type and title, each pair once */
  titles: Texts16
  titleNumbers: TextTable
  /** by entry: its aliases */
  aliases: Texts16
  /** by entry: JSON of what is shown */
  records: Texts16
  /** fingerprints of the terms of all bodies, one entry after the other, and where each entry's end */
  body: Uint16Array
  bodyEnds: Uint32Array
}

export const emptyParts = (): IndexParts => {
  const [keys, titles] = [createTexts(), createTexts()]
  return {
    lists: createPostingLists(), shelves: [], facts: new Uint32Array(256), keys, entryOf: createTextTable(keys.get), titles, titleNumbers: createTextTable(titles.get), aliases: createTexts(), records: createTexts(), body: new Uint16Array(1024), bodyEnds: new Uint32Array(64),
  }
}

export const shelfOf = ({ facts }: IndexParts, entry: number): number => facts[entry * 4] ?? 0
export const titleOf = ({ facts }: IndexParts, entry: number): number => facts[entry * 4 + 1] ?? 0
export const titleLengthOf = ({ facts }: IndexParts, entry: number): number => facts[entry * 4 + 2] ?? 0
export const isGone = ({ facts }: IndexParts, entry: number): boolean => facts[entry * 4 + 3] === 1
export const setGone = ({ facts }: IndexParts, entry: number): void => {
  facts[entry * 4 + 3] = 1
}

/** The number of the entry with this key; -1 when there is none. */
export const findEntry = (parts: IndexParts, key: string): number => {
  const entry = parts.entryOf.find(key)
  return entry === -1 || isGone(parts, entry) ? -1 : entry
}

const titleNumber = ({ titles, titleNumbers }: IndexParts, title: string): number => {
  const known = titleNumbers.find(title)
  if (known !== -1) return known
  const number = titles.add(title)
  titleNumbers.set(title, number)
  return number
}

/** What stands before the words of a title in `titles`. */
const before = ({ type }: Shelf): string => `${type} `
/** Between several titles or aliases; no normalised text has it. */
const between = '|'

export const titleWordsOf = (parts: IndexParts, entry: number, shelf: Shelf): string[] => parts.titles.get(titleOf(parts, entry)).slice(before(shelf).length).split(between)

export const aliasWordsOf = ({ aliases }: IndexParts, entry: number): string[] => aliases.get(entry).split(between).filter((alias) => alias !== '')

const addTerms = (parts: IndexParts, entry: number, { titleWords, aliasWords, contextWords, bodyWords }: EntryWords): void => {
  const seen = new Set<string>()
  const texts = [termsOf(titleWords.join(' '), { singles: true }), termsOf(aliasWords.join(' '), { singles: true }), termsOf(contextWords)]
  for (const [place, terms] of texts.entries()) {
    for (const term of terms) {
      if (seen.has(term)) continue
      seen.add(term)
      parts.lists.add(term, entry, place)
    }
  }
  const rest = termsOf(bodyWords).filter((term) => !seen.has(term))
  const end = entry === 0 ? 0 : (parts.bodyEnds[entry - 1] ?? 0)
  parts.body = roomFor(parts.body, end + rest.length, (size) => new Uint16Array(size))
  for (const [at, term] of rest.entries()) parts.body[end + at] = fingerprintOf(term)
  parts.bodyEnds[entry] = end + rest.length
}

/** Adds an entry whose key is not there. @param shelf its number in `shelves` */
export const addEntry = (parts: IndexParts, key: string, shelf: number, words: EntryWords, shown: unknown): void => {
  const entry = parts.records.add(JSON.stringify(shown))
  parts.aliases.add(words.aliasWords.join(between))
  parts.keys.add(key)
  parts.facts = roomFor(parts.facts, (entry + 1) * 4, (length) => new Uint32Array(length))
  parts.bodyEnds = roomFor(parts.bodyEnds, entry + 1, (length) => new Uint32Array(length))
  const title = titleNumber(parts, `${before(parts.shelves[shelf] ?? noShelf)}${words.titleWords.join(between)}`)
  parts.facts.set([shelf, title, words.titleWords[0]?.length ?? 0, 0], entry * 4)
  addTerms(parts, entry, words)
  parts.entryOf.set(key, entry)
}

export const noShelf: Shelf = { type: '' }

/** What many entries are looked through for. */
export type Sought = { list: Uint32Array; fingerprint: number }

export const soughtOf = ({ lists }: IndexParts, term: string): Sought => ({ list: lists.listOf(term), fingerprint: fingerprintOf(term) })

/** Where an entry has a term: 0 title, 1 alias, 2 context, 3 body; -1 nowhere. */
export const placeIn = (parts: IndexParts, entry: number, { list, fingerprint }: Sought): number => {
  const place = findPlace(list, entry)
  if (place !== -1) return place
  const start = entry === 0 ? 0 : (parts.bodyEnds[entry - 1] ?? 0)
  const found = parts.body.subarray(start, parts.bodyEnds[entry]).includes(fingerprint)
  return found ? 3 : -1
}
