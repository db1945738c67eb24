// What an answer promised for a day: done, or taken up again the morning after. Who was joined goes along with the one that leads; a part is
// taken up again through the one it was split from, so that the reporter hears one answer again.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { listAnswersOf } from './answers-store.ts'
import { deadlineOf } from './deadline.ts'
import { mostAtOnce, planFollowUp, planFollowUpOf } from './joining.ts'
import { calendarOf, takeStep, type Scene } from './recording.ts'
import { nextRound, promiseBroken } from './reporting.ts'
import { isAnswered, isRunning, isSplit, type Turning } from './request.ts'
import { keepsPromise, type CitizenRequest, type Unit } from './request-record.ts'
import { findRequest, getRequestForUpdate, listParts, listPromisedForUpdate } from './requests-store.ts'

const isOpen = (one: CitizenRequest): boolean => isAnswered(one.state) && !keepsPromise(one)

/** The same unit has it again, or waits for that of others. @param detail `parts`, `lead`: decide what becomes of it */
const anew = async (scene: Scene, one: CitizenRequest, unit: Unit, why: string, detail: Turning & { number?: string } = {}): Promise<CitizenRequest> => {
  const next = await takeStep(scene, one, { action: 'reopen', words: why === '' ? null : why, detail: { unit, promisedOn: one.course.answer?.promisedOn ?? null, ...detail } }, (moved) => {
    const again = nextRound(scene, moved, unit)
    // Who waits with others is told the same day.
    const { dueAt } = deadlineOf(again.course.term, scene.at, calendarOf(again.region), 0)
    return { ...again, dueAt, course: { ...again.course, why: ['答应的事没有按时办到，重新交办'] } }
  })
  await planFollowUp(scene, next)
  return next
}

/** Only the parts that were not done; the others keep their answers. */
const anewInParts = async (scene: Scene, whole: CitizenRequest, unit: Unit, broken: readonly CitizenRequest[], why: string): Promise<CitizenRequest> => {
  const next = await anew(scene, whole, unit, why, { parts: broken.map(({ id }) => id) })
  for (const { id } of broken) {
    const piece = await getRequestForUpdate(scene.tx, id)
    await anew(scene, piece, piece.unit ?? unit, why)
  }
  return next
}

/** Undefined when there is nothing that was promised and not done. */
const takenUp = async (scene: Scene, one: CitizenRequest, why: string): Promise<CitizenRequest | undefined> => {
  const { unit } = one
  if (!unit || !isAnswered(one.state) || !promiseBroken(one, scene.at)) return undefined
  const parts = one.course.children === 0 ? [] : await listParts(scene.tx, one.id)
  if (parts.length === 0) return anew(scene, one, unit, why)
  const broken = parts.filter((part) => promiseBroken(part, scene.at))
  return broken.length === 0 ? undefined : anewInParts(scene, one, unit, broken, why)
}

/** The one whose promise a duplicate heard; undefined for one that is alone, or was done anew by itself and has an answer of its own. */
const findLead = async (scene: Scene, { id, parentId, course: { tree, answer } }: CitizenRequest): Promise<CitizenRequest | undefined> => {
  if (tree !== 'joined' || parentId === null || !answer) return undefined
  const own = await listAnswersOf(scene.tx, id)
  return own.some((each) => each.id === answer.id) ? undefined : findRequest(scene.tx, parentId)
}

/** Waits for the next answer of the one that leads; on its own once that will never have one. */
const behind = async (scene: Scene, one: CitizenRequest, lead: CitizenRequest, why: string): Promise<CitizenRequest> => {
  const unit = lead.unit ?? one.unit
  if (!unit) throw new Refusal('not_allowed_now', { action: 'reopen', because: 'state' })
  if (!isRunning(lead.state) && !isAnswered(lead.state)) return anew(scene, one, unit, why)
  const next = await anew(scene, one, unit, why, { lead: lead.id, number: lead.number })
  await planFollowUpOf(scene, lead.id)
  return next
}

