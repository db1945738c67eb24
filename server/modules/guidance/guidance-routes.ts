// Guidance for everybody: what a sentence means and answers, the next question, what comes out. Nothing is kept.
import { Type } from 'typebox'
import { route } from '../../module.ts'
import { regionCode } from '../catalogue/index.ts'
import { valueSchema } from '../planning/plan-schema.ts'
import { guidedSchema, toGuidedReply } from './guidance-replies.ts'
import { guide } from './guiding.ts'

const concept = Type.String({ minLength: 1, maxLength: 100 })

export const guidanceRoutes = [
  route({
    method: 'POST', path: '/guidance', operation: 'guide', summary: 'The matter a sentence means, with what it has answered and the next question; nothing is kept', permission: 'guidance.use',
    body: Type.Object(
      {
        said: Type.String({ minLength: 1, maxLength: 1000, description: 'What somebody wants done, in their own words.' }),
        region: Type.Optional(regionCode),
        matter: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'The one of the matters they chose.' })),
        answers: Type.Optional(Type.Record(concept, valueSchema, { maxProperties: 100, description: 'Answers given, or put right, by concept id.' })),
        dropped: Type.Optional(Type.Array(concept, { maxItems: 100, description: 'Questions whose answer was understood wrongly.' })),
        unknown: Type.Optional(Type.Array(concept, { maxItems: 100, description: 'Questions they cannot answer now.' })),
      },
      { additionalProperties: false },
    ),
    reply: guidedSchema, refusals: ['invalid', 'invalid_answers', 'not_found'],
    handle: async (app, { body: { said, region, matter, answers = {}, dropped = [], unknown = [] } }) =>
      toGuidedReply(await guide(app, { said, answers, dropped, unknown, ...(region === undefined ? {} : { region }), ...(matter === undefined ? {} : { matter }) })),
  }),
]
