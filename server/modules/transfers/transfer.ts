// A hand-over between regions (移交): the file of an application that a hall of one region took in for an authority of another.
// Pure: who may do what in which state, what is taken in elsewhere at all, and how its two clocks stand. The hall has its own days to hand
// over; the legal clock of the authority begins when it has the complete file (Administrative Licensing Law Art. 32, 42).
import type { StaffRole } from '../../kernel/authz.ts'
import { regionCovers } from '../../kernel/regions.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Service } from '../catalogue/definitions.ts'

export const transferStates = ['collected', 'underway', 'received', 'returned', 'ended'] as const
export type TransferState = (typeof transferStates)[number]

export const transferActions = ['collect', 'handOver', 'receive', 'sendBack', 'notePost', 'remind', 'end'] as const
export type TransferAction = (typeof transferActions)[number]

/** `giver`: whoever serves at the hall that took it in; `receiver`: an official of the authority it is for; `either`: one of both. */
type Side = 'giver' | 'receiver' | 'either' | 'system'
type Step = { from: readonly TransferState[]; to: TransferState | 'same'; by: Side }

export const lifecycle = {
  collect: { from: [], to: 'collected', by: 'giver' },
  handOver: { from: ['collected', 'returned'], to: 'underway', by: 'giver' },
  receive: { from: ['underway'], to: 'received', by: 'receiver' },
  sendBack: { from: ['underway'], to: 'returned', by: 'receiver' },
  notePost: { from: ['underway'], to: 'same', by: 'either' },
  remind: { from: ['collected', 'underway', 'returned'], to: 'same', by: 'system' },
  end: { from: ['collected', 'underway', 'returned'], to: 'ended', by: 'system' },
} as const satisfies Record<TransferAction, Step>

const table: Record<TransferAction, Step> = lifecycle

export const transferAfter = (state: TransferState, action: TransferAction): TransferState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

const finals: readonly TransferState[] = ['received', 'ended']
export const hasEndedTransfer = (state: TransferState): boolean => finals.includes(state)

/** Whether the hall has to act. */
export const liesWithGiver = (state: TransferState): boolean => table.handOver.from.includes(state)
/** Whether the authority has to act. */
export const awaitsReceipt = (state: TransferState): boolean => table.receive.from.includes(state)
export const isReceived = (state: TransferState): boolean => state === 'received'

export const giverRoles = ['window'] as const satisfies readonly StaffRole[]
export const receiverRoles = ['clerk', 'approver', 'head'] as const satisfies readonly StaffRole[]
/** Line of the authorities that run the halls. */
export const hallLine = 'government-services'

/** Which sides an official is on; supervisors look on. */
export type Standing = { gives: boolean; receives: boolean }

export const maySide = (action: TransferAction, { gives, receives }: Standing): boolean => {
  const { by } = table[action]
  return (by !== 'receiver' && by !== 'system' && gives) || (by !== 'giver' && by !== 'system' && receives)
}

/** Where an official takes in: the hall, its region (GB/T 2260), the number above the window. */
export type Desk = { place: string; region: string; counter: string }

export type TransferredCase = { id: string; number: string; service: string; name: Texts }

/** What became of a parcel the platform has called a courier for. */
export const parcelTurns = ['booked', 'onTheWay', 'delivered', 'returned', 'lost', 'rejected', 'cancelled'] as const
export type ParcelTurn = (typeof parcelTurns)[number]

/** A parcel that carries originals. */
export type Parcel = { carrier: string; number: string }

/** One thing that happened; a signed action holds what was signed. */
export type TransferEvent = { action: TransferAction; staffId: string | null; actorName: string; at: string; detail: Record<string, unknown> }

export type Transfer = {
  id: string
  number: string
  applicationId: string
  personId: string
  applicant: string
  applicationNumber: string
  matterName: Texts
  outlet: string
  counter: string
  hall: Texts
  fromRegion: string
  toRegion: string
  toLine: string
  cases: TransferredCase[]
  state: TransferState
  revision: number
  collectedAt: string
  handOverBy: string | null
  receiptBy: string | null
  signed: SignedHandOver | null
  parcel: Parcel | null
  /** steps of the ladder taken since the present day for acting has passed */
  reminded: number
  updatedAt: string
  endedAt: string | null
}

/** One document that is handed over, by its SHA-256. */
export type HandedDocument = { case: string; evidence: string; name: string; digest: string }

/** What the clerk of the hall states and signs with their name (移交单). */
export type HandOver = {
  number: string
  edition: number
  from: { region: string; outlet: string; counter: string }
  to: { region: string; line: string }
  application: string
  applicant: string
  cases: string[]
  documents: HandedDocument[]
  /** papers that are sent, as named by the clerk; none: the file is electronic only */
  originals: { name: string; count: number }[]
  parcel: Parcel | null
  remark: string
  by: { id: string; name: string }
  at: string
}

/** `kid` names the key of the keystore it was signed with; what an earlier version signed has none. */
export type Signed<Content> = { content: Content; digest: string; signature: string; kid?: string }
export type SignedHandOver = Signed<HandOver>

const sameCity = (one: string, other: string): boolean => one.slice(0, 4) === other.slice(0, 4)
const sameProvince = (one: string, other: string): boolean => one.slice(0, 2) === other.slice(0, 2)

/** Whether a service may be applied for at a place when its authority is at another (通办范围). */
const reaches = (scope: string, from: string, to: string): boolean => (scope === 'nation' ? true : scope === 'province' ? sameProvince(from, to) : scope === 'city' ? sameCity(from, to) : false)

/** Whether somebody at a hall of `from` is outside the reach of the authority of `to`: neither lies in the other. */
export const isElsewhere = (from: string, to: string): boolean => !regionCovers(from, to) && !regionCovers(to, from)

/** Whether a hall of region `from` takes in for the authority of region `to`: the service allows it (异地代收代办) that far. */
export const isTakenIn = ({ listing }: Pick<Service, 'listing'>, from: string, to: string): boolean => {
  const stated = listing?.crossRegion
  return isElsewhere(from, to) && stated?.ways?.includes('agency') === true && reaches(stated.scope, from, to)
}

export type TransferUrgency = 'calm' | 'soon' | 'late'

/** The day by which somebody has to act now; null: nobody, or the calendar is not published. */
export const actBy = ({ state, handOverBy, receiptBy }: Pick<Transfer, 'state' | 'handOverBy' | 'receiptBy'>): string | null =>
  liesWithGiver(state) ? handOverBy : awaitsReceipt(state) ? receiptBy : null

/** Where somebody has to act now: the hall, or the authority. */
export const actingPlace = ({ state, fromRegion, toRegion, toLine }: Pick<Transfer, 'state' | 'fromRegion' | 'toRegion' | 'toLine'>): { region: string; line: string } =>
  liesWithGiver(state) ? { region: fromRegion, line: hallLine } : { region: toRegion, line: toLine }

/** Amber on the last day, red after it. @param today YYYY-MM-DD */
export const transferUrgency = (one: Pick<Transfer, 'state' | 'handOverBy' | 'receiptBy'>, today: string): TransferUrgency => {
  const by = actBy(one)
  return by === null || today < by ? 'calm' : today === by ? 'soon' : 'late'
}
