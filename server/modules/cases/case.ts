// The lifecycle of a case as one table: the server enforces it, the screens ask it, nothing else compares states.
// Laws: Administrative Licensing Law Art. 32 (acceptance, correction told once), 34–38 (examination, decision, reasons), 42 (limits).
import type { StaffRole } from '../../kernel/authz.ts'
import type { Texts } from '../../kernel/texts.ts'

export const caseStates = ['waiting', 'submitted', 'accepted', 'supplement', 'granted', 'refused', 'declined', 'withdrawn', 'stopped'] as const
export type CaseState = (typeof caseStates)[number]

export const caseActions = ['submit', 'release', 'claim', 'putBack', 'handOver', 'accept', 'requestSupplement', 'answerSupplement', 'grant', 'refuse', 'decline', 'withdraw', 'stop', 'reveal'] as const
export type CaseAction = (typeof caseActions)[number]

type Actor = 'applicant' | 'system' | StaffRole

type Transition = { from: readonly CaseState[]; to: CaseState | 'same'; by: readonly Actor[]; law: string }

export const lifecycle = {
  submit: { from: [], to: 'submitted', by: ['applicant'], law: '行政许可法第二十九条' },
  release: { from: ['waiting'], to: 'submitted', by: ['system'], law: '行政许可法第二十六条第二款' },
  claim: { from: ['submitted', 'accepted', 'supplement'], to: 'same', by: ['clerk', 'approver'], law: '行政许可法第三十四条' },
  putBack: { from: ['submitted', 'accepted', 'supplement'], to: 'same', by: ['clerk', 'approver'], law: '行政许可法第三十四条' },
  handOver: { from: ['submitted', 'accepted', 'supplement'], to: 'same', by: ['clerk', 'approver'], law: '行政许可法第三十四条' },
  accept: { from: ['submitted'], to: 'accepted', by: ['clerk', 'approver', 'system'], law: '行政许可法第三十二条第一款第五项' },
  requestSupplement: { from: ['submitted', 'accepted'], to: 'supplement', by: ['clerk', 'approver'], law: '行政许可法第三十二条第一款第四项' },
  answerSupplement: { from: ['supplement'], to: 'submitted', by: ['applicant'], law: '行政许可法第三十二条第一款第四项' },
  grant: { from: ['accepted'], to: 'granted', by: ['approver', 'system'], law: '行政许可法第三十八条第一款' },
  refuse: { from: ['accepted'], to: 'refused', by: ['approver'], law: '行政许可法第三十八条第二款' },
  decline: { from: ['submitted'], to: 'declined', by: ['clerk', 'approver'], law: '行政许可法第三十二条第一款第一、二项' },
  withdraw: { from: ['waiting', 'submitted', 'accepted', 'supplement'], to: 'withdrawn', by: ['applicant'], law: '行政许可法第二十九条' },
  stop: { from: ['waiting'], to: 'stopped', by: ['system'], law: '行政许可法第三十八条' },
  reveal: { from: ['submitted', 'accepted', 'supplement', 'granted', 'refused', 'declined'], to: 'same', by: ['clerk', 'approver', 'supervisor'], law: '个人信息保护法第三十四条' },
} as const satisfies Record<CaseAction, Transition>

const table: Record<CaseAction, Transition> = lifecycle

const endings: readonly CaseState[] = ['granted', 'refused', 'declined', 'withdrawn', 'stopped']

export const hasEnded = (state: CaseState): boolean => endings.includes(state)

/** The clock of the authority runs from submission to decision, but not while the applicant must act or another result is awaited. */
export const clockRuns = (state: CaseState): boolean => state === 'submitted' || state === 'accepted'

export const awaitsApplicant = (state: CaseState): boolean => state === 'supplement'

export const wasGranted = (state: CaseState): boolean => state === 'granted'

/** Under way or granted: what was applied for need not be applied for again. */
export const stands = (state: CaseState): boolean => !hasEnded(state) || wasGranted(state)

export const isWaiting = (state: CaseState): boolean => state === 'waiting'

export const canAct = (state: CaseState, action: CaseAction): boolean => table[action].from.includes(state)

export const mayAct = (actor: Actor, action: CaseAction): boolean => table[action].by.includes(actor)

/** The state after an action; undefined when the table does not allow it. */
export const after = (state: CaseState, action: CaseAction): CaseState | undefined => {
  const transition = table[action]
  if (!transition.from.includes(state)) return undefined
  return transition.to === 'same' ? state : transition.to
}

/** Folds a history into the present state: the first action is `submit`, cases with dependencies begin waiting. */
export const stateOf = (actions: readonly { action: CaseAction; detail: { waitsFor?: readonly string[] } }[]): CaseState =>
  actions.reduce<CaseState>((state, { action, detail }) => {
    if (action === 'submit') return (detail.waitsFor ?? []).length > 0 ? 'waiting' : 'submitted'
    return after(state, action) ?? state
  }, 'submitted')

