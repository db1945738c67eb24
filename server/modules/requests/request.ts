// The lifecycle of a request (诉求) as one table: the server enforces it, the screens ask it, nothing else compares states.
// State Council General Office, opinions on one-number hotlines (国办发〔2020〕53号): taken in, dispatched, handled, called back, closed.
import type { StaffRole } from '../../kernel/authz.ts'

export const requestStates = ['received', 'dispatched', 'handling', 'drafted', 'returned', 'disputed', 'split', 'joined', 'answered', 'closed', 'unsolved', 'handedOver', 'declined', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

export const requestActions = [
  'receive', 'correct', 'dispatch', 'sign', 'assign', 'note', 'return', 'keep', 'dispute', 'rule', 'askTime', 'grantTime', 'refuseTime', 'invite', 'contribute', 'draft', 'release', 'sendBack',
  'answer', 'answerWithLead', 'split', 'join', 'part', 'handOver', 'decline', 'add', 'urge', 'rate', 'settle', 'leave', 'redo', 'reopen', 'fulfil', 'withdraw', 'mark', 'unmask', 'openContact',
] as const
export type RequestAction = (typeof requestActions)[number]

/** `unit`: whoever handles requests for the authority that has it; `centre`: the request centre of its region; `coUnit`: an authority invited to help. */
export const parties = ['reporter', 'agent', 'centre', 'unit', 'lead', 'coUnit', 'arbiter', 'system'] as const
export type Party = (typeof parties)[number]

type Transition = { from: readonly RequestState[]; to: RequestState | 'same'; by: readonly Party[] }

const withUnit: readonly RequestState[] = ['dispatched', 'handling', 'drafted']
const unfinished: readonly RequestState[] = ['received', ...withUnit, 'returned', 'disputed']
const running: readonly RequestState[] = [...unfinished, 'split']
const told: readonly RequestState[] = ['answered', 'closed', 'unsolved']

/** `lead`: approvers and heads of the unit. */
export const requestLifecycle = {
  receive: { from: [], to: 'received', by: ['reporter', 'agent', 'centre', 'system'] },
  correct: { from: running, to: 'same', by: ['centre', 'agent'] },
  dispatch: { from: ['received', 'returned'], to: 'dispatched', by: ['centre', 'system'] },
  sign: { from: ['dispatched'], to: 'handling', by: ['unit', 'lead'] },
  assign: { from: ['handling', 'drafted'], to: 'same', by: ['unit', 'lead'] },
  note: { from: running, to: 'same', by: ['unit', 'lead', 'centre', 'agent'] },
  return: { from: ['dispatched', 'handling'], to: 'returned', by: ['unit', 'lead'] },
  keep: { from: ['returned'], to: 'dispatched', by: ['centre'] },
  dispute: { from: ['returned'], to: 'disputed', by: ['centre', 'system'] },
  rule: { from: ['disputed'], to: 'dispatched', by: ['arbiter'] },
  askTime: { from: ['handling', 'drafted'], to: 'same', by: ['unit', 'lead'] },
  grantTime: { from: ['handling', 'drafted'], to: 'same', by: ['lead'] },
  refuseTime: { from: ['handling', 'drafted'], to: 'same', by: ['lead'] },
  invite: { from: ['dispatched', 'handling', 'drafted'], to: 'same', by: ['unit', 'lead', 'centre'] },
  contribute: { from: running, to: 'same', by: ['coUnit'] },
  draft: { from: ['handling'], to: 'drafted', by: ['unit', 'lead'] },
  release: { from: ['drafted'], to: 'answered', by: ['lead'] },
  sendBack: { from: ['drafted'], to: 'handling', by: ['lead'] },
  answer: { from: ['received', 'split'], to: 'answered', by: ['agent', 'centre', 'system'] },
  answerWithLead: { from: ['joined'], to: 'answered', by: ['system'] },
  split: { from: ['received', 'dispatched', 'handling', 'returned'], to: 'split', by: ['centre'] },
  join: { from: unfinished, to: 'joined', by: ['centre', 'agent', 'system'] },
  part: { from: ['joined'], to: 'received', by: ['centre'] },
  handOver: { from: ['received', 'dispatched', 'handling', 'returned'], to: 'handedOver', by: ['centre', 'unit', 'lead'] },
  decline: { from: ['received', 'returned'], to: 'declined', by: ['centre'] },
  add: { from: [...running, 'joined'], to: 'same', by: ['reporter', 'agent'] },
  urge: { from: running, to: 'same', by: ['reporter', 'agent'] },
  rate: { from: told, to: 'closed', by: ['reporter', 'agent'] },
  settle: { from: ['answered'], to: 'closed', by: ['system'] },
  leave: { from: ['answered'], to: 'unsolved', by: ['centre', 'agent', 'system'] },
  redo: { from: told, to: 'dispatched', by: ['reporter', 'agent', 'centre'] },
  reopen: { from: told, to: 'dispatched', by: ['reporter', 'agent', 'centre', 'system'] },
  fulfil: { from: told, to: 'same', by: ['unit', 'lead', 'system'] },
  withdraw: { from: [...running, 'joined'], to: 'withdrawn', by: ['reporter', 'agent'] },
  mark: { from: running, to: 'same', by: ['system'] },
  unmask: { from: [...requestStates], to: 'same', by: ['centre', 'arbiter'] },
  openContact: { from: [...requestStates], to: 'same', by: ['reporter'] },
} as const satisfies Record<RequestAction, Transition>

const table: Record<RequestAction, Transition> = requestLifecycle

/** The five grades of every rating, best first. */
export const grades = ['very-satisfied', 'satisfied', 'neutral', 'unsatisfied', 'very-unsatisfied'] as const
export type Grade = (typeof grades)[number]

/** A bad rating (差评): a request may be done again, anything else is looked into, put right and answered. */
export const isBad = (grade: Grade | null): boolean => grade === 'unsatisfied' || grade === 'very-unsatisfied'

/** What of an action's detail decides the state. `parts`: of one that was split, those to be done again; `lead`: of a duplicate, the one it waits with again. */
export type Turning = { grade?: Grade; solved?: boolean; parts?: readonly string[]; lead?: string }

/** The state after an action; undefined when the table does not allow it. Who is not satisfied, or says it is not solved, leaves it as not solved. */
export const requestAfter = (state: RequestState, action: RequestAction, { grade, solved = true, parts, lead }: Turning = {}): RequestState | undefined => {
  const { from, to } = table[action]
  if (!from.includes(state)) return undefined
  if (action === 'rate' && (isBad(grade ?? null) || !solved)) return 'unsolved'
  if ((action === 'redo' || action === 'reopen') && parts !== undefined) return 'split'
  if (action === 'reopen' && lead !== undefined) return 'joined'
  return to === 'same' ? state : to
}

/** Folds a history into the present state. */
export const requestStateOf = (actions: readonly { action: RequestAction; detail: Turning }[]): RequestState =>
  actions.reduce<RequestState>((state, { action, detail }) => (action === 'receive' ? 'received' : (requestAfter(state, action, detail) ?? state)), 'received')

export const mayTake = (party: Party, action: RequestAction): boolean => table[action].by.includes(party)

const endings: readonly RequestState[] = ['closed', 'unsolved', 'handedOver', 'declined', 'withdrawn']
export const hasEndedRequest = (state: RequestState): boolean => endings.includes(state)

/** The clock runs until there is an answer; it does not stop while somebody is asked or argues about who is responsible. */
export const isRunning = (state: RequestState): boolean => running.includes(state)

/** A unit has it and works on it, or should. */
export const isWithUnit = (state: RequestState): boolean => withUnit.includes(state)

export const isAnswered = (state: RequestState): boolean => told.includes(state)
export const awaitsGrade = (state: RequestState): boolean => state === 'answered'
export const isJoined = (state: RequestState): boolean => state === 'joined'
export const isSplit = (state: RequestState): boolean => state === 'split'
export const isSolved = (state: RequestState): boolean => state === 'closed'
/** Nothing was sent to a unit yet, or it came back. */
export const awaitsCentre = (state: RequestState): boolean => requestAfter(state, 'dispatch') !== undefined

export const waiting = ['centre', 'unit', 'arbiter', 'reporter'] as const
export type Waiting = (typeof waiting)[number]

/** Whose move it is; null: nobody's, or that of the request it follows. */
export const waitsOn = (state: RequestState): Waiting | null => {
  if (isWithUnit(state)) return 'unit'
  if (awaitsCentre(state) || isSplit(state)) return 'centre'
  if (requestAfter(state, 'rule') !== undefined) return 'arbiter'
  return awaitsGrade(state) ? 'reporter' : null
}

export const requestKinds = ['consult', 'complain', 'report', 'suggest', 'help', 'praise'] as const
export type RequestKind = (typeof requestKinds)[number]

/** Those in which somebody is accused: the unit does not learn who says so, unless that person allows it. */
export const hidesReporter = (kind: RequestKind): boolean => kind === 'complain' || kind === 'report'

export const requestChannels = ['portal', 'hotline', 'email', 'open311', 'batch', 'kiosk', 'window'] as const
export type RequestChannel = (typeof requestChannels)[number]

/** How urgent it is: life and property; water, power, gas, heat; everything else; what takes several units or an investigation. */
export const urgencies = ['life', 'utility', 'ordinary', 'complex'] as const
export type Urgency = (typeof urgencies)[number]

export const outcomes = ['solved', 'promised', 'explained', 'impossible'] as const
export type Outcome = (typeof outcomes)[number]

/** Roles by which officials of a unit handle requests, and those of them who lead. */
export const unitRoles = ['clerk', 'approver', 'head'] as const satisfies readonly StaffRole[]
export const leadRoles = ['approver', 'head'] as const satisfies readonly StaffRole[]
