// Lists of payments over HTTP: made, heard, approved by a second person, given to the bank, and settled by what it returns.
import { Type, type Static } from 'typebox'
import { covers, jurisdictionFilter, staffOf } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { textIn, type Language } from '../../kernel/texts.ts'
import { route, type App } from '../../module.ts'
import { maskAccount } from './account.ts'
import { fen } from './benefit-replies.ts'
import { listPaidIds } from './entitlements-store.ts'
import { decideObjection } from './objecting.ts'
import { isHeard, itemStates, listAfter, listStates, reconcile, returnCodes, type PayList, type ReturnCode } from './pay-list.ts'
import { findPayList, listObjections, listPayItems, listPayLists } from './pay-lists-store.ts'
import { approveList, bookReturns, cancelList, fileOf, makeList, readers, sendList } from './paying.ts'

const uuid = Type.String({ format: 'uuid' })
const one = Type.Object({ id: uuid })
const closed = { additionalProperties: false }
const count = Type.Integer({ minimum: 0 })
const revision = Type.Integer({ minimum: 1, description: 'Revision the official was looking at; an older one is refused.' })
const refusals = ['invalid', 'not_found', 'conflict', 'not_allowed_now'] as const
const text = Type.String()

const listSchema = Type.Object({ id: uuid, benefit: text, benefitName: text, period: text, region: text, state: Type.Enum([...listStates]), revision, items: count, fen, objectionsUntil: text, madeAt: text, mine: Type.Boolean() })
const detailSchema = Type.Object({
  ...listSchema.properties, isHeard: Type.Boolean(), fileDigest: Type.Union([text, Type.Null()]), can: Type.Array(Type.Enum(['approve', 'send', 'settle', 'cancel'])),
  people: Type.Array(Type.Object({ seq: count, name: text, account: Type.String({ description: 'Masked.' }), bank: text, fen, state: Type.Enum([...itemStates]), returned: Type.Union([text, Type.Null()]), recoverable: Type.Optional({ ...uuid, description: 'What was paid, where it can be asked back.' }) })),
  objections: Type.Array(Type.Object({ id: uuid, seq: count, text, state: Type.Enum(['open', 'upheld', 'dismissed']), answer: text, madeAt: text })),
  sums: Type.Object({ paid: fen, returned: fen, dropped: fen, outstanding: fen, comesOut: Type.Boolean() }),
})

const toList = (app: App, list: PayList, staffId: string, language: Language): Static<typeof listSchema> => ({
  id: list.id, benefit: list.benefitId, benefitName: textIn(app.packs.benefitsFor(app.config.region)[list.benefitId]?.name ?? { 'zh-CN': list.benefitId }, language), period: list.period, region: list.region, state: list.state,
  revision: list.revision, items: list.items, fen: list.fen, objectionsUntil: list.objectionsUntil, madeAt: list.madeAt, mine: list.madeBy === staffId,
})

const returnedText = (code: string | null, language: Language): string | null => (code === null || !Object.hasOwn(returnCodes, code) ? code : textIn(returnCodes[code as ReturnCode], language)) // checked before

const steps = ['approve', 'send', 'settle', 'cancel'] as const

const detail = async (app: App, id: string, staffId: string, language: Language): Promise<Static<typeof detailSchema>> => {
  const { read } = app.db
  const list = await findPayList(read, id)
  if (!list) throw new Refusal('not_found')
  const [items, objections] = await Promise.all([listPayItems(read, id), listObjections(read, id)])
  const { paid, returned, dropped, outstanding, comesOut } = reconcile(list, items)
  const days = app.packs.benefitsFor(app.config.region)[list.benefitId]?.objectionDays
  const paidIds = new Set(await listPaidIds(read, items.filter(({ state }) => state === 'paid').map(({ entitlementId }) => entitlementId)))
  return {
    ...toList(app, list, staffId, language), isHeard: days === 0 || isHeard(list, plainDate(app.clock.now())), fileDigest: list.fileDigest, can: steps.filter((step) => listAfter(list.state, step) !== undefined),
    people: items.map(({ seq, name, account, fen: amount, state, returnCode, entitlementId }) => ({ seq, name, account: maskAccount(account.number), bank: account.bank, fen: amount, state, returned: returnedText(returnCode, language), ...(paidIds.has(entitlementId) ? { recoverable: entitlementId } : {}) })),
    objections: objections.map(({ id: objection, seq, text: said, state, answer, madeAt }) => ({ id: objection, seq, text: said, state, answer, madeAt })),
    sums: { paid, returned, dropped, outstanding, comesOut },
  }
}

