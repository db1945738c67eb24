// Why an official cannot do an action on a case now: asked by the server before every action and by the screens for every button.
// Pure. First the role, then the state, then whose hands it is in, then what the law and the service's handling ask for.
import type { StaffRole } from '../../kernel/authz.ts'
import type { Service } from '../catalogue/definitions.ts'
import { correctionDays, coSignersOf, isHandedOver, isLastLevel, levelAt, levelsOf, needsPrecheck, proceduresOf } from './approval.ts'
import { canAct, mayAct, owesDocument, type Case, type CaseAction } from './case.ts'
import { holdsGood, isExtended, openOpinions } from './course.ts'
import { heldAgainst, type Holding } from './holding.ts'
import { addWorkingDays } from './working-days.ts'

/**
 * `level`: another level of approval acts now; `once`: the law allows it once; `late`: the five days are over; `precheck`: to be looked
 * through first; `opinions`: another authority has still to answer; `owed`: a document promised for later has not come; `result`: the
 * result no longer holds.
 */
export const obstacles = ['state', 'role', 'holder', 'taken', 'level', 'once', 'late', 'precheck', 'opinions', 'owed', 'result'] as const
export type Obstacle = (typeof obstacles)[number]

/** Who looks at the case: roles that count for it, and whether it is in their hands. */
export type Viewer = { roles: readonly StaffRole[]; holding: Holding }

export type Standing = Pick<Case, 'state' | 'course' | 'clockFrom' | 'evidence'>

/** The last day on which a correction may be asked, and after which the application counts as accepted; null when it cannot be told. */
export const correctionUntil = ({ clockFrom }: Pick<Case, 'clockFrom'>): string | null => {
  const last = clockFrom === null ? undefined : addWorkingDays(clockFrom, correctionDays)
  return last && 'on' in last ? last.on : null
}

type Question = { one: Standing; service: Service | undefined; viewer: Viewer; today: string }

const holdsLevel = ({ one, service, viewer: { roles } }: Question): boolean => {
  const level = levelAt(service, one.course)
  return level !== undefined && roles.includes(level.role)
}

const lateForCorrection = ({ one, today }: Question): boolean => {
  const until = correctionUntil(one)
  return until !== null && today > until
}

const deciding = (question: Question): Obstacle | undefined => {
  if (!isLastLevel(question.service, question.one.course) || !holdsLevel(question)) return 'level'
  return openOpinions(question.one.course).length > 0 ? 'opinions' : undefined
}

const onResult = ({ one }: Question): Obstacle | undefined => (holdsGood(one.course) ? undefined : 'result')

const asked: Partial<Record<CaseAction, (question: Question) => Obstacle | undefined>> = {
  precheck: ({ one }) => (one.course.prechecked ? 'once' : undefined),
  accept: ({ one, service }) => (needsPrecheck(service) && !one.course.prechecked ? 'precheck' : undefined),
  requestSupplement: (question) => (question.one.course.corrected ? 'once' : lateForCorrection(question) ? 'late' : undefined),
  forward: (question) => (isLastLevel(question.service, question.one.course) || !holdsLevel(question) ? 'level' : undefined),
  sendBack: (question) => (question.one.course.level === 0 || !holdsLevel(question) ? 'level' : undefined),
  grant: (question) => deciding(question) ?? (owesDocument(question.one) ? 'owed' : undefined),
  refuse: deciding,
  extend: ({ one }) => (isExtended(one.course) ? 'once' : undefined),
  deliver: ({ one }) => (one.course.delivered ? 'once' : undefined),
  correctResult: onResult,
  revoke: onResult,
  cancel: onResult,
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
  'deliver', 'correctResult', 'revoke', 'cancel', 'handOver', 'putBack',
]

/** Actions that make no sense for a service, however it stands: a chain of one level, nothing to look through first, no special procedure. */
const isOffered = (action: CaseAction, service: Service | undefined): boolean => {
  if (action === 'precheck') return needsPrecheck(service)
  if (action === 'forward' || action === 'sendBack') return levelsOf(service).length > 1
  if (action === 'beginProcedure' || action === 'endProcedure') return proceduresOf(service).length > 0
  if (action === 'deliver') return isHandedOver(service)
  return action !== 'askOpinion' || coSignersOf(service).length > 0
}

/** Staff actions for a case, each with the reason when it is not possible now. */
export type StaffAction = { action: CaseAction; possible: boolean; because?: Obstacle }

export const staffActionsFor = (question: Question): StaffAction[] =>
  staffActions.filter((action) => isOffered(action, question.service)).map((action) => {
    const because = obstacleTo(action, question)
    return because ? { action, possible: false, because } : { action, possible: true }
  })
