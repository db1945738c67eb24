// What residents are told of ratings: their own, those they may still give, and what is published of others.
import { Type, type Static } from 'typebox'
import { textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { grades, tagNames, type Tag } from './grade.ts'
import { countingOf, type Question } from './question.ts'
import { channels, mostWords, subjectKinds, type Rating } from './rating.ts'
import { mayRerate, rectificationStates, type Rectification } from './rectification.ts'
import { subjectName, unitName } from './recording.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
export const grade = Type.Enum([...grades])
// Object.keys forgets which keys there are.
export const tag = Type.Enum(Object.keys(tagNames) as Tag[])

export const saidBody = {
  grade, tags: Type.Array(tag, { maxItems: 8, uniqueItems: true, default: [] }),
  words: Type.String({ maxLength: mostWords, default: '', description: 'In their own words; may be empty.' }),
}

export const ownRatingSchema = Type.Object(
  {
    id: text, kind: Type.Enum([...subjectKinds]), number: textOrNull, name: text, authorityName: text, grade, tags: Type.Array(tag), words: textOrNull, channel: Type.Enum([...channels]), at: text,
    counts: Type.Enum(['all', 'unit', 'none', 'held'], { description: 'Whether it counts: all; unit: not for the official; none; held: somebody looks at it first.' }),
    state: Type.Union([Type.Enum([...rectificationStates]), Type.Null()], { description: 'Of what is done about a bad one.' }),
    reply: Type.Union([text, Type.Null()], { description: 'What the unit answers.' }),
    again: Type.Union([grade, Type.Null()], { description: 'The word after it was put right.' }), mayRateAgain: Type.Boolean(), mayDeny: Type.Boolean({ description: 'It was given elsewhere in my name, and I may say that it was not me.' }),
  },
  { description: 'A rating of mine.' },
)

export type About = { rating: Rating; rectification: Rectification | undefined; questions: readonly Question[]; second: Rating | undefined }

export const toOwnRating = (app: App, { rating, rectification, questions, second }: About, language: Language): Static<typeof ownRatingSchema> => ({
  id: rating.id, kind: rating.kind, number: rating.number, name: textIn(subjectName(app, rating), language), authorityName: textIn(unitName(app, rating), language),
  grade: rating.grade, tags: rating.tags, words: rating.words, channel: rating.channel, at: rating.at, counts: countingOf(questions), state: rectification?.state ?? null,
  reply: rectification?.reply ?? null, again: second?.grade ?? null,
  mayRateAgain: rectification !== undefined && mayRerate(rectification.state) && second === undefined,
  mayDeny: rating.verified !== 'login' && !questions.some(({ kind }) => kind === 'denied'),
})

export const rateableSchema = Type.Object(
  { kind: Type.Enum([...subjectKinds]), id: text, number: textOrNull, name: text, authorityName: text, rating: Type.Union([ownRatingSchema, Type.Null()], { description: 'null: not rated yet.' }) },
  { description: 'Something I may rate, or have rated.' },
)

export const publishedSchema = Type.Object(
  { id: text, name: text, authorityName: text, grade, tags: Type.Array(tag), words: text, reply: text, publishedAt: text, again: Type.Union([grade, Type.Null()]) },
  { description: 'A bad rating with the answer of the unit, personal data removed.' },
)

export const toPublished = (app: App, { rating, rectification, second }: { rating: Rating; rectification: Rectification; second: Rating | undefined }, language: Language): Static<typeof publishedSchema> => ({
  id: rating.id, name: textIn(subjectName(app, rating), language), authorityName: textIn(unitName(app, rating), language), grade: rating.grade, tags: rating.tags,
  words: rectification.publicWords ?? '', reply: rectification.publicReply ?? '', publishedAt: rectification.publishedAt ?? '', again: second?.grade ?? null,
})
