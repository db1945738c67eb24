// What is told about a request: to its reporter, to whoever has its progress link, to officials. Names resolved, permitted steps worked out.
// A unit somebody complains of reads neither who says so nor how to find them.
import { Type, type Static } from 'typebox'
import { asTexts, nameOr, type Texts } from '../../kernel/texts.ts'
import type { App } from '../../module.ts'
import { authorityAt, textsSchema } from '../catalogue/index.ts'
import { findCategory } from '../duties/index.ts'
import type { RequestAnswer } from './answers-store.ts'
import { openTo, redoWindow } from './reporting.ts'
import { grades, outcomes, requestActions, requestChannels, requestKinds, requestStates, urgencies, waiting, waitsOn, type RequestAction } from './request.ts'
import { unitMark, type CitizenRequest, type RequestEvent, type RequestFile, type Unit } from './request-record.ts'
import { termsOf } from './recording.ts'
import { progressToken } from './token.ts'

const text = Type.String()
export const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
export const unitSchema = Type.Object({ line: text, region: text, name: textsSchema }, { description: 'An authority.' })
export const fileSchema = Type.Object({ id: text, name: text, size: Type.Integer(), type: text, ofAnswer: Type.Boolean() }, { description: 'Photo, recording or document.' })
export const placeSchema = Type.Object({ address: Type.Optional(text), lat: Type.Optional(Type.Number()), lng: Type.Optional(Type.Number()) })
const kind = Type.Enum(requestKinds)
const instant = Type.String({ description: 'Instant, ISO 8601.' })

export const rowShape = {
  id: text, number: text, title: text, kind, channel: Type.Enum(requestChannels), state: Type.Enum(requestStates, { description: 'Where it stands in its lifecycle.' }), waitsOn: orNull(Type.Enum(waiting)),
  category: orNull(text), categoryName: orNull(textsSchema), urgency: Type.Enum(urgencies), front: Type.Boolean({ description: 'Somebody may be in danger.' }), region: text, regionName: textsSchema,
  unit: orNull(unitSchema), round: Type.Integer(), dueAt: orNull(instant), mark: Type.Integer({ description: '1 four fifths of the time are gone, 2 overdue, 3 three times overdue.' }),
  grade: orNull(Type.Enum(grades)), seconds: Type.Integer({ description: 'How many others say the same.' }), receivedAt: instant, updatedAt: instant, answeredAt: orNull(instant), endedAt: orNull(instant),
}

export const answerShape = { id: text, round: Type.Integer(), unit: orNull(unitSchema), outcome: Type.Enum(outcomes), promisedOn: orNull(text), kept: Type.Boolean(), text, releasedAt: orNull(instant) }
const answerSchema = Type.Object(answerShape, { description: 'What a unit answered.' })

const stepSchema = Type.Object({ action: Type.Enum(requestActions), at: instant, by: Type.Enum(['you', 'reporter', 'unit', 'centre', 'system']), unit: orNull(unitSchema), words: orNull(text) }, { description: 'One thing that happened.' })

export const ownRowSchema = Type.Object(rowShape, { description: 'One of my requests.' })

const shownShape = {
  ...rowShape, text, place: placeSchema, why: Type.Array(text, { description: 'Why it went to this unit.' }), answers: Type.Array(answerSchema), history: Type.Array(stepSchema),
  can: Type.Array(Type.Object({ action: Type.Enum(requestActions), possible: Type.Boolean(), because: Type.Optional(text) })), redoUntil: orNull(instant),
  handedTo: orNull(Type.Object({ type: Type.Enum(['service', 'matter', 'authority']), id: text })), leadNumber: orNull(text),
  parts: Type.Array(Type.Object({ id: text, unit: orNull(unitSchema), state: Type.Enum(requestStates), round: Type.Integer() }), { description: 'Of one that was split, in the order of its answer.' }),
}

export const ownSchema = Type.Object(
  { ...shownShape, anonymous: Type.Boolean(), openName: Type.Boolean(), files: Type.Array(fileSchema), token: Type.String({ description: 'Of the progress page without login.' }), contact: Type.Object({ name: Type.Optional(text), phone: Type.Optional(text), email: Type.Optional(text) }) },
  { description: 'My request: what happened, what comes next, the answer.' },
)

/** Without what was told, of which the title may be the first sentence: whoever has the link knows it, whoever found it should not. */
export const progressSchema = Type.Object(Object.fromEntries(Object.entries(shownShape).filter(([key]) => key !== 'title' && key !== 'text' && key !== 'place')) as Omit<typeof shownShape, 'title' | 'text' | 'place'>, { description: 'How far a request is, for whoever has its link.' })

export const unitNamed = (app: App, region: string, unit: Unit): Static<typeof unitSchema> => ({ ...unit, name: nameOr(authorityAt(app.packs.catalogueFor(region), unit.line, unit.region), unit.line) })

const categoryName = (app: App, { category, region }: Pick<CitizenRequest, 'category' | 'region'>): Texts | null => {
  const leaf = category === null ? undefined : findCategory(app, category, region)
  return leaf ? asTexts(leaf.name) : category === null ? null : { 'zh-CN': category }
}

