// Why an official cannot do an action on a case now: asked by the server before every action and by the screens for every button.
// Pure. First the role, then the state, then whose hands it is in, then what the law and the service's handling ask for.
import type { StaffRole } from '../../kernel/authz.ts'
import type { Service } from '../catalogue/definitions.ts'
import { correctionDays, coSignersOf, isHandedOver, isLastLevel, levelAt, levelsOf, needsPrecheck, proceduresOf } from './approval.ts'
import { canAct, mayAct, owesDocument, type Case, type CaseAction } from './case.ts'
import { holdsGood, isExtended, openOpinions } from './course.ts'
import { heldAgainst, type Holding } from './holding.ts'
import { isHeard, openProposal, proposable, type Proposable } from './proposal.ts'
import { addWorkingDays } from './working-days.ts'

/**
 * `mine`: it is in one's own hands already; `level`: another level of approval acts now; `once`: the law allows it once; `late`: the five days are over; `precheck`: to be looked
 * through first; `passed`: one has accepted it or passed it on oneself, and each level is another person; `opinions`: another authority has still to answer; `owed`: a document promised for later has not come; `result`: the
 * result no longer holds; `unproposed`: nobody has proposed it; `proposed`: a proposal waits to be decided; `proposer`: not to be done by
 * who proposed it, or only by them; `heard`: the holder must be heard first; `early`: the hearing is still to come; `fee`: it
 * has to be paid first.
 */
export const obstacles = ['state', 'role', 'holder', 'taken', 'mine', 'level', 'passed', 'once', 'late', 'precheck', 'opinions', 'owed', 'result', 'unproposed', 'proposed', 'proposer', 'heard', 'early', 'fee'] as const
export type Obstacle = (typeof obstacles)[number]

/** Who looks at the case: an official, the roles that count for it, and whether it is in their hands. */
export type Viewer = { id: string; roles: readonly StaffRole[]; holding: Holding }

export type Standing = Pick<Case, 'state' | 'course' | 'clockFrom' | 'evidence' | 'region'>

/** The last day on which a correction may be asked, and after which the application counts as accepted; null when it cannot be told. */
export const correctionUntil = ({ clockFrom, region }: Pick<Case, 'clockFrom' | 'region'>): string | null => {
  const last = clockFrom === null ? undefined : addWorkingDays(clockFrom, correctionDays, region)
  return last && 'on' in last ? last.on : null
}

/** `feeOwed`: its fee has fallen due and has not been paid. */
type Question = { one: Standing; service: Service | undefined; viewer: Viewer; today: string; feeOwed?: boolean }

const holdsLevel = ({ one, service, viewer: { roles } }: Question): boolean => {
  const level = levelAt(service, one.course)
  return level !== undefined && roles.includes(level.role)
}

/** Nobody acts at two levels, and whoever accepted it does not decide it where there is more than one: each looks with eyes of their own. */
const hadPart = ({ one: { course }, service, viewer: { id } }: Question): boolean =>
  course.passed.some((each) => each.id === id) || (levelsOf(service).length > 1 && isLastLevel(service, course) && (course.examinedBy ?? []).includes(id))

const atLevel = (question: Question): Obstacle | undefined => (!holdsLevel(question) ? 'level' : hadPart(question) ? 'passed' : undefined)

const lateForCorrection = ({ one, today }: Question): boolean => {
  const until = correctionUntil(one)
  return until !== null && today > until
}

const deciding = (question: Question): Obstacle | undefined => {
  if (!isLastLevel(question.service, question.one.course)) return 'level'
  return atLevel(question) ?? (openOpinions(question.one.course).length > 0 ? 'opinions' : undefined)
}

const onResult = ({ one }: Question): Obstacle | undefined => (holdsGood(one.course) ? undefined : 'result')

/** What only a head decides is proposed by one official and decided by another. */
const decidingOn = (action: Proposable) => ({ one, viewer, today }: Question): Obstacle | undefined => {
  const open = openProposal(one.course)
  if (open?.action !== action) return 'unproposed'
  if (open.by.id === viewer.id) return 'proposer'
  return isHeard(open, today) ? undefined : 'heard'
}

const withOpen = (of: (open: NonNullable<ReturnType<typeof openProposal>>, question: Question) => Obstacle | undefined) => (question: Question): Obstacle | undefined => {
  const open = openProposal(question.one.course)
  return open ? of(open, question) : 'unproposed'
}

