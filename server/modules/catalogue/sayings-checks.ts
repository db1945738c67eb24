// Checks how people put things (说法): the matter, the concept and the answer exist, and every phrase can be read.
// A phrase that nobody could ever say right is an error of its line, not a silent nothing.
import { compilePhrase, PhraseFault, type PhraseWords } from '../../kernel/phrase.ts'
import { placeAt, type LocatedMap, type Path } from './located.ts'
import { refer } from './pack-checks.ts'
import type { ContentOf } from './pack-content.ts'
import { both, type Report } from './pack-error.ts'
import { placeNames, wordsFor, type Sayings } from './pack-sayings.ts'

const places = Object.fromEntries(placeNames.map((name) => [name, name]))

/** What may stand for an answer of a concept: its choices, yes and no, or a place. */
const answersTo = (content: ContentOf<'sayings' | 'concepts' | 'matters'>, concept: string): string[] => {
  const fields = content.concepts.get(concept)?.fields
  if (fields?.type === 'boolean') return ['yes', 'no']
  if (fields?.type === 'region') return ['place']
  return fields?.constraint?.choices?.map(({ value }) => value) ?? []
}

const checkPhrases = (phrases: readonly string[] = [], words: PhraseWords, node: LocatedMap, path: Path, report: Report): void =>
  phrases.forEach((phrase, index) => {
    try {
      compilePhrase(phrase, words)
    } catch (error) {
      if (!(error instanceof PhraseFault)) throw error
      report('value-wrong', placeAt(node, [...path, index]), both(`说法写得不对：${error.message}`, `a phrase that cannot be read: ${error.message}`))
    }
  })

const checkOne = (content: ContentOf<'sayings' | 'concepts' | 'matters'>, { fields, node }: { fields: Sayings; node: LocatedMap }, all: readonly Sayings[], report: Report): void => {
  const words = { ...wordsFor(all, fields), ...places }
  refer({ content, report }, 'matters', fields.matter, placeAt(node, ['matter']))
  fields.covers?.forEach((matter, index) => refer({ content, report }, 'matters', matter, placeAt(node, ['covers', index])))
  checkPhrases(fields.said, words, node, ['said'], report)
  checkPhrases(fields.hinted, words, node, ['hinted'], report)
  checkPhrases(fields.never, words, node, ['never'], report)
  fields.answers?.forEach(({ concept, said }, index) => {
    const at: Path = ['answers', index]
    refer({ content, report }, 'concepts', concept, placeAt(node, [...at, 'concept']))
    const known = answersTo(content, concept)
    for (const [answer, phrases] of Object.entries(said)) {
      if (content.concepts.has(concept) && answer !== 'unsaid' && !known.includes(answer)) report('value-wrong', placeAt(node, [...at, 'said', answer]), both(`${concept} 没有 ${answer} 这个答案`, `${concept} has no answer ${answer}`))
      checkPhrases(phrases, words, node, [...at, 'said', answer], report)
    }
  })
}

export const checkSayings = (content: ContentOf<'sayings' | 'concepts' | 'matters'>, report: Report): void => {
  const all = [...content.sayings.values()]
  for (const one of all) checkOne(content, one, all.map(({ fields }) => fields), report)
}
