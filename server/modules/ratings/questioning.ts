// Asking whether a rating counts, and deciding it: the official appeals with evidence, a person denies having given it, a supervisor decides.
import type { MultipartFile } from '@fastify/multipart'
import { covers, type Principal, type StaffRole } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { fileNameOf } from '../../kernel/file-name.ts'
import { insertFile } from '../../kernel/file-store.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import type { Scene } from '../cases/index.ts'
import { countingOf, type QuestionKind, type Ruling } from './question.ts'
import { insertQuestion, insertRatingFile, listQuestionsForUpdate, listQuestionsOf, listRatingFiles, updateRuling, type RatingFile } from './questions-store.ts'
import type { Rating } from './rating.ts'
import { findRating } from './ratings-store.ts'
import { record, tell, tellStaff, tellThem } from './recording.ts'
import { recount } from './taking.ts'

type Official = Extract<Principal, { kind: 'staff' }>

export const appellants: readonly StaffRole[] = ['clerk', 'approver', 'head', 'window']

/** A rating about the official, or one of their unit where they are its head. @throws Refusal not_found */
export const getAppealable = (principal: Official, rating: Rating | undefined): Rating => {
  const isTheirs = rating !== undefined && covers(principal, appellants, rating) && (rating.staffId === principal.id || (rating.staffId !== null && covers(principal, ['head'], rating)))
  if (!isTheirs) throw new Refusal('not_found')
  return rating
}

/** The official explains why it should not count for them; once. @throws Refusal not_found, conflict */
export const appeal = async (scene: Scene, principal: Official, id: string, grounds: string): Promise<void> => {
  const one = getAppealable(principal, await findRating(scene.tx, id))
  if (!(await insertQuestion(scene.tx, { ratingId: id, kind: 'appeal', region: one.region, line: one.line, askedBy: principal.id, grounds, askedAt: scene.at.toISOString() }))) throw new Refusal('conflict')
  await record(scene, one, 'appeal')
  await tellStaff(scene, one, ['supervisor'], 'ratingAppealed', { by: principal.name })
}

const mostFiles = 6

/** Evidence for an appeal that is open. @throws Refusal not_found, not_allowed_now, too_many_files and those of files */
export const attachEvidence = async (app: App, principal: Official, id: string, part: MultipartFile | undefined, requestId: string): Promise<RatingFile> => {
  if (!part) throw new Refusal('invalid', { file: 'missing' })
  const stored = await app.files.put(part.file, { maxBytes: app.config.maxUploadBytes, accept: ['application/pdf', 'image/jpeg', 'image/png'] })
  return app.db.transaction(async (tx) => {
    const scene: Scene = { app, tx, principal, requestId, at: app.clock.now() }
    const one = getAppealable(principal, await findRating(tx, id))
    if (!(await listQuestionsForUpdate(tx, id)).some(({ kind, verdict }) => kind === 'appeal' && verdict === null)) throw new Refusal('not_allowed_now', { appeal: 'none open' })
    const present = await listRatingFiles(tx, id)
    const same = present.find(({ digest }) => digest === stored.digest)
    if (same) return same
    if (present.length >= mostFiles) throw new Refusal('too_many_files', { maxFiles: mostFiles })
    const file: RatingFile = { id: uuidv7(app.clock), ratingId: id, region: one.region, staffId: principal.id, ...stored, name: fileNameOf(part.filename, '附件'), addedAt: scene.at.toISOString() }
    await insertFile(tx, stored, scene.at)
    await insertRatingFile(tx, file)
    await record(scene, one, 'attach', { file: file.id, digest: file.digest })
    return file
  })
}

/** Somebody says that a rating in their name is not theirs: it counts until a supervisor has looked. @throws Refusal not_found, conflict */
export const deny = async (scene: Scene, personId: string, id: string): Promise<void> => {
  const one = await findRating(scene.tx, id)
  if (one?.personId !== personId || one.verified === 'login') throw new Refusal('not_found')
  if (!(await insertQuestion(scene.tx, { ratingId: id, kind: 'denied', region: one.region, line: one.line, askedBy: personId, grounds: '', askedAt: scene.at.toISOString() }))) throw new Refusal('conflict')
  await record(scene, one, 'deny')
  await tellStaff(scene, one, ['supervisor'], 'ratingHeld')
}

/** A supervisor decides, once; a rating of their own work nobody decides on. @throws Refusal not_found, second_person, not_allowed_now */
export const decide = async (scene: Scene, principal: Official, id: string, kind: QuestionKind, verdict: Ruling, reasons: string): Promise<void> => {
  const one = await findRating(scene.tx, id)
  if (!one || !covers(principal, ['supervisor'], one)) throw new Refusal('not_found')
  const questions = await listQuestionsForUpdate(scene.tx, id)
  const question = questions.find((each) => each.kind === kind)
  if (!question) throw new Refusal('not_found')
  if (question.verdict !== null) throw new Refusal('not_allowed_now', { verdict: question.verdict })
  if (question.askedBy === principal.id || one.staffId === principal.id) throw new Refusal('second_person')
  await updateRuling(scene.tx, { ratingId: id, kind, verdict, reasons, decidedBy: principal.id, decidedAt: scene.at.toISOString() })
  await recount(scene, one, countingOf(questions), countingOf(await listQuestionsOf(scene.tx, [id])))
  await record(scene, one, 'rule', { about: kind, verdict })
  if (kind === 'appeal' && question.askedBy !== null) await tellThem(scene, one, [question.askedBy], verdict === 'excluded' ? 'ratingExcluded' : 'ratingUpheld', { text: reasons })
  if (kind !== 'appeal' && verdict === 'excluded') await tell(scene, one, 'ratingNotCounted', { reasons })
}
