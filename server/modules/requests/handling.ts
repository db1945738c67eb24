// What a unit does with a request inside one transaction: sign for it, send it back, ask for time or help, answer, keep its promise.
// Jurisdiction and role first, then the revision that was looked at, then the lifecycle.
import { plainDate } from '../../kernel/clock.ts'
import { together } from '../../kernel/db.ts'
import { staffOf, type Principal } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { App } from '../../module.ts'
import { authorityAt } from '../catalogue/index.ts'
import { workingDaysBetween } from '../cases/index.ts'
import { authoriseStep, isOfUnit } from './access.ts'
import { checkAnswer, isBlocked, type Finding } from './answer-check.ts'
import { insertAnswer, listAnswersOf, updateAnswer, type RequestAnswer } from './answers-store.ts'
import { insertCoUnit, listCoUnits, updateCoUnit } from './co-units-store.ts'
import { newCoUnit } from './dispatching.ts'
import { planFollowUp } from './joining.ts'
import { takeStep, termsOf, type Scene } from './recording.ts'
import type { Outcome, RequestAction } from './request.ts'
import { filesOf, sameUnit, unitMark, type CitizenRequest, type Unit } from './request-record.ts'
import { updateAnswerOfFiles } from './request-files-store.ts'
import { getRequestForUpdate } from './requests-store.ts'

type Call = { principal: Principal; requestId: string }

/** Runs one step of an official. @param seen the revision they were looking at; null: it does not matter @throws Refusal not_found, forbidden, conflict */
export const stepping = <Result>(app: App, { principal, requestId }: Call, id: string, action: RequestAction, seen: number | null, work: (scene: Scene, one: CitizenRequest) => Promise<Result>): Promise<Result> =>
  app.db.transaction(async (tx) => {
    const one = await getRequestForUpdate(tx, id)
    authoriseStep(principal, one, one.course.coUnits === 0 ? [] : await listCoUnits(tx, one.id), action)
    if (seen !== null && one.revision !== seen) throw new Refusal('conflict', { revision: one.revision, state: one.state })
    return work({ app, tx, principal, requestId, at: app.clock.now() }, one)
  })

/** Signed for, by whoever then has it. */
export const sign = (scene: Scene, one: CitizenRequest): Promise<CitizenRequest> => {
  const { id, name } = staffOf(scene.principal)
  return takeStep(scene, one, { action: 'sign' }, (next) => ({ ...next, assigneeId: id, assignee: name }))
}

/** Not ours: back to the centre with the reason, within the days and as often as the terms allow; then an arbiter rules. */
export const giveBack = (scene: Scene, one: CitizenRequest, { why, suggested }: { why: string; suggested?: Unit | undefined }): Promise<CitizenRequest> => {
  const { returnDays, maxReturns } = termsOf(scene.app, one.region)
  const unit = one.unit
  if (!unit) throw new Refusal('not_allowed_now', { state: one.state, action: 'return' })
  if (suggested && !authorityAt(scene.app.packs.catalogueFor(one.region), suggested.line, suggested.region)) throw new Refusal('invalid', { suggested })
  if (one.course.returnedBy.length >= maxReturns) throw new Refusal('not_allowed_now', { action: 'return', because: 'returns', most: maxReturns })
  if (one.course.returnedBy.some((each) => sameUnit(each, unit))) throw new Refusal('not_allowed_now', { action: 'return', because: 'once' })
  const days = workingDaysBetween(plainDate(new Date(sentAt(one))), plainDate(scene.at), one.region)
  if (days !== undefined && days > returnDays) throw new Refusal('not_allowed_now', { action: 'return', because: 'late', days: returnDays })
  return takeStep(scene, one, { action: 'return', words: why, detail: { unit, ...(suggested ? { suggested } : {}) } }, (next) => ({
    ...next, assigneeId: null, assignee: null, course: { ...next.course, returnAsked: unit, returnedBy: [...next.course.returnedBy, unit] },
  }))
}

const sentAt = (one: CitizenRequest): string => one.course.sentAt ?? one.clockStartAt

/** More working days, once in a round, decided by somebody who leads the unit and has not asked for them. */
export const askTime = (scene: Scene, one: CitizenRequest, { days, why }: { days: number; why: string }): Promise<CitizenRequest> => {
  const { maxExtraDays } = termsOf(scene.app, one.region)
  if (days > maxExtraDays) throw new Refusal('invalid', { days: maxExtraDays })
  if (one.course.extendedDays > 0 || one.course.timeAsked) throw new Refusal('not_allowed_now', { action: 'askTime', because: 'once' })
  const { id, name } = staffOf(scene.principal)
  return takeStep(scene, one, { action: 'askTime', words: why, detail: { days } }, (next) => ({ ...next, course: { ...next.course, timeAsked: { days, why, by: name, byId: id, at: scene.at.toISOString() } } }))
}

export const decideTime = (scene: Scene, one: CitizenRequest, granted: boolean, words: string): Promise<CitizenRequest> => {
  const action = granted ? 'grantTime' : 'refuseTime'
  const asked = one.course.timeAsked
  if (!asked) throw new Refusal('not_allowed_now', { action, because: 'notAsked' })
  if (asked.byId === staffOf(scene.principal).id) throw new Refusal('second_person')
  return takeStep(scene, one, { action, words, detail: { days: asked.days }, told: { days: String(asked.days), reasons: asked.why } }, (next) => ({
    ...next, course: { ...next.course, timeAsked: null, extendedDays: granted ? asked.days : 0 },
  }))
}

