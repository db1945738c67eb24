// Search for everybody: one question over everything that can be found, with what the asker probably wants to do.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { isRegionCode } from '../../kernel/regions.ts'
import { textIn, type Texts } from '../../kernel/texts.ts'
import { route } from '../../module.ts'
import { intentKinds } from '../intents/index.ts'
import { clicksFor, noteSearch, ticketFor } from '../searches/index.ts'
import { actionKinds, audiences, documentTypes, type Action } from './document.ts'
import { find } from './finding.ts'
import { correctionOf } from './question.ts'

const typeSchema = Type.Enum(documentTypes)
const likelySchema = { kind: Type.Enum(intentKinds), confidence: Type.Number({ minimum: 0, maximum: 1, description: 'How often such a reading is right.' }) }

const labels: Readonly<Record<Action['kind'], Texts>> = {
  apply: { 'zh-CN': '去办理', en: 'Apply' },
  book: { 'zh-CN': '去预约', en: 'Book' },
  track: { 'zh-CN': '查进度', en: 'Follow' },
  call: { 'zh-CN': '打电话', en: 'Call' },
  open: { 'zh-CN': '看一看', en: 'Open' },
}

export const searchRoutes = [
  route({
    method: 'GET', path: '/search', operation: 'search', summary: 'Find matters, services, policies, answers, halls, authorities, licences and help in everyday words, best first', permission: 'search.use',
    query: Type.Object({
      q: Type.String({ maxLength: 200, description: 'What is wanted, as one would say it. Empty: no results.' }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      type: Type.Optional(typeSchema),
      region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'Only what is offered in this region, above it or within it (GB/T 2260); what is nearest comes first. Absent: anywhere, the region served first.' })),
      audience: Type.Optional(Type.Enum(audiences, { description: 'For whom: what is only for others comes later.' })),
      typing: Type.Optional(Type.Boolean({ description: 'Asked while words are still being typed, for suggestions: not counted among what people search for.' })),
    }),
    reply: Type.Object({
      intent: Type.Object({
        ...likelySchema,
        alternatives: Type.Array(Type.Object(likelySchema), { description: 'The other kinds, likeliest first.' }),
        unsure: Type.Boolean({ description: 'The two likeliest are close: offer both.' }),
      }, { description: 'What whoever asks probably wants to do.' }),
      sure: Type.Boolean({ description: 'The first result is probably what was asked for; else all of them only resemble it. Judged where no type is asked for.' }),
      results: Type.Array(
        Type.Object({
          type: typeSchema,
          id: Type.String({ description: 'Matter id, service id, id of the policy, implementing code, id of the answer, hall, licence or help text, or line@region of the authority.' }),
          title: Type.String(),
          summary: Type.String({ description: 'At most 120 characters.' }),
          url: Type.String({ description: 'Page in the portal.' }),
          action: Type.Object({ kind: Type.Enum(actionKinds), label: Type.String(), url: Type.String({ description: 'A page of the portal, a page elsewhere, or tel: and a number.' }) }, { description: 'What can be done at once.' }),
        }),
      ),
      didYouMean: Type.Union([Type.String(), Type.Null()], { description: 'The question as it was probably meant, where sounds, initials or a slip were read.' }),
      ticket: Type.String({ description: 'To send along with what is chosen.' }),
      took: Type.Number({ description: 'Milliseconds in the server, from the question to this reply.' }),
      total: Type.Integer({ description: 'Results there are, of the 200 most promising entries.' }),
      groups: Type.Array(Type.Object({ type: typeSchema, count: Type.Integer() }), { description: 'How many of `total` are of each type.' }),
    }),
    refusals: ['invalid'],
    handle: async (app, { query: { q, limit = 20, type, region, audience, typing = false }, language, raw }) => {
      if (region !== undefined && !isRegionCode(region)) throw new Refusal('invalid', { region })
      const since = performance.now()
      const { question, intent, found, sure } = await find(app, q, { type, region, audience, chosen: clicksFor(app, q) })
      const groups = documentTypes.map((each) => ({ type: each, count: found.filter((result) => result.type === each).length }))
      if (!typing && type === undefined && question.units.length > 0) noteSearch(app, { text: q, found: sure ? found.length : 0, region })
      return {
        intent, sure: sure || type !== undefined,
        results: found.slice(0, limit).map(({ type: kind, id, title, summary, url, action }) => ({
          type: kind, id, title: textIn(title, language), summary: textIn(summary, language), url, action: { kind: action.kind, label: textIn(action.label ?? labels[action.kind], language), url: action.url },
        })),
        didYouMean: correctionOf(question) ?? null,
        ticket: ticketFor(app.config, { text: q, region, ip: raw.ip }, app.clock.now()),
        took: Math.round((performance.now() - since) * 100) / 100,
        total: found.length,
        groups: groups.filter(({ count }) => count > 0),
      }
    },
  }),
]
