// Comparing the books: days, differences, settling them, a table to take away.
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { covers, staffOf, type Principal } from '../../kernel/authz.ts'
import { fileReply } from '../../kernel/http.ts'
import { route } from '../../module.ts'
import { listDifferences, listStatementDays } from './differences-store.ts'
import { yuan } from './fee.ts'
import { differenceSchema, statementDaySchema, toDifferenceReply } from './payment-replies.ts'
import { findLineToBook, reconcile, reconcilers, settleDifference } from './reconciling.ts'
import { toCsv, type Difference } from './statement.ts'

const day = Type.String({ format: 'date', description: 'A day in China that is over.' })
const mostDays = 60
const mostDifferences = 500

const inSight = (principal: Principal) => ({ region }: Difference): boolean => covers(principal, reconcilers, { region, line: 'government-services' })

const reconciliationSchema = Type.Object({
  configured: Type.Boolean({ description: 'Whether a payment platform is connected.' }), days: Type.Array(statementDaySchema), differences: Type.Array(differenceSchema, { description: 'Of the day asked for, or all that nobody has settled.' }),
})

export const reconciliationRoutes = [
  route({
    method: 'GET', path: '/reconciliation', operation: 'getReconciliation', summary: 'Days compared with the payment platform, and differences', permission: 'payments.reconcile',
    query: Type.Object({ day: Type.Optional(day) }), reply: reconciliationSchema, refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const [days, differences] = await Promise.all([listStatementDays(app.db.read, mostDays), listDifferences(app.db.read, { ...(query.day ? { day: query.day } : {}), limit: mostDifferences })])
      return { configured: app.config.payment !== undefined, days, differences: differences.filter(inSight(principal)).map(toDifferenceReply) }
    },
  }),
  route({
    method: 'POST', path: '/reconciliation/:day/compare', operation: 'compareStatement', summary: 'Compare a day with the statement of the platform, again if need be', permission: 'payments.reconcile',
    params: Type.Object({ day }), reply: Type.Object({ differences: Type.Integer() }), refusals: ['invalid', 'not_found', 'unavailable'],
    handle: async (app, { principal, params, requestId }) => ({ differences: await reconcile(app, params.day, { principal: staffOf(principal), requestId }) }),
  }),
  route({
    method: 'POST', path: '/reconciliation/differences/:id/settle', operation: 'settleDifference', summary: 'Settle a difference with a note, or book the payment after all', permission: 'payments.reconcile',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }), body: Type.Object({ how: Type.Enum(['note', 'book']), note: Type.String({ minLength: 2, maxLength: 1000 }) }, { additionalProperties: false }),
    reply: Type.Object({ settled: Type.Boolean() }), refusals: ['invalid', 'not_found', 'not_allowed_now', 'conflict', 'unavailable'],
    handle: async (app, { principal, params, body, requestId }) => {
      const line = body.how === 'book' ? await findLineToBook(app, params.id) : undefined
      await app.db.transaction((tx) => settleDifference({ app, tx, principal: staffOf(principal), requestId, at: app.clock.now() }, params.id, body.how, body.note, line))
      return { settled: true }
    },
  }),
  route({
    method: 'GET', path: '/reconciliation/:day/table', operation: 'getReconciliationTable', summary: 'The differences of a day as CSV', permission: 'payments.reconcile',
    params: Type.Object({ day }), reply: fileReply, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const differences = (await listDifferences(app.db.read, { day: params.day, limit: mostDifferences })).filter(inSight(principal))
      const amount = (fen: number | null) => (fen === null ? null : yuan(fen))
      const csv = toCsv(
        ['day', 'what', 'kind', 'reference', 'order', 'here', 'there', 'settledAt', 'settledBy', 'how', 'note'],
        differences.map((one) => [one.day, one.what, one.kind, one.reference, one.orderNumber, amount(one.hereFen), amount(one.thereFen), one.settledAt, one.settled?.name ?? null, one.settled?.how ?? null, one.settled?.note ?? null]),
      )
      return { stream: Readable.from([csv]), type: 'text/csv; charset=utf-8', name: `reconciliation-${params.day}.csv` }
    },
  }),
]