/** Other authorities help; the unit that has it leads. */
export const invite = async (scene: Scene, one: CitizenRequest, unit: Unit, asked: string): Promise<CitizenRequest> => {
  if (sameUnit(unit, one.unit) || !authorityAt(scene.app.packs.catalogueFor(one.region), unit.line, unit.region)) throw new Refusal('invalid', { unit })
  if (!(await insertCoUnit(scene.tx, one, newCoUnit(scene, unit, asked)))) throw new Refusal('invalid', { unit, because: 'invited' })
  return takeStep(scene, one, { action: 'invite', words: asked, detail: { unit } }, (next) => ({ ...next, course: { ...next.course, coUnits: next.course.coUnits + 1 } }))
}

export const contribute = async (scene: Scene, one: CitizenRequest, words: string): Promise<CitizenRequest> => {
  const mine = (await listCoUnits(scene.tx, one.id)).find((each) => each.givenAt === null && isOfUnit(scene.principal, each))
  if (!mine) throw new Refusal('not_found')
  await updateCoUnit(scene.tx, { ...mine, said: words, givenBy: staffOf(scene.principal).name, givenAt: scene.at.toISOString() })
  return takeStep(scene, one, { action: 'contribute', words, detail: { unit: { line: mine.line, region: mine.region } } })
}

export type Written = { text: string; outcome: Outcome; promisedOn: string | null }

export const findingsIn = async (scene: Pick<Scene, 'app' | 'at'>, one: CitizenRequest, { text, outcome, promisedOn }: Written): Promise<Finding[]> =>
  checkAnswer({ text, outcome, promisedOn, files: filesOf(one), asked: `${one.title}。${one.text}`, hollow: termsOf(scene.app, one.region).hollow, today: plainDate(scene.at) })

export const newAnswer = (scene: Scene, one: CitizenRequest, written: Written, findings: Finding[]): RequestAnswer => {
  const { id, name } = scene.principal.kind === 'staff' ? scene.principal : { id: null, name: '' }
  return {
    ...written, id: uuidv7(scene.app.clock), round: one.round, unit: one.unit, findings, writtenBy: name, writerId: id, writtenAt: scene.at.toISOString(), releasedBy: null, releasedAt: null, sentBack: null, sentBackAt: null,
  }
}

/** Writes an answer; it is released by somebody who leads the unit. @throws Refusal findings with what blocks it */
export const draft = async (scene: Scene, one: CitizenRequest, written: Written): Promise<CitizenRequest> => {
  const findings = await findingsIn(scene, one, written)
  if (isBlocked(findings)) throw new Refusal('findings', findings)
  const answer = newAnswer(scene, one, written, findings)
  const [, next] = await together([
    insertAnswer(scene.tx, one, answer), takeStep(scene, one, { action: 'draft', detail: { answer: answer.id, outcome: answer.outcome, findings: findings.map(({ code }) => code) } }),
  ])
  if (filesOf(one) > 0) await updateAnswerOfFiles(scene.tx, one.id, { answerId: answer.id, addedBy: unitMark, since: sentAt(one) })
  return next
}

const getDraft = async (scene: Scene, one: CitizenRequest): Promise<RequestAnswer> => {
  const latest = (await listAnswersOf(scene.tx, one.id)).find(({ releasedAt, sentBackAt }) => releasedAt === null && sentBackAt === null)
  if (!latest) throw new Refusal('not_allowed_now', { state: one.state, action: 'release' })
  return latest
}

/** What a released answer means for the request. */
export const answered = (next: CitizenRequest, { id, outcome, promisedOn }: RequestAnswer): CitizenRequest => ({ ...next, grade: null, course: { ...next.course, timeAsked: null, solved: null, unitFiles: 0, answer: { id, outcome, promisedOn, kept: false } } })

/** Sent to the reporter, and to everybody whose request was joined to it. */
export const release = async (scene: Scene, one: CitizenRequest): Promise<CitizenRequest> => {
  const answer = await getDraft(scene, one)
  const findings = await findingsIn(scene, one, answer)
  if (isBlocked(findings)) throw new Refusal('findings', findings)
  const released = { ...answer, findings, releasedBy: staffOf(scene.principal).name, releasedAt: scene.at.toISOString() }
  const late = one.dueAt !== null && scene.at.toISOString() > one.dueAt
  const [, next] = await together([
    updateAnswer(scene.tx, released), takeStep(scene, one, { action: 'release', detail: { answer: answer.id, outcome: answer.outcome, late } }, (moved) => answered(moved, released)),
  ])
  await planFollowUp(scene, next)
  return next
}

export const sendBack = async (scene: Scene, one: CitizenRequest, why: string): Promise<CitizenRequest> => {
  const answer = await getDraft(scene, one)
  await updateAnswer(scene.tx, { ...answer, sentBack: why, sentBackAt: scene.at.toISOString() })
  return takeStep(scene, one, { action: 'sendBack', words: why, detail: { answer: answer.id } })
}

/** What an answer promised for a day has been done. */
export const fulfil = async (scene: Scene, one: CitizenRequest, words: string): Promise<CitizenRequest> => {
  const { answer } = one.course
  if (answer?.outcome !== 'promised' || answer.kept) throw new Refusal('not_allowed_now', { action: 'fulfil', because: 'nothingPromised' })
  const next = await takeStep(scene, one, { action: 'fulfil', words, detail: { answer: answer.id } }, (kept) => ({ ...kept, course: { ...kept.course, answer: { ...answer, kept: true } } }))
  await planFollowUp(scene, next)
  return next
}
