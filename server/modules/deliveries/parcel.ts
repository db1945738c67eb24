// A parcel in the hands of a courier. Its state is the fold of what the courier reported, in the courier's own order: reports that come
// late, twice or in the wrong order lead to the same state. Pure.
import type { Place } from './delivery.ts'

export const parcelStates = ['requested', 'booked', 'onTheWay', 'outForDelivery', 'comingBack', 'delivered', 'returned', 'lost', 'rejected', 'cancelled'] as const
export type ParcelState = (typeof parcelStates)[number]

/** What a courier reports (docs/guide/deliveries.md); `rejected` is its answer to a booking. */
export const parcelEvents = ['booked', 'collected', 'passed', 'outForDelivery', 'delivered', 'declinedByReceiver', 'undeliverable', 'returned', 'lost', 'cancelled', 'rejected'] as const
export type ParcelEventKind = (typeof parcelEvents)[number]

type Transition = { from: readonly ParcelState[]; to: ParcelState }

const moving = ['booked', 'onTheWay', 'outForDelivery'] as const
const open = ['requested', ...moving, 'comingBack'] as const

/** From every open state: of reports in between one may be missing, and the next says where it is all the same. */
export const parcelLifecycle = {
  booked: { from: ['requested'], to: 'booked' },
  collected: { from: ['requested', 'booked'], to: 'onTheWay' },
  passed: { from: ['requested', ...moving], to: 'onTheWay' },
  outForDelivery: { from: ['requested', ...moving], to: 'outForDelivery' },
  delivered: { from: open, to: 'delivered' },
  declinedByReceiver: { from: open, to: 'comingBack' },
  undeliverable: { from: open, to: 'comingBack' },
  returned: { from: open, to: 'returned' },
  lost: { from: open, to: 'lost' },
  cancelled: { from: ['requested', 'booked'], to: 'cancelled' },
  rejected: { from: ['requested'], to: 'rejected' },
} as const satisfies Record<ParcelEventKind, Transition>

const table: Record<ParcelEventKind, Transition> = parcelLifecycle

const ended: readonly ParcelState[] = ['delivered', 'returned', 'lost', 'rejected', 'cancelled']
export const hasEndedParcel = (state: ParcelState): boolean => ended.includes(state)

/** Until the courier has it, a booking can be cancelled. */
export const canCancel = (state: ParcelState): boolean => table.cancelled.from.includes(state)
export const isRequested = (state: ParcelState): boolean => state === 'requested'

/** `seq`: the courier's numbering of its reports on one parcel, from 1. */
export type ParcelEvent = { seq: number; kind: ParcelEventKind; at: string; place: string; note: string }

export const stateOfParcel = (events: readonly Pick<ParcelEvent, 'seq' | 'kind'>[]): ParcelState =>
  events.toSorted((a, b) => a.seq - b.seq).reduce<ParcelState>((state, { kind }) => (table[kind].from.includes(state) ? table[kind].to : state), 'requested')

/** Whether reports are missing in between: then the courier is asked. */
export const hasGap = (events: readonly Pick<ParcelEvent, 'seq'>[]): boolean => Math.max(0, ...events.map(({ seq }) => seq)) > new Set(events.map(({ seq }) => seq)).size

/** results: of an application, to a person. transfer: originals, between two offices. */
export type Purpose = 'results' | 'transfer'

/** `reference`: the application, or the transfer. `contents`: what the label says is in it. `region`: where it is sent from. */
export type Parcel = {
  id: string; purpose: Purpose; reference: string; personId: string | null; region: string; sender: Place; receiver: Place; contents: string; pays: 'sender' | 'receiver'
  state: ParcelState; carrierNumber: string | null; sorting: string | null; failure: string | null; heardAt: string | null; createdAt: string; endedAt: string | null
}
