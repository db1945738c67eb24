// For designers of a place: questions the assistant answers although people said it did not help, with what it says and where that stands.
// Nothing of a conversation is kept, so the answer is made again from the texts as they are now. Supervisors look on.
import { Type } from 'typebox'
import { jurisdictionFilter } from '../../kernel/authz.ts'
import { route, type App } from '../../module.ts'
import { listUnfound, toUnfoundReply, unfoundSchema } from '../searches/index.ts'
import { answerFrom, retrieve } from './answering.ts'
import { sentenceSchema, sourceSchema, subjectReply, subjectSchema } from './assistant-replies.ts'
import { withoutMarks } from './masking.ts'

/** Questions of the assistant looked at: each is asked again, which takes some milliseconds. */
const most = 50

const answeredSchema = Type.Object(
  {
    question: unfoundSchema, about: Type.Union([subjectSchema, Type.Null()], { description: 'What it takes the question to be about.' }),
    sentences: Type.Array(sentenceSchema), sources: Type.Array(sourceSchema),
  },
  { description: 'A question with the answer it gets now, without a model.' },
)

/** What a question of the list is answered now; undefined where it has no answer. */
const answeredNow = async (app: App, { question, region, language }: Parameters<typeof retrieve>[1]) => {
  const answer = answerFrom(await retrieve(app, { question, language, ...(region === undefined ? {} : { region }) }), language)
  return answer.kind === 'answer' ? answer : undefined
}

export const assistantStaffRoutes = [
  route({
    method: 'GET', path: '/assistant/unhelpful', operation: 'listUnhelpfulAnswers', summary: 'Questions of my region the assistant answers although people said it did not help, most asked first', permission: 'unfound.read',
    reply: Type.Object({ answers: Type.Array(answeredSchema) }), refusals: [],
    handle: async (app, { principal, language }) => {
      const places = jurisdictionFilter(principal, ['designer', 'supervisor'])
      const questions = await listUnfound(app.db.read, places, { state: 'open', source: 'assistant', limit: most })
      const answers = []
      for (const question of questions) {
        const answer = await answeredNow(app, { question: withoutMarks(question.words), region: question.region, language })
        if (answer) answers.push({ question: toUnfoundReply(question), about: answer.about ? subjectReply(answer.about, language) : null, sentences: answer.told, sources: answer.sources })
      }
      return { answers }
    },
  }),
]
