// What applicants and coordinators are told about a hard case: names resolved, permitted steps worked out.
// The applicant reads which authorities are asked, not what they wrote to one another.
import { Type, type Static } from 'typebox'
import { regionAndAbove } from '../../kernel/regions.ts'
import { asTexts, nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityOf, textsSchema, type Catalogue } from '../catalogue/index.ts'
import { channels, hardCaseActions, hardCaseStates, offeredTo, type Answer, type HardCase, type HardCaseEvent, type HardCaseFile } from './hard-case.ts'
import type { Lesson } from './lesson.ts'
import { lessonSchema, toLessonReply } from './lesson-replies.ts'
import { isLate, stances, type Opinion } from './opinion.ts'
import { openTo } from './taking-in.ts'
import { windowOf } from './recording.ts'

const text = Type.String()
export const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const state = Type.Enum(hardCaseStates, { description: 'Where it stands in its lifecycle.' })
export const lawsSchema = Type.Array(Type.Object({ title: text, article: Type.Optional(text) }), { description: 'Laws and rules it rests on.' })
export const fileSchema = Type.Object({ id: text, name: text, size: Type.Integer(), type: text, addedBy: text }, { description: 'A document.' })
export const categoriesSchema = Type.Array(Type.Object({ id: text, name: textsSchema }), { description: 'Categories of the place.' })

const answerSchema = Type.Object(
  {
    kind: Type.Enum(['guide', 'redirect', 'conclude']), words: text, solution: Type.Optional(text), by: Type.Optional(Type.Array(text)), laws: Type.Optional(lawsSchema),
    target: orNull(Type.Object({ type: Type.Enum(['service', 'matter']), id: text, name: textsSchema })), to: Type.Optional(text), at: text, name: text,
  },
  { description: 'What the applicant was told.' },
)

const common = {
  id: text, number: text, title: text, state, region: text, regionName: textsSchema, category: orNull(text), categoryName: orNull(textsSchema), sortOn: orNull(text), answerOn: orNull(text), createdAt: text, updatedAt: text,
}

export const rowSchema = Type.Object({ ...common, channel: Type.Enum(channels), coordinator: orNull(text), mine: Type.Boolean(), late: Type.Boolean(), applicant: text, keywords: Type.Array(text) }, { description: 'One line of a list.' })

export const ownRowSchema = Type.Object(common, { description: 'One of my hard cases.' })

export const ownSchema = Type.Object(
  {
    ...common, account: text, wish: text, coordinator: orNull(text), revision: Type.Integer(), answer: orNull(answerSchema), files: Type.Array(fileSchema),
    asked: Type.Array(Type.Object({ id: text, authority: textsSchema, given: Type.Boolean() }), { description: 'Authorities asked for their opinion.' }),
    history: Type.Array(Type.Object({ action: Type.Enum(hardCaseActions), actorName: text, at: text, authority: orNull(textsSchema), words: orNull(text) })),
    can: Type.Array(Type.Enum(['add', 'retract', 'settle', 'raise', 'leave'])),
  },
  { description: 'My hard case: what happened, what comes next, the answer.' },
)

const opinionSchema = Type.Object({
  id: text, line: text, region: text, authority: textsSchema, question: text, shared: Type.Boolean(), dueOn: text, askedBy: text, askedAt: text, reminded: Type.Boolean(), late: Type.Boolean(),
  stance: orNull(Type.Enum(stances)), opinion: text, laws: lawsSchema, givenBy: text, givenAt: orNull(text), files: Type.Array(fileSchema),
})

export const hardCaseSchema = Type.Object(
  {
    ...common, revision: Type.Integer(), applicant: text, phone: text, account: text, wish: text, channel: Type.Enum(channels), fromCase: orNull(text), risenFrom: orNull(textsSchema), hasAccount: Type.Boolean(),
    coordinator: orNull(text), mine: Type.Boolean(), late: Type.Boolean(), answer: orNull(answerSchema), keywords: Type.Array(text), files: Type.Array(fileSchema), opinions: Type.Array(opinionSchema),
    history: Type.Array(Type.Object({ action: Type.Enum(hardCaseActions), actorKind: text, actorName: text, at: text, detail: Type.Record(text, Type.Unknown()) })),
    actions: Type.Array(Type.Object({ action: Type.Enum(hardCaseActions), possible: Type.Boolean(), because: Type.Optional(Type.Enum(['state', 'role', 'taken'])) })),
    categories: categoriesSchema, opinionBy: orNull(text), lessons: Type.Array(lessonSchema),
    authorities: Type.Array(Type.Object({ line: text, region: text, name: textsSchema }), { description: 'Who may be asked: authorities of the place and above it, the nearest first.' }),
  },
  { description: 'A hard case as its coordinators see it.' },
)

export const nameless = (id: string): Texts => ({ 'zh-CN': id })
export const fileReplyOf = ({ id, name, size, type, addedBy }: HardCaseFile): Static<typeof fileSchema> => ({ id, name, size, type, addedBy })
export const authorityName = (catalogue: Catalogue, line: string, region: string): Texts => nameOr(authorityOf(catalogue, line, region), line)

export const categoriesOf = (app: Pick<App, 'packs'>, region: string): Static<typeof categoriesSchema> => windowOf(app, region).categories.map(({ id, name }) => ({ id, name: asTexts(name) }))

const commonOf = (app: App, one: HardCase): Static<typeof ownRowSchema> => {
  const { regions } = app.packs.catalogueFor(one.region)
  const category = app.packs.hardCaseWindowFor(one.region)?.categories.find(({ id }) => id === one.category)
  return {
    id: one.id, number: one.number, title: one.title, state: one.state, region: one.region, regionName: nameOr(regions[one.region], one.region), category: one.category,
    categoryName: one.category === null ? null : category ? asTexts(category.name) : nameless(one.category), sortOn: one.sortOn, answerOn: one.answerOn, createdAt: one.createdAt, updatedAt: one.updatedAt,
  }
}

