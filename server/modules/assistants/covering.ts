// Whether the words of a question are accounted for by a text. Pure.
// An answer is given only where every word that is left of a question stands in what the thing is known by, so nothing asked is passed over.
import { normalise } from '../search/index.ts'
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

/** The runs of a piece no word of two letters or more of the text accounts for. */
const runsLeft = (piece: string, text: string, synonyms: Synonyms): string[] => {
  if (!isHan.test(piece)) return standsIn(text, piece, synonyms) ? [] : [piece]
  const characters = [...piece]
  const left: string[] = []
  let open = ''
  for (let at = 0; at < characters.length; ) {
    let length = Math.min(longest, characters.length - at)
    while (length > 1 && !standsIn(text, characters.slice(at, at + length).join(''), synonyms)) length -= 1
    // One character is chance, unless people have a word of one for it.
    const covers = length > 1 || synonyms.get(characters[at] ?? '')?.some((official) => has(text, official))
    if (covers && open !== '') left.push(open)
    open = covers ? '' : open + characters[at]
    at += length
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
