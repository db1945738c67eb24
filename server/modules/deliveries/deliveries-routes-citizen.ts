// The applicant's side: how my results reach me, the code they are fetched with, who else may fetch them.
import { Type } from 'typebox'
import { personOf, type Principal } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { checkResidentId } from '../../kernel/identifiers.ts'
import { personDigest } from '../../kernel/person-digest.ts'
import { route, type App } from '../../module.ts'
import { deliverBy, hasEnded, listResultsOf, wasGranted, type Case, type Scene } from '../cases/index.ts'
import { listOwing } from '../payments/index.ts'
import { maskIdNumber } from '../people/index.ts'
import { choose, readChoosing, type Item } from './choosing.ts'
import { listDeliveryLines } from './deliveries-store.ts'
import { ways, waysOf, type DeliveryLine } from './delivery.ts'
import { choosingSchema, placeSchema, toHall, toParcelReply } from './delivery-replies.ts'
import type { Parcel, ParcelEvent } from './parcel.ts'
import { listParcelEvents, listParcelsAbout } from './parcels-store.ts'
import { isExpired, pickupCode, type Fetcher, type Pickup } from './pickup.ts'
import { listPickups } from './pickups-store.ts'
import { nameFetcher, renewCode } from './picking-up.ts'
import { listReceipts } from './receipts-store.ts'
import { outletsOf } from './recording.ts'

const uuid = Type.String({ format: 'uuid' })
const closed = { additionalProperties: false }
const own = Type.Object({ id: uuid })
const pickupOf = Type.Object({ id: uuid, pickup: uuid })
const refusals = ['not_found', 'invalid', 'not_allowed_now'] as const

type Known = { parcels: Parcel[]; events: (ParcelEvent & { parcelId: string })[]; pickups: Pickup[]; lines: DeliveryLine[]; openedAt: ReadonlyMap<string, string>; owing: readonly string[] }

const standingOf = (one: Case | undefined, item: Item, owes: boolean) => {
  if (item.delivery) return item.delivery.state
  if (!one || !hasEnded(one.state)) return 'planned' as const
  if (!wasGranted(one.state)) return 'none' as const
  return owes ? ('unpaid' as const) : ('account' as const)
}

const pickupReply = (app: App, pickup: Pickup) => ({
  id: pickup.id, outlet: pickup.outlet, expiresOn: pickup.expiresOn, fetcher: pickup.fetcher && { name: pickup.fetcher.name, number: pickup.fetcher.masked },
  code: isExpired(pickup, plainDate(app.clock.now())) ? null : pickupCode(app.config.sessionSecret, pickup.id, pickup.edition),
})

const itemReply = (app: App, item: Item, { parcels, events, pickups, lines, openedAt, owing }: Known) => {
  const { one, delivery, service } = item
  const parcel = parcels.find(({ id }) => id === delivery?.parcelId)
  const pickup = pickups.find(({ id, closedAt }) => id === delivery?.pickupId && closedAt === null)
  const owes = one !== undefined && owing.includes(one.id)
  const endedAt = one && wasGranted(one.state) && !owes ? one.endedAt : null
  return {
    service: service.id, name: service.result.name, ways: waysOf(service), way: item.way, outlet: item.outlet ?? null, halls: item.halls, canChange: item.canChange, standing: standingOf(one, item, owes),
    deliverBy: delivery ? delivery.deliverBy : endedAt === null || item.way === 'online' ? null : deliverBy(new Date(endedAt), item.region),
    // What is read in the account has arrived the moment it was issued (Art. 44 leaves the form open).
    deliveredOn: one?.course.delivered?.on ?? (endedAt !== null && !delivery ? plainDate(new Date(endedAt)) : null), deliveredHow: one?.course.delivered?.how ?? (endedAt !== null && !delivery ? 'online' : null),
    openedAt: openedAt.get(one?.id ?? '') ?? null, mishap: delivery?.mishap ?? null,
    pickup: pickup ? pickupReply(app, pickup) : null,
    parcel: parcel ? toParcelReply(parcel, events.filter(({ parcelId }) => parcelId === parcel.id)) : null,
    history: lines.filter(({ deliveryId }) => deliveryId === delivery?.id).map(({ action, at }) => ({ action, at })),
  }
}