export const staffPayListRoutes = [
  route({
    method: 'GET', path: '/pay-lists', operation: 'listPayLists', summary: 'Lists of payments in my jurisdiction, newest first', permission: 'benefits.read',
    reply: Type.Object({ lists: Type.Array(listSchema) }), refusals: [],
    handle: async (app, { principal, language }) => {
      const staff = staffOf(principal)
      return { lists: (await listPayLists(app.db.read, jurisdictionFilter(staff, readers), 100)).map((list) => toList(app, list, staff.id, language)) }
    },
  }),
  route({
    method: 'POST', path: '/pay-lists', operation: 'makePayList', summary: 'Put those who confirmed on a list, and take the budget', permission: 'benefits.list', status: 201,
    body: Type.Object({ benefit: Type.String({ maxLength: 100 }), period: Type.String({ pattern: '^(once|\\d{4}(-(\\d{2}|Q[1-4]))?)$' }), region: Type.String({ pattern: '^\\d{6}$' }), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, description: 'People on one list; whoever is beyond stands on further lists.' })) }, closed),
    reply: detailSchema, refusals: ['invalid', 'not_found', 'not_allowed_now', 'budget_exceeded'],
    handle: async (app, { principal, body, requestId, language }) =>
      detail(app, (await makeList(app, { principal, requestId }, { benefitId: body.benefit, period: body.period, region: body.region, most: body.limit })).id, staffOf(principal).id, language),
  }),
  route({
    method: 'GET', path: '/pay-lists/:id', operation: 'getPayList', summary: 'One list: people, objections, and whether it comes out', permission: 'benefits.read',
    params: one, reply: detailSchema, refusals: ['invalid', 'not_found'],
    handle: async (app, { principal, params, language }) => {
      const list = await findPayList(app.db.read, params.id)
      if (!list || !covers(principal, readers, list)) throw new Refusal('not_found')
      return detail(app, list.id, staffOf(principal).id, language)
    },
  }),
  route({
    method: 'POST', path: '/pay-lists/:id/approve', operation: 'approvePayList', summary: 'Approve a list somebody else made, after the time to object', permission: 'benefits.approve',
    params: one, body: Type.Object({ revision }, closed), reply: detailSchema, refusals: [...refusals, 'second_person'],
    handle: async (app, { principal, params, body, requestId, language }) => detail(app, (await approveList(app, { principal, requestId }, params.id, body.revision)).id, staffOf(principal).id, language),
  }),
  route({
    method: 'POST', path: '/pay-lists/:id/cancel', operation: 'cancelPayList', summary: 'Take a list back before it is approved', permission: 'benefits.list',
    params: one, body: Type.Object({ revision }, closed), reply: detailSchema, refusals,
    handle: async (app, { principal, params, body, requestId, language }) => detail(app, (await cancelList(app, { principal, requestId }, params.id, body.revision)).id, staffOf(principal).id, language),
  }),
  route({
    method: 'POST', path: '/pay-lists/:id/send', operation: 'sendPayList', summary: 'Give the list to the bank: the file with its control totals', permission: 'benefits.approve',
    params: one, body: Type.Object({ revision }, closed), reply: Type.Object({ file: Type.String({ description: 'The file for the bank.' }) }), refusals,
    handle: async (app, { principal, params, body, requestId }) => ({ file: (await sendList(app, { principal, requestId }, params.id, body.revision)).file }),
  }),
  route({
    method: 'GET', path: '/pay-lists/:id/file', operation: 'getPayListFile', summary: 'The file given to the bank, once more', permission: 'benefits.approve',
    params: one, reply: Type.Object({ file: Type.String() }), refusals: ['invalid', 'not_found', 'not_allowed_now'],
    handle: async (app, { principal, params }) => {
      const list = await findPayList(app.db.read, params.id)
      if (!list || !covers(principal, ['approver', 'head'], list)) throw new Refusal('not_found')
      if (list.sentAt === null) throw new Refusal('not_allowed_now')
      return { file: fileOf(app, list, await listPayItems(app.db.read, list.id)) }
    },
  }),
  route({
    method: 'POST', path: '/pay-lists/:id/returns', operation: 'bookPayListReturns', summary: 'Book what the bank sent back', permission: 'benefits.approve',
    params: one, body: Type.Object({ file: Type.String({ minLength: 1, maxLength: 1_000_000 }) }, closed), reply: detailSchema, refusals,
    handle: async (app, { principal, params, body, requestId, language }) => detail(app, (await bookReturns(app, { principal, requestId }, params.id, body.file)).id, staffOf(principal).id, language),
  }),
  route({
    method: 'POST', path: '/pay-lists/:id/objections/:objection', operation: 'decidePayListObjection', summary: 'Decide an objection and answer it', permission: 'benefits.approve',
    params: Type.Object({ id: uuid, objection: uuid }), body: Type.Object({ upheld: Type.Boolean(), answer: Type.String({ minLength: 2, maxLength: 1000 }) }, closed), reply: detailSchema, refusals,
    handle: async (app, { principal, params, body, requestId, language }) => {
      await decideObjection(app, { principal, requestId }, params.id, params.objection, body.upheld, body.answer)
      return detail(app, params.id, staffOf(principal).id, language)
    },
  }),
]