export const rowOf = (app: App, one: CitizenRequest): Static<typeof ownRowSchema> => ({
  id: one.id, number: one.number, title: one.title, kind: one.kind, channel: one.channel, state: one.state, waitsOn: waitsOn(one.state), category: one.category, categoryName: categoryName(app, one), urgency: one.urgency,
  front: one.front, region: one.region, regionName: nameOr(app.packs.catalogueFor(one.region).regions[one.region], one.region), unit: one.unit && unitNamed(app, one.region, one.unit), round: one.round,
  dueAt: one.dueAt, mark: one.mark, grade: one.grade, seconds: one.seconds, receivedAt: one.receivedAt, updatedAt: one.updatedAt, answeredAt: one.answeredAt, endedAt: one.endedAt,
})

export const fileReplyOf = ({ id, name, size, type, answerId }: RequestFile): Static<typeof fileSchema> => ({ id, name, size, type, ofAnswer: answerId !== null })

export const answerReplyOf = (app: App, one: CitizenRequest, answer: RequestAnswer): Static<typeof answerSchema> => ({
  id: answer.id, round: answer.round, unit: answer.unit && unitNamed(app, one.region, answer.unit), outcome: answer.outcome, promisedOn: answer.promisedOn,
  kept: one.course.answer?.id === answer.id && one.course.answer.kept, text: answer.text, releasedAt: answer.releasedAt,
})

/** Steps a reporter reads about; what officials only do for the desk is not among them. */
const told = new Set<RequestAction>(['receive', 'correct', 'dispatch', 'sign', 'return', 'keep', 'rule', 'grantTime', 'invite', 'release', 'answer', 'answerWithLead', 'split', 'join', 'part', 'handOver', 'decline', 'add', 'urge', 'rate', 'settle', 'leave', 'redo', 'reopen', 'fulfil', 'withdraw', 'openContact'])
/** Words of these are for the reporter; those of others stay among officials. */
const spoken = new Set<RequestAction>(['handOver', 'decline', 'add', 'rate', 'leave', 'redo', 'reopen', 'fulfil'])
/** Of these by whoever answers; what the reporter wrote or said on the telephone is not told by the link. */
const spokenByLink = new Set<RequestAction>(['handOver', 'decline', 'leave', 'fulfil'])

const unitIn = (detail: Record<string, unknown>): Unit | undefined => {
  const { unit } = detail
  return typeof unit === 'object' && unit !== null && 'line' in unit && 'region' in unit ? { line: String(unit.line), region: String(unit.region) } : undefined
}

const byWhom = ({ action, actorKind }: RequestEvent): Static<typeof stepSchema>['by'] => {
  if (actorKind === 'person' || actorKind === 'anonymous') return 'reporter'
  if (actorKind === 'system') return 'system'
  return action === 'sign' || action === 'return' || action === 'release' || action === 'fulfil' ? 'unit' : 'centre'
}

const historyOf = (app: App, one: CitizenRequest, events: readonly RequestEvent[], worded: ReadonlySet<RequestAction>): Static<typeof stepSchema>[] =>
  events.filter(({ action }) => told.has(action)).map((event) => {
    const unit = unitIn(event.detail)
    return { action: event.action, at: event.at, by: byWhom(event), unit: unit ? unitNamed(app, one.region, unit) : null, words: worded.has(event.action) ? event.words : null }
  })

/** What belongs to a request. `lead`: the one it was joined to; `parts`: those it was split into. */
export type Around = { events: readonly RequestEvent[]; answers: readonly RequestAnswer[]; files: readonly RequestFile[]; lead: CitizenRequest | undefined; parts: readonly CitizenRequest[] }

const shownOf = (app: App, one: CitizenRequest, { events, answers, lead, parts }: Around, now: Date, worded: ReadonlySet<RequestAction>) => {
  const terms = termsOf(app, one.region)
  const redoing = redoWindow(one, terms, now)
  return {
    ...rowOf(app, one), why: one.course.why, answers: answers.filter(({ releasedAt }) => releasedAt !== null).map((answer) => answerReplyOf(app, one, answer)), history: historyOf(app, one, events, worded),
    can: openTo(one, terms, now), redoUntil: 'until' in redoing ? redoing.until : null, handedTo: one.course.handedTo, leadNumber: lead?.number ?? null, parts: parts.map(({ id, unit, state, round }) => ({ id, unit: unit && unitNamed(app, one.region, unit), state, round })),
  }
}

export const progressOf = (app: App, one: CitizenRequest, around: Around, now: Date): Static<typeof progressSchema> => {
  const { title: _title, ...shown } = shownOf(app, one, around, now, spokenByLink)
  return shown
}

/** Their own, and those of answers that were released. */
export const shownToReporter = ({ files, answers }: Pick<Around, 'files' | 'answers'>): readonly RequestFile[] => {
  const released = new Set(answers.flatMap(({ id, releasedAt }) => (releasedAt === null ? [] : [id])))
  return files.filter(({ answerId, addedBy }) => (answerId === null ? addedBy !== unitMark : released.has(answerId)))
}

export const ownReply = (app: App, one: CitizenRequest, around: Around, now: Date): Static<typeof ownSchema> => ({
  ...shownOf(app, one, around, now, spoken), text: one.text, place: one.place, anonymous: one.anonymous, openName: one.course.openName, files: shownToReporter(around).map(fileReplyOf), token: progressToken(one.id), contact: one.contact,
})
