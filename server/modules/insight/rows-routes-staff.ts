// The requests behind a figure, over HTTP: as many as the figure says, within the same jurisdiction. Whoever may not open one sees that it is there.
import { Type } from 'typebox'
import { pageOf } from '../../kernel/pages.ts'
import { route } from '../../module.ts'
import { countedMeasures, listCounted, maySee, staffRowOf, staffRowSchema } from '../requests/index.ts'
import { behind, filterOf, instantsOf, unitOfPart } from './asking.ts'

/** A request may stand there more than once: the last row of a page is told with the step it is counted for. */
const after = Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36} \\d{1,9}$', description: 'The last row of the page before, as `next` says.' }))

const stepOf = (last: string): { id: string; seq: number } => ({ id: last.slice(0, 36), seq: Number(last.slice(37)) })

const facets = ['unit', 'category', 'kind', 'channel', 'street'] as const

const narrowed = (facet: (typeof facets)[number] | undefined, part: string | undefined) => (facet === undefined || part === undefined ? {} : facet === 'unit' ? { unit: unitOfPart(part) } : { [facet]: part })

export const rowRoutes = [
  route({
    method: 'GET', path: '/insight/requests', operation: 'listCountedRequests', summary: 'The requests a figure counts, newest first', permission: 'insight.read',
    query: Type.Object({ ...behind, after, measure: Type.Enum([...countedMeasures]), facet: Type.Optional(Type.Enum([...facets])) }),
    reply: Type.Object({ requests: Type.Array(Type.Intersect([staffRowSchema, Type.Object({ opens: Type.Boolean({ description: 'I may open it.' }) })])), next: Type.Union([Type.String(), Type.Null()]) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, query: { measure, facet, part, after: last, limit, ...asked } }) => {
      const { jurisdiction, span, line } = filterOf(app, principal, asked)
      const found = await listCounted(app.db.read, { ...narrowed(facet, part), ...instantsOf(span), measure, jurisdiction, line, after: last === undefined ? undefined : stepOf(last), limit: limit + 1 })
      const { page, next } = pageOf(found.map(({ one, seq }) => ({ id: `${one.id} ${seq}`, one })), limit)
      return { requests: page.map(({ one }) => ({ ...staffRowOf(app, one, principal), opens: maySee(principal, one, []) })), next }
    },
  }),
]
