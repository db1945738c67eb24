// Checks the thesaurus of a pack and those it extends: nothing is said twice,
// so that there is one place that says what it means.
import { placeAt } from './located.ts'
import type { PackContent } from './pack-content.ts'
import { both, type Place, type Report } from './pack-error.ts'
import { linesOf } from './pack-thesaurus.ts'

export const checkThesaurus = (content: PackContent, report: Report): void => {
  const places = new Map<string, Place>()
  for (const { fields, node } of content.thesaurus.values()) {
    const say = (word: string, place: Place): void => {
      const before = places.get(word)
      if (before) report('id-duplicate', place, both(`“${word}”已经写过了`, `“${word}” is said twice`), [before])
      else places.set(word, place)
    }
    for (const [at, { said }] of (fields.words ?? []).entries()) for (const [index, word] of said.entries()) say(word, placeAt(node, ['words', at, 'said', index]))
    for (const [at, { sentences }] of (fields.told ?? []).entries()) for (const sentence of linesOf(sentences)) say(sentence, placeAt(node, ['told', at, 'sentences']))
  }
}
