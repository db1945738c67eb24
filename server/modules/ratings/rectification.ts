// What is done about a bad rating: contact, fix, reply, review, and a new word of whoever rated. The lifecycle is one table; nothing else
// compares states. 国办发〔2019〕51号 (looked into at once, put right within a term, the answer told; what is unfounded does not count). Pure.
import type { StaffRole } from '../../kernel/authz.ts'

export const rectificationStates = ['open', 'contacted', 'fixed', 'replied', 'passed', 'unfounded'] as const
export type RectificationState = (typeof rectificationStates)[number]

export const rectificationActions = ['begin', 'contact', 'fix', 'reply', 'sendBack', 'pass', 'dismiss', 'void', 'remind', 'rerate'] as const
export type RectificationAction = (typeof rectificationActions)[number]

type Actor = 'system' | 'resident' | StaffRole
/** `days`: working days for the step that follows; null: nothing is due any more; undefined: the day stays. */
type Transition = { from: readonly RectificationState[]; to: RectificationState | 'same'; by: readonly Actor[]; days?: number | null }

const unit = ['clerk', 'approver', 'head'] as const

export const rectificationLifecycle = {
  begin: { from: [], to: 'open', by: ['system'], days: 1 },
  contact: { from: ['open'], to: 'contacted', by: unit, days: 5 },
  fix: { from: ['contacted'], to: 'fixed', by: unit, days: 2 },
  reply: { from: ['fixed'], to: 'replied', by: ['approver', 'head'], days: 3 },
  sendBack: { from: ['replied'], to: 'contacted', by: ['supervisor'], days: 5 },
  pass: { from: ['replied'], to: 'passed', by: ['supervisor'], days: null },
  dismiss: { from: ['contacted', 'replied'], to: 'unfounded', by: ['supervisor'], days: null },
  void: { from: ['open', 'contacted', 'fixed', 'replied'], to: 'unfounded', by: ['system'], days: null },
  remind: { from: ['open', 'contacted', 'fixed', 'replied'], to: 'same', by: ['system'] },
  rerate: { from: ['passed'], to: 'same', by: ['resident'] },
} as const satisfies Record<RectificationAction, Transition>

const table: Record<RectificationAction, Transition> = rectificationLifecycle

/** The state after an action; undefined when the table does not allow it. */
export const rectificationAfter = (state: RectificationState, action: RectificationAction): RectificationState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

/** Folds what happened into the present state; the first action is `begin`. */
export const rectificationStateOf = (actions: readonly RectificationAction[]): RectificationState =>
  actions.reduce<RectificationState>((state, action) => rectificationAfter(state, action) ?? state, 'open')

/** Working days for whoever acts next. */
export const daysAfter = (action: RectificationAction): number | null | undefined => table[action].days

export const hasEndedRectification = (state: RectificationState): boolean => rectificationAfter(state, 'remind') === undefined

/** Lies with the supervisor rather than with the unit. */
export const isUnderReview = (state: RectificationState): boolean => rectificationAfter(state, 'pass') !== undefined

/** Put right and answered: whoever rated may say once more how it is now. */
export const mayRerate = (state: RectificationState): boolean => rectificationAfter(state, 'rerate') !== undefined

export type Rectification = {
  ratingId: string; personId: string | null; region: string; line: string; state: RectificationState; revision: number
  /** 'YYYY-MM-DD'; null when it is over, or in a year whose calendar is not published */
  dueOn: string | null
  reminded: number
  /** what the unit answered whoever rated; `publicReply` as it was published */
  reply: string | null
  publicWords: string | null; publicReply: string | null; publishedAt: string | null
  createdAt: string; updatedAt: string; endedAt: string | null
}

/** One thing that happened. */
export type RectificationLine = { ratingId: string; region: string; action: RectificationAction; actorKind: string; actor: string; actorName: string; at: string; detail: Record<string, unknown> }

export const staffActions = ['contact', 'fix', 'reply', 'sendBack', 'pass', 'dismiss'] as const satisfies readonly RectificationAction[]
export type StaffAction = (typeof staffActions)[number]

/** Roles an action needs. */
export const rolesFor = (action: StaffAction): readonly StaffRole[] => rectificationLifecycle[action].by

/** What these roles may do, and why not. `own`: it is about themselves, and nobody handles that. */
export type Choice = { action: StaffAction; possible: boolean; because?: 'state' | 'role' | 'own' }

export const choicesFor = (state: RectificationState, roles: readonly StaffRole[], isOwn: boolean): Choice[] =>
  staffActions.map((action) => {
    if (!roles.some((role) => rolesFor(action).includes(role))) return { action, possible: false, because: 'role' }
    if (rectificationAfter(state, action) === undefined) return { action, possible: false, because: 'state' }
    return isOwn ? { action, possible: false, because: 'own' } : { action, possible: true }
  })
