// When results were first opened: kept by whose they are, read by them and by the authority that issued them.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { route } from '../../module.ts'
import { getOwn } from '../applications/index.ts'
import { getCaseWithin, listResultsOf } from '../cases/index.ts'
import { openResult } from './opening.ts'
import { listReceipts } from './receipts-store.ts'

const own = Type.Object({ id: Type.String({ format: 'uuid' }) })
const openedBy = Type.Union([Type.String(), Type.Null()], { description: 'Who acted for the person; null: themself.' })
const opened = Type.Union([Type.Object({ at: Type.String(), by: openedBy }), Type.Null()], { description: 'The first opening in the account; null: none yet.' })

export const receiptRoutes = [
  route({
    method: 'GET', path: '/applications/:id/receipts', operation: 'getReceipts', summary: 'When the results of my application were first opened', permission: 'deliveries.own', params: own,
    reply: Type.Object({ receipts: Type.Array(Type.Object({ result: Type.String(), at: Type.String(), by: openedBy })) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const { id } = await getOwn(app.db.read, personOf(principal), params.id)
      const results = await listResultsOf(app.db.read, id)
      return { receipts: (await listReceipts(app.db.read, results.map((each) => each.id))).map((each) => ({ result: each.resultId, at: each.openedAt, by: each.openedBy })) }
    },
  }),
  route({
    method: 'POST', path: '/results/:id/open', operation: 'openResult', summary: 'I open a result of mine; its first time is kept', permission: 'deliveries.own', params: own,
    reply: Type.Object({ opened }), refusals: ['not_found', 'invalid', 'fee_owed'],
    handle: async (app, { principal, params, requestId }) => {
      const receipt = await openResult(app, personOf(principal), params.id, requestId)
      return { opened: receipt && { at: receipt.openedAt, by: receipt.openedBy } }
    },
  }),
  route({
    method: 'GET', path: '/cases/:id/receipt', operation: 'getReceipt', summary: 'Whether and when the person opened the result of a case', permission: 'cases.read', params: own,
    reply: Type.Object({ opened }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const one = await getCaseWithin(app, principal, params.id)
      const [receipt] = await listReceipts(app.db.read, (await listResultsOf(app.db.read, one.applicationId)).filter(({ caseId }) => caseId === one.id).map(({ id }) => id))
      return { opened: receipt ? { at: receipt.openedAt, by: receipt.openedBy } : null }
    },
  }),
]
