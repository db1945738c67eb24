// What becomes of a result after the decision: corrected, revoked, cancelled. The case stays decided; the result's standing is the fold
// of these actions. Administrative Licensing Law Art. 69, 70; Personal Information Protection Law Art. 46.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { pinnedCatalogue } from '../catalogue/index.ts'
import { checkAnswer, type Answer } from '../planning/index.ts'
import type { Case } from './case.ts'
import { updateCheckOwedEnded } from './checks-owed-store.ts'
import { holdsGood } from './course.ts'
import { actOnCase, getCaseForAction } from './handling.ts'
import { stillToCorrect } from './putting-right.ts'
import { system, type Scene } from './recording.ts'
import { findResultOfCase, updateResultContent, updateResultStanding, type Result } from './results-store.ts'
import { takeOver } from './taking-over.ts'

type Values = Readonly<Record<string, Answer>>

/** `asPutRight`: concepts written as the applicant, or an earlier result, has put them right since. */
export type Correction = { values?: Readonly<Record<string, string>>; asPutRight?: readonly string[] }

const getResult = async ({ tx }: Scene, one: Case): Promise<Result> => {
  const result = await findResultOfCase(tx, one.id)
  if (!result || !holdsGood(one.course)) throw new Refusal('not_allowed_now', { state: one.state, because: 'result' })
  return result
}

/** What is wrong with the corrections: something the result does not state, nothing changed, or a value that cannot be right. */
const problemsIn = async ({ app, tx, at }: Scene, one: Case, result: Result, values: Values) => {
  const { concepts } = await pinnedCatalogue(app, tx, one)
  return Object.entries(values).flatMap(([id, value]) => {
    const stated = result.content.find(({ concept }) => concept === id)
    const definition = stated && concepts[id]
    const code = definition ? checkAnswer(definition, definition.constraint, value, plainDate(at)) : 'unknown'
    return code ? [{ concept: id, code }] : []
  })
}

/** What is written into a result: as the official states it, and as it was put right where they take that over. @throws Refusal invalid for what nobody has put right */
const writtenIn = (one: Case, { values = {}, asPutRight = [] }: Correction): Values => {
  const taken = asPutRight.map((concept) => one.corrections.find((each) => each.concept === concept) ?? { concept, value: null })
  const unknown = taken.find(({ value }) => value === null)
  if (unknown) throw new Refusal('invalid', { concept: unknown.concept })
  return { ...Object.fromEntries(taken.map(({ concept, value }) => [concept, value])), ...values }
}

/**
 * Corrects an error in a result: a new edition, the old one is kept. Cases that build on it take it over.
 * @param siblings all cases of the application @throws Refusal invalid_answers; invalid when nothing is stated
 */
export const correctResult = async (scene: Scene, one: Case, siblings: readonly Case[], correction: Correction, reasons: string): Promise<Case> => {
  const result = await getResult(scene, one)
  const values = writtenIn(one, correction)
  if (Object.keys(values).length === 0) throw new Refusal('invalid', { missing: 'values' })
  const problems = await problemsIn(scene, one, result, values)
  if (problems.length > 0) throw new Refusal('invalid_answers', { problems })
  const content = result.content.map((each) => (values[each.concept] === undefined ? each : { ...each, value: values[each.concept] ?? null }))
  await updateResultContent(scene.tx, result, content, reasons, scene.at)
  const next = await actOnCase(scene, one, 'correctResult', { reasons, result: result.number, concepts: Object.keys(values), edition: result.edition + 1 }, (changed) => ({ ...changed, corrections: stillToCorrect(changed.corrections, values) }))
  await takeOver({ ...scene, principal: system }, siblings.map((each) => (each.id === one.id ? next : each)), { service: one.service, issued: content })
  return next
}

/** What the end of a result rests on; `opinion` and `proposedBy` where it was proposed and approved. */
export type EndOfResult = { reasons: string; law: string; opinion?: string; proposedBy?: string }

/** Takes a result back, or takes it off the books. */
export const endResult = async (scene: Scene, one: Case, action: 'revoke' | 'cancel', because: EndOfResult): Promise<Case> => {
  const result = await getResult(scene, one)
  const next = await actOnCase(scene, one, action, { ...because, result: result.number })
  await updateResultStanding(scene.tx, one.id, next.course.result)
  await updateCheckOwedEnded(scene.tx, one.id, scene.at)
  return next
}

/** Cancels a result 注销 (Art. 70). */
export const cancelResult = (scene: Scene, one: Case, because: EndOfResult): Promise<Case> => endResult(scene, one, 'cancel', because)

/**
 * Revokes the result of a case 撤销 (Art. 69), in the transaction of the scene. Whoever calls has asked whether it may.
 * @throws Refusal not_found, not_allowed_now when there is no result that holds
 */
export const revokeResult = async (scene: Scene, caseId: string, because: EndOfResult): Promise<Case> => {
  const { one } = await getCaseForAction(scene.tx, caseId)
  return endResult(scene, one, 'revoke', because)
}
