// Which words get a vector: the most usual ones of the dictionary search cuts with, whatever the packs say, and single characters for all others. Pure.
import { normalise } from '../../server/modules/search/index.ts'

/** A word with how often it is said, in parts of all words. */
export type Usual = { word: string; part: number }

/** Longer ones of the dictionary are names and idioms. */
const longest = 8
const han = /^\p{Script=Han}+$/u
const latin = /^[a-z]{2,20}$/

/** How often words of a dictionary are said, in one form of writing. @param dictionary lines of `word frequency kind` (jieba) */
export const readDictionary = (dictionary: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const line of dictionary.split('\n')) {
    const [written = '', count = '0'] = line.split(' ')
    const word = normalise(written)
    if (han.test(word) && [...word].length <= longest) counts.set(word, (counts.get(word) ?? 0) + Number(count))
  }
  return counts
}

const countedIn = (words: readonly string[], wanted: RegExp): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const word of words) if (wanted.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

const sumOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

/**
 * The words that get a vector, the most usual first; single characters are always among them, as far as anybody writes them.
 * @param dictionary how often its words are said @param said words of the packs, as often as they stand there @param most words of the dictionary
 */
export const chooseWords = (dictionary: ReadonlyMap<string, number>, said: readonly string[], most: number): Usual[] => {
  const all = sumOf(dictionary)
  const chinese = countedIn(said, han)
  const english = countedIn(said, latin)
  const usual = [...dictionary].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, most).map(([word]) => word)
  const words = new Set([...usual, ...[...chinese.keys()].filter((word) => dictionary.has(word)), ...[...chinese.keys()].flatMap((word) => [...word])])
  const englishAll = Math.max(1, sumOf(english))
  return [
    ...[...words].map((word) => ({ word, part: Math.max(1, dictionary.get(word) ?? 0) / all })),
    ...[...english].map(([word, count]) => ({ word, part: count / englishAll })),
  ].sort((a, b) => b.part - a.part || (a.word < b.word ? -1 : 1))
}
