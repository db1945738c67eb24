// Checks the thesaurus of a pack and those it extends: nothing is said twice, so that there is one place that says what it means,
// and sentences can be compared with questions as a whole.
import { placeAt } from './located.ts'
import type { PackContent } from './pack-content.ts'
import { both, type Place, type Report } from './pack-error.ts'
import { linesOf } from './pack-thesaurus.ts'

/** Characters of a sentence; questions have seldom more. */
const longestSentence = 120

export const checkThesaurus = (content: Pick<PackContent, 'thesaurus'>, report: Report): void => {
  /** Where each was said; there are so many that the place is found only for those said twice. */
  const places = new Map<string, () => Place>()
  for (const { fields, node } of content.thesaurus.values()) {
    const say = (word: string, place: () => Place): void => {
      const before = places.get(word)
      if (before) report('id-duplicate', place(), both(`“${word}”已经写过了`, `“${word}” is said twice`), [before()])
      else places.set(word, place)
    }
    for (const [at, { said }] of (fields.words ?? []).entries()) for (const [index, word] of said.entries()) say(word, () => placeAt(node, ['words', at, 'said', index]))
    for (const [at, { sentences }] of (fields.told ?? []).entries()) {
      const place = () => placeAt(node, ['told', at, 'sentences'])
      for (const sentence of linesOf(sentences)) {
        say(sentence, place)
        if (sentence.includes('…') || [...sentence].length > longestSentence) report('sentence-wrong', place(), both(`“${sentence.slice(0, 40)}”太长，或者带有“…”`, `"${sentence.slice(0, 40)}" is too long or has …`))
      }
    }
  }
}
