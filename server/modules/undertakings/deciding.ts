// What officials do with a promise: confirm it, send a document back, question it, give more time, and decide on a breach after the
// applicant was heard: take the result back, put it on record, or both.
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { addDays, addMonths, plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import { getCaseForAction, updateCases, wasGranted, type Case, type Scene } from '../cases/index.ts'
import { awaitDays } from './counting.ts'
import { breachLaw } from './credit-entry.ts'
import { insertCreditEntry } from './credit-entries-store.ts'
import { againDays, dayAfter, hearingDays, withFirstLook } from './due-days.ts'
import { withDocument } from './handing-in.ts'
import { dayInWords, moveUndertaking, tell } from './recording.ts'
import { takeResultBack } from './taking-back.ts'
import { choicesFor, isQuestioned, mayActOnUndertaking, type Undertaking, type UndertakingAction } from './undertaking.ts'
import { findUndertaking, getUndertakingForUpdate } from './undertakings-store.ts'


export const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']
const handlers: readonly StaffRole[] = ['clerk', 'approver', 'head']

/** The roles an official has where a promise was made. */
export const rolesAt = (principal: Principal, one: Undertaking): StaffRole[] =>
  principal.kind === 'staff' ? handlers.filter((role) => covers(principal, [role], one)) : []

/** A promise in the jurisdiction of the official with its case, both held: cases first, as everybody does. */
export const getForDecision = async (scene: Scene, id: string, action: UndertakingAction, revision: number): Promise<{ one: Undertaking; of: Case }> => {
  const seen = await findUndertaking(scene.tx, id)
  if (!seen || !covers(scene.principal, readers, seen)) throw new Refusal('not_found')
  const roles = rolesAt(scene.principal, seen)
  if (!roles.some((role) => mayActOnUndertaking(role, action))) throw new Refusal('forbidden')
  const { one: of } = await getCaseForAction(scene.tx, seen.caseId)
  const one = await getUndertakingForUpdate(scene.tx, id)
  if (one.revision !== revision) throw new Refusal('conflict', { revision: one.revision })
  const choice = choicesFor(one, roles, plainDate(scene.at)).find((each) => each.action === action)
  if (!choice?.possible) throw new Refusal('not_allowed_now', { state: one.state, action, because: choice?.because })
  return { one, of }
}

type At = Awaited<ReturnType<typeof getForDecision>>

const documentsIn = (of: Case, evidence: string) => of.evidence.filter((each) => each.evidence === evidence).flatMap(({ files }) => files)

/** @param digests what the official has looked at: another document put in its place since is a conflict */
export const confirm = async (scene: Scene, { one, of }: At, digests: readonly string[], note: string): Promise<Undertaking> => {
  const files = documentsIn(of, one.evidence)
  if (files.map(({ digest }) => digest).join() !== digests.join()) throw new Refusal('conflict', { digests: files.map(({ digest }) => digest) })
  const swapped = digests.join() !== one.files.map(({ digest }) => digest).join()
  if (one.duty === 'document') await updateCases(scene.tx, [withDocument(of, one.evidence, 'upload', files, scene.at.toISOString())])
  const kept = await moveUndertaking(scene, one, 'confirm', { note, digests, ...(swapped ? { swapped } : {}) }, (next) => ({ ...next, files, handedInOn: next.handedInOn ?? plainDate(scene.at) }))
  await tell(scene, kept, 'undertakingKept')
  return kept
}

/** The day it was due stays, but there are some days at least to hand in another. */
export const sendBack = async (scene: Scene, { one, of }: At, reasons: string): Promise<Undertaking> => {
  const today = plainDate(scene.at)
  const least = dayAfter(today, againDays, one.region)
  const dueOn = one.dueOn === null || least === null ? one.dueOn : one.dueOn > least ? one.dueOn : least
  await updateCases(scene.tx, [withDocument(of, one.evidence, one.kind, [], scene.at.toISOString())])
  const back = await moveUndertaking(scene, one, 'reject', { reasons, dueOn }, (next) => withFirstLook({ ...next, files: [], handedInOn: null, dueOn }, today))
  await tell(scene, back, 'undertakingReturned', { reasons, day: dayInWords(dueOn) })
  return back
}

/** It looks broken: the applicant is told and heard first. */
export const question = async (scene: Scene, { one }: At, reasons: string): Promise<Undertaking> => {
  const answerOn = dayAfter(plainDate(scene.at), hearingDays, one.region)
  const next = await moveUndertaking(scene, one, 'question', { reasons, answerOn }, (each) => ({ ...each, answerOn, answered: false }))
  await awaitDays(scene, next)
  await tell(scene, next, 'undertakingQuestioned', { reasons, day: dayInWords(answerOn) })
  return next
}

/** @param days working days from today */
export const extend = async (scene: Scene, { one }: At, days: number, reasons: string): Promise<Undertaking> => {
  const today = plainDate(scene.at)
  const dueOn = dayAfter(today, days, one.region)
  const next = await moveUndertaking(scene, one, 'extend', { days, reasons, dueOn }, (each) => withFirstLook({ ...each, dueDays: days, countFrom: today, dueOn, reminded: 0, answerOn: null, answered: false }, today))
  await awaitDays(scene, next)
  await tell(scene, next, 'undertakingExtended', { reasons, day: dayInWords(dueOn) })
  return next
}

/** `revoke`: the result is taken back. `months`: how long it stays on record; 0 not at all. */
export type Measures = { revoke: boolean; months: number }

export const breach = async (scene: Scene, { one, of }: At, reasons: string, { revoke, months }: Measures): Promise<Undertaking> => {
  if (!isQuestioned(one.state)) throw new Refusal('not_allowed_now', { state: one.state, action: 'breach' })
  if (revoke && !wasGranted(of.state)) throw new Refusal('not_allowed_now', { state: of.state, action: 'revoke' })
  const today = plainDate(scene.at)
  const broken = await moveUndertaking(scene, one, 'breach', { reasons, revoke, months })
  if (months > 0) {
    await insertCreditEntry(scene.tx, {
      id: uuidv7(scene.app.clock), undertakingId: one.id, personId: one.personId, subject: one.subject, line: one.line, region: one.region, reason: reasons, law: breachLaw, state: 'standing',
      recordedOn: today, untilOn: addDays(addMonths(today, months), -1), repairable: true, repairedOn: null, updatedAt: scene.at.toISOString(),
    })
  }
  if (revoke) await takeResultBack(scene, of, reasons)
  await tell(scene, broken, 'undertakingBreached', { reasons })
  return broken
}
