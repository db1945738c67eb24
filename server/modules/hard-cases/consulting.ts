// The other side of a question: an invited authority reads what it is asked, and gives its written opinion, once.
// It sees the account only where the coordinator shared it, and never who the applicant is.
import { covers, staffOf, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { plainDate } from '../../kernel/clock.ts'
import type { Read } from '../../kernel/db.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Law } from './hard-case.ts'
import { getHardCaseForUpdate } from './hard-cases-store.ts'
import { isGiven, isLate, type Opinion, type Stance } from './opinion.ts'
import { findOpinion, getOpinionForUpdate, updateOpinion } from './opinions-store.ts'
import { takeStep, type Scene } from './recording.ts'

export const advisers: readonly StaffRole[] = ['clerk', 'approver', 'head']

/** @throws Refusal not_found also when another authority is asked */
export const getOpinionWithin = async (read: Read, principal: Principal, id: string): Promise<Opinion> => {
  const opinion = await findOpinion(read, id)
  if (!opinion || !covers(principal, advisers, opinion)) throw new Refusal('not_found')
  return opinion
}

/** Gives the opinion, also after its day. @throws Refusal not_found, conflict when a colleague was faster, not_allowed_now when the case was concluded */
export const giveOpinion = async (scene: Scene, id: string, given: { stance: Stance; opinion: string; laws: Law[] }): Promise<Opinion> => {
  const { tx, at, principal } = scene
  const found = await getOpinionWithin(tx, principal, id)
  // The case first, as everybody else does.
  const one = await getHardCaseForUpdate(tx, found.hardCaseId)
  const before = await getOpinionForUpdate(tx, id)
  const staff = staffOf(principal)
  if (isGiven(before)) {
    if (before.staffId === staff.id && before.opinion === given.opinion && before.stance === given.stance) return before
    throw new Refusal('conflict', { givenBy: before.givenBy })
  }
  const opinion: Opinion = { ...before, ...given, givenBy: staff.name, staffId: staff.id, givenAt: at.toISOString() }
  await takeStep(scene, one, 'giveOpinion', { line: opinion.line, region: opinion.region, stance: opinion.stance, late: isLate(opinion, plainDate(at)) })
  await updateOpinion(tx, opinion)
  return opinion
}
