// Who pays: what I owe and have paid, paying it, how an order stands.
import { Type } from 'typebox'
import { personOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogues } from '../catalogue/index.ts'
import type { Fee } from './fee.ts'
import { listFeesOf, listFeesOfPerson } from './fees-store.ts'
import { isOpen } from './order.ts'
import { beginPayment, getOwnOrder, isTheirs } from './paying.ts'
import { feeSchema, orderSchema, toFeeReply, toOrderReply } from './payment-replies.ts'
import { askAbout } from './polling.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const mostShown = 200

const repliesOf = async (app: App, fees: readonly Fee[]) => {
  const catalogueOf = await pinnedCatalogues(app, app.db.read, fees)
  return fees.map((fee) => toFeeReply(catalogueOf(fee), fee))
}

export const citizenPaymentRoutes = [
  route({
    method: 'GET', path: '/fees/own', operation: 'listOwnFees', summary: 'What I owe and have paid; of one application, or the newest first', permission: 'payments.own',
    query: Type.Object({ application: Type.Optional(uuid) }), reply: Type.Object({ fees: Type.Array(feeSchema), online: Type.Boolean({ description: 'Whether fees can be paid online here; otherwise at a window.' }) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const person = personOf(principal)
      const fees = query.application === undefined ? await listFeesOfPerson(app.db.read, person.id, mostShown) : await listFeesOf(app.db.read, query.application)
      return { fees: await repliesOf(app, fees.filter((fee) => isTheirs(person, fee))), online: app.config.payment !== undefined }
    },
  }),
  route({
    method: 'POST', path: '/applications/:id/payment', operation: 'beginPayment', summary: 'Begin to pay what an application owes, or go on where it was begun', permission: 'payments.own',
    params: one, status: 201, reply: orderSchema, refusals: ['invalid', 'not_found', 'not_allowed_now', 'unavailable'],
    handle: async (app, { principal, params, requestId }) => toOrderReply(await beginPayment(app, personOf(principal), params.id, requestId)),
  }),
  route({
    method: 'GET', path: '/payment-orders/:id', operation: 'getPaymentOrder', summary: 'How an order of mine stands', permission: 'payments.own',
    params: one, reply: orderSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => toOrderReply(await getOwnOrder(app, personOf(principal), params.id)),
  }),
  route({
    method: 'POST', path: '/payment-orders/:id/check', operation: 'checkPaymentOrder', summary: 'Ask the payment platform how an order of mine stands', permission: 'payments.own',
    params: one, reply: orderSchema, refusals: ['invalid', 'not_found', 'unavailable'],
    handle: async (app, { principal, params }) => {
      const order = await getOwnOrder(app, personOf(principal), params.id)
      if (!isOpen(order)) return toOrderReply(order)
      const asked = await askAbout(app, order).catch((error: unknown) => {
        app.log.warn({ err: error, order: order.number }, 'the payment platform did not answer')
        throw new Refusal('unavailable')
      })
      return toOrderReply(asked)
    },
  }),
]
