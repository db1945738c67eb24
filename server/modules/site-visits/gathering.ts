// Everything a step on a visit works with, held until the transaction ends: the visit, its parts, the cases. Always locked in this order.
import { covers, type Principal } from '../../kernel/authz.ts'
import type { Tx } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import { canAct, hasEnded, listCasesForUpdate, type Case } from '../cases/index.ts'
import { awaitsAnswer, isBlank, isOut, type Part } from './part.ts'
import { deleteTakenBy } from './slots-store.ts'
import { hasEndedVisit, type Visit } from './visit.ts'
import { getVisitForUpdate, listParts, updatePart } from './visits-store.ts'

/** Who arranges a visit and fills in the sheet. */
export const handlers = ['clerk', 'approver', 'head'] as const
export const onlookers = [...handlers, 'supervisor'] as const

export type Gathered = { visit: Visit; parts: Part[]; cases: Case[] }

export const caseOf = ({ cases }: Pick<Gathered, 'cases'>, { caseId }: Pick<Part, 'caseId'>): Case => {
  const one = cases.find(({ id }) => id === caseId)
  if (!one) throw new Error(`case ${caseId} does not belong to the visit`)
  return one
}

/** A case that has ended meanwhile (withdrawn, say) takes its authority out of the visit. */
const withoutEnded = async (tx: Tx, { visit, parts, cases }: Gathered): Promise<Part[]> => {
  const next: Part[] = []
  for (const part of parts) {
    const gone = (awaitsAnswer(part.state) || isBlank(part.state)) && hasEnded(caseOf({ cases }, part).state)
    next.push(gone ? { ...part, state: 'left', revision: part.revision + 1 } : part)
    if (!gone) continue
    await updatePart(tx, { ...part, state: 'left', revision: part.revision + 1 }, hasEndedVisit(visit.state))
    if (!parts.some((other) => other.caseId !== part.caseId && other.line === part.line && other.region === part.region)) await deleteTakenBy(tx, visit.id, part)
  }
  return next
}

export const gatherForUpdate = async (tx: Tx, id: string): Promise<Gathered> => {
  const visit = await getVisitForUpdate(tx, id)
  const cases = await listCasesForUpdate(tx, visit.applicationId)
  const parts = await listParts(tx, [id])
  return { visit, cases, parts: hasEndedVisit(visit.state) ? parts : await withoutEnded(tx, { visit, parts, cases }) }
}

/** The parts of an official's own authority that are still in it. @throws Refusal not_found for everybody else */
export const ownParts = (principal: Principal, { parts }: Pick<Gathered, 'parts'>): Part[] => {
  const own = parts.filter((part) => covers(principal, handlers, part))
  if (own.length === 0) throw new Refusal('not_found')
  return own.filter(({ state }) => !isOut(state))
}

/** Whether its clock can be stopped: accepted, and not ended. */
export const canStand = (one: Case): boolean => canAct(one.state, 'beginProcedure')