export const toOwnRow = commonOf

const isCaseLate = (one: HardCase, today: string): boolean => one.endedAt === null && today > (one.sortOn ?? one.answerOn ?? today)

export const toRow = (app: App, one: HardCase, staffId: string, today: string): Static<typeof rowSchema> => ({
  ...commonOf(app, one), channel: one.channel, coordinator: one.coordinator, mine: one.coordinatorId === staffId, late: isCaseLate(one, today), applicant: one.applicant, keywords: one.keywords,
})

const answerOf = (catalogue: Catalogue, answer: Answer | null): Static<typeof answerSchema> | null => {
  if (answer === null) return null
  const { target, ...rest } = answer
  const named = target && (target.type === 'service' ? catalogue.services : catalogue.matters)[target.id]
  return { ...rest, target: target ? { ...target, name: nameOr(named, target.id) } : null }
}

/** How it was solved is for colleagues. */
const withoutSolution = ({ solution: _solution, ...answer }: Static<typeof answerSchema>): Static<typeof answerSchema> => answer

/** Steps an applicant reads about; reminders, and what a coordinator only does for the desk, are not among them. */
const told = new Set<HardCaseEvent['action']>(['submit', 'add', 'claim', 'accept', 'guide', 'redirect', 'ask', 'giveOpinion', 'meet', 'conclude', 'settle', 'raise', 'leave', 'retract'])

const ownWords = (event: HardCaseEvent): string | null => {
  const words = event.detail[event.action === 'add' ? 'words' : 'why']
  return typeof words === 'string' && words !== '' ? words : null
}

/** What belongs to a hard case. */
export type Around = { events: readonly HardCaseEvent[]; files: readonly HardCaseFile[]; opinions: readonly Opinion[] }

export const toOwnReply = (app: App, one: HardCase, { events, files, opinions }: Around): Static<typeof ownSchema> => {
  const catalogue = app.packs.catalogueFor(one.region)
  const answer = answerOf(catalogue, one.answer)
  return {
    ...commonOf(app, one), account: one.account, wish: one.wish, coordinator: one.coordinator, revision: one.revision, answer: answer && withoutSolution(answer),
    files: files.filter(({ opinionId }) => opinionId === null).map(fileReplyOf),
    asked: opinions.map((opinion) => ({ id: opinion.id, authority: authorityName(catalogue, opinion.line, opinion.region), given: opinion.givenAt !== null })),
    history: events.filter(({ action }) => told.has(action)).map((event) => {
      const { line, region } = event.detail
      const authority = typeof line === 'string' && typeof region === 'string' ? authorityName(catalogue, line, region) : null
      return { action: event.action, actorName: event.action === 'giveOpinion' ? '' : event.actorName, at: event.at, authority, words: ownWords(event) }
    }),
    can: openTo(one, app.config.region).map(({ action }) => action),
  }
}

export const toOpinionPart = (catalogue: Catalogue, opinion: Opinion, files: readonly HardCaseFile[], today: string, dayOf: (instant: string) => string): Static<typeof opinionSchema> => ({
  id: opinion.id, line: opinion.line, region: opinion.region, authority: authorityName(catalogue, opinion.line, opinion.region), question: opinion.question, shared: opinion.shared, dueOn: opinion.dueOn,
  askedBy: opinion.askedBy, askedAt: opinion.askedAt, reminded: opinion.remindedAt !== null, late: isLate(opinion, opinion.givenAt === null ? today : dayOf(opinion.givenAt)), stance: opinion.stance,
  opinion: opinion.opinion, laws: opinion.laws, givenBy: opinion.givenBy, givenAt: opinion.givenAt, files: files.filter(({ opinionId }) => opinionId === opinion.id).map(fileReplyOf),
})

export type Desk = Around & { lessons: readonly Lesson[]; editions: ReadonlyMap<string, number>; coordinates: boolean; staffId: string; today: string; opinionBy: string | null; dayOf: (instant: string) => string }

export const toHardCaseReply = (app: App, one: HardCase, { events, files, opinions, lessons, editions, coordinates, staffId, today, opinionBy, dayOf }: Desk): Static<typeof hardCaseSchema> => {
  const catalogue = app.packs.catalogueFor(one.region)
  const above = regionAndAbove(one.region)
  return {
    ...toRow(app, one, staffId, today), revision: one.revision, phone: one.phone, account: one.account, wish: one.wish, fromCase: one.fromCase,
    risenFrom: one.risenFrom === null ? null : (nameOr(catalogue.regions[one.risenFrom], one.risenFrom)), hasAccount: one.personId !== null,
    answer: answerOf(catalogue, one.answer), files: files.filter(({ opinionId }) => opinionId === null).map(fileReplyOf),
    opinions: opinions.map((opinion) => toOpinionPart(catalogue, opinion, files, today, dayOf)),
    history: events.map(({ action, actorKind, actorName, at, detail }) => ({ action, actorKind, actorName, at, detail })),
    actions: offeredTo(one, { coordinates, staffId }), categories: categoriesOf(app, one.region), opinionBy,
    lessons: lessons.map((lesson) => toLessonReply({ ...lesson, number: one.number, title: one.title }, catalogue, editions)),
    authorities: above.flatMap((place) => catalogue.authorities.filter(({ region }) => region === place)).map(({ line, region, name }) => ({ line, region, name })),
  }
}
