// What the request centre and the arbiter do inside one transaction: put right what the machine understood, send it, review what came back,
// rule, answer at once, hand over, decline. The arbiter's ruling is what the duty list learns from.
import { staffOf } from '../../kernel/authz.ts'
import { Refusal } from '../../kernel/errors.ts'
import { authorityOf } from '../catalogue/index.ts'
import { findCategory, learnRuling, whereabouts } from '../duties/index.ts'
import { noteCorrection } from '../triage/index.ts'
import { centreLine } from './access.ts'
import { isBlocked } from './answer-check.ts'
import { insertAnswer } from './answers-store.ts'
import { insertCoUnit } from './co-units-store.ts'
import { newCoUnit, sentBy } from './dispatching.ts'
import { answered, findingsIn, newAnswer, type Written } from './handling.ts'
import { planFollowUp } from './joining.ts'
import { takeStep, termsOf, type Scene } from './recording.ts'
import { requestAfter, type RequestKind, type Urgency } from './request.ts'
import type { CitizenRequest, Unit } from './request-record.ts'
import { termFor } from './timing.ts'

export type Correction = { category?: string | undefined; kind?: RequestKind | undefined; urgency?: Urgency | undefined; region?: string | undefined; front?: boolean | undefined }

/** The clock goes on from where it began, with the term of the urgency it has now. */
export const correct = async (scene: Scene, one: CitizenRequest, { category = one.category ?? undefined, kind = one.kind, urgency, region = one.region, front = one.front }: Correction): Promise<CitizenRequest> => {
  if (category !== undefined && !findCategory(scene.app, category, region)) throw new Refusal('invalid', { category })
  if (!Object.hasOwn(scene.app.packs.catalogueFor(region).regions, region)) throw new Refusal('invalid', { region })
  const named = urgency ?? one.urgency
  const term = urgency === undefined || urgency === one.urgency ? one.course.term : termFor(termsOf(scene.app, region), urgency)
  if (category !== undefined && category !== one.category) {
    const { abstained, category: read } = one.understood
    await noteCorrection(scene.tx, { request: one.id, region, from: abstained ? null : (read?.id ?? null), to: category, confidence: read?.confidence ?? null, by: staffOf(scene.principal).name, at: scene.at })
  }
  return takeStep(scene, one, { action: 'correct', detail: { from: one.category, to: category ?? null, kind, urgency: named, region } }, (next) => ({
    ...next, category: category ?? null, kind, urgency: named, region, front, course: { ...next.course, term },
  }))
}

const sending = async (scene: Scene, one: CitizenRequest, action: 'dispatch' | 'rule', chosen: Unit | undefined, why: string): Promise<CitizenRequest> => {
  const sent = sentBy(scene, one, chosen, why)
  const next = await takeStep(scene, one, { action, words: why === '' ? null : why, detail: sent.detail }, (moved) => ({ ...moved, ...sent.change }))
  for (const unit of sent.coUnits) await insertCoUnit(scene.tx, next, newCoUnit(scene, unit))
  return next
}

export const dispatch = (scene: Scene, one: CitizenRequest, chosen: Unit | undefined, why: string): Promise<CitizenRequest> => sending(scene, one, 'dispatch', chosen, why)

/** What came back stays where it was: the unit has to handle it. */
export const keep = (scene: Scene, one: CitizenRequest, why: string): Promise<CitizenRequest> => takeStep(scene, one, { action: 'keep', words: why, detail: { unit: one.unit } }, (next) => ({ ...next, course: { ...next.course, returnAsked: null } }))

export const dispute = (scene: Scene, one: CitizenRequest, why: string): Promise<CitizenRequest> => takeStep(scene, one, { action: 'dispute', words: why, detail: { returnedBy: one.course.returnedBy } })

/** The unit that handles it from now on, whatever it says. */
export const rule = async (scene: Scene, one: CitizenRequest, unit: Unit, why: string): Promise<CitizenRequest> => {
  const next = await sending(scene, one, 'rule', unit, why)
  if (one.category !== null) {
    const { areas, region } = whereabouts(scene.app, one.region, { ...one.place, ...(one.grid ? { areas: [one.grid] } : {}) })
    await learnRuling(scene.tx, scene.app, { region, category: one.category, areas, line: unit.line, unitRegion: unit.region, requestId: one.id, requestNumber: one.number, reason: why, ruledBy: staffOf(scene.principal).name })
  }
  return next
}

/** Whether units have sent it back as often as they may, so that only an arbiter can decide. */
export const needsArbiter = (scene: Pick<Scene, 'app'>, { state, course, region }: CitizenRequest): boolean =>
  requestAfter(state, 'dispute') !== undefined && course.returnedBy.length >= termsOf(scene.app, region).maxReturns

/** Answered on the spot, such as what somebody only wanted to know. @throws Refusal findings */
export const answerAtOnce = async (scene: Scene, one: CitizenRequest, written: Written): Promise<CitizenRequest> => {
  const findings = await findingsIn(scene, one, written)
  if (isBlocked(findings)) throw new Refusal('findings', findings)
  const answer = { ...newAnswer(scene, one, written, findings), releasedBy: staffOf(scene.principal).name, releasedAt: scene.at.toISOString() }
  await insertAnswer(scene.tx, one, answer)
  const centre = one.unit ?? centreOf(scene, one.region)
  const next = await takeStep(scene, one, { action: 'answer', detail: { answer: answer.id, outcome: answer.outcome } }, (moved) => answered({ ...moved, unit: centre }, answer))
  await planFollowUp(scene, next)
  return next
}

/** The authority that runs the request centre of a place. @throws Refusal not_offered */
export const centreOf = ({ app }: Pick<Scene, 'app'>, region: string): Unit => {
  const authority = authorityOf(app.packs.catalogueFor(region), centreLine, region)
  if (!authority) throw new Refusal('not_offered', { region })
  return { line: authority.line, region: authority.region }
}

/** It is really a service: the reporter is led to it. */
export const handOver = (scene: Scene, one: CitizenRequest, target: { type: 'service' | 'matter'; id: string }, words: string): Promise<CitizenRequest> => {
  const catalogue = scene.app.packs.catalogueFor(one.region)
  if (!Object.hasOwn(target.type === 'service' ? catalogue.services : catalogue.matters, target.id)) throw new Refusal('invalid', { target })
  return takeStep(scene, one, { action: 'handOver', words, detail: { target } }, (next) => ({ ...next, course: { ...next.course, handedTo: target } }))
}

export const decline = (scene: Scene, one: CitizenRequest, why: string): Promise<CitizenRequest> => takeStep(scene, one, { action: 'decline', words: why, told: { reasons: why } })

/** Answered but not solved, and said so. */
export const leave = (scene: Scene, one: CitizenRequest, why: string): Promise<CitizenRequest> =>
  takeStep(scene, one, { action: 'leave', words: why, told: { reasons: why } }, (next) => ({ ...next, course: { ...next.course, solved: false } }))

