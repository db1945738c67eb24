// For everybody: that a result was chosen after a search.
import { Type } from 'typebox'
import { Refusal } from '../../kernel/errors.ts'
import { isRegionCode } from '../../kernel/regions.ts'
import { route } from '../../module.ts'
import { isTicketOf } from '../searches/index.ts'
import { noteChosen } from './choosing.ts'
import { documentTypes } from './document.ts'

export const choosingRoutes = [
  route({
    method: 'POST', path: '/search/clicks', operation: 'noteSearchClick', summary: 'A result was chosen after a search; results many choose come earlier', permission: 'search.use',
    body: Type.Object({
      q: Type.String({ minLength: 1, maxLength: 200, description: 'The question as it was asked.' }),
      type: Type.Enum(documentTypes, { description: 'Of the result.' }),
      id: Type.String({ minLength: 1, maxLength: 200, description: 'Of the result.' }),
      region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'As it was searched: GB/T 2260; absent: the region served.' })),
      typing: Type.Optional(Type.Boolean({ description: 'Taken from suggestions: the words were perhaps not typed to their end and are shown to nobody.' })),
      ticket: Type.String({ maxLength: 100, description: 'As the search gave it with its results; good for two hours.' }),
    }, { additionalProperties: false }),
    status: 202, reply: Type.Object({ noted: Type.Boolean({ description: 'False: not searched so from here lately, or not among what is found; nothing is counted.' }) }), refusals: ['invalid'],
    handle: async (app, { principal, body: { q, type, id, region, typing = false, ticket }, raw }) => {
      if (region !== undefined && !isRegionCode(region)) throw new Refusal('invalid', { region })
      if (!isTicketOf(app.config, { text: q, region, ip: raw.ip }, ticket, app.clock.now())) return { noted: false }
      return { noted: await noteChosen(app, { q, type, id, region, visitor: principal.kind === 'person' ? { person: principal.id } : { ip: raw.ip }, searched: !typing }) }
    },
  }),
]