/** The applicant's view of a whole application. */
export const progresses = ['needsYou', 'inProgress', 'granted', 'partlyGranted', 'refused', 'withdrawn'] as const
export type Progress = (typeof progresses)[number]

export const progressOf = (states: readonly CaseState[]): Progress => {
  if (states.some(awaitsApplicant)) return 'needsYou'
  if (states.some((state) => !hasEnded(state))) return 'inProgress'
  if (states.every((state) => state === 'withdrawn')) return 'withdrawn'
  if (states.every(wasGranted)) return 'granted'
  return states.some(wasGranted) ? 'partlyGranted' : 'refused'
}

/** Staff actions for a state, each with the reason when it is not possible now. */
export type StaffAction = { action: CaseAction; possible: boolean; because?: 'state' | 'role' | 'holder' | 'taken' }

/** In whose hands a case is, seen by one official. */
export type Holding = 'nobody' | 'self' | 'other'

export const holdingOf = ({ assigneeId }: Pick<Case, 'assigneeId'>, staffId: string): Holding => (assigneeId === null ? 'nobody' : assigneeId === staffId ? 'self' : 'other')

/** Who gives a case back or on: whoever has it; an approver also when a colleague has it, who may be ill or away. */
export const mayReassign = (holding: Holding, roles: readonly StaffRole[]): boolean => holding === 'self' || (holding === 'other' && roles.includes('approver'))

const reassignments: readonly CaseAction[] = ['putBack', 'handOver']

/** Nobody takes a case out of the hands of a colleague, but an approver. */
const mayClaim = (holding: Holding, roles: readonly StaffRole[]): boolean => holding !== 'other' || roles.includes('approver')

/** Why the hands a case is in stand against an action: `holder` somebody else's to do, `taken` by a colleague; undefined when they do not. */
export const heldAgainst = (action: CaseAction, holding: Holding, roles: readonly StaffRole[]): 'holder' | 'taken' | undefined => {
  if (action === 'claim') return mayClaim(holding, roles) ? undefined : 'taken'
  return reassignments.includes(action) && !mayReassign(holding, roles) ? 'holder' : undefined
}

const staffActions: readonly CaseAction[] = ['claim', 'accept', 'requestSupplement', 'grant', 'refuse', 'decline', 'handOver', 'putBack']

export const staffActionsFor = (state: CaseState, roles: readonly StaffRole[], holding: Holding): StaffAction[] =>
  staffActions.map((action) => {
    if (!roles.some((role) => mayAct(role, action))) return { action, possible: false, because: 'role' }
    if (!canAct(state, action)) return { action, possible: false, because: 'state' }
    const because = heldAgainst(action, holding, roles)
    return because ? { action, possible: false, because } : { action, possible: true }
  })

/** One value of a case with where it came from, as the authority sees it. */
export type CaseValue = { concept: string; value: string | number | boolean | null; source: 'applicant' | 'registry' | 'derived' | 'profile' | 'result'; from?: string; asOf?: string }

/** A document the applicant uploaded. */
export type CaseFile = { id: string; name: string; digest: string; type: string }

/**
 * `from`: the registry, service, e-licence or earlier application it comes from. `statement`: what the applicant signed instead;
 * within `dueDays` working days the document itself follows, when that is stated.
 */
export type CaseEvidence = { evidence: string; needs: string[]; source: 'registry' | 'credential' | 'result' | 'submitted' | 'commitment' | 'upload'; from?: string; statement?: Texts; dueDays?: number; files: CaseFile[] }

/** Whether one requirement holds with what the authority knows; null: a person decides. */
export type CaseCheck = { requirement: string; holds: boolean | null; inputs: { concept: string; value: CaseValue['value'] }[] }

/** Days a clock ran, from the first to the last; the first does not count. */
export type Span = { from: string; to: string }

export type Case = {
  id: string
  number: string
  applicationId: string
  personId: string
  applicant: string
  matter: string
  service: string
  line: string
  region: string
  state: CaseState
  revision: number
  dependsOn: string[]
  automatic: boolean
  content: CaseValue[]
  evidence: CaseEvidence[]
  checks: CaseCheck[]
  assigneeId: string | null
  limitDays: number
  promisedDays: number
  /** working days used before the clock was last stopped, without those of `uncounted` */
  usedDays: number
  /** days that ran in years whose calendar was not published then */
  uncounted: Span[]
  clockFrom: string | null
  dueOn: string | null
  promisedOn: string | null
  createdAt: string
  updatedAt: string
  endedAt: string | null
  /** the definitions it is decided by; null: opened before they were kept, decided by those of its day */
  catalogueDigest: string | null
  /** the case of another applicant for the same event and service: then a person decides */
  sameEventCaseId: string | null
}

/** One thing that happened to a case. */
export type HistoryLine = {
  caseId: string
  action: CaseAction
  actorKind: string
  actorId: string
  actorName: string
  at: string
  detail: Record<string, unknown>
}

/** As stored: numbered per case. */
export type HistoryEntry = HistoryLine & { seq: number }
