// Answers for everybody: what earlier hard cases taught, from the pack and from conclusions a designer approved.
// Nothing in them says whose case it was.
import { Type, type Static } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { regionAndAbove, regionCovers, regionPrefix } from '../../kernel/regions.ts'
import { asTexts } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { legalBasisSchema, textsSchema, type HardCaseWindow } from '../catalogue/index.ts'
import { findPublicAnswer } from '../knowledge/index.ts'
import { orNull } from './hard-case-replies.ts'
import type { Lesson } from './lesson.ts'
import { findPublished, listPublishedFor } from './lessons-store.ts'

const answerSchema = Type.Object(
  { id: Type.String(), ask: textsSchema, answer: textsSchema, services: Type.Array(Type.Object({ id: Type.String(), name: textsSchema })), law: orNull(legalBasisSchema), approvedAt: orNull(Type.String({ description: 'null: from the pack.' })) },
  { description: 'A difficulty and how it is solved.' },
)
type Answer = Static<typeof answerSchema>

const named = (app: App, region: string, services: readonly string[]): Answer['services'] => {
  const known = app.packs.catalogueFor(region).services
  return services.flatMap((id) => (known[id] ? [{ id, name: known[id].name }] : []))
}

const ofPack = (app: App, { id, ask, answer, services = [], legalBasis }: NonNullable<HardCaseWindow['conclusions']>[number]): Answer => ({
  id, ask: asTexts(ask), answer: asTexts(answer), services: named(app, app.config.region, services), law: legalBasis ?? null, approvedAt: null,
})

const ofLesson = (app: App, lesson: Lesson): Answer => ({
  id: lesson.id, ask: { 'zh-CN': lesson.ask }, answer: { 'zh-CN': lesson.answer }, services: named(app, lesson.region, lesson.services), law: null, approvedAt: lesson.decidedAt,
})

const conclusionsHere = (app: App) => app.packs.hardCaseWindowFor(app.config.region)?.conclusions ?? []
const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An answer everybody may read: of the pack, of a lesson that was approved, or of the hotline's knowledge; in force and of the region served. */
export const findAnswer = async (app: App, id: string): Promise<Answer | undefined> => {
  const conclusion = conclusionsHere(app).find((each) => each.id === id)
  if (conclusion) return ofPack(app, conclusion)
  if (!isUuid.test(id)) return undefined
  const lesson = await findPublished(app.db.read, id)
  if (lesson && regionCovers(app.config.region, lesson.region)) return ofLesson(app, lesson)
  // What the hotline answers and everybody may read.
  const known = await findPublicAnswer(app, id)
  if (!known || !regionCovers(app.config.region, known.region)) return undefined
  return { id, ask: { 'zh-CN': known.words.ask }, answer: { 'zh-CN': known.words.answer }, services: [], law: { title: known.words.source.title }, approvedAt: known.releasedAt }
}

export const answerRoutes = [
  route({
    method: 'GET', path: '/answers', operation: 'listAnswers', summary: 'Answers that help with a service', permission: 'answers.read',
    query: Type.Object({ service: Type.String({ maxLength: 100 }), region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$' })) }), reply: Type.Object({ answers: Type.Array(answerSchema) }), refusals: ['invalid'],
    handle: async (app, { query: { service, region = app.config.region } }) => {
      const given = await listPublishedFor(app.db.read, service, regionAndAbove(region), regionPrefix(region))
      return { answers: [...given.map((lesson) => ofLesson(app, lesson)), ...conclusionsHere(app).filter(({ services = [] }) => services.includes(service)).map((each) => ofPack(app, each))] }
    },
  }),
  route({
    method: 'GET', path: '/answers/:id', operation: 'getAnswer', summary: 'One difficulty and how it is solved', permission: 'answers.read',
    params: Type.Object({ id: Type.String({ maxLength: 100 }) }), reply: answerSchema, refusals: ['not_found', 'invalid'],
    handle: async (app, { params: { id } }) => {
      const found = await findAnswer(app, id)
      if (!found) throw new Refusal('not_found')
      return found
    },
  }),
]
