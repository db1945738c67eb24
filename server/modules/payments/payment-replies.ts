// How fees and orders look over the API: to who pays, to officials, to who compares the books.
import { Type, type Static } from 'typebox'
import { nameOr } from '../../kernel/texts.ts'
import { authorityOf, textsSchema, type Catalogue } from '../catalogue/index.ts'
import { plannedFeeSchema } from '../planning/plan-schema.ts'
import { canFee, feeActions, feeStates, isOwed, payMethods, type Fee, type FeeLineOfHistory } from './fee.ts'
import { isOpen, orderOutcomes, type PaymentOrder } from './order.ts'
import { canBeBooked } from './reconciling.ts'
import { differenceKinds, type Difference } from './statement.ts'

const text = Type.String()
const textOrNull = Type.Union([text, Type.Null()])
const fenOrNull = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()])

const feeParts = {
  id: text, caseId: text, caseNumber: text, applicationId: text, service: text, serviceName: textsSchema, authorityName: textsSchema,
  due: Type.Enum(['handling', 'result'], { description: 'To be paid before it is decided, or before the result is handed out.' }),
  state: Type.Enum([...feeStates]), lines: plannedFeeSchema.properties.lines, fen: Type.Union([Type.Integer(), Type.Null()], { description: 'null: the authority has still to say what it comes to.' }),
  owed: Type.Boolean({ description: 'Something waits for it.' }), payable: Type.Boolean({ description: 'An order for it can be begun now.' }),
  method: Type.Union([Type.Enum([...payMethods]), Type.Null()]), paidAt: textOrNull, noticeId: Type.Union([text, Type.Null()], { description: 'The receipt, a numbered document.' }), createdAt: text,
}

export const feeSchema = Type.Object(feeParts, { description: 'The fee of one case.' })

const names = (catalogue: Catalogue, { service, line, region }: Fee) => ({
  serviceName: nameOr(catalogue.services[service], service), authorityName: nameOr(authorityOf(catalogue, line, region), line),
})

export const toFeeReply = (catalogue: Catalogue, fee: Fee): Static<typeof feeSchema> => ({
  id: fee.id, caseId: fee.caseId, caseNumber: fee.caseNumber, applicationId: fee.applicationId, service: fee.service, ...names(catalogue, fee), due: fee.due, state: fee.state, lines: fee.lines,
  fen: fee.fen, owed: isOwed(fee), payable: fee.fen !== null && canFee(fee.state, 'begin'), method: fee.method, paidAt: fee.paidAt, noticeId: fee.noticeId, createdAt: fee.createdAt,
})

export const staffFeeSchema = Type.Object(
  {
    ...feeParts, revision: Type.Integer(), applicant: text, slip: textOrNull,
    history: Type.Array(Type.Object({ action: Type.Enum([...feeActions]), at: text, by: text, detail: Type.Record(text, Type.Unknown()) })),
    can: Type.Array(Type.Enum(['assess', 'waive', 'refund']), { description: 'What the reader may do with it now.' }),
  },
  { description: 'The fee of one case as officials see it.' },
)

/** @param roles of the reader where the fee belongs */
export const toStaffFee = (catalogue: Catalogue, fee: Fee, lines: readonly FeeLineOfHistory[], roles: readonly string[]): Static<typeof staffFeeSchema> => {
  const may = { assess: ['approver', 'head'], waive: ['head'], refund: ['head'] } as const
  return {
    ...toFeeReply(catalogue, fee), revision: fee.revision, applicant: fee.applicant, slip: fee.slip,
    history: lines.filter(({ feeId }) => feeId === fee.id).map(({ action, at, actorName, detail }) => ({ action, at, by: actorName, detail })),
    can: (['assess', 'waive', 'refund'] as const).filter((action) => canFee(fee.state, action) && may[action].some((role) => roles.includes(role))),
  }
}

export const orderSchema = Type.Object(
  {
    id: text, number: text, applicationId: text, fen: Type.Integer(), open: Type.Boolean(), outcome: Type.Union([Type.Enum([...orderOutcomes]), Type.Null()], { description: 'null: still open.' }),
    expiresAt: text, cashierUrl: Type.Union([text, Type.Null()], { description: 'Where it is paid; null unless it is open.' }), items: Type.Array(Type.Object({ name: text, payee: text, fen: Type.Integer() })),
  },
  { description: 'An order at the payment platform.' },
)

export const toOrderReply = (order: PaymentOrder): Static<typeof orderSchema> => ({
  id: order.id, number: order.number, applicationId: order.applicationId, fen: order.fen, open: isOpen(order), outcome: order.outcome, expiresAt: order.expiresAt,
  cashierUrl: isOpen(order) ? order.cashierUrl : null, items: order.items.map(({ name, payee, fen }) => ({ name, payee: payee.name, fen })),
})

export const differenceSchema = Type.Object(
  {
    id: text, day: text, kind: Type.Enum([...differenceKinds], { description: 'notHere: the platform has it, we do not; notThere: the other way; amount: different amounts; unknownOrder: for an order that is not ours.' }),
    what: Type.Enum(['payment', 'refund']), reference: text, orderNumber: text, hereFen: fenOrNull, thereFen: fenOrNull, canBook: Type.Boolean(),
    settled: Type.Union([Type.Object({ by: text, how: Type.Enum(['note', 'book']), note: text, at: text }), Type.Null()]),
  },
  { description: 'Where the statement of the platform and our books disagree.' },
)

export const toDifferenceReply = (one: Difference): Static<typeof differenceSchema> => ({
  id: one.id, day: one.day, kind: one.kind, what: one.what, reference: one.reference, orderNumber: one.orderNumber, hereFen: one.hereFen, thereFen: one.thereFen, canBook: canBeBooked(one),
  settled: one.settled && one.settledAt ? { by: one.settled.name, how: one.settled.how, note: one.settled.note, at: one.settledAt } : null,
})

export const statementDaySchema = Type.Object(
  { day: text, readAt: text, lines: Type.Integer(), paidFen: Type.Integer(), refundedFen: Type.Integer(), differences: Type.Integer(), open: Type.Integer({ description: 'Differences nobody has settled.' }) },
  { description: 'A day compared with the statement of the platform.' },
)
