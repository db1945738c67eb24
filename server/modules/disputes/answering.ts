// The officials' side: the authority corrects, declines with reasons or passes on once; a supervisor decides an objection.
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { planJobs } from '../../kernel/jobs.ts'
import { authorityOf } from '../catalogue/index.ts'
import type { Scene } from '../cases/index.ts'
import { checkAnswer, tidyAnswer, type Answer } from '../planning/index.ts'
import { choicesFor, rolesFor, type Dispute, type StaffAction } from './dispute.ts'
import { getDisputeForUpdate } from './disputes-store.ts'
import { dueFromNow, moveDispute, tell, tellStaff } from './recording.ts'

export const enterTask = 'disputes.enter'

export const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']

/** Roles of an official where the dispute is. */
export const rolesAt = (principal: Principal, one: Dispute): StaffRole[] => readers.filter((role) => covers(principal, [role], one))

/** A dispute in the jurisdiction of the official, held. @throws Refusal not_found, forbidden, conflict, not_allowed_now */
export const getForAction = async (scene: Scene, id: string, action: StaffAction, revision: number): Promise<Dispute> => {
  const one = await getDisputeForUpdate(scene.tx, id)
  const roles = rolesAt(scene.principal, one)
  if (roles.length === 0) throw new Refusal('not_found')
  if (!roles.some((role) => rolesFor(action).includes(role))) throw new Refusal('forbidden')
  if (one.revision !== revision) throw new Refusal('conflict', { revision: one.revision })
  const choice = choicesFor(one, roles).find((each) => each.action === action)
  if (!choice?.possible) throw new Refusal('not_allowed_now', { state: one.state, action, because: choice?.because })
  return one
}

/** The record is right now, or will be once the registry has taken this value. */
export const correct = async (scene: Scene, one: Dispute, value: Answer, reasons: string): Promise<Dispute> => {
  const concept = scene.app.packs.catalogueFor(one.region).concepts[one.concept]
  const code = concept && checkAnswer(concept, concept.constraint, value, plainDate(scene.at))
  if (!concept || code) throw new Refusal('invalid', { concept: one.concept, code: code ?? 'unknown' })
  const next = await moveDispute(scene, one, 'correct', { reasons }, (moved) => ({ ...moved, content: { ...moved.content, corrected: tidyAnswer(concept, value) }, entry: 'waiting', shownAt: null }))
  await tell(scene, next, 'disputeCorrected', { reasons })
  await planJobs(scene.tx, [{ task: enterTask, payload: { dispute: one.id }, key: `${enterTask} ${one.id}` }])
  return next
}

export const decline = async (scene: Scene, one: Dispute, reasons: string): Promise<Dispute> => {
  const next = await moveDispute(scene, one, 'decline', { reasons })
  await tell(scene, next, 'disputeDeclined', { reasons })
  return next
}

/** To the authority that is really responsible, with a new day; once. @throws Refusal invalid for the same one, or one there is not */
export const pass = async (scene: Scene, one: Dispute, to: { line: string; region: string }, reasons: string): Promise<Dispute> => {
  const authority = authorityOf(scene.app.packs.catalogueFor(to.region), to.line, to.region)
  if (!authority || authority.region !== to.region || (to.line === one.line && to.region === one.region)) throw new Refusal('invalid', { authority: `${to.line} ${to.region}` })
  const from = { line: one.line, region: one.region }
  const next = await moveDispute(scene, one, 'pass', { from, to, reasons }, (moved) => ({ ...moved, ...to, passed: true, lateTold: false, dueOn: dueFromNow(scene, to.region) }))
  await tell(scene, next, 'disputePassed', { reasons })
  await tellStaff(scene, next, ['clerk', 'approver', 'head'], 'disputeAsked')
  return next
}

/** The objection is right: the authority looks again. */
export const order = async (scene: Scene, one: Dispute, reasons: string): Promise<Dispute> => {
  const next = await moveDispute(scene, one, 'order', { reasons }, (moved) => ({ ...moved, lateTold: false, dueOn: dueFromNow(scene, moved.region) }))
  await tell(scene, next, 'disputeOrdered', { reasons })
  await tellStaff(scene, next, ['clerk', 'approver', 'head'], 'disputeOrdered', reasons)
  return next
}

export const uphold = async (scene: Scene, one: Dispute, reasons: string): Promise<Dispute> => {
  const next = await moveDispute(scene, one, 'uphold', { reasons })
  await tell(scene, next, 'disputeUpheld', { reasons })
  return next
}
