// What conclusions are to become, for designers: approve an answer for everybody, begin a design for a change, or drop it with a reason.
// Supervisors look on; each is tracked until an edition holds it.
import { Type } from 'typebox'
import { jurisdictionFilter } from '../../kernel/authz.ts'
import { route, type App } from '../../module.ts'
import { listEditionsOfDesigns } from '../designs/index.ts'
import { findHardCase } from './hard-cases-store.ts'
import type { Lesson } from './lesson.ts'
import { lessonSchema, toLessonReply } from './lesson-replies.ts'
import { listLessons } from './lessons-store.ts'
import { begin, drop, publish } from './teaching.ts'

const uuid = Type.String({ format: 'uuid' })
const params = Type.Object({ id: uuid })
const revision = Type.Integer({ minimum: 1, description: 'Revision that was looked at.' })
const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const

const replyOf = async (app: App, lesson: Lesson) => {
  const one = await findHardCase(app.db.read, lesson.hardCaseId)
  const editions = await listEditionsOfDesigns(app.db.read, lesson.designId === null ? [] : [lesson.designId])
  return toLessonReply({ ...lesson, number: one?.number ?? '', title: one?.title ?? '' }, app.packs.catalogueFor(lesson.region), editions)
}

export const lessonRoutes = [
  route({
    method: 'GET', path: '/lessons', operation: 'listLessons', summary: 'What conclusions of my region are to become, and what they became', permission: 'lessons.read',
    reply: Type.Object({ lessons: Type.Array(lessonSchema), packs: Type.Array(Type.Object({ id: Type.String(), region: Type.String() })) }), refusals: [],
    handle: async (app, { principal }) => {
      const lessons = await listLessons(app.db.read, jurisdictionFilter(principal, ['designer', 'supervisor']))
      const editions = await listEditionsOfDesigns(app.db.read, lessons.flatMap(({ designId }) => designId ?? []))
      return { lessons: lessons.map((lesson) => toLessonReply(lesson, app.packs.catalogueFor(lesson.region), editions)), packs: app.packs.packs.map(({ id, region }) => ({ id, region })) }
    },
  }),
  route({
    method: 'POST', path: '/lessons/:id/publish', operation: 'publishLesson', summary: 'Approve the answer: everybody finds it from now on', permission: 'lessons.decide',
    params,
    body: Type.Object({ revision, ask: Type.String({ minLength: 2, maxLength: 200 }), answer: Type.String({ minLength: 2, maxLength: 2000 }), services: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 10 }) }, { additionalProperties: false }),
    reply: lessonSchema, refusals,
    handle: async (app, { principal, params: { id }, body: { revision: seen, ...words }, requestId }) =>
      replyOf(app, await app.db.transaction((tx) => publish({ app, tx, principal, requestId, at: app.clock.now() }, id, seen, words))),
  }),
  route({
    method: 'POST', path: '/lessons/:id/begin', operation: 'beginLesson', summary: 'Begin the design it becomes', permission: 'lessons.decide',
    params, body: Type.Object({ revision, pack: Type.String({ maxLength: 100 }), title: Type.String({ minLength: 2, maxLength: 100 }), about: Type.String({ pattern: '^(matters|services)/[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 120 }) }, { additionalProperties: false }),
    reply: lessonSchema, refusals,
    handle: async (app, { principal, params: { id }, body: { revision: seen, ...design }, requestId }) =>
      replyOf(app, await app.db.transaction((tx) => begin({ app, tx, principal, requestId, at: app.clock.now() }, id, seen, design))),
  }),
  route({
    method: 'POST', path: '/lessons/:id/drop', operation: 'dropLesson', summary: 'Not to be followed up, or no longer shown, with the reason', permission: 'lessons.decide',
    params, body: Type.Object({ revision, reason: Type.String({ minLength: 2, maxLength: 500 }) }, { additionalProperties: false }), reply: lessonSchema, refusals,
    handle: async (app, { principal, params: { id }, body: { revision: seen, reason }, requestId }) =>
      replyOf(app, await app.db.transaction((tx) => drop({ app, tx, principal, requestId, at: app.clock.now() }, id, seen, reason))),
  }),
]
