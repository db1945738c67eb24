// Putting right what was rated bad: the unit speaks with whoever rated, mends it and answers; a supervisor reviews and publishes; the person
// may say once more how it is now. Nobody handles a rating of their own work.
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Scene } from '../cases/index.ts'
import { isBad } from './grade.ts'
import { insertQuestion, listQuestionsForUpdate, updateRuling } from './questions-store.ts'
import { countingOf } from './question.ts'
import type { Rating, Said } from './rating.ts'
import { choicesFor, mayRerate, type Rectification, type StaffAction } from './rectification.ts'
import { getRectificationForUpdate } from './rectifications-store.ts'
import { findRating } from './ratings-store.ts'
import { moveRectification, tell, tellStaff } from './recording.ts'
import { recount, takeRating } from './taking.ts'

export const readers: readonly StaffRole[] = ['clerk', 'approver', 'head', 'supervisor']

/** Roles of an official where the rating counts. */
export const rolesAt = (principal: Principal, one: Pick<Rating, 'region' | 'line'>): StaffRole[] => readers.filter((role) => covers(principal, [role], one))

export type Under = { rating: Rating; rectification: Rectification }

/** A bad rating in the jurisdiction of the official, held. @throws Refusal not_found, forbidden, conflict, second_person, not_allowed_now */
export const getForAction = async (scene: Scene, id: string, action: StaffAction, revision: number): Promise<Under> => {
  const rating = await findRating(scene.tx, id)
  const roles = rating ? rolesAt(scene.principal, rating) : []
  if (!rating || roles.length === 0) throw new Refusal('not_found')
  const rectification = await getRectificationForUpdate(scene.tx, id)
  const choice = choicesFor(rectification.state, roles, scene.principal.kind === 'staff' && scene.principal.id === rating.staffId).find((each) => each.action === action)
  if (choice?.because === 'role') throw new Refusal('forbidden')
  if (rectification.revision !== revision) throw new Refusal('conflict', { revision: rectification.revision })
  if (choice?.because === 'own') throw new Refusal('second_person')
  if (!choice?.possible) throw new Refusal('not_allowed_now', { state: rectification.state, action })
  return { rating, rectification }
}

/** @param reached false: they could not be reached; then what they wrote is what there is to go by */
export const contact = async (scene: Scene, { rectification }: Under, { reached, note }: { reached: boolean; note: string }): Promise<void> => {
  await moveRectification(scene, rectification, 'contact', { reached, note })
}

export const fix = async (scene: Scene, { rectification }: Under, measures: string): Promise<void> => {
  await moveRectification(scene, rectification, 'fix', { measures })
}

/** The answer whoever rated gets. */
export const reply = async (scene: Scene, { rating, rectification }: Under, text: string): Promise<void> => {
  await moveRectification(scene, rectification, 'reply', { text }, { reply: text })
  await tell(scene, rating, 'ratingReplied', { reasons: text })
  await tellStaff(scene, rating, ['supervisor'], 'ratingReview')
}

export const sendBack = async (scene: Scene, { rating, rectification }: Under, reasons: string): Promise<void> => {
  await moveRectification(scene, rectification, 'sendBack', { reasons })
  await tellStaff(scene, rating, ['clerk', 'approver', 'head'], 'ratingSentBack', { text: reasons })
}

/** What the public page shows: null publishes nothing. The words have been read by the supervisor, personal data removed. */
export type Publication = { words: string; reply: string } | null

export const pass = async (scene: Scene, { rating, rectification }: Under, publication: Publication): Promise<void> => {
  const published = publication === null ? { publicWords: null, publicReply: null } : { publicWords: publication.words, publicReply: publication.reply, publishedAt: scene.at.toISOString() }
  await moveRectification(scene, rectification, 'pass', { published: publication !== null }, published)
  await tell(scene, rating, 'ratingPutRight')
}

/** Given by mistake or out of malice: it stays on record and no longer counts. */
export const dismiss = async (scene: Scene, { rating, rectification }: Under, reasons: string): Promise<void> => {
  await moveRectification(scene, rectification, 'dismiss', { reasons })
  const counted = countingOf(await listQuestionsForUpdate(scene.tx, rating.id))
  const decidedBy = scene.principal.kind === 'staff' ? scene.principal.id : null
  const at = scene.at.toISOString()
  await insertQuestion(scene.tx, { ratingId: rating.id, kind: 'hold', region: rating.region, line: rating.line, askedBy: null, grounds: 'unfounded', askedAt: at })
  await updateRuling(scene.tx, { ratingId: rating.id, kind: 'hold', verdict: 'excluded', reasons, decidedBy, decidedAt: at })
  await recount(scene, rating, counted, 'none')
  await tell(scene, rating, 'ratingNotCounted', { reasons })
}

/** The word after rectification, once. A bad one is told to the supervisors. @throws Refusal not_found, not_allowed_now, already_rated */
export const rateAgain = async (scene: Scene, personId: string, id: string, said: Said): Promise<Rating> => {
  const first = await findRating(scene.tx, id)
  if (!first || first.personId !== personId || first.round !== 0) throw new Refusal('not_found')
  const rectification = await getRectificationForUpdate(scene.tx, id)
  if (!mayRerate(rectification.state)) throw new Refusal('not_allowed_now', { state: rectification.state })
  const second = await takeRating(scene, first, said, { channel: 'portal', verified: 'login', again: first })
  await moveRectification(scene, rectification, 'rerate', { grade: said.grade })
  if (isBad(said.grade)) await tellStaff(scene, first, ['supervisor'], 'ratingStillBad')
  return second
}
