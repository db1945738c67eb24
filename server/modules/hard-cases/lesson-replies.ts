// What designers and coordinators are told about what conclusions become.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import { textsSchema, type Catalogue } from '../catalogue/index.ts'
import { lessonKinds, lessonStages, lessonSteps, stageAfter } from './lesson.ts'
import type { LessonOfCase } from './lessons-store.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])

export const lessonSchema = Type.Object(
  {
    id: text, hardCaseId: text, number: text, title: text, region: text, kind: Type.Enum(lessonKinds), ask: text, answer: text, services: Type.Array(Type.Object({ id: text, name: textsSchema })),
    stage: Type.Enum(lessonStages), revision: Type.Integer(), proposedBy: text, proposedAt: text, decidedBy: textOrNull, decidedAt: textOrNull, reason: text, designId: textOrNull,
    edition: Type.Union([Type.Integer(), Type.Null()], { description: 'The edition it became; then it is done.' }),
    can: Type.Array(Type.Enum(lessonSteps)),
  },
  { description: 'What a conclusion is to become.' },
)

export const toLessonReply = (lesson: LessonOfCase, { services }: Pick<Catalogue, 'services'>, editions: ReadonlyMap<string, number>): Static<typeof lessonSchema> => ({
  ...lesson, services: lesson.services.map((id) => ({ id, name: nameOr(services[id], id) })),
  edition: lesson.designId === null ? null : (editions.get(lesson.designId) ?? null), can: lessonSteps.filter((step) => stageAfter(lesson, step) !== undefined),
})
