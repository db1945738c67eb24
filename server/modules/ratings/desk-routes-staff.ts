// Ratings over HTTP for officials: bad ones to put right, questions to decide, those about oneself; each within one's jurisdiction.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply } from '../../kernel/http.ts'
import { pageOf } from '../../kernel/pages.ts'
import type { Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { masked } from '../assistants/index.ts'
import type { Scene } from '../cases/index.ts'
import { getPerson } from '../people/index.ts'
import { deskItemSchema, deskRatingSchema, toDeskItems, toDeskRating } from './desk-replies.ts'
import { rulings, questionKinds } from './question.ts'
import { appeal, appellants, attachEvidence, decide } from './questioning.ts'
import { listOpenQuestions, listQuestionsOf, listRatingFiles } from './questions-store.ts'
import type { Rating } from './rating.ts'
import { listAbout } from './reading.ts'
import { contact, dismiss, fix, getForAction, pass, readers, reply, rolesAt, sendBack, type Under } from './rectifying.ts'
import { listRectificationLines, listRectifications } from './rectifications-store.ts'
import type { StaffAction } from './rectification.ts'
import { findRating, listRatings, listRatingsAbout, listRatingsWithIds } from './ratings-store.ts'
import { record } from './recording.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
const revision = Type.Integer({ minimum: 1, description: 'Revision that was looked at; an older one is refused.' })
const words = Type.String({ minLength: 2, maxLength: 2000, pattern: '\\S' })
const refusals = ['not_found', 'invalid', 'conflict', 'second_person', 'not_allowed_now'] as const

const isAbout = (principal: Principal, { staffId }: Rating): boolean => principal.kind === 'staff' && principal.id === staffId

/** In the jurisdiction of the official, or about them. @throws Refusal not_found */
const getSeen = async (app: App, principal: Principal, id: string): Promise<Rating> => {
  const rating = await findRating(app.db.read, id)
  if (!rating || (rolesAt(principal, rating).length === 0 && !isAbout(principal, rating))) throw new Refusal('not_found')
  return rating
}

const replyOf = async (app: App, principal: Principal, id: string, language: Language) => {
  const { read } = app.db
  const staff = staffOf(principal)
  const rating = await getSeen(app, principal, id)
  const [[about], lines, files] = await Promise.all([listAbout(read, [rating]), listRectificationLines(read, id), listRatingFiles(read, id)])
  if (!about) throw new Refusal('not_found')
  const person = rating.personId === null ? undefined : await getPerson(read, rating.personId)
  const mayAppeal = covers(staff, appellants, rating) && isAbout(staff, rating) && !about.questions.some(({ kind }) => kind === 'appeal')
  return toDeskRating(app, read, about, { lines, files, roles: rolesAt(principal, rating), mayAppeal, publicWords: masked(rating.words ?? '', person ? [person.name] : []) }, { id: staff.id, today: plainDate(app.clock.now()) }, language)
}

type Acting = { principal: Principal; params: { id: string }; body: { revision: number }; requestId: string; language: Language }

const acting = async (app: App, { principal, params, body, requestId, language }: Acting, action: StaffAction, work: (scene: Scene, under: Under) => Promise<void>) => {
  await app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal: staffOf(principal), requestId, at: app.clock.now() }
    await work(scene, await getForAction(scene, params.id, action, body.revision))
  })
  return replyOf(app, principal, params.id, language)
}

const views = ['open', 'ended', 'questions', 'all', 'mine'] as const

