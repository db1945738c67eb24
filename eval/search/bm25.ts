// The two plain searches the product is compared with: BM25 over words, and the same over runs of characters. Nothing is known but the text.
// BM25 as in Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), with the customary parameters.
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

export type Terms = (text: string) => string[]

const letter = /[\p{L}\p{N}]/u

/** Words as jieba cuts them with the dictionary it ships. */
export const wordsBy = (): Terms => {
  const jieba = Jieba.withDict(dict)
  return (text) => jieba.cutForSearch(text.toLowerCase(), true).filter((word) => letter.test(word))
}

/** Every two and every three neighbouring characters; whole words of other scripts. */
export const runsOf: Terms = (text) =>
  (text.toLowerCase().match(/\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu) ?? []).flatMap((run) => {
    if (!/^\p{Script=Han}/u.test(run)) return [run]
    const characters = [...run]
    if (characters.length === 1) return [run]
    return [2, 3].flatMap((length) => characters.slice(length - 1).map((_, at) => characters.slice(at, at + length).join('')))
  })

const saturation = 1.2
const lengthMatters = 0.75

/** A search over texts: returns the numbers of those that have any of the words asked for, best first. `eligible`: which may be found. */
export const createBm25 = (texts: readonly string[], terms: Terms) => {
  const postings = new Map<string, Map<number, number>>()
  const lengths = texts.map((text, number) => {
    const words = terms(text)
    for (const word of words) {
      const posting = postings.get(word) ?? new Map<number, number>()
      posting.set(number, (posting.get(number) ?? 0) + 1)
      postings.set(word, posting)
    }
    return words.length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return (question: string, limit: number, eligible: (number: number) => boolean = () => true): number[] => {
    const scores = new Map<number, number>()
    for (const word of new Set(terms(question))) {
      const posting = postings.get(word)
      if (posting === undefined) continue
      const rarity = Math.log(1 + (texts.length - posting.size + 0.5) / (posting.size + 0.5))
      for (const [number, count] of posting) {
        const norm = saturation * (1 - lengthMatters + (lengthMatters * (lengths[number] ?? 0)) / average)
        scores.set(number, (scores.get(number) ?? 0) + (rarity * count * (saturation + 1)) / (count + norm))
      }
    }
    return [...scores].filter(([number]) => eligible(number)).sort(([a, x], [b, y]) => y - x || a - b).slice(0, limit).map(([number]) => number)
  }
}
