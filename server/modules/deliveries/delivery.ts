// The paper or thing a granted case results in, on its way to its person: the ways there are, and its lifecycle as one table.
// Administrative Licensing Law Art. 44: issued and delivered within ten days of the decision. Pure.
import { regionCovers, regionPrefix } from '../../kernel/regions.ts'
import type { Outlet, Service as WholeService } from '../catalogue/index.ts'

/** online: read and shown in the account. counter: fetched at a hall. post: brought by a courier. */
export const ways = ['online', 'counter', 'post'] as const
export type Way = (typeof ways)[number]
export type PhysicalWay = Exclude<Way, 'online'>

export const deliveryStates = ['ready', 'sent', 'shelved', 'delivered', 'calledOff'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryActions = ['prepare', 'rechoose', 'book', 'unbook', 'lose', 'bringBack', 'shelve', 'nameFetcher', 'renewCode', 'remind', 'deliver', 'callOff'] as const
export type DeliveryAction = (typeof deliveryActions)[number]

type Transition = { from: readonly DeliveryState[]; to: DeliveryState | 'same' }

/** `unbook`: the courier does not take it, or the booking was cancelled. `bringBack`: it came back to the hall, where it waits. */
export const deliveryLifecycle = {
  prepare: { from: [], to: 'ready' },
  rechoose: { from: ['ready', 'shelved'], to: 'ready' },
  book: { from: ['ready'], to: 'sent' },
  unbook: { from: ['sent'], to: 'ready' },
  lose: { from: ['sent'], to: 'ready' },
  bringBack: { from: ['sent'], to: 'shelved' },
  shelve: { from: ['ready'], to: 'shelved' },
  nameFetcher: { from: ['shelved'], to: 'same' },
  renewCode: { from: ['shelved'], to: 'same' },
  remind: { from: ['shelved'], to: 'same' },
  deliver: { from: ['ready', 'sent', 'shelved'], to: 'delivered' },
  callOff: { from: ['ready', 'sent', 'shelved'], to: 'calledOff' },
} as const satisfies Record<DeliveryAction, Transition>

const table: Record<DeliveryAction, Transition> = deliveryLifecycle

export const canDelivery = (state: DeliveryState, action: DeliveryAction): boolean => table[action].from.includes(state)

/** The state after an action; undefined when the table does not allow it. */
export const deliveryAfter = (state: DeliveryState, action: DeliveryAction): DeliveryState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

export const hasEndedDelivery = (state: DeliveryState): boolean => state === 'delivered' || state === 'calledOff'
export const isSent = (state: DeliveryState): boolean => state === 'sent'
export const isShelved = (state: DeliveryState): boolean => state === 'shelved'

/** Who a parcel goes to, or comes from. */
export type Place = { name: string; phone: string; address: string }

/** What went wrong with the last parcel. */
export const mishaps = ['lost', 'rejected', 'cancelled', 'returned'] as const
export type Mishap = (typeof mishaps)[number]

export type Delivery = {
  id: string; caseId: string; applicationId: string; personId: string; service: string; line: string; region: string
  outlet: string; outletRegion: string; way: PhysicalWay; receiver: Place | null; state: DeliveryState; revision: number; mishap: Mishap | null
  parcelId: string | null; pickupId: string | null; grantedOn: string; deliverBy: string | null; createdAt: string; updatedAt: string; endedAt: string | null
}

/** One thing that happened to a delivery. */
export type DeliveryLine = { deliveryId: string; action: DeliveryAction; actorKind: string; actorId: string; actorName: string; at: string; detail: Record<string, unknown> }

/** What somebody wants for one result. */
export type Choice = { way: Way; outlet?: string }

/** Wishes for one application: by service, with one address for all of it. */
export type Wish = { applicationId: string; personId: string; choices: Record<string, Choice>; receiver: Place | null; updatedAt: string }

/** What of a service says how its result travels. */
type Service = Pick<WholeService, 'handling' | 'listing'>

/** Whether the result is a paper or a thing, so that reading it in the account does not replace it. */
const isThing = (service: Service): boolean => service.handling?.paper === true

/** The ways a person may choose between; online alone where the pack states nothing. A thing is fetched or brought. */
export const waysOf = (service: Service): Way[] => {
  const stated = service.listing?.delivery ?? ['online']
  const possible = isThing(service) ? stated.filter((way) => way !== 'online') : stated
  return possible.length > 0 ? possible : [isThing(service) ? 'counter' : 'online']
}

/** Whether there is anything to choose, or to hand over. */
export const isPhysical = <Given extends Service>(service: Given | undefined): service is Given => service !== undefined && waysOf(service).some((way) => way !== 'online')

/** What holds when nothing was chosen: the account, and for a thing the post where it can go there and an address is known, otherwise the counter. */
export const ordinaryWay = (service: Service, hasAddress: boolean): Way => {
  const possible = waysOf(service)
  if (possible.includes('online')) return 'online'
  return (possible.includes('post') && hasAddress) || !possible.includes('counter') ? 'post' : 'counter'
}

/** The way chosen, if it is still offered and can be gone. */
export const wayFor = (service: Service, choice: Choice | undefined, hasAddress: boolean): Way => {
  const chosen = choice && waysOf(service).includes(choice.way) ? choice.way : undefined
  return chosen === undefined || (chosen === 'post' && !hasAddress) ? ordinaryWay(service, hasAddress) : chosen
}

/** Halls that may hand out a result of this region: those that serve it and those of the places within, nearest first. */
export const hallsFor = (outlets: readonly Outlet[], region: string): Outlet[] =>
  outlets.filter((hall) => regionCovers(hall.region, region) || regionCovers(region, hall.region))
    .toSorted((a, b) => Number(regionCovers(b.region, region)) - Number(regionCovers(a.region, region)) || regionPrefix(b.region).length - regionPrefix(a.region).length)

/** Results of one application that leave the same hall for the same address, all ready, travel in one parcel; what is not ready does not hold up the rest. */
export const bundleKey = ({ applicationId, outlet, receiver }: Pick<Delivery, 'applicationId' | 'outlet' | 'receiver'>): string => JSON.stringify([applicationId, outlet, receiver])
