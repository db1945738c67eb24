// The hall's side: what is to be sent or put on the shelf, booked in bulk with an outcome for each row, labels, what nobody fetches.
import { Type } from 'typebox'
import { actorOf } from '../../kernel/audit.ts'
import { insertAudit } from '../../kernel/audit-store.ts'
import { addDays, plainDate } from '../../kernel/clock.ts'
import { covers, jurisdictionFilter, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { route, type App } from '../../module.ts'
import { addWorkingDays, listCasesWithIds, workingDaysBetween, type Scene } from '../cases/index.ts'
import { listPersonNames } from '../people/index.ts'
import { cancelParcel } from './booking.ts'
import { countDeliveries, deliveryViews, listDeliveries, listDeliveriesForUpdate, listDeliveriesInParcel, listDeliveryLines } from './deliveries-store.ts'
import { bundleKey, canDelivery, type Delivery } from './delivery.ts'
import { deliveryRowSchema, hallSchema, labelSchema, toHall, toLabel, toRow } from './delivery-replies.ts'
import { listParcelEvents, listParcels } from './parcels-store.ts'
import { uncollectedAfterDays } from './pickup.ts'
import { listPickups } from './pickups-store.ts'
import { shelve } from './picking-up.ts'
import { outletsOf, resultName } from './recording.ts'
import { send } from './sending.ts'

const uuid = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const mostAtOnce = 200

/** Line of the authorities that run the halls. */
const hallLine = 'government-services'
const senders = ['window'] as const

const isMine = (principal: Principal, one: Pick<Delivery, 'outletRegion'>): boolean => covers(principal, senders, { region: one.outletRegion, line: hallLine })

/** The instant before which something on the shelf counts as not fetched: so many working days ago, at least. */
const shelvedBefore = (now: Date): Date => {
  for (let back = uncollectedAfterDays; ; back += 1) {
    const day = addDays(plainDate(now), -back)
    const due = addWorkingDays(day, uncollectedAfterDays)
    if (!('on' in due) || due.on <= plainDate(now)) return new Date(`${day}T16:00:00Z`)
  }
}

const daysLeft = ({ deliverBy, region }: Delivery, today: string): number | null => {
  if (deliverBy === null) return null
  if (today <= deliverBy) return workingDaysBetween(today, deliverBy, region) ?? null
  const over = workingDaysBetween(deliverBy, today, region)
  return over === undefined ? null : -over
}

const rowsOf = async (app: App, deliveries: readonly Delivery[]) => {
  const { read } = app.db
  const parcelIds = deliveries.flatMap(({ parcelId }) => parcelId ?? [])
  const [cases, names, parcels, events, pickups, lines] = await Promise.all([
    listCasesWithIds(read, deliveries.map(({ caseId }) => caseId)), listPersonNames(read, deliveries.map(({ personId }) => personId)), listParcels(read, parcelIds), listParcelEvents(read, parcelIds),
    listPickups(read, deliveries.flatMap(({ pickupId }) => pickupId ?? [])), listDeliveryLines(read, deliveries.filter(({ mishap }) => mishap !== null).map(({ id }) => id)),
  ])
  const bundles = [...new Set(deliveries.map(bundleKey))]
  return deliveries.map((one) => {
    const pickup = pickups.find(({ id }) => id === one.pickupId)
    const because = lines.findLast(({ deliveryId, action }) => deliveryId === one.id && action === 'unbook')?.detail['because']
    return toRow({
      one, caseNumber: cases.find(({ id }) => id === one.caseId)?.number ?? '', name: resultName(app, one), person: names.get(one.personId) ?? '', daysLeft: daysLeft(one, plainDate(app.clock.now())),
      parcel: parcels.find(({ id }) => id === one.parcelId), last: events.findLast(({ parcelId }) => parcelId === one.parcelId), waitingSince: pickup?.readyAt ?? null, reminded: pickup?.reminded ?? 0,
      because: typeof because === 'string' ? because : null, bundle: String(bundles.indexOf(bundleKey(one)) + 1),
    })
  })
}

type Action = 'book' | 'shelve'

/** Whether one row may go, as its outcome says. */
const outcomeOf = (one: Delivery | undefined, principal: Principal, action: Action): 'done' | 'not_found' | 'not_allowed_now' | 'no_address' => {
  if (!one || !isMine(principal, one)) return 'not_found'
  if (!canDelivery(one.state, action) || one.way !== (action === 'book' ? 'post' : 'counter')) return 'not_allowed_now'
  return action === 'book' && one.receiver === null ? 'no_address' : 'done'
}

/** Does it with every row that may go; the others are named with the reason. */
const actOnAll = (app: App, principal: Principal, action: Action, ids: readonly string[], requestId: string) =>
  app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal, requestId, at: app.clock.now() }
    const held = await listDeliveriesForUpdate(tx, ids)
    const outcomes = ids.map((id) => ({ id, outcome: outcomeOf(held.find((each) => each.id === id), principal, action) }))
    const going = held.filter(({ id }) => outcomes.some((each) => each.id === id && each.outcome === 'done'))
    if (action === 'book') await send(scene, going)
    else for (const together of Map.groupBy(going, ({ applicationId, outlet }) => `${applicationId} ${outlet}`).values()) await shelve(scene, together)
    return { outcomes }
  })