const reply = async (app: App, principal: Principal, id: string) => {
  const { read } = app.db
  const { items, receiver, submitted } = await readChoosing(app, read, personOf(principal), id)
  const deliveries = items.flatMap(({ delivery }) => delivery ?? [])
  const [parcels, pickups, lines] = deliveries.length === 0 ? [[], [], []] : await Promise.all([
    listParcelsAbout(read, id), listPickups(read, deliveries.flatMap(({ pickupId }) => pickupId ?? [])), listDeliveryLines(read, deliveries.map((each) => each.id)),
  ])
  const events = parcels.length === 0 ? [] : await listParcelEvents(read, parcels.map((each) => each.id))
  const results = submitted && items.length > 0 ? await listResultsOf(read, id) : []
  const [receipts, owing] = await Promise.all([listReceipts(read, results.map((each) => each.id)), items.length > 0 ? listOwing(read, id) : []])
  const openedAt = new Map(receipts.map((each) => [results.find((one) => one.id === each.resultId)?.caseId ?? '', each.openedAt]))
  const offered = new Set(items.flatMap(({ halls, delivery }) => [...halls, ...(delivery ? [delivery.outlet] : [])]))
  return { submitted, receiver, items: items.map((item) => itemReply(app, item, { parcels, events, pickups, lines, openedAt, owing })), halls: outletsOf(app).filter((each) => offered.has(each.id)).map(toHall) }
}

const inScene = (app: App, principal: Principal, requestId: string, work: (scene: Scene, personId: string) => Promise<void>): Promise<void> => {
  const person = personOf(principal)
  return app.db.transaction((tx) => work({ app, tx, principal: person, requestId, at: app.clock.now() }, person.id))
}

const fetcherOf = (given: { name: string; idNumber: string } | null, today: string): Fetcher | null => {
  if (given === null) return null
  const checked = checkResidentId(given.idNumber, today)
  if (!checked.ok) throw new Refusal('invalid', { idNumber: checked.problem })
  return { name: given.name.trim(), masked: maskIdNumber(checked.value), digest: personDigest(checked.value) }
}

export const citizenDeliveryRoutes = [
  route({
    method: 'GET', path: '/applications/:id/deliveries', operation: 'getDeliveries', summary: 'How the results of my application reach me: what there is to choose, and where they are', permission: 'deliveries.own',
    params: own, reply: choosingSchema, refusals: ['not_found', 'invalid', 'not_offered'], handle: (app, { principal, params }) => reply(app, principal, params.id),
  }),
  route({
    method: 'PUT', path: '/applications/:id/deliveries', operation: 'chooseDeliveries', summary: 'Choose how results reach me, while it is still possible', permission: 'deliveries.own', params: own,
    body: Type.Object({ choices: Type.Record(Type.String({ maxLength: 100 }), Type.Object({ way: Type.Enum([...ways]), outlet: Type.Optional(Type.String({ maxLength: 100 })) }, closed), { maxProperties: 100 }), receiver: Type.Optional(placeSchema) }, closed),
    reply: choosingSchema, refusals: [...refusals, 'not_offered'],
    handle: async (app, { principal, params, body, requestId }) => {
      await choose(app, personOf(principal), params.id, body, requestId)
      return reply(app, principal, params.id)
    },
  }),
  route({
    method: 'POST', path: '/applications/:id/pickups/:pickup/renew', operation: 'renewPickupCode', summary: 'Draw a new pick-up code; the old one opens nothing any more', permission: 'deliveries.own', params: pickupOf, reply: choosingSchema, refusals,
    handle: async (app, { principal, params, requestId }) => {
      await inScene(app, principal, requestId, (scene, personId) => renewCode(scene, personId, params.pickup))
      return reply(app, principal, params.id)
    },
  }),
  route({
    method: 'PUT', path: '/applications/:id/pickups/:pickup/fetcher', operation: 'nameFetcher', summary: 'Name who else may fetch it, or nobody', permission: 'deliveries.own', params: pickupOf,
    body: Type.Object({ fetcher: Type.Union([Type.Object({ name: Type.String({ minLength: 1, maxLength: 50 }), idNumber: Type.String({ maxLength: 40 }) }, closed), Type.Null()]) }, closed), reply: choosingSchema, refusals,
    handle: async (app, { principal, params, body, requestId }) => {
      const fetcher = fetcherOf(body.fetcher, plainDate(app.clock.now()))
      await inScene(app, principal, requestId, (scene, personId) => nameFetcher(scene, personId, params.pickup, fetcher))
      return reply(app, principal, params.id)
    },
  }),
]
