// A dispute: a resident says that a value a registry has about them is wrong, its authority answers. The lifecycle is one table; nothing
// else compares states. Personal Information Protection Law Art. 46 (correction), 50 (answer with reasons). Pure.
import type { StaffRole } from '../../kernel/authz.ts'
import type { Answer } from '../planning/index.ts'

export const disputeStates = ['open', 'corrected', 'declined', 'objected', 'upheld', 'withdrawn'] as const
export type DisputeState = (typeof disputeStates)[number]

export const disputeActions = ['request', 'attach', 'pass', 'correct', 'decline', 'object', 'order', 'uphold', 'withdraw', 'enter', 'show', 'late'] as const
export type DisputeAction = (typeof disputeActions)[number]

type Actor = 'resident' | 'system' | StaffRole
type Transition = { from: readonly DisputeState[]; to: DisputeState | 'same'; by: readonly Actor[]; law: string }

const correction = '个人信息保护法第四十六条'
const remedy = '个人信息保护法第五十条'
const answerers = ['clerk', 'approver', 'head'] as const

export const disputeLifecycle = {
  request: { from: [], to: 'open', by: ['resident'], law: correction },
  attach: { from: ['open', 'objected'], to: 'same', by: ['resident'], law: correction },
  pass: { from: ['open'], to: 'same', by: answerers, law: correction },
  correct: { from: ['open'], to: 'corrected', by: answerers, law: correction },
  decline: { from: ['open'], to: 'declined', by: answerers, law: remedy },
  object: { from: ['declined', 'corrected'], to: 'objected', by: ['resident'], law: remedy },
  order: { from: ['objected'], to: 'open', by: ['supervisor'], law: remedy },
  uphold: { from: ['objected'], to: 'upheld', by: ['supervisor'], law: remedy },
  withdraw: { from: ['open', 'objected'], to: 'withdrawn', by: ['resident'], law: correction },
  enter: { from: ['corrected'], to: 'same', by: ['system'], law: correction },
  show: { from: ['corrected'], to: 'same', by: ['system'], law: correction },
  late: { from: ['open', 'objected'], to: 'same', by: ['system'], law: correction },
} as const satisfies Record<DisputeAction, Transition>

const table: Record<DisputeAction, Transition> = disputeLifecycle

/** The state after an action; undefined when the table does not allow it. */
export const disputeAfter = (state: DisputeState, action: DisputeAction): DisputeState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

/** Folds what happened into the present state; the first action is `request`. */
export const disputeStateOf = (actions: readonly DisputeAction[]): DisputeState =>
  actions.reduce<DisputeState>((state, action) => disputeAfter(state, action) ?? state, 'open')

/** Answered, or taken back: nobody has to do anything, though an answer may still be objected to. */
export const hasEndedDispute = (state: DisputeState): boolean => disputeAfter(state, 'withdraw') === undefined

/** With the supervisor rather than with the authority. */
export const isObjected = (state: DisputeState): boolean => disputeAfter(state, 'uphold') !== undefined

/** `recorded` undefined: the resident does not know it, only that it was read. Concepts' values as in answers. */
export type DisputeContent = { recorded?: Answer; asOf?: string; claimed: Answer; explanation: string; corrected?: Answer }

export type Dispute = {
  id: string
  personId: string
  applicationId: string | null
  registry: string
  concept: string
  keyConcept: string | null
  /** who answers */
  line: string
  region: string
  state: DisputeState
  revision: number
  content: DisputeContent
  /** 'YYYY-MM-DD'; null in a year whose calendar is not published */
  dueOn: string | null
  passed: boolean
  heard: boolean
  lateTold: boolean
  entry: 'waiting' | 'entered' | 'byHand' | null
  shownAt: string | null
  createdAt: string
  updatedAt: string
  endedAt: string | null
}

/** One thing that happened. */
export type DisputeLine = { disputeId: string; region: string; action: DisputeAction; actorKind: string; actorId: string; actorName: string; at: string; detail: Record<string, unknown> }

export type DisputeFile = { id: string; disputeId: string; personId: string; digest: string; name: string; size: number; type: string; addedAt: string }

type Standing = Pick<Dispute, 'state' | 'passed' | 'heard'>

/** What only happens once has not happened yet. */
const isFirst = (action: DisputeAction, { passed, heard }: Standing): boolean => !(action === 'pass' && passed) && !(action === 'object' && heard)

/** Whether the table and what happened before allow it, whoever does it. */
export const canDispute = (one: Standing, action: DisputeAction): boolean => disputeAfter(one.state, action) !== undefined && isFirst(action, one)

export const residentActions = ['attach', 'object', 'withdraw'] as const satisfies readonly DisputeAction[]
export const staffActions = ['correct', 'decline', 'pass', 'order', 'uphold'] as const satisfies readonly DisputeAction[]
export type StaffAction = (typeof staffActions)[number]

/** What these roles may do with a dispute, and why not. */
export type DisputeChoice = { action: StaffAction; possible: boolean; because?: 'state' | 'role' | 'once' }

export const choicesFor = (one: Standing, roles: readonly StaffRole[]): DisputeChoice[] =>
  staffActions.map((action) => {
    if (!roles.some((role) => table[action].by.includes(role))) return { action, possible: false, because: 'role' }
    if (disputeAfter(one.state, action) === undefined) return { action, possible: false, because: 'state' }
    return isFirst(action, one) ? { action, possible: true } : { action, possible: false, because: 'once' }
  })

/** Roles an action needs. */
export const rolesFor = (action: StaffAction): readonly StaffRole[] => disputeLifecycle[action].by
