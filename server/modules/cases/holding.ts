// In whose hands a case is, and who may take it, give it back or on. Pure.
import type { StaffRole } from '../../kernel/authz.ts'
import type { Case, CaseAction } from './case.ts'

/** In whose hands a case is, seen by one official. */
export type Holding = 'nobody' | 'self' | 'other'

export const holdingOf = ({ assigneeId }: Pick<Case, 'assigneeId'>, staffId: string): Holding => (assigneeId === null ? 'nobody' : assigneeId === staffId ? 'self' : 'other')

const leads = (roles: readonly StaffRole[]): boolean => roles.includes('approver') || roles.includes('head')

/** Who gives a case back or on: whoever has it; an approver or the head also when a colleague has it, who may be ill or away. */
export const mayReassign = (holding: Holding, roles: readonly StaffRole[]): boolean => holding === 'self' || (holding === 'other' && leads(roles))

const reassignments: readonly CaseAction[] = ['putBack', 'handOver']

/** Nobody takes a case out of the hands of a colleague, but an approver or the head. */
const mayClaim = (holding: Holding, roles: readonly StaffRole[]): boolean => holding !== 'other' || leads(roles)

/** Why the hands a case is in stand against an action: `holder` somebody else's to do, `taken` by a colleague, `mine` already; undefined when they do not. */
export const heldAgainst = (action: CaseAction, holding: Holding, roles: readonly StaffRole[]): 'holder' | 'taken' | 'mine' | undefined => {
  if (action === 'claim') return holding === 'self' ? 'mine' : mayClaim(holding, roles) ? undefined : 'taken'
  return reassignments.includes(action) && !mayReassign(holding, roles) ? 'holder' : undefined
}
