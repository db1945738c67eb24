// Supervision over HTTP: cards of a jurisdiction, the unit's answer, the supervisor's verdict, and the ladder of late cases.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { covers, jurisdictionFilter, staffOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pageOf } from '../../kernel/pages.ts'
import { route, type App } from '../../module.ts'
import { textsSchema } from '../catalogue/index.ts'
import { getCaseWithin, listCasesWithIds, listQueue, workingDaysBetween } from '../cases/index.ts'
import { listRequestsWithIds } from '../requests/index.ts'
import { canAnswer, canDecide, cardStandings, standingOf, verdicts, type Card } from './card.ts'
import { findCard, findCardForUpdate, listCards, listCardsOfCases, updateCardAnswer, updateCardVerdict } from './cards-store.ts'
import { listEscalationsOf } from './escalations-store.ts'
import { cardSchema, namesOf, stepSchema, toCardReply, toStepReplies } from './supervision-replies.ts'
import { tellOfOutcome } from './telling.ts'

export const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']
const uuid = Type.String({ format: 'uuid' })
const idParams = Type.Object({ id: uuid })
export const place = {
  line: Type.Optional(Type.String({ maxLength: 100, description: 'Line of authority.' })),
  region: Type.Optional(Type.String({ pattern: '^\\d{6}(\\d{3})?$', description: 'Region of the authority, GB/T 2260.' })),
}
const limit = Type.Integer({ minimum: 1, maximum: 200, default: 50 })

/** Of cases and requests alike, by their ids. */
const numbersOf = async (read: Read, cards: readonly Card[]): Promise<Map<string, string>> => {
  const [cases, requests] = await Promise.all([listCasesWithIds(read, distinct(cards.map(({ caseId }) => caseId))), listRequestsWithIds(read, distinct(cards.map(({ requestId }) => requestId)))])
  return new Map([...cases, ...requests].map(({ id, number }) => [id, number]))
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))]

const aboutOf = ({ caseId, requestId }: Card): string => caseId ?? requestId ?? ''

export const toReplies = async (app: App, read: Read, cards: readonly Card[]) => {
  const numbers = await numbersOf(read, cards)
  const today = plainDate(app.clock.now())
  return cards.map((card) => toCardReply(app, card, numbers.get(aboutOf(card)) ?? '', today))
}

type Change = { card: Card; number: string; tell: (kind: 'cardAnswered' | 'cardConfirmed' | 'cardCancelled', text: string) => Promise<void> }

/** Changes a card under lock: outside the jurisdiction of these roles it does not exist. */
const changing = async (app: App, { principal, requestId }: { principal: Principal; requestId: string }, id: string, roles: readonly StaffRole[], action: string, work: (tx: Parameters<typeof updateCardAnswer>[0], change: Change) => Promise<unknown>) => {
  await app.db.transaction(async (tx) => {
    const card = await findCardForUpdate(tx, id)
    if (!card || !covers(principal, readers, card)) throw new Refusal('not_found')
    if (!covers(principal, roles, card)) throw new Refusal('forbidden')
    const number = (await numbersOf(tx, [card])).get(aboutOf(card)) ?? ''
    const detail = await work(tx, { card, number, tell: (kind, text) => tellOfOutcome(app, tx, card, number, kind, text) })
    await insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action, subjectType: 'card', subjectId: card.id, region: card.region, requestId, detail }])
  })
  const [card] = await toReplies(app, app.db.read, [await getCard(app.db.read, id)])
  if (!card) throw new Refusal('not_found')
  return card
}

const getCard = async (read: Read, id: string): Promise<Card> => {
  const card = await findCard(read, id)
  if (!card) throw new Refusal('not_found')
  return card
}

