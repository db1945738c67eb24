// What an official proposes and only a head decides, another person than the proposer: more time, an end without a decision, revoking or
// cancelling a result. Before a revocation the holder is heard (Administrative Licensing Law Art. 7, 46–48). A fold of the case's actions. Pure.
import type { CaseAction } from './case.ts'
import type { CourseStep } from './course.ts'

export const proposable = ['extend', 'terminate', 'revoke', 'cancel'] as const satisfies readonly CaseAction[]
export type Proposable = (typeof proposable)[number]

/** `hearing`: the holder asks to be heard in person. */
export type Statement = { on: string; text: string; hearing: boolean }

/** `record` null: it has not been held. */
export type ProposalHearing = { heldOn: string; place: string; record: string | null }

/** `answerUntil`: until when the holder may speak before a decision; null where nobody has to be heard, or while its calendar is not published. `outcome` null: open. */
export type Proposal = {
  id: number
  action: Proposable
  on: string
  by: { id: string; name: string }
  reasons: string
  law: string | null
  days: number | null
  ground: string | null
  answerUntil: string | null
  statement: Statement | null
  hearing: ProposalHearing | null
  outcome: 'approved' | 'returned' | 'dropped' | null
  decidedBy: string
  opinion: string
}

/** What an official states to propose something; `days` to extend, `ground` to terminate, `law` for results. */
export type ProposalRequest = { action: Proposable; reasons: string; law?: string; days?: number; ground?: string }

type Proposing = { proposals: readonly Proposal[] }

export const openProposal = ({ proposals }: Proposing): Proposal | undefined => proposals.find(({ outcome }) => outcome === null)

/** Before a result is revoked its holder is heard. */
export const mustHear = (action: Proposable): boolean => action === 'revoke'

/** Working days in which the holder may speak or ask for a hearing (Art. 47). */
export const answerDays = 5

/**
 * Whether the holder has been heard: the hearing they asked for was held; without one, they have spoken or the days for it are over.
 * @param today 'YYYY-MM-DD'
 */
export const isHeard = ({ action, answerUntil, statement, hearing }: Proposal, today: string): boolean => {
  if (!mustHear(action)) return true
  if (statement?.hearing || hearing) return hearing !== null && hearing.record !== null
  return statement !== null || (answerUntil !== null && today > answerUntil)
}

/** Whether the holder may still speak. */
export const mayAnswer = (one: Proposal, today: string): boolean =>
  mustHear(one.action) && one.outcome === null && one.statement === null && (one.answerUntil === null || today <= one.answerUntil)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const proposed = (proposals: readonly Proposal[], { on, actorId, actorName, detail }: CourseStep): Proposal[] => [
  ...proposals,
  {
    id: proposals.length + 1, action: proposable.find((each) => each === detail['proposes']) ?? 'extend', on, by: { id: actorId, name: actorName }, reasons: textOf(detail['reasons']), law: textOrNull(detail['law']),
    days: typeof detail['days'] === 'number' ? detail['days'] : null, ground: textOrNull(detail['ground']), answerUntil: textOrNull(detail['answerUntil']), statement: null, hearing: null, outcome: null, decidedBy: '', opinion: '',
  },
]

const changes: Partial<Record<CaseAction, (open: Proposal, step: CourseStep) => Proposal>> = {
  dropProposal: (open, { actorName }) => ({ ...open, outcome: 'dropped', decidedBy: actorName }),
  returnProposal: (open, { actorName, detail }) => ({ ...open, outcome: 'returned', decidedBy: actorName, opinion: textOf(detail['opinion']) }),
  answerProposal: (open, { on, detail }) => ({ ...open, statement: { on, text: textOf(detail['text']), hearing: detail['hearing'] === true } }),
  callHearing: (open, { detail }) => ({ ...open, hearing: { heldOn: textOf(detail['heldOn']), place: textOf(detail['place']), record: null } }),
  countDay: (open, { detail }) => (typeof detail['answerUntil'] === 'string' ? { ...open, answerUntil: detail['answerUntil'] } : open),
  recordHearing: (open, { detail }) => (open.hearing ? { ...open, hearing: { ...open.hearing, record: textOf(detail['record']) } } : open),
}

/** What ends a case, or its result, leaves nothing to decide. */
const endings: readonly CaseAction[] = ['grant', 'refuse', 'decline', 'withdraw', 'terminate', 'deemExtended', 'revoke', 'cancel', 'replace']

const changed = (open: Proposal, step: CourseStep): Proposal => {
  if (step.action === open.action) return { ...open, outcome: 'approved', decidedBy: step.actorName, opinion: textOf(step.detail['opinion']) }
  if (endings.includes(step.action)) return { ...open, outcome: 'dropped', decidedBy: step.actorName }
  return changes[step.action]?.(open, step) ?? open
}

/** The proposals after one more action; the very list when it says nothing of them. */
export const proposalsAfter = (proposals: Proposal[], step: CourseStep): Proposal[] => {
  const open = openProposal({ proposals })
  if (step.action === 'propose') return open ? proposals : proposed(proposals, step)
  const next = open && changed(open, step)
  return next === open ? proposals : proposals.map((each) => (each === open && next ? next : each))
}
