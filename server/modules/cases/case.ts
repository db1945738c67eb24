// The lifecycle of a case as one table: the server enforces it, the screens ask it, nothing else compares states.
// Laws: Administrative Licensing Law Art. 26 (other authorities' opinions), 32 (acceptance, correction told once), 34–38 (examination,
// decision, reasons), 42 (limits), 44 (delivery), 45 (special procedures), 47–48 (hearing), 49–50 (change, extension), 69–70 (revocation,
// cancellation). course.ts keeps the rest.
import type { StaffRole } from '../../kernel/authz.ts'
import type { Texts } from '../../kernel/texts.ts'
import type { Course } from './course.ts'

export { holdsGood } from './course.ts'

export const caseStates = ['waiting', 'submitted', 'accepted', 'supplement', 'suspended', 'granted', 'refused', 'declined', 'withdrawn', 'stopped', 'terminated'] as const
export type CaseState = (typeof caseStates)[number]

export const caseActions = [
  'submit', 'release', 'claim', 'putBack', 'handOver', 'precheck', 'accept', 'deemAccepted', 'requestSupplement', 'answerSupplement', 'forward', 'sendBack', 'askOpinion', 'giveOpinion', 'noteSilence',
  'beginProcedure', 'endProcedure', 'extend', 'grant', 'refuse', 'decline', 'withdraw', 'stop', 'terminate', 'deliver', 'correctResult', 'revoke', 'cancel', 'reveal',
  'propose', 'dropProposal', 'returnProposal', 'answerProposal', 'callHearing', 'recordHearing', 'deemExtended', 'replace', 'takeCorrection', 'countDay',
] as const
export type CaseAction = (typeof caseActions)[number]

/** `consulted`: an official of another authority whose opinion was asked. */
type Actor = 'applicant' | 'system' | 'consulted' | StaffRole

type Transition = { from: readonly CaseState[]; to: CaseState | 'same'; by: readonly Actor[]; law: string }

