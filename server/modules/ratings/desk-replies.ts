// What officials see of ratings: what was said of which unit, what is done about it, what is decided. Who said it is shown shortened.
import { Type, type Static } from 'typebox'
import type { Read } from '../../kernel/db.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf } from '../catalogue/index.ts'
import { findPerson, listStaffNames, maskPhone } from '../people/index.ts'
import { countingOf, questionKinds, rulings } from './question.ts'
import type { RatingFile } from './questions-store.ts'
import { grade, tag, type About } from './rating-replies.ts'
import { channels, subjectKinds } from './rating.ts'
import { choicesFor, rectificationActions, rectificationStates, staffActions, type RectificationLine } from './rectification.ts'
import { subjectName } from './recording.ts'
import type { StaffRole } from '../../kernel/authz.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

const item = {
  id: text, kind: Type.Enum([...subjectKinds]), number: textOrNull, name: text, authorityName: text, line: text, region: text, grade, tags: Type.Array(tag), words: textOrNull, channel: Type.Enum([...channels]), at: text,
  official: Type.Union([text, Type.Null()], { description: 'Whom it counts for.' }), isOwn: Type.Boolean({ description: 'It is about me.' }), page: textOrNull, counter: textOrNull,
  counts: Type.Enum(['all', 'unit', 'none', 'held']), state: Type.Union([Type.Enum([...rectificationStates]), Type.Null()]), dueOn: textOrNull, late: Type.Boolean(), again: Type.Union([grade, Type.Null()]),
  questions: Type.Array(Type.Object({ kind: Type.Enum([...questionKinds]), grounds: text, askedAt: text, verdict: Type.Union([Type.Enum([...rulings]), Type.Null()]), reasons: textOrNull })),
}

export const deskItemSchema = Type.Object(item, { description: 'A rating as officials see it.' })

export const deskRatingSchema = Type.Object(
  {
    ...item, revision: Type.Union([Type.Integer(), Type.Null()]), person: textOrNull, phoneMasked: textOrNull,
    history: Type.Array(Type.Object({ action: Type.Enum([...rectificationActions]), byName: text, at: text, detail: Type.Record(text, Type.Union([text, Type.Number(), Type.Boolean(), Type.Null()])) })),
    choices: Type.Array(Type.Object({ action: Type.Enum([...staffActions]), possible: Type.Boolean(), because: Type.Optional(Type.Enum(['state', 'role', 'own'])) })),
    mayAppeal: Type.Boolean(), mayDecide: Type.Boolean(), files: Type.Array(Type.Object({ id: text, name: text })), publicWords: Type.String({ description: 'What would be published of the words, personal data removed by rule; to be read before.' }), reply: text,
  },
  { description: 'One rating with everything done and decided about it.' },
)

/** 欧阳予安 → 欧***. */
const shortened = (name: string): string => {
  const [first = '', ...rest] = name
  return first + '*'.repeat(rest.length)
}

export const toDeskItems = async (app: App, read: Read, found: readonly About[], me: { id: string; today: string }, language: Language): Promise<Static<typeof deskItemSchema>[]> => {
  const names = new Map((await listStaffNames(read, found.flatMap(({ rating }) => rating.staffId ?? []))).map(({ id, name }) => [id, name]))
  return found.map(({ rating, rectification, questions, second }) => ({
    id: rating.id, kind: rating.kind, number: rating.number, name: textIn(subjectName(app, rating), language), line: rating.line, region: rating.region,
    authorityName: textIn(authorityOf(app.packs.catalogueFor(rating.region), rating.line, rating.region)?.shortName ?? { 'zh-CN': rating.line }, language),
    grade: rating.grade, tags: rating.tags, words: rating.words, channel: rating.channel, at: rating.at, official: names.get(rating.staffId ?? '') ?? null, isOwn: rating.staffId === me.id, page: rating.page, counter: rating.counter,
    counts: countingOf(questions), state: rectification?.state ?? null, dueOn: rectification?.dueOn ?? null, late: rectification !== undefined && rectification.dueOn !== null && me.today > rectification.dueOn, again: second?.grade ?? null,
    questions: questions.map(({ kind, grounds, askedAt, verdict, reasons }) => ({ kind, grounds, askedAt, verdict, reasons })),
  }))
}

/** @param roles of the official where the rating counts */
export const toDeskRating = async (app: App, read: Read, about: About, more: { lines: readonly RectificationLine[]; files: readonly RatingFile[]; roles: readonly StaffRole[]; mayAppeal: boolean; publicWords: string }, me: { id: string; today: string }, language: Language): Promise<Static<typeof deskRatingSchema>> => {
  const { rating, rectification } = about
  const [shown] = await toDeskItems(app, read, [about], me, language)
  if (!shown) throw new Error('one rating in, one out')
  const person = rating.personId === null ? undefined : await findPerson(read, rating.personId)
  const isOwn = rating.staffId === me.id
  return {
    ...shown, revision: rectification?.revision ?? null, person: person ? shortened(person.name) : null, phoneMasked: person?.phone ? maskPhone(person.phone) : null,
    // Details are what the handlers of this module wrote: words, numbers, yes and no.
    history: more.lines.map(({ action, actorName, at, detail }) => ({ action, byName: actorName, at, detail: detail as Record<string, string | number | boolean | null> })),
    choices: rectification ? choicesFor(rectification.state, more.roles, isOwn) : [], mayAppeal: more.mayAppeal, mayDecide: more.roles.includes('supervisor') && !isOwn,
    files: more.files.map(({ id, name }) => ({ id, name })), publicWords: more.publicWords, reply: rectification?.reply ?? '',
  }
}