export const supervisionRoutes = [
  route({
    method: 'GET', path: '/supervision/cards', operation: 'listCards', summary: 'Yellow and red cards of my jurisdiction, newest first', permission: 'cards.read',
    query: Type.Object({ ...place, standing: Type.Optional(Type.Enum([...cardStandings])), before: Type.Optional(uuid), limit }),
    reply: Type.Object({ cards: Type.Array(cardSchema), next: Type.Union([uuid, Type.Null()]) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const cards = await listCards(app.db.read, { ...query, jurisdiction: jurisdictionFilter(principal, readers), limit: query.limit + 1 })
      const { page, next } = pageOf(cards, query.limit)
      return { cards: await toReplies(app, app.db.read, page), next }
    },
  }),
  route({
    method: 'POST', path: '/supervision/cards/:id/answer', operation: 'answerCard', summary: 'Explain a card my unit has, and say whether it is put right', permission: 'cards.answer',
    params: idParams, body: Type.Object({ text: Type.String({ minLength: 5, maxLength: 2000 }), rectified: Type.Boolean() }, { additionalProperties: false }),
    reply: cardSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: (app, call) => changing(app, call, call.params.id, ['clerk', 'approver', 'head'], 'cards.answer', async (tx, { card, tell }) => {
      if (!canAnswer(card)) throw new Refusal('not_allowed_now', { standing: standingOf(card) })
      await updateCardAnswer(tx, card.id, { ...call.body, byName: staffOf(call.principal).name }, app.clock.now())
      await tell('cardAnswered', call.body.text)
      return call.body
    }),
  }),
  route({
    method: 'POST', path: '/supervision/cards/:id/verdict', operation: 'decideCard', summary: 'Confirm or cancel a card, with reasons', permission: 'cards.decide',
    params: idParams, body: Type.Object({ verdict: Type.Enum([...verdicts]), reasons: Type.String({ minLength: 2, maxLength: 2000 }) }, { additionalProperties: false }),
    reply: cardSchema, refusals: ['not_found', 'invalid', 'not_allowed_now'],
    handle: (app, call) => changing(app, call, call.params.id, ['supervisor'], 'cards.decide', async (tx, { card, tell }) => {
      const { verdict, reasons } = call.body
      if (!canDecide(card, verdict, plainDate(app.clock.now()))) throw new Refusal('not_allowed_now', { standing: standingOf(card), answerDueOn: card.answerDueOn })
      await updateCardVerdict(tx, card.id, { verdict, reasons, byName: staffOf(call.principal).name }, app.clock.now())
      await tell(verdict === 'confirmed' ? 'cardConfirmed' : 'cardCancelled', reasons)
      return call.body
    }),
  }),
  route({
    method: 'GET', path: '/supervision/late', operation: 'listLateCases', summary: 'Late cases of my jurisdiction with the ladder each is on, latest first', permission: 'cards.read',
    query: Type.Object({ ...place, after: Type.Optional(uuid), limit }),
    reply: Type.Object({
      cases: Type.Array(Type.Object({
        id: uuid, number: Type.String(), line: Type.String(), region: Type.String(), authorityName: textsSchema, regionName: textsSchema, promisedOn: Type.String(),
        daysLate: Type.Union([Type.Integer(), Type.Null()], { description: 'Working days; null across a year whose calendar is not published.' }), assigned: Type.Boolean(), steps: Type.Array(stepSchema),
      })),
      next: Type.Union([uuid, Type.Null()]),
    }), refusals: ['invalid'],
    handle: async (app, { principal, query: { after, line, region, limit: most } }) => {
      const staff = staffOf(principal)
      const today = plainDate(app.clock.now())
      const found = await listQueue(app.db.read, {
        jurisdiction: jurisdictionFilter(staff, readers), view: 'overdue', staffId: staff.id, today, soonOn: today, limit: most + 1,
        ...(line ? { line } : {}), ...(region ? { region } : {}), ...(after ? { after } : {}),
      })
      const { page, next } = pageOf(found, most)
      const taken = await listEscalationsOf(app.db.read, page.map(({ id }) => id))
      return {
        cases: page.flatMap((one) => (one.promisedOn === null ? [] : [{
          id: one.id, number: one.number, line: one.line, region: one.region, ...namesOf(app, one.line, one.region), promisedOn: one.promisedOn, daysLate: workingDaysBetween(one.promisedOn, today, one.region) ?? null,
          assigned: one.assigneeId !== null, steps: toStepReplies(app.packs.proceedingsFor(one.region).ladder, one.promisedOn, one.region, taken.filter(({ caseId }) => caseId === one.id)),
        }])),
        next,
      }
    },
  }),
  route({
    method: 'GET', path: '/cases/:id/supervision', operation: 'getCaseSupervision', summary: 'Cards a case has brought, and the ladder it is on while late', permission: 'cases.read',
    params: idParams, reply: Type.Object({ cards: Type.Array(cardSchema), steps: Type.Array(stepSchema, { description: 'Empty while the case is not late.' }) }), refusals: ['not_found', 'invalid'],
    handle: async (app, { principal, params }) => {
      const one = await getCaseWithin(app, principal, params.id)
      const [cards, taken] = await Promise.all([listCardsOfCases(app.db.read, [one.id]), listEscalationsOf(app.db.read, [one.id])])
      const isLate = one.clockFrom !== null && one.promisedOn !== null && plainDate(app.clock.now()) > one.promisedOn
      return {
        cards: await toReplies(app, app.db.read, cards),
        steps: isLate && one.promisedOn !== null ? toStepReplies(app.packs.proceedingsFor(one.region).ladder, one.promisedOn, one.region, taken) : [],
      }
    },
  }),
]