const listView = async ({ db: { read } }: App, principal: Principal, view: (typeof views)[number], before: string | undefined, limit: number): Promise<Rating[]> => {
  const jurisdiction = jurisdictionFilter(principal, readers)
  if (view === 'mine') return listRatingsAbout(read, staffOf(principal).id, limit)
  if (view === 'all') return listRatings(read, { jurisdiction, before, limit })
  const ids = view === 'questions'
    ? (await listOpenQuestions(read, jurisdictionFilter(principal, ['supervisor']), limit)).map(({ ratingId }) => ratingId)
    : (await listRectifications(read, { jurisdiction, ended: view === 'ended', limit })).map(({ ratingId }) => ratingId)
  const found = new Map((await listRatingsWithIds(read, ids)).map((each) => [each.id, each]))
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

export const deskRoutes = [
  route({
    method: 'GET', path: '/ratings/desk', operation: 'listRatings', summary: 'Ratings of my jurisdiction, or about me, by view', permission: 'ratings.read',
    query: Type.Object({ view: Type.Enum([...views], { default: 'open', description: 'open: to be put right, what is due first at the top; ended; questions: to be decided; all; mine: about me.' }), before: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) }),
    reply: Type.Object({ ratings: Type.Array(deskItemSchema), next: Type.Union([uuid, Type.Null()]) }), refusals: ['invalid'],
    handle: async (app, { principal, query, language }) => {
      const found = await listView(app, principal, query.view, query.before, query.limit + 1)
      const { page, next } = pageOf(found, query.limit)
      const items = await toDeskItems(app, app.db.read, await listAbout(app.db.read, page), { id: staffOf(principal).id, today: plainDate(app.clock.now()) }, language)
      return { ratings: items, next: query.view === 'all' ? next : null }
    },
  }),
  route({
    method: 'GET', path: '/ratings/desk/:id', operation: 'getRating', summary: 'One of them: what was said, done and decided', permission: 'ratings.read',
    params: one, reply: deskRatingSchema, refusals: ['not_found', 'invalid'], handle: (app, { principal, params, language }) => replyOf(app, principal, params.id, language),
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/phone', operation: 'revealRaterPhone', summary: 'The number of whoever gave a bad rating, to call them; on record', permission: 'ratings.handle',
    params: one, reply: Type.Object({ phone: Type.Union([Type.String(), Type.Null()]) }), refusals: ['not_found', 'invalid', 'second_person', 'not_allowed_now'],
    handle: async (app, { principal, params, requestId }) => {
      const staff = staffOf(principal)
      const rating = await findRating(app.db.read, params.id)
      if (!rating || !covers(staff, ['clerk', 'approver', 'head'], rating)) throw new Refusal('not_found')
      if (isAbout(staff, rating)) throw new Refusal('second_person')
      const [about] = await listAbout(app.db.read, [rating])
      if (rating.personId === null || about?.rectification === undefined || about.rectification.endedAt !== null) throw new Refusal('not_allowed_now')
      const { phone } = await getPerson(app.db.read, rating.personId)
      await app.db.transaction((tx) => record({ app, tx, principal: staff, requestId, at: app.clock.now() }, rating, 'revealPhone'))
      return { phone }
    },
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/contact', operation: 'contactRater', summary: 'Whoever rated was spoken with, or could not be reached', permission: 'ratings.handle',
    params: one, body: Type.Object({ revision, reached: Type.Boolean(), note: words }, closed), reply: deskRatingSchema, refusals, handle: (app, call) => acting(app, call, 'contact', (scene, under) => contact(scene, under, call.body)),
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/fix', operation: 'fixRated', summary: 'What was done about it', permission: 'ratings.handle',
    params: one, body: Type.Object({ revision, measures: words }, closed), reply: deskRatingSchema, refusals, handle: (app, call) => acting(app, call, 'fix', (scene, under) => fix(scene, under, call.body.measures)),
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/reply', operation: 'replyToRating', summary: 'The answer whoever rated gets, released by an approver', permission: 'ratings.release',
    params: one, body: Type.Object({ revision, text: words }, closed), reply: deskRatingSchema, refusals, handle: (app, call) => acting(app, call, 'reply', (scene, under) => reply(scene, under, call.body.text)),
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/send-back', operation: 'sendRatingBack', summary: 'Not put right yet: the unit goes on', permission: 'ratings.decide',
    params: one, body: Type.Object({ revision, reasons: words }, closed), reply: deskRatingSchema, refusals, handle: (app, call) => acting(app, call, 'sendBack', (scene, under) => sendBack(scene, under, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/pass', operation: 'passRectification', summary: 'Put right: it is published as read here, or not at all; whoever rated may rate again', permission: 'ratings.decide',
    params: one, body: Type.Object({ revision, publication: Type.Union([Type.Object({ words: Type.String({ maxLength: 2000 }), reply: words }, closed), Type.Null()]) }, closed), reply: deskRatingSchema, refusals,
    handle: (app, call) => acting(app, call, 'pass', (scene, under) => pass(scene, under, call.body.publication)),
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/dismiss', operation: 'dismissRating', summary: 'Given by mistake or out of malice: it stays on record and does not count', permission: 'ratings.decide',
    params: one, body: Type.Object({ revision, reasons: words }, closed), reply: deskRatingSchema, refusals, handle: (app, call) => acting(app, call, 'dismiss', (scene, under) => dismiss(scene, under, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/appeal', operation: 'appealRating', summary: 'Why a rating about me should not count for me; once', permission: 'ratings.appeal',
    params: one, body: Type.Object({ grounds: Type.String({ minLength: 5, maxLength: 2000 }) }, closed), status: 201, reply: deskRatingSchema, refusals: ['not_found', 'invalid', 'conflict'],
    handle: async (app, { principal, params, body, requestId, language }) => {
      const staff = staffOf(principal)
      await app.db.transaction((tx) => appeal({ app, tx, principal: staff, requestId, at: app.clock.now() }, staff, params.id, body.grounds))
      return replyOf(app, principal, params.id, language)
    },
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/files', operation: 'attachToAppeal', summary: 'Evidence for my appeal (multipart field "file")', permission: 'ratings.appeal',
    params: one, upload: true, status: 201, reply: Type.Object({ id: Type.String(), name: Type.String() }), refusals: ['not_found', 'invalid', 'not_allowed_now', 'file_empty', 'file_type', 'too_large', 'too_many_files'],
    handle: async (app, { principal, params, raw, requestId }) => {
      const { id, name } = await attachEvidence(app, staffOf(principal), params.id, await raw.file(), requestId)
      return { id, name }
    },
  }),
  route({
    method: 'GET', path: '/ratings/desk/:id/files/:file', operation: 'getRatingFile', summary: 'Evidence of an appeal', permission: 'ratings.read',
    params: Type.Object({ id: uuid, file: uuid }), reply: fileReply, refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const rating = await getSeen(app, principal, params.id)
      const file = (await listRatingFiles(app.db.read, rating.id)).find(({ id }) => id === params.file)
      if (!file) throw new Refusal('not_found')
      return { stream: app.files.open(file.digest), type: file.type, name: file.name, inline: true }
    },
  }),
  route({
    method: 'POST', path: '/ratings/desk/:id/rulings', operation: 'ruleOnRating', summary: 'Whether a rating that is held, denied or appealed against counts; once, with reasons', permission: 'ratings.decide',
    params: one, body: Type.Object({ about: Type.Enum([...questionKinds]), verdict: Type.Enum([...rulings]), reasons: words }, closed), reply: Type.Object({ decided: Type.Integer() }), refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const staff = staffOf(principal)
      await app.db.transaction((tx) => decide({ app, tx, principal: staff, requestId, at: app.clock.now() }, staff, params.id, body.about, body.verdict, body.reasons))
      return { decided: (await listQuestionsOf(app.db.read, [params.id])).filter(({ verdict }) => verdict !== null).length }
    },
  }),
]