/** What may be proposed now: more time once, an end without a decision, the end of a result that holds. */
export const proposableNow = (one: Pick<Standing, 'state' | 'course'>): Proposable[] =>
  openProposal(one.course) ? [] : proposable.filter((action) => canAct(one.state, action) && (action === 'extend' ? !isExtended(one.course) : action === 'terminate' || holdsGood(one.course)))

const proposing = ({ one }: Question): Obstacle | undefined => (openProposal(one.course) ? 'proposed' : proposableNow(one).length > 0 ? undefined : 'result')

const onFee = ({ feeOwed }: Question): Obstacle | undefined => (feeOwed ? 'fee' : undefined)

const asked: Partial<Record<CaseAction, (question: Question) => Obstacle | undefined>> = {
  precheck: ({ one }) => (one.course.prechecked ? 'once' : undefined),
  accept: (question) => (needsPrecheck(question.service) && !question.one.course.prechecked ? 'precheck' : onFee(question)),
  requestSupplement: (question) => (question.one.course.corrected ? 'once' : lateForCorrection(question) ? 'late' : undefined),
  forward: (question) => (isLastLevel(question.service, question.one.course) ? 'level' : atLevel(question)),
  sendBack: (question) => (question.one.course.level === 0 || !holdsLevel(question) ? 'level' : undefined),
  grant: (question) => deciding(question) ?? (owesDocument(question.one) ? 'owed' : onFee(question)),
  refuse: deciding,
  extend: (question) => (isExtended(question.one.course) ? 'once' : decidingOn('extend')(question)),
  terminate: decidingOn('terminate'),
  deliver: (question) => (question.one.course.delivered ? 'once' : onFee(question)),
  correctResult: onResult,
  revoke: (question) => onResult(question) ?? decidingOn('revoke')(question),
  cancel: (question) => onResult(question) ?? decidingOn('cancel')(question),
  propose: proposing,
  dropProposal: withOpen((open, { viewer }) => (open.by.id === viewer.id ? undefined : 'proposer')),
  returnProposal: withOpen((open, { viewer }) => (open.by.id === viewer.id ? 'proposer' : viewer.roles.some((role) => mayAct(role, open.action)) ? undefined : 'role')),
  callHearing: withOpen(({ action, hearing }) => (action !== 'revoke' ? 'unproposed' : hearing ? 'once' : undefined)),
  recordHearing: withOpen(({ hearing }, { today }) => (!hearing ? 'unproposed' : hearing.record !== null ? 'once' : today < hearing.heldOn ? 'early' : undefined)),
}

/** Why not; undefined when the action is possible. */
export const obstacleTo = (action: CaseAction, question: Question): Obstacle | undefined => {
  const { one, viewer } = question
  if (!viewer.roles.some((role) => mayAct(role, action))) return 'role'
  if (!canAct(one.state, action)) return 'state'
  return heldAgainst(action, viewer.holding, viewer.roles) ?? asked[action]?.(question)
}

const staffActions: readonly CaseAction[] = [
  'claim', 'precheck', 'accept', 'requestSupplement', 'forward', 'sendBack', 'grant', 'refuse', 'decline', 'beginProcedure', 'endProcedure', 'askOpinion', 'extend', 'terminate',
  'deliver', 'correctResult', 'revoke', 'cancel', 'handOver', 'putBack', 'propose', 'returnProposal', 'dropProposal', 'callHearing', 'recordHearing',
]

/** Actions that make no sense for a service, however it stands: a chain of one level, nothing to look through first, no special procedure. */
const isOffered = (action: CaseAction, service: Service | undefined): boolean => {
  if (action === 'precheck') return needsPrecheck(service)
  if (action === 'forward' || action === 'sendBack') return levelsOf(service).length > 1
  if (action === 'beginProcedure' || action === 'endProcedure') return proceduresOf(service).length > 0
  if (action === 'deliver') return isHandedOver(service)
  return action !== 'askOpinion' || coSignersOf(service).length > 0
}

/** What officials are offered for a case of a service; obstacleTo says of each whether it is possible now. */
export const offeredActions = (service: Service | undefined): CaseAction[] => staffActions.filter((action) => isOffered(action, service))