export const staffDeliveryRoutes = [
  route({
    method: 'GET', path: '/deliveries', operation: 'listDeliveries', summary: 'What my hall has to send, to put on the shelf, on the way, waiting; what is due first at the top', permission: 'deliveries.send',
    query: Type.Object({ view: Type.Enum([...deliveryViews]), outlet: Type.Optional(Type.String({ maxLength: 100 })), after: Type.Optional(uuid), limit: Type.Integer({ minimum: 1, maximum: mostAtOnce, default: 50 }) }),
    reply: Type.Object({ deliveries: Type.Array(deliveryRowSchema), more: Type.Boolean(), counts: Type.Object({ toSend: Type.Integer(), toShelve: Type.Integer(), onTheWay: Type.Integer(), waiting: Type.Integer(), uncollected: Type.Integer() }), halls: Type.Array(hallSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const filter = { jurisdiction: jurisdictionFilter(principal, senders), line: hallLine, shelvedBefore: shelvedBefore(app.clock.now()), ...(query.outlet === undefined ? {} : { outlet: query.outlet }) }
      const [page, counts] = await Promise.all([listDeliveries(app.db.read, { ...filter, view: query.view, limit: query.limit + 1, ...(query.after === undefined ? {} : { after: query.after }) }), countDeliveries(app.db.read, filter)])
      return { deliveries: await rowsOf(app, page.slice(0, query.limit)), more: page.length > query.limit, counts, halls: outletsOf(app).filter(({ region }) => isMine(principal, { outletRegion: region })).map(toHall) }
    },
  }),
  route({
    method: 'POST', path: '/deliveries/:action', operation: 'actOnDeliveries', summary: 'Book the courier for some, or put some on the shelf: each row has its own outcome', permission: 'deliveries.send',
    params: Type.Object({ action: Type.Enum(['book', 'shelve']) }), body: Type.Object({ ids: Type.Array(uuid, { minItems: 1, maxItems: mostAtOnce, uniqueItems: true }) }, closed),
    reply: Type.Object({ outcomes: Type.Array(Type.Object({ id: uuid, outcome: Type.Enum(['done', 'not_found', 'not_allowed_now', 'no_address']) })) }), refusals: ['invalid', 'not_found', 'unavailable'],
    handle: (app, { principal, params, body, requestId }) => {
      if (params.action === 'book' && !app.config.carrier) throw new Refusal('unavailable', { carrier: 'none' })
      return actOnAll(app, principal, params.action, body.ids, requestId)
    },
  }),
  route({
    method: 'GET', path: '/deliveries/labels', operation: 'listLabels', summary: 'Labels of parcels, and the list the courier signs', permission: 'deliveries.send',
    query: Type.Object({ parcels: Type.String({ maxLength: 40 * mostAtOnce, description: 'Ids, separated by commas.' }) }), reply: Type.Object({ labels: Type.Array(labelSchema) }), refusals: ['invalid'],
    handle: async (app, { principal, query }) => {
      const ids = query.parcels.split(',').filter((id) => /^[0-9a-f-]{36}$/.test(id)).slice(0, mostAtOnce)
      return { labels: (await listParcels(app.db.read, ids)).filter(({ region }) => isMine(principal, { outletRegion: region })).map(toLabel) }
    },
  }),
  route({
    method: 'POST', path: '/deliveries/parcels/:parcel/cancel', operation: 'cancelParcel', summary: 'Take a booking back, as long as the courier has not collected it', permission: 'deliveries.send',
    params: Type.Object({ parcel: uuid }), reply: Type.Object({ cancelled: Type.Boolean() }), refusals: ['not_found', 'invalid', 'not_allowed_now', 'conflict', 'unavailable'],
    handle: async (app, { principal, params, requestId }) => {
      const [parcel] = await listParcels(app.db.read, [params.parcel])
      const things = await listDeliveriesInParcel(app.db.read, params.parcel)
      if (!parcel || things.length === 0 || !isMine(principal, { outletRegion: parcel.region })) throw new Refusal('not_found')
      await cancelParcel(app, app.db.read, params.parcel)
      await app.db.transaction((tx) => insertAudit(tx, [{ at: app.clock.now().toISOString(), ...actorOf(principal), action: 'deliveries.cancelParcel', subjectType: 'parcel', subjectId: parcel.id, region: parcel.region, requestId, detail: { number: parcel.carrierNumber } }]))
      return { cancelled: true }
    },
  }),
]

