// What an applicant has promised in a case: a commitment instead of a document (告知承诺), or a document that follows later (容缺受理).
// Its lifecycle is one table; nothing else compares states. Pure.
import type { StaffRole } from '../../kernel/authz.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { CaseFile } from '../cases/case.ts'
import type { LaterCheck } from '../catalogue/definitions.ts'

export const undertakingStates = ['open', 'handedIn', 'questioned', 'kept', 'breached', 'released'] as const
export type UndertakingState = (typeof undertakingStates)[number]

export const undertakingActions = ['promise', 'remind', 'handIn', 'confirm', 'reject', 'check', 'lapse', 'question', 'answer', 'extend', 'breach', 'release'] as const
export type UndertakingAction = (typeof undertakingActions)[number]

type Actor = 'applicant' | 'system' | StaffRole
type Transition = { from: readonly UndertakingState[]; to: UndertakingState | 'same'; by: readonly Actor[]; law: string }

const staff = ['clerk', 'approver', 'head'] as const
const guidance = '国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见'

/** `questioned`: it looks broken, and the applicant is heard before anybody decides. */
export const undertakingLifecycle = {
  promise: { from: [], to: 'open', by: ['applicant'], law: guidance },
  remind: { from: ['open'], to: 'same', by: ['system'], law: guidance },
  handIn: { from: ['open', 'questioned'], to: 'handedIn', by: ['applicant'], law: guidance },
  confirm: { from: ['open', 'handedIn', 'questioned'], to: 'kept', by: [...staff, 'system'], law: guidance },
  reject: { from: ['handedIn'], to: 'open', by: staff, law: '行政许可法第三十四条' },
  check: { from: ['open'], to: 'same', by: ['system'], law: guidance },
  lapse: { from: ['open'], to: 'questioned', by: ['system'], law: '行政许可法第七条' },
  question: { from: ['open', 'handedIn'], to: 'questioned', by: staff, law: '行政许可法第七条' },
  answer: { from: ['questioned'], to: 'same', by: ['applicant'], law: '行政许可法第七条' },
  extend: { from: ['open', 'questioned'], to: 'open', by: ['approver', 'head'], law: guidance },
  breach: { from: ['questioned'], to: 'breached', by: ['approver', 'head'], law: '行政许可法第六十九条' },
  release: { from: ['open', 'handedIn', 'questioned'], to: 'released', by: ['system'], law: guidance },
} as const satisfies Record<UndertakingAction, Transition>

const table: Record<UndertakingAction, Transition> = undertakingLifecycle

export const hasEndedUndertaking = (state: UndertakingState): boolean => state === 'kept' || state === 'breached' || state === 'released'

/** The state after an action; undefined when the table does not allow it. */
export const undertakingAfter = (state: UndertakingState, action: UndertakingAction): UndertakingState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  return to === 'same' ? state : to
}

/** Folds what happened into the present state; the first action is `promise`. */
export const undertakingStateOf = (actions: readonly UndertakingAction[]): UndertakingState =>
  actions.reduce<UndertakingState>((state, action) => undertakingAfter(state, action) ?? state, 'open')

export const mayActOnUndertaking = (actor: Actor, action: UndertakingAction): boolean => table[action].by.includes(actor)

/** How a promise was made. */
export type UndertakingKind = 'commitment' | 'later'
/** What follows from it: the document, a later check, or nothing but that it must be true. */
export type UndertakingDuty = 'document' | 'check' | 'truth'

export type Undertaking = {
  id: string
  caseId: string
  applicationId: string
  personId: string
  applicant: string
  /** whose promise it is: the credit code of the business applied for, else the id of the person */
  subject: string
  caseNumber: string
  matter: string
  service: string
  line: string
  region: string
  evidence: string
  kind: UndertakingKind
  duty: UndertakingDuty
  how: LaterCheck['how'] | null
  /** the words that were signed, and their SHA-256 */
  statement: Texts
  statementDigest: string
  /** when the applicant agreed, by registry a later check may ask */
  consents: Record<string, string>
  catalogueDigest: string | null
  state: UndertakingState
  revision: number
  /** working days after `countFrom`; null when nothing is due by a day */
  dueDays: number | null
  /** null until the case is decided, where it counts from then */
  countFrom: string | null
  /** null also while the calendar of that year is not published */
  dueOn: string | null
  /** reminders sent: the one before the day, and the one on it */
  reminded: number
  lookOn: string | null
  files: CaseFile[]
  handedInOn: string | null
  answerOn: string | null
  answered: boolean
  createdAt: string
  updatedAt: string
  endedAt: string | null
}

/** The document itself is still owed. */
export const isOwed = ({ state, duty }: Pick<Undertaking, 'state' | 'duty'>): boolean => duty === 'document' && undertakingAfter(state, 'handIn') !== undefined

/** Handed in and for an official to look at, or to be checked by one. */
export const awaitsOfficial = ({ state, duty, countFrom }: Pick<Undertaking, 'state' | 'duty' | 'countFrom'>): boolean =>
  state === 'handedIn' || state === 'questioned' || (state === 'open' && duty === 'check' && countFrom !== null)

export const isQuestioned = (state: UndertakingState): boolean => state === 'questioned'

/** Its day has passed and it has not been done. */
export const isLate = ({ state, dueOn }: Pick<Undertaking, 'state' | 'dueOn'>, today: string): boolean => !hasEndedUndertaking(state) && state !== 'handedIn' && dueOn !== null && dueOn < today

/** Nobody decides on a breach before the applicant was heard: they have answered, or their days are over (Administrative Licensing Law Art. 7). */
export const wasHeard = ({ answered, answerOn }: Pick<Undertaking, 'answered' | 'answerOn'>, today: string): boolean => answered || (answerOn !== null && answerOn < today)

/** Staff actions on an undertaking, each with the reason when it is not possible now. */
export type UndertakingChoice = { action: UndertakingAction; possible: boolean; because?: 'state' | 'role' | 'hearing' | 'nothing' }

const choices: readonly UndertakingAction[] = ['confirm', 'reject', 'question', 'extend', 'breach']

export const choicesFor = (one: Undertaking, roles: readonly StaffRole[], today: string): UndertakingChoice[] =>
  choices.map((action) => {
    if (!roles.some((role) => mayActOnUndertaking(role, action))) return { action, possible: false, because: 'role' }
    if (undertakingAfter(one.state, action) === undefined) return { action, possible: false, because: 'state' }
    if (action === 'breach' && !wasHeard(one, today)) return { action, possible: false, because: 'hearing' }
    if (action === 'extend' && one.duty === 'truth') return { action, possible: false, because: 'nothing' }
    return { action, possible: true }
  })

/** One thing that happened. */
export type UndertakingLine = { undertakingId: string; action: string; actorKind: string; actorId: string; actorName: string; at: string; detail: Record<string, unknown> }