const kept = async (scene: Scene, one: CitizenRequest): Promise<void> => {
  const { answer } = one.course
  if (!answer) return
  const next = await takeStep(scene, one, { action: 'fulfil', detail: { answer: answer.id } }, (moved) => ({ ...moved, course: { ...moved.course, answer: { ...answer, kept: true } } }))
  await planFollowUp(scene, next)
}

/** Returns whether anything has changed. While the one that leads still stands by its promise, the day of that one decides. */
const goAlong = async (scene: Scene, one: CitizenRequest, lead: CitizenRequest): Promise<boolean> => {
  if (!isOpen(one)) return false
  const isSame = lead.course.answer?.id === one.course.answer?.id
  if (isSame && keepsPromise(lead)) await kept(scene, one)
  else if (!isSame && promiseBroken(one, scene.at)) await behind(scene, one, lead, '')
  else return false
  return true
}

/** Answers after which those who were joined go on: what the newest promised is done, what an older one promised is not and its day has passed. */
const answersDue = async (scene: Scene, lead: CitizenRequest): Promise<string[]> =>
  (await listAnswersOf(scene.tx, lead.id)).filter(({ id, promisedOn }) => (id === lead.course.answer?.id ? keepsPromise(lead) : promisedOn !== null && plainDate(scene.at) > promisedOn)).map(({ id }) => id)

/** Returns whether anything has changed. */
const goThrough = async (scene: Scene, part: CitizenRequest, whole: CitizenRequest): Promise<boolean> => {
  if (!isAnswered(part.state)) return false
  const { unit } = part
  if (unit && promiseBroken(part, scene.at)) {
    if (isAnswered(whole.state)) await anewInParts(scene, whole, whole.unit ?? unit, [part], '')
    else if (isSplit(whole.state)) await anew(scene, part, unit, '')
    else return false
    return true
  }
  if (!isOpen(whole) || !(await listParts(scene.tx, whole.id)).every((each) => isAnswered(each.state) && keepsPromise(each))) return false
  await kept(scene, whole)
  return true
}

/**
 * What has become of what an answer promised, for the request itself and for those joined to it; safe to repeat.
 * @param one held by the caller. Returns whether there may be more to do; the rows have to be read again then
 */
export const followPromise = async (scene: Scene, one: CitizenRequest): Promise<boolean> => {
  const lead = isOpen(one) ? await findLead(scene, one) : undefined
  if (lead) return goAlong(scene, one, lead)
  if (one.course.tree === 'split' && one.parentId !== null) {
    if (await goThrough(scene, one, await getRequestForUpdate(scene.tx, one.parentId))) return true
  } else if (await takenUp(scene, one, '')) return true
  const due = one.course.children === 0 ? [] : await answersDue(scene, one)
  let moved = 0
  for (const child of due.length === 0 ? [] : await listPromisedForUpdate(scene.tx, one.id, due, mostAtOnce)) if (await goAlong(scene, child, one)) moved += 1
  return moved > 0
}

/** Alone, it is taken up again here; of several that belong together the job goes on, which holds them one after the other. Returns whether it has been taken up. */
export const morningAfter = async (scene: Scene, one: CitizenRequest): Promise<boolean> => {
  if (!promiseBroken(one, scene.at)) return false
  if (one.course.tree === null && one.course.children === 0) return (await takenUp(scene, one, '')) !== undefined
  await planFollowUpOf(scene, one.id)
  return false
}

/** What was promised was not done, and the reporter says so. @throws Refusal not_allowed_now */
export const reopen = async (scene: Scene, one: CitizenRequest, why: string): Promise<CitizenRequest> => {
  const lead = isOpen(one) && promiseBroken(one, scene.at) ? await findLead(scene, one) : undefined
  const isDone = lead?.course.answer?.id === one.course.answer?.id && lead?.course.answer?.kept === true
  const next = lead ? !isDone && (await behind(scene, one, lead, why)) : await takenUp(scene, one, why)
  if (!next) throw new Refusal('not_allowed_now', { action: 'reopen', because: 'kept' })
  return next
}
