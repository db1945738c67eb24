// What officials see of fees and do with them: of a case, in their jurisdiction; saying the amount, waiving, giving back.
import { Type } from 'typebox'
import { covers, jurisdictionFilter, staffOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { route, type App } from '../../module.ts'
import { pinnedCatalogue, pinnedCatalogues } from '../catalogue/index.ts'
import { assess, feeReaders, returnFee, waive } from './deciding.ts'
import { feeStates, type Fee } from './fee.ts'
import { findFeeOfCase, listFeeLines, listFees } from './fees-store.ts'
import { feeSchema, staffFeeSchema, toFeeReply, toStaffFee } from './payment-replies.ts'
import type { Scene } from './recording.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
const revision = Type.Integer({ minimum: 1, description: 'Revision the official was looking at; an older one is refused.' })
const reasons = Type.String({ minLength: 2, maxLength: 1000, description: 'Reasons told to the applicant.' })
const law = Type.String({ minLength: 2, maxLength: 200, description: 'The law or rule it rests on.' })
const refusals = ['not_found', 'invalid', 'conflict', 'not_allowed_now'] as const
const mostListed = 200

const roles: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']

const replyOf = async (app: App, principal: Principal, fee: Fee) => {
  const [catalogue, lines] = await Promise.all([pinnedCatalogue(app, app.db.read, fee), listFeeLines(app.db.read, [fee.id])])
  return toStaffFee(catalogue, fee, lines, roles.filter((role) => covers(principal, [role], fee)))
}

const acting = async (app: App, { principal, requestId }: { principal: Principal; requestId: string }, work: (scene: Scene) => Promise<Fee>) => {
  const fee = await app.db.transaction((tx: Tx) => work({ app, tx, principal: staffOf(principal), requestId, at: app.clock.now() }))
  return replyOf(app, principal, fee)
}

export const staffPaymentRoutes = [
  route({
    method: 'GET', path: '/cases/:id/fee', operation: 'getCaseFee', summary: 'The fee of a case, if it has one', permission: 'payments.read',
    params: one, reply: Type.Object({ fee: Type.Union([staffFeeSchema, Type.Null()]) }), refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params }) => {
      const fee = await findFeeOfCase(app.db.read, params.id)
      return { fee: fee && covers(principal, feeReaders, fee) ? await replyOf(app, principal, fee) : null }
    },
  }),
  route({
    method: 'GET', path: '/fees', operation: 'listFees', summary: 'Fees of my jurisdiction, the newest first', permission: 'payments.read',
    query: Type.Object({ state: Type.Optional(Type.Enum([...feeStates])) }), reply: Type.Object({ fees: Type.Array(feeSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const fees = await listFees(app.db.read, { jurisdiction: jurisdictionFilter(staffOf(principal), feeReaders), states: query.state ? [query.state] : feeStates, limit: mostListed })
      const catalogueOf = await pinnedCatalogues(app, app.db.read, fees)
      return { fees: fees.map((fee) => toFeeReply(catalogueOf(fee), fee)) }
    },
  }),
  route({
    method: 'POST', path: '/fees/:id/assess', operation: 'assessFee', summary: 'Say what a fee comes to, where no formula settles it', permission: 'payments.assess',
    params: one, body: Type.Object({ revision, fen: Type.Integer({ minimum: 1, maximum: 100_000_000_000 }), reasons }, closed), reply: staffFeeSchema, refusals,
    handle: (app, call) => acting(app, call, (scene) => assess(scene, { id: call.params.id, revision: call.body.revision }, call.body.fen, call.body.reasons)),
  }),
  route({
    method: 'POST', path: '/fees/:id/waive', operation: 'waiveFee', summary: 'The head waives a fee', permission: 'payments.waive',
    params: one, body: Type.Object({ revision, reasons, law }, closed), reply: staffFeeSchema, refusals,
    handle: (app, call) => acting(app, call, (scene) => waive(scene, { id: call.params.id, revision: call.body.revision }, call.body.reasons, call.body.law)),
  }),
  route({
    method: 'POST', path: '/fees/:id/refund', operation: 'refundFee', summary: 'The head gives a paid fee back', permission: 'payments.waive',
    params: one, body: Type.Object({ revision, reasons }, closed), reply: staffFeeSchema, refusals,
    handle: (app, call) => acting(app, call, (scene) => returnFee(scene, { id: call.params.id, revision: call.body.revision }, call.body.reasons)),
  }),
]
