// Whether the words of a question are accounted for by a text. Pure.
// An answer is given only where every word that is left of a question stands in what the thing is known by, so nothing asked is passed over.
import { normalise } from '../search/index.ts'
import type { Stretch } from './beyond.ts'
import { tellingOf } from './reading.ts'

/** What people say → what it is called officially, both normalised; only the closest official words: wider ones find a thing, but do not say that it is meant. */
export type Synonyms = ReadonlyMap<string, readonly string[]>

export const synonymsOf = (words: readonly { said: string; meant: readonly string[] }[]): Synonyms => {
  const found = new Map<string, string[]>()
  for (const { said, meant } of words) found.set(normalise(said), [...(found.get(normalise(said)) ?? []), ...meant.slice(0, 1).map(normalise)])
  return found
}

const longest = 14
const isLatin = /^[\p{L}\p{N}]+$/u
const isHan = /^\p{Script=Han}+$/u

/** Whether `text` has the word: other letters and numbers as whole words, Chinese anywhere. */
const has = (text: string, word: string): boolean => (isHan.test(word) ? text.includes(word) : isLatin.test(word) && ` ${text} `.includes(` ${word} `))

const standsIn = (text: string, word: string, synonyms: Synonyms): boolean => has(text, word) || (synonyms.get(word)?.some((official) => has(text, official)) ?? false)

/** How many characters from `at` on the text accounts for, as one word: the longest first. One character is chance, unless people have a word of one for it. */
const wordsAt = (characters: readonly string[], at: number, text: string, synonyms: Synonyms): number[] => {
  const lengths: number[] = []
  for (let length = Math.min(longest, characters.length - at); length > 0; length -= 1) {
    const word = characters.slice(at, at + length).join('')
    if (length > 1 ? standsIn(text, word, synonyms) : synonyms.get(word)?.some((official) => has(text, official))) lengths.push(length)
  }
  return lengths
}

/** The runs of a piece no word of two letters or more of the text accounts for, cut into words so that the least is left. */
const runsLeft = (piece: string, text: string, synonyms: Synonyms): string[] => {
  if (!isHan.test(piece)) return standsIn(text, piece, synonyms) ? [] : [piece]
  const characters = [...piece]
  /** From each character on: how many stay open, and the length of the word that begins there (0: none). */
  const best = [...characters, ''].map(() => ({ open: 0, length: 0 }))
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const opened = { open: (best[at + 1]?.open ?? 0) + 1, length: 0 }
    best[at] = wordsAt(characters, at, text, synonyms).map((length) => ({ open: best[at + length]?.open ?? 0, length })).reduce((least, each) => (each.open < least.open ? each : least), opened)
  }
  const left: string[] = []
  let open = ''
  for (let at = 0; at < characters.length; at += best[at]?.length || 1) {
    const isOpen = best[at]?.length === 0
    if (!isOpen && open !== '') left.push(open)
    open = isOpen ? open + (characters[at] ?? '') : ''
  }
  return open === '' ? left : [...left, open]
}

/**
 * Parts of the pieces that the text does not have, nor what they are called officially; what says nothing is left out.
 * @param singles a text whose single characters count as well
 */
export const uncovered = (pieces: readonly string[], text: string, synonyms: Synonyms, singles = ''): string[] =>
  pieces.flatMap((piece) => runsLeft(piece, text, synonyms)).map((run) => [...tellingOf(run)].filter((character) => !singles.includes(character)).join('')).filter((run) => run !== '')

/** Which share of the pieces, by their length, the text has: 1 for none at all. */
export const shareCovered = (pieces: readonly string[], text: string, synonyms: Synonyms): number => {
  const all = tellingOf(pieces.join('')).length
  return all === 0 ? 1 : 1 - uncovered(pieces, text, synonyms, text).join('').length / all
}

/** The text with what its everyday words are called officially. */
export const expanded = (text: string, synonyms: Synonyms): string => [text, ...[...synonyms].filter(([said]) => has(text, said)).flatMap(([, meant]) => meant)].join(' ')

/** So many characters in a row are what the thing is called, not chance. */
const leastOfName = 4

const stretchesOf = (text: string, word: string): Stretch[] => {
  const found: Stretch[] = []
  for (let from = text.indexOf(word); from !== -1; from = text.indexOf(word, from + word.length)) found.push({ from, to: from + word.length })
  return found
}

/**
 * Where a text calls a thing by its name or a part of it, or by what people say for a word it is known by.
 * @param text normalised @param names of the thing @param head all the words it is known by
 */
export const namesIn = (text: string, { names, head }: { names: string; head: string }, synonyms: Synonyms): Stretch[] => {
  const said = [...synonyms].filter(([word, meant]) => word.length > 1 && has(text, word) && meant.some((official) => has(head, official))).flatMap(([word]) => stretchesOf(text, word))
  const joined = names.replaceAll(' ', '')
  const called = [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(({ 0: run, index }) => {
    const found: Stretch[] = []
    for (let at = 0; at + leastOfName <= run.length; at += 1) {
      let length = Math.min(longest, run.length - at)
      while (length >= leastOfName && !joined.includes(run.slice(at, at + length))) length -= 1
      if (length >= leastOfName) found.push({ from: index + at, to: index + at + length })
    }
    return found
  })
  return [...said, ...called]
}
