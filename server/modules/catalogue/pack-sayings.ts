// What a pack says about how people put things in their own words (说法): which matter they mean, and which answers they have given already.
// Read by the guidance from a sentence; not part of the catalogue, so that no plan and no version hangs on it.
import { Type, type Static } from 'typebox'
import type { PhraseWords } from '../../kernel/phrase.ts'
import { ConceptId, Id, described, optional, record, strict } from './pack-file-parts.ts'

const Phrase = Type.String({
  minLength: 1, maxLength: 200,
  description: 'What somebody may say. (甲|乙) either; (甲)? perhaps; … a few characters in between; {name} one of `words`, or of the places {place}, {here}, {elsewhere}; {number 60-} a number from 60 on, {number -12} up to 12.',
})

const phrases = (description: string) => Type.Array(Phrase, { minItems: 1, description })

const SaidAnswer = strict(
  {
    concept: described(ConceptId, 'The question answered by what is said: one of the scenario, or any other the form may ask.'),
    said: record(
      Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9-]*$' }), phrases('Phrases that mean it.'),
      'By answer: a choice of the concept; `yes` and `no`; `place`, which stands for the {place} or {here} of the phrase; or `unsaid`, for what sounds like an answer and is none. A phrase that is denied means the other of yes and no, and nothing of a choice.',
    ),
  },
  'What people say instead of answering a question.',
)

export const SayingsFile = strict(
  {
    id: described(Id, 'Name of the file: the matter, or any other name for what holds for several.'),
    matter: optional(described(Id, 'The matter it is about; for every matter that has the concepts when absent.')),
    words: optional(record(Type.String({ pattern: '^[a-z][A-Za-z]*$' }), Type.String({ minLength: 1 }), 'Words the phrases of this file name in braces, parted by |. Those of files without a matter hold for all files.')),
    said: optional(phrases('Who says this means this matter.')),
    hinted: optional(phrases('Who says this may mean it: asked back, unless another matter is meant surely.')),
    never: optional(phrases('Who says this means something else that sounds like it: not even guessed, such as getting married for who gets divorced.')),
    covers: optional(Type.Array(Id, { description: 'Matters not offered beside this one, because it has what was meant in it.' })),
    answers: optional(Type.Array(SaidAnswer, { description: 'Answers people give in the same breath.' })),
  },
  'How people put a matter and its answers in their own words.',
)

/** As written in the packs. */
export type Sayings = Static<typeof SayingsFile>

/** Names of places, which every phrase may use; what they stand for depends on where somebody asks. */
export const placeNames = ['place', 'here', 'elsewhere'] as const

/** The words the phrases of one file may name: its own, and those of the files that are about no one matter. */
export const wordsFor = (all: readonly Sayings[], one: Sayings): PhraseWords =>
  Object.assign({}, ...all.filter(({ matter }) => matter === undefined).map(({ words }) => words), one.words)
