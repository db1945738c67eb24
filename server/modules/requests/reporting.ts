// What the reporter does with a request inside one transaction, or an agent on the telephone for them: add, urge, withdraw, grade, have it
// done again by the unit above. The server works out until when, not the page. What was promised and not done is in promises.ts.
import { plainDate } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/errors.ts'
import { unitOrCentre } from './counted.ts'
import { unitAbove } from './dispatching.ts'
import { takeStep, termsOf, type Scene } from './recording.ts'
import { isBad, requestAfter, type Grade, type RequestAction } from './request.ts'
import { sameUnit, type CitizenRequest, type Unit } from './request-record.ts'
import { getRequestForUpdate, listParts, listRequestEvents } from './requests-store.ts'
import { redoUntil, termFor } from './timing.ts'

/** Sent again after a broken connection it is written once. No clock moves. */
export const add = async (scene: Scene, one: CitizenRequest, words: string): Promise<CitizenRequest> => {
  const last = (await listRequestEvents(scene.tx, one.id)).at(-1)
  return last?.action === 'add' && last.words === words ? one : takeStep(scene, one, { action: 'add', words })
}

const day = 86_400_000

/** Once a day; the unit sees it, the clock stays as it is. */
export const urge = async (scene: Scene, one: CitizenRequest): Promise<CitizenRequest> => {
  const last = (await listRequestEvents(scene.tx, one.id)).findLast(({ action }) => action === 'urge')
  if (last && scene.at.getTime() - Date.parse(last.at) < day) throw new Refusal('not_allowed_now', { action: 'urge', because: 'today' })
  return takeStep(scene, one, { action: 'urge' })
}

export const withdraw = (scene: Scene, one: CitizenRequest): Promise<CitizenRequest> => takeStep(scene, one, { action: 'withdraw' })

/** The unit may learn who reports; of somebody anonymous it never does. */
export const openName = (scene: Scene, one: CitizenRequest): Promise<CitizenRequest> => {
  if (one.anonymous) throw new Refusal('not_allowed_now', { action: 'openContact', because: 'anonymous' })
  return takeStep(scene, one, { action: 'openContact' }, (next) => ({ ...next, course: { ...next.course, openName: true } }))
}

export type Verdict = { grade: Grade; solved: boolean; words: string }

/** Given once for each answer. @throws Refusal not_allowed_now */
export const rate = (scene: Scene, one: CitizenRequest, { grade, solved, words }: Verdict): Promise<CitizenRequest> => {
  if (one.grade !== null) throw new Refusal('not_allowed_now', { action: 'rate', because: 'once' })
  return takeStep(scene, one, { action: 'rate', words: words === '' ? null : words, detail: { grade, solved } }, (next) => ({ ...next, grade, course: { ...next.course, solved } }))
}

/** Until when it may be done again (instant), and why not otherwise. */
export const redoWindow = (one: CitizenRequest, terms: Parameters<typeof redoUntil>[1], now: Date): { until: string } | { because: 'state' | 'satisfied' | 'used' | 'late' } => {
  if (requestAfter(one.state, 'redo') === undefined || one.answeredAt === null) return { because: 'state' }
  const until = redoUntil(one, terms)
  if (until === null) return { because: 'used' }
  if (now.toISOString() > until) return { because: 'late' }
  return isBad(one.grade) || one.course.solved === false ? { until } : { because: 'satisfied' }
}

/** A new round: a clock of its own, nothing granted or returned yet. */
export const nextRound = (scene: Scene, next: CitizenRequest, unit: Unit): CitizenRequest => ({
  ...next, round: next.round + 1, unit, assigneeId: null, assignee: null, clockStartAt: scene.at.toISOString(), mark: 0, grade: null,
  course: {
    ...next.course, before: next.unit, returnedBy: [], returnAsked: null, timeAsked: null, extendedDays: 0, sentAt: scene.at.toISOString(), solved: null, term: termFor(termsOf(scene.app, next.region), next.urgency),
    ladder: next.course.ladder.filter((each) => !sameUnit(each, unit)), answer: null,
  },
})

const nextRedo = (scene: Scene, next: CitizenRequest, unit: Unit, why: string): CitizenRequest => {
  const again = nextRound(scene, next, unit)
  return { ...again, course: { ...again.course, redos: again.course.redos + 1, why: [why] } }
}

const redoBy = (scene: Scene, one: CitizenRequest, unit: Unit, words: string): Promise<CitizenRequest> =>
  takeStep(scene, one, { action: 'redo', words, detail: { unit, before: unitOrCentre(one), round: one.round + 1 } }, (next) => nextRedo(scene, next, unit, '上一轮办理不满意，交上一级重办'))

/**
 * Done again by the unit above. @param parts of one that was split: those that were not done well, by id; the others stay as they are
 * @throws Refusal not_allowed_now when they are satisfied, it was done again as often as there is, or the days are over; invalid when it was split and no part is named
 */
export const redo = async (scene: Scene, one: CitizenRequest, why: string, parts: readonly string[] = []): Promise<CitizenRequest> => {
  const window = redoWindow(one, termsOf(scene.app, one.region), scene.at)
  if ('because' in window) throw new Refusal('not_allowed_now', { action: 'redo', because: window.because })
  const pieces = one.course.children === 0 ? [] : await listParts(scene.tx, one.id)
  if (pieces.length === 0) return redoBy(scene, one, unitAbove(scene.app, one), why)
  const failed = pieces.filter(({ id }) => parts.includes(id)).map((piece) => ({ id: piece.id, unit: unitAbove(scene.app, piece) }))
  const [first] = failed
  if (!first || failed.length < new Set(parts).size) throw new Refusal('invalid', { parts: 'which' })
  const unit = failed.every((each) => sameUnit(each.unit, first.unit)) ? first.unit : one.unit
  const next = await takeStep(scene, one, { action: 'redo', words: why, detail: { unit, before: unitOrCentre(one), parts: failed.map(({ id }) => id), round: one.round + 1 } }, (moved) => nextRedo(scene, moved, one.unit ?? first.unit, '没有办好的部分交上一级重办'))
  for (const piece of failed) await redoBy(scene, await getRequestForUpdate(scene.tx, piece.id), piece.unit, why)
  return next
}

/** Whether a promise for a day has passed without having been kept. */
export const promiseBroken = ({ course: { answer } }: CitizenRequest, now: Date): boolean => answer?.outcome === 'promised' && !answer.kept && answer.promisedOn !== null && plainDate(now) > answer.promisedOn

/** Steps open to the reporter now, each with why not. */
export const openTo = (one: CitizenRequest, terms: Parameters<typeof redoUntil>[1], now: Date): { action: RequestAction; possible: boolean; because?: string }[] => {
  const redoing = redoWindow(one, terms, now)
  return (['add', 'urge', 'withdraw', 'rate', 'redo', 'reopen'] as const).map((action) => {
    if (requestAfter(one.state, action) === undefined) return { action, possible: false, because: 'state' }
    if (action === 'rate' && one.grade !== null) return { action, possible: false, because: 'once' }
    if (action === 'redo') return 'because' in redoing ? { action, possible: false, because: redoing.because } : { action, possible: true }
    if (action === 'reopen' && !promiseBroken(one, now)) return { action, possible: false, because: 'kept' }
    return { action, possible: true }
  })
}
