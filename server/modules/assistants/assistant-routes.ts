// Asking the assistant, at once or as it is worded, and saying whether an answer helped.
// For everybody; nothing of a conversation is kept but questions nobody could answer, masked and without who asked.
import { Readable } from 'node:stream'
import { Type, type Static } from 'typebox'
import type { Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileReply, type Call } from '../../kernel/http.ts'
import { isRegionCode, regionCovers } from '../../kernel/regions.ts'
import { route, type App } from '../../module.ts'
import { findPerson } from '../people/index.ts'
import { noteChosen } from '../search/index.ts'
import { noteUnanswered } from '../searches/index.ts'
import { askedAlone } from './answering.ts'
import { answerSchema, subjectRefSchema, type AnswerReply } from './assistant-replies.ts'
import { askingRate } from './assistant-rate.ts'
import { assist, type Event, type Question } from './assisting.ts'
import { masked } from './masking.ts'
import { longestQuestion } from './reading.ts'

const rates = { production: askingRate({ caller: 20, network: 120 }), demo: askingRate({ caller: 600, network: 600 }) }

const regionAsked = Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'Where it is asked, within the region served; all of it when absent.' }))

/** @throws Refusal invalid for a place that is not served */
const regionOf = ({ config }: App, region = config.region): string => {
  if (!isRegionCode(region) || !regionCovers(config.region, region)) throw new Refusal('invalid', { region })
  return region
}

const questionBody = Type.Object(
  {
    question: Type.String({ maxLength: longestQuestion, description: 'As one would say it.' }),
    about: Type.Optional(subjectRefSchema),
    region: regionAsked,
  },
  { additionalProperties: false },
)

/** Everything that is known of whoever is logged in and must not leave. */
const knownOf = async (app: App, principal: Principal): Promise<string[]> => {
  if (principal.kind !== 'person') return principal.kind === 'staff' ? [principal.name] : []
  const person = await findPerson(app.db.read, principal.id)
  return [principal.name, ...(principal.by ? [principal.by.name] : []), ...(person ? [person.name, person.idNumber, ...(person.phone === null ? [] : [person.phone]), ...person.companies.flatMap(({ name, uscc }) => [name, uscc])] : [])]
}

const toQuestion = async (app: App, { body, principal, language, raw }: Call<undefined, undefined, Static<typeof questionBody>>): Promise<Question> => {
  const region = regionOf(app, body.region)
  if (!rates[app.config.mode](principal, raw.ip, app.clock.now())) throw new Refusal('too_many')
  return { question: body.question, language, known: await knownOf(app, principal), region, ...(body.about ? { about: body.about } : {}) }
}

const asLine = ({ event, ...data }: Event): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

async function* lines(events: AsyncIterable<Event>): AsyncGenerator<string> {
  for await (const event of events) yield asLine(event)
}

export const assistantRoutes = [
  route({
    method: 'GET', path: '/assistant', operation: 'getAssistant', summary: 'Whether answers come bit by bit, worded by a model', permission: 'assistant.use',
    reply: Type.Object({ streams: Type.Boolean() }), refusals: [],
    handle: async ({ config }) => ({ streams: config.assistant !== undefined }),
  }),
  route({
    method: 'POST', path: '/assistant/questions', operation: 'askAssistant', summary: 'Ask in everyday words; every sentence of the answer names its source', permission: 'assistant.use',
    body: questionBody, reply: answerSchema, refusals: ['invalid', 'too_many'],
    handle: async (app, call) => {
      let answer: AnswerReply | undefined
      for await (const each of assist(app, await toQuestion(app, call))) if (each.event === 'answer') answer = each.answer
      if (!answer) throw new Refusal('internal')
      return answer
    },
  }),
  route({
    method: 'POST', path: '/assistant/streams', operation: 'streamAssistant', summary: 'The same as server-sent events: sentence by sentence, then the whole answer', permission: 'assistant.use',
    body: questionBody, reply: fileReply, refusals: ['invalid', 'too_many'],
    handle: async (app, call) => {
      const left = new AbortController()
      const stream = Readable.from(lines(assist(app, { ...(await toQuestion(app, call)), signal: left.signal })))
      stream.once('close', () => left.abort())
      return { stream, type: 'text/event-stream; charset=utf-8', name: 'answer', inline: true }
    },
  }),
  route({
    method: 'POST', path: '/assistant/feedback', operation: 'rateAssistantAnswer', summary: 'Say whether an answer helped; neither who says so nor anything personal is kept', permission: 'assistant.use',
    body: Type.Object({
      question: Type.String({ minLength: 1, maxLength: longestQuestion }), helpful: Type.Boolean({ description: 'true: counted for the thing it was about, if the search finds it for these words too. false: the question is noted for designers of the place.' }),
      about: Type.Optional(subjectRefSchema), region: regionAsked,
    }, { additionalProperties: false }),
    reply: Type.Object({ noted: Type.Boolean() }), refusals: ['invalid', 'too_many'],
    handle: async (app, { body: { question, helpful, about, region }, principal, language, raw }) => {
      const place = regionOf(app, region)
      if (!rates[app.config.mode](principal, raw.ip, app.clock.now())) throw new Refusal('too_many')
      const known = await knownOf(app, principal)
      const text = masked(question, known)
      if (!helpful) noteUnanswered(app, { text: masked(await askedAlone(app, { question, region: place, language, ...(about ? { about } : {}) }), known), source: 'assistant', region: place })
      else if (about) await noteChosen(app, { q: text, ...about, region: place, visitor: principal.kind === 'person' ? { person: principal.id } : { ip: raw.ip }, searched: false })
      return { noted: true }
    },
  }),
]
