// What people say and what it is called officially (同义词): reviewed words of a pack, by topic, that the search reads questions with.
// A city's pack adds topics of its own; its words come on top of those of the province.
import { Type, type Static } from 'typebox'
import { described, Id, LegalBasis, optional, strict } from './pack-file-parts.ts'

const Word = Type.String({ minLength: 1, maxLength: 40 })
const Meant = Type.Array(Word, { minItems: 1 })

const ThesaurusWord = strict(
  {
    said: Type.Array(Word, { minItems: 1, description: 'Ways of saying it, each meaning the same: everyday Chinese, abbreviations, Cantonese, English. Written in Simplified Chinese; other letters are found too. … stands for up to ten characters in between: 断…社保.' }),
    meant: described(Meant, 'Words as official names write them, the closest first. What was said stays a way of asking too.'),
    circumstance: optional(Type.Literal(true, { description: 'What happened to a thing, or to whom: says less than the thing itself.' })),
  },
  'Words that mean the same.',
)

const ToldSentences = strict(
  {
    meant: described(Meant, 'Words as official names write them, the closest first.'),
    sentences: Type.String({ minLength: 1, description: 'One a line, in any language: a question is compared with the whole of each, and none is looked for inside a question.' }),
  },
  'Sentences in which people tell what happened to them, each meaning the same.',
)

export const ThesaurusEntry = strict(
  {
    id: Id,
    why: Type.String({ minLength: 4, maxLength: 200, description: 'Where these words come from and what makes their official names the right ones, in Chinese.' }),
    source: optional(described(LegalBasis, 'The rule that introduces the official names, where one does.')),
    words: optional(Type.Array(ThesaurusWord, { minItems: 1, description: 'Groups of words; those of a group mean the same.' })),
    told: optional(Type.Array(ToldSentences, { minItems: 1, description: 'What people tell who have no word for it.' })),
  },
  'A topic of the thesaurus (同义词).',
)
export type ThesaurusFields = Static<typeof ThesaurusEntry>

/** One way of saying something with what it means officially, the closest first. `minor`: what happened to a thing, or to whom; `whole`: a sentence, no word to look for in questions. */
export type ThesaurusWord = { said: string; meant: readonly string[]; minor: boolean; whole?: true }

/** Sentences, one a line. */
export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** Every way of saying something by itself. */
export const thesaurusWords = ({ words = [], told = [] }: ThesaurusFields): ThesaurusWord[] => [
  ...words.flatMap(({ said, meant, circumstance = false }) => said.map((each) => ({ said: each, meant, minor: circumstance }))),
  ...told.flatMap(({ sentences, meant }) => linesOf(sentences).map((each) => ({ said: each, meant, minor: false, whole: true as const }))),
]
