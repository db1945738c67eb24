// A joint site visit (联合踏勘): one appointment at which the authorities of an application look at the place. Its lifecycle is one table;
// nothing else compares states. Administrative Licensing Law Art. 26 (handled together), 34 (at least two officials look on the spot), 45. Pure.
import type { StaffRole } from '../../kernel/authz.ts'
import { hasSpoken, isOut, type Part } from './part.ts'

export const visitStates = ['proposed', 'offered', 'agreed', 'onSite', 'closed', 'missed', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

export const visitActions = [
  'open', 'confirm', 'askOther', 'leave', 'offer', 'settle', 'accept', 'presume', 'move', 'stopClocks', 'remind', 'begin', 'sign', 'markAbsent', 'askSignature', 'signSheet', 'close', 'reportRectified', 'recheck', 'miss', 'cancel', 'abandon',
] as const
export type VisitAction = (typeof visitActions)[number]

type Actor = 'applicant' | 'system' | StaffRole
type Transition = { from: readonly VisitState[]; to: VisitState | 'same'; by: readonly Actor[]; law: string }

const staff = ['clerk', 'approver', 'head'] as const
const together = '行政许可法第二十六条第二款'
const onTheSpot = '行政许可法第三十四条第三款'
const notCounted = '行政许可法第四十五条'

/** `presume`: not answered by the evening before, the time offered stands. `abandon`: every authority has left it. */
export const visitLifecycle = {
  open: { from: [], to: 'proposed', by: staff, law: together },
  confirm: { from: ['proposed'], to: 'same', by: staff, law: together },
  askOther: { from: ['proposed', 'offered', 'agreed'], to: 'proposed', by: staff, law: together },
  leave: { from: ['proposed', 'offered', 'agreed', 'onSite'], to: 'same', by: staff, law: together },
  offer: { from: ['proposed'], to: 'offered', by: ['system'], law: together },
  settle: { from: ['proposed'], to: 'agreed', by: ['system'], law: together },
  accept: { from: ['offered'], to: 'agreed', by: ['applicant'], law: together },
  presume: { from: ['offered'], to: 'agreed', by: ['system'], law: together },
  move: { from: ['offered', 'agreed'], to: 'proposed', by: ['applicant'], law: together },
  stopClocks: { from: ['proposed', 'offered', 'agreed'], to: 'same', by: ['system'], law: notCounted },
  remind: { from: ['agreed'], to: 'same', by: ['system'], law: together },
  begin: { from: ['agreed'], to: 'onSite', by: ['system', ...staff], law: notCounted },
  sign: { from: ['onSite'], to: 'same', by: staff, law: onTheSpot },
  markAbsent: { from: ['onSite'], to: 'same', by: staff, law: onTheSpot },
  askSignature: { from: ['onSite'], to: 'same', by: ['system'], law: onTheSpot },
  signSheet: { from: ['onSite'], to: 'closed', by: ['applicant'], law: onTheSpot },
  close: { from: ['onSite'], to: 'closed', by: ['system'], law: onTheSpot },
  reportRectified: { from: ['onSite', 'closed'], to: 'same', by: ['applicant'], law: onTheSpot },
  recheck: { from: ['onSite', 'closed'], to: 'same', by: staff, law: onTheSpot },
  miss: { from: ['agreed', 'onSite'], to: 'missed', by: staff, law: together },
  cancel: { from: ['proposed', 'offered', 'agreed'], to: 'cancelled', by: ['applicant', ...staff], law: together },
  abandon: { from: ['proposed', 'offered', 'agreed', 'onSite'], to: 'cancelled', by: ['system'], law: together },
} as const satisfies Record<VisitAction, Transition>

const table: Record<VisitAction, Transition> = visitLifecycle

/** The state after an action; undefined when the table does not allow it. */
export const visitAfter = (state: VisitState, action: VisitAction): VisitState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

/** Folds what happened into the present state; the first action is `open`. */
export const visitStateOf = (actions: readonly VisitAction[]): VisitState => actions.reduce<VisitState>((state, action) => visitAfter(state, action) ?? state, 'proposed')

export const hasEndedVisit = (state: VisitState): boolean => state === 'closed' || state === 'missed' || state === 'cancelled'

export const isProposed = (state: VisitState): boolean => state === 'proposed'

export const isOnSite = (state: VisitState): boolean => state === 'onSite'

/** The time stands, or is about to. */
export const isArranged = (state: VisitState): boolean => state === 'offered' || state === 'agreed'

export const isAgreed = (state: VisitState): boolean => state === 'agreed'

export const isClosed = (state: VisitState): boolean => state === 'closed'

/** It did not take place: nobody was there, or it was called off. */
export const cameToNothing = (state: VisitState): boolean => state === 'missed' || state === 'cancelled'

export const halves = ['morning', 'afternoon'] as const
/** 上午 from 9:30, 下午 from 14:30. */
export type Half = (typeof halves)[number]

export type Slot = { day: string; half: Half }

export type Visit = {
  id: string
  applicationId: string
  personId: string
  applicant: string
  matter: string
  region: string
  /** the address, as the applicant gave it */
  place: string
  state: VisitState
  revision: number
  /** 'YYYY-MM-DD' */
  day: string
  half: Half
  chosen: boolean
  moved: boolean
  clockOn: string | null
  /** the day it took place; earlier than agreed where everybody was there */
  begunOn: string | null
  lookOn: string | null
  reminded: boolean
  /** the last day on which the applicant may sign the sheet; then it closes without */
  signBy: string | null
  comment: string
  signature: number[][] | null
  signedAt: string | null
  noticeId: string | null
  openedBy: string
  createdAt: string
  updatedAt: string
  endedAt: string | null
}

export type VisitEvent = { action: VisitAction; actorKind: string; actorId: string; actorName: string; at: string; detail: Record<string, unknown> }

/** Those who still take part. */
export const partsIn = (parts: readonly Part[]): Part[] => parts.filter((part) => !isOut(part.state))

export const allConfirmed = (parts: readonly Part[]): boolean => partsIn(parts).every(({ state }) => state !== 'asked')

/** Everybody there has signed; only the applicant is awaited. */
export const allSpoken = (parts: readonly Part[]): boolean => partsIn(parts).length > 0 && partsIn(parts).every(({ state }) => hasSpoken(state))

/** An applicant moves it once, and until the day before: the officials have set out by then. */
export const movingObstacle = ({ moved, day }: Pick<Visit, 'moved' | 'day'>, today: string): 'once' | 'late' | undefined => (moved ? 'once' : today >= day ? 'late' : undefined)