export const lifecycle = {
  submit: { from: [], to: 'submitted', by: ['applicant'], law: '行政许可法第二十九条' },
  release: { from: ['waiting'], to: 'submitted', by: ['system'], law: '行政许可法第二十六条第二款' },
  claim: { from: ['submitted', 'accepted', 'supplement', 'suspended'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第三十四条' },
  putBack: { from: ['submitted', 'accepted', 'supplement', 'suspended'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第三十四条' },
  handOver: { from: ['submitted', 'accepted', 'supplement', 'suspended'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第三十四条' },
  precheck: { from: ['submitted'], to: 'same', by: ['clerk', 'approver'], law: '行政许可法第三十二条第一款' },
  accept: { from: ['submitted'], to: 'accepted', by: ['clerk', 'approver', 'system'], law: '行政许可法第三十二条第一款第五项' },
  deemAccepted: { from: ['submitted'], to: 'accepted', by: ['system'], law: '行政许可法第三十二条第一款第四项' },
  requestSupplement: { from: ['submitted'], to: 'supplement', by: ['clerk', 'approver'], law: '行政许可法第三十二条第一款第四项' },
  answerSupplement: { from: ['supplement'], to: 'submitted', by: ['applicant'], law: '行政许可法第三十二条第一款第四项' },
  forward: { from: ['accepted'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第三十七条' },
  sendBack: { from: ['accepted'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第三十七条' },
  askOpinion: { from: ['accepted', 'suspended'], to: 'same', by: ['clerk', 'approver', 'head', 'system'], law: '行政许可法第二十六条第二款' },
  giveOpinion: { from: ['accepted', 'suspended'], to: 'same', by: ['consulted'], law: '行政许可法第二十六条第二款' },
  noteSilence: { from: ['accepted', 'suspended'], to: 'same', by: ['system'], law: '行政许可法第二十六条第二款' },
  beginProcedure: { from: ['accepted', 'suspended'], to: 'suspended', by: ['clerk', 'approver', 'head', 'system'], law: '行政许可法第四十五条' },
  endProcedure: { from: ['suspended'], to: 'accepted', by: ['clerk', 'approver', 'head', 'system'], law: '行政许可法第四十五条' },
  extend: { from: ['accepted', 'suspended'], to: 'same', by: ['head'], law: '行政许可法第四十二条' },
  grant: { from: ['accepted'], to: 'granted', by: ['approver', 'head', 'system'], law: '行政许可法第三十八条第一款' },
  refuse: { from: ['accepted'], to: 'refused', by: ['approver', 'head', 'system'], law: '行政许可法第三十八条第二款' },
  decline: { from: ['submitted'], to: 'declined', by: ['clerk', 'approver'], law: '行政许可法第三十二条第一款第一、二项' },
  withdraw: { from: ['waiting', 'submitted', 'accepted', 'supplement', 'suspended'], to: 'withdrawn', by: ['applicant'], law: '行政许可法第二十九条' },
  stop: { from: ['waiting'], to: 'stopped', by: ['system'], law: '行政许可法第三十八条' },
  terminate: { from: ['submitted', 'accepted', 'supplement', 'suspended'], to: 'terminated', by: ['approver', 'head', 'system'], law: '行政许可法第二十九条第一款、第三十二条第一款第四项、民法典第十三条、第五十九条' },
  deliver: { from: ['granted'], to: 'same', by: ['clerk', 'approver', 'head', 'system'], law: '行政许可法第四十四条' },
  correctResult: { from: ['granted'], to: 'same', by: ['approver', 'head'], law: '个人信息保护法第四十六条' },
  revoke: { from: ['granted'], to: 'same', by: ['head', 'system'], law: '行政许可法第六十九条' },
  cancel: { from: ['granted'], to: 'same', by: ['head', 'system'], law: '行政许可法第七十条' },
  reveal: { from: ['submitted', 'accepted', 'supplement', 'suspended', 'granted', 'refused', 'declined'], to: 'same', by: ['clerk', 'approver', 'head', 'supervisor'], law: '个人信息保护法第三十四条' },
  propose: { from: ['submitted', 'accepted', 'supplement', 'suspended', 'granted'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第四十二条、第六十九条、第七十条' },
  dropProposal: { from: ['submitted', 'accepted', 'supplement', 'suspended', 'granted'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第四十二条、第六十九条、第七十条' },
  returnProposal: { from: ['submitted', 'accepted', 'supplement', 'suspended', 'granted'], to: 'same', by: ['approver', 'head'], law: '行政许可法第四十二条、第六十九条、第七十条' },
  answerProposal: { from: ['granted'], to: 'same', by: ['applicant'], law: '行政许可法第七条、第四十七条' },
  callHearing: { from: ['granted'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第四十七条、第四十八条' },
  recordHearing: { from: ['granted'], to: 'same', by: ['clerk', 'approver', 'head'], law: '行政许可法第四十八条' },
  deemExtended: { from: ['submitted', 'accepted', 'suspended'], to: 'granted', by: ['system'], law: '行政许可法第五十条第二款' },
  replace: { from: ['granted'], to: 'same', by: ['approver', 'head', 'system'], law: '行政许可法第四十九条、第五十条第一款' },
  takeCorrection: { from: ['waiting', 'submitted', 'accepted', 'supplement', 'suspended', 'granted'], to: 'same', by: ['applicant', 'system'], law: '个人信息保护法第八条、第四十六条' },
  countDay: { from: ['accepted', 'supplement', 'suspended', 'granted'], to: 'same', by: ['system'], law: '行政许可法第八十二条' },
} as const satisfies Record<CaseAction, Transition>

const table: Record<CaseAction, Transition> = lifecycle

const endings: readonly CaseState[] = ['granted', 'refused', 'declined', 'withdrawn', 'stopped', 'terminated']

export const hasEnded = (state: CaseState): boolean => endings.includes(state)

/** The clock of the authority runs from submission to decision, but not while the applicant must act, another result is awaited or a special procedure goes on. */
export const clockRuns = (state: CaseState): boolean => state === 'submitted' || state === 'accepted'

export const awaitsApplicant = (state: CaseState): boolean => state === 'supplement'

export const wasGranted = (state: CaseState): boolean => state === 'granted'

/** Taken back by the applicant. */
export const wasWithdrawn = (state: CaseState): boolean => state === 'withdrawn'

/** Under way or granted: what was applied for need not be applied for again. */
export const stands = (state: CaseState): boolean => !hasEnded(state) || wasGranted(state)

/** Handed in and nothing said yet: neither accepted nor declined nor a correction asked. */
export const awaitsAcceptance = (state: CaseState): boolean => state === 'submitted'

/** A special procedure goes on. */
export const isSuspended = (state: CaseState): boolean => state === 'suspended'

export const isWaiting = (state: CaseState): boolean => state === 'waiting'

/** What a case taken in at another authority's hall waits for, beside results: its file. */
const file = 'file'

/** What a case waits for when it is handed in: results of other services, and its file where a hall elsewhere took it in. */
export const waitedFor = ({ dependsOn, course }: Pick<Case, 'dependsOn' | 'course'>): string[] => [...dependsOn, ...(course.fileElsewhere ? [file] : [])]

export const canAct = (state: CaseState, action: CaseAction): boolean => table[action].from.includes(state)

export const mayAct = (actor: Actor, action: CaseAction): boolean => table[action].by.includes(actor)

/** What of an action's detail decides the state: what a case waits for, and how many special procedures still go on. */
export type Turning = { waitsFor?: readonly string[]; open?: number }

/** The state after an action; undefined when the table does not allow it. A case stays suspended while another procedure goes on. */
export const after = (state: CaseState, action: CaseAction, { open = 0 }: Turning = {}): CaseState | undefined => {
  const transition = table[action]
  if (!transition.from.includes(state)) return undefined
  return transition.to === 'same' || (action === 'endProcedure' && open > 0) ? state : transition.to
}

/** Folds a history into the present state: the first action is `submit`, cases with dependencies begin waiting. */
export const stateOf = (actions: readonly { action: CaseAction; detail: Turning }[]): CaseState =>
  actions.reduce<CaseState>((state, { action, detail }) => {
    if (action === 'submit') return (detail.waitsFor ?? []).length > 0 ? 'waiting' : 'submitted'
    return after(state, action, detail) ?? state
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

/** One value of a case with where it came from, as the authority sees it. */
export type CaseValue = { concept: string; value: string | number | boolean | null; source: 'applicant' | 'registry' | 'derived' | 'profile' | 'result' | 'credential'; from?: string; asOf?: string }

/** A document the applicant uploaded. */
export type CaseFile = { id: string; name: string; digest: string; type: string }

/**
 * `from`: the registry, service, e-licence or earlier application it comes from. `statement`: what the applicant signed instead;
 * within `dueDays` working days the document itself follows, when that is stated. `later`: it was promised for then, and unless `decideFirst`
 * the decision waits for it.
 */
export type CaseEvidence = { evidence: string; needs: string[]; source: 'registry' | 'credential' | 'result' | 'submitted' | 'commitment' | 'later' | 'upload'; from?: string; statement?: Texts; dueDays?: number; decideFirst?: boolean; files: CaseFile[] }

/** A supplementary document was promised for later and is not there, and the decision has to wait for it. */
export const owesDocument = ({ evidence }: Pick<Case, 'evidence'>): boolean => evidence.some(({ source, decideFirst }) => source === 'later' && !decideFirst)

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
  /** put right elsewhere since it was granted: what its result states otherwise, until that is corrected */
  corrections: CaseValue[]
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
  /** how the handling has gone so far beyond its state */
  course: Course
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
