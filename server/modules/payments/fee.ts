// The fee of one case as one table of states: server and screens ask it, nothing else compares states. Pure.
// What is charged and by which rule stands in the pack; 行政事业性收费 is charged by law only (Administrative Licensing Law Art. 58, 59).
import type { FeeLine } from '../planning/index.ts'

export const feeStates = ['due', 'paying', 'paid', 'failed', 'expired', 'refunding', 'refunded', 'waived', 'void'] as const
export type FeeState = (typeof feeStates)[number]

export const feeActions = ['charge', 'assess', 'begin', 'pay', 'fail', 'expire', 'waive', 'void', 'refund', 'refunded'] as const
export type FeeAction = (typeof feeActions)[number]

type Transition = { from: readonly FeeState[]; to: FeeState | 'same' }

/** What can still be paid, waived, or falls away with its case. */
const open = ['due', 'failed', 'expired'] as const

export const lifecycle = {
  charge: { from: [], to: 'due' },
  assess: { from: open, to: 'same' },
  begin: { from: open, to: 'paying' },
  pay: { from: [...open, 'paying'], to: 'paid' },
  fail: { from: ['paying'], to: 'failed' },
  expire: { from: ['paying'], to: 'expired' },
  waive: { from: open, to: 'waived' },
  void: { from: [...open, 'paying'], to: 'void' },
  refund: { from: ['paid'], to: 'refunding' },
  refunded: { from: ['refunding'], to: 'refunded' },
} as const satisfies Record<FeeAction, Transition>

const table: Record<FeeAction, Transition> = lifecycle

export const canFee = (state: FeeState, action: FeeAction): boolean => table[action].from.includes(state)

/** The state after an action; undefined when the table does not allow it. */
export const feeAfter = (state: FeeState, action: FeeAction): FeeState | undefined => {
  const { from, to } = table[action]
  return from.includes(state) ? (to === 'same' ? state : to) : undefined
}

/** Folds a history into the present state; the first action is `charge`. */
export const feeStateOf = (actions: readonly FeeAction[]): FeeState => actions.reduce<FeeState>((state, action) => feeAfter(state, action) ?? state, 'due')

/** Neither paid nor waived nor fallen away: what waits for it goes on waiting. */
export const isOwed = ({ state }: Pick<Fee, 'state'>): boolean => canFee(state, 'pay')

/** In an order at the payment platform. */
export const isBeingPaid = ({ state }: Pick<Fee, 'state'>): boolean => canFee(state, 'fail')

/** Its case ended before it was paid. */
export const hasFallenAway = ({ state }: Pick<Fee, 'state'>): boolean => state === 'void'

/** Paid online, over the counter in cash, or with a card at the counter. */
export const payMethods = ['online', 'cash', 'card'] as const
export type PayMethod = (typeof payMethods)[number]

export type Fee = {
  id: string
  caseId: string
  caseNumber: string
  applicationId: string
  personId: string
  applicant: string
  matter: string
  service: string
  line: string
  region: string
  catalogueDigest: string | null
  due: 'handling' | 'result'
  lines: FeeLine[]
  /** in fen; null: the authority has still to say what it comes to */
  fen: number | null
  state: FeeState
  revision: number
  orderId: string | null
  method: PayMethod | null
  slip: string | null
  noticeId: string | null
  createdAt: string
  updatedAt: string
  paidAt: string | null
}

/** Can be put into an order now. */
export const isPayable = (fee: Fee): fee is Fee & { fen: number } => fee.fen !== null && canFee(fee.state, 'begin')

/** Can be taken at a window now, also while an order for it is open. */
export const isTakeable = (fee: Fee): fee is Fee & { fen: number } => fee.fen !== null && canFee(fee.state, 'pay')

export type FeeLineOfHistory = { feeId: string; action: FeeAction; actorKind: string; actorId: string; actorName: string; at: string; detail: Record<string, unknown> }

/** How a case ended without a grant. */
export type Ending = 'refuse' | 'decline' | 'withdraw' | 'stop' | 'terminate'

/**
 * Whether what was paid before the decision is given back: by default when nothing was decided on the merits. A refusal keeps the fee,
 * because the work was done, unless the pack says otherwise; `never` keeps it always.
 */
export const isGivenBack = (rule: 'notDecided' | 'notGranted' | 'never', ending: Ending): boolean => rule !== 'never' && (ending !== 'refuse' || rule === 'notGranted')

/** 8000 → 80.00 */
export const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
