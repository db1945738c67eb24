// Fees over the counter, for clerks of the halls.
import { Type } from 'typebox'
import { staffOf } from '../../kernel/authz.ts'
import { fileReply } from '../../kernel/http.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogues } from '../catalogue/index.ts'
import { feeSchema, toFeeReply, type Fee } from '../payments/index.ts'
import { listServedFees, openReceipt, takeFee } from './fee-taking.ts'

const repliesOf = async (app: App, fees: readonly Fee[]) => {
  const catalogueOf = await pinnedCatalogues(app, app.db.read, fees)
  return fees.map((fee) => toFeeReply(catalogueOf(fee), fee))
}

export const windowFeeRoutes = [
  route({
    method: 'GET', path: '/window/fees', operation: 'listWindowFees', summary: 'What who is served owes, and what was taken at windows', permission: 'windows.serve',
    reply: Type.Object({ fees: Type.Array(feeSchema) }), refusals: ['not_allowed_now'],
    handle: async (app, { principal }) => ({ fees: await repliesOf(app, await listServedFees(app, staffOf(principal))) }),
  }),
  route({
    method: 'POST', path: '/window/fees/:fee/take', operation: 'takeFee', summary: 'Take a fee of who is served, in cash or by card', permission: 'windows.serve',
    params: Type.Object({ fee: Type.String({ format: 'uuid' }) }),
    body: Type.Object({ method: Type.Enum(['cash', 'card']), slip: Type.String({ minLength: 2, maxLength: 60, description: 'Number of the slip of the till or the card terminal.' }) }, { additionalProperties: false }),
    reply: Type.Object({ fees: Type.Array(feeSchema) }), refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, body, requestId }) => ({ fees: await repliesOf(app, [await takeFee(app, staffOf(principal), params.fee, body.method, body.slip, requestId)]) }),
  }),
  route({
    method: 'GET', path: '/window/fees/:fee/receipt', operation: 'openWindowReceipt', summary: 'The receipt of a fee taken from who is served, as PDF; recorded', permission: 'windows.serve',
    params: Type.Object({ fee: Type.String({ format: 'uuid' }) }), reply: fileReply, refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params, requestId }) => {
      const { digest, name } = await openReceipt(app, staffOf(principal), params.fee, requestId)
      return { stream: app.files.open(digest), type: 'application/pdf', name, inline: true }
    },
  }),
]
